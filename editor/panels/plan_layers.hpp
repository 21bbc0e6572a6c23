#pragma once

#include "editor/panels/face.hpp"
#include "editor/view/canvas.hpp"

#include <memory>
#include <string>
#include <vector>

namespace stairwise::editor {

/// What of the plan is made ready once and drawn until it changes.
class PlanLayers {
public:
    /// Makes ready what has changed since.
    void follow(const Canvas& canvas, const Face& face);
    void drawUnderPeople(const Canvas& canvas, const Camera& camera, double scale) const;
    void drawOverPeople(const Canvas& canvas, const Camera& camera, double scale) const;

private:
    struct Key {
        std::shared_ptr<const School> school; // of the document
        std::shared_ptr<const School> derived;
        StoreyId storey;
        Looks looks;
        std::string scenario; // its text's hash
        std::string pointed;
        int zoom = 0; // in doublings
        friend bool operator==(const Key&, const Key&) = default;
    };
    void make(const Canvas& canvas, const Face& face, double point);
    Key key_;
    std::vector<Layer> under_;
    std::vector<Layer> over_;
};

}
