#pragma once

#include "editor/model/heat.hpp"
#include "editor/panels/face.hpp"
#include "editor/view/canvas.hpp"

#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

namespace stairwise::editor {

/// People and heat of the moment that is played.
class PeopleLayer {
public:
    /// Reads the moment of this walk. Nobody where nobody walks.
    void follow(const Face& face, const Played& played);
    void drawHeat(const Canvas& canvas, const Camera& camera) const;
    void drawFlat(const Canvas& canvas, const Camera& camera) const;                  // of the storey shown
    [[nodiscard]] std::vector<StandingBody> standing(const Walkable& walkable) const; // on all storeys
    [[nodiscard]] const PeopleShown& people() const { return people_; }
    [[nodiscard]] const std::vector<Colour>& colours() const { return shown_; } // as people()
    /// What the colours of the heat map mean, from the lowest to the highest.
    [[nodiscard]] const HeatRamp& ramp() const { return ramp_; }
    [[nodiscard]] bool hasHeat() const { return !heat_.empty(); }

private:
    void followColours(const Editor& editor, const Played& played);
    void followHeat(const Face& face, const Played& played);
    void followTime(const Derived& derived, const StoreyId& storey);
    void followPeaks(const Editor& editor, const Played& played);
    void followUse(const Editor& editor, const Played& played);
    void followMoment(const Editor& editor, const Played& played);
    void toSteps(); // of pressure
    void takeHeat(const Derived& derived, const StoreyId& storey, const std::vector<HeatField>& fields);

    std::shared_ptr<const Derived> walked_;
    std::filesystem::path trace_;            // that use_ was read from
    std::shared_ptr<const School> coloured_; // whose classes groups_ shows
    PeopleShown people_;
    std::vector<Colour> groups_; // by person of the walk
    std::vector<Colour> shown_;
    std::vector<bool> here_; // as people_
    std::unique_ptr<HeatMaker> maker_;
    std::optional<UseSoFar> use_;
    std::vector<HeatField> time_; // to the exit; by surface
    std::vector<HeatField> heat_; // of the storey shown, cut to its floors
    HeatRamp ramp_;
};

}
