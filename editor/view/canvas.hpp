#pragma once

#include "editor/model/playback.hpp"
#include "editor/view/camera.hpp"
#include "editor/view/image.hpp"
#include "sim/base/result.hpp"
#include "sim/picture/picture.hpp"

#include <memory>
#include <span>
#include <vector>

namespace stairwise::editor {

/// Draws with OpenGL 3.3 into the framebuffer that is bound; needs a current context. No ImGui, no window. Texts of a
/// Picture are not drawn: the panel writes them with its own font.

/// Something that was made ready once and can be drawn at any camera. Move-only; its destruction frees the buffers.
class Layer {
public:
    Layer();
    Layer(Layer&&) noexcept;
    Layer& operator=(Layer&&) noexcept;
    ~Layer();
    [[nodiscard]] bool empty() const;

private:
    friend class Canvas;
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

/// Which part of the framebuffer is drawn on. Pixels, from its upper left corner.
struct Pane {
    int left = 0;
    int top = 0;
    int width = 0;
    int height = 0;
    int framebufferHeight = 0;
};

struct Body {
    Vec2 at;
    float radius = 0.2F;
    Colour colour;
};
/// A body in space, for the stacked storeys. Metres.
struct StandingBody {
    Vec2 at;
    float height = 0.0F; // of its feet
    float radius = 0.2F;
    Colour colour;
};

/// How values become colours: from the first at `from` to the last at `to`.
struct HeatRamp {
    std::vector<Colour> colours;
    double from = 0.0;
    double to = 1.0;
    enum class Between { Mixed, Stepped } between = Between::Mixed; // Stepped: as many equal steps as colours
};
[[nodiscard]] Colour colourOf(const HeatRamp& ramp, double value);

class Canvas {
public:
    /// A Fault says in one line what this computer lacks.
    [[nodiscard]] static Result<Canvas> create();
    Canvas(Canvas&&) noexcept;
    Canvas& operator=(Canvas&&) noexcept;
    ~Canvas();

    /// A line keeps its width on the screen, points × 4/3 pixels × the scale of the display, whatever the camera.
    [[nodiscard]] Layer ready(std::span<const Shape> shapes) const;
    [[nodiscard]] Layer readyImage(const Image& image) const;

    /// All that follows is drawn there; a camera's size is that of the pane.
    void into(const Pane& pane) const;
    void clear(Colour colour) const;
    void draw(const Layer& layer, const Camera& camera, double scale) const;
    /// The picture with its lower left corner at `at`, turned about it.
    void drawImage(const Layer& layer, const Camera& camera, Vec2 at, double metresPerPixel, double turn,
                   double fade) const;
    /// Discs with a rim; fewer pixels than two: a dot.
    void drawBodies(std::span<const Body> bodies, const Camera& camera) const;
    /// The squares of each field; those below 0 are clear.
    void drawHeat(std::span<const HeatField* const> fields, const HeatRamp& ramp, double fade,
                  const Camera& camera) const;

    /// The same plans as sheets in space: each layer at its height, from below, slightly transparent. Bodies stand on
    /// the sheet below them.
    struct Sheet {
        const Layer* layer = nullptr;
        double height = 0.0;
    };
    void drawStacked(std::span<const Sheet> sheets, std::span<const StandingBody> bodies, const Orbit& orbit, Vec2 size,
                     double scale) const;

private:
    struct Inside;
    explicit Canvas(std::unique_ptr<Inside> inside);
    std::unique_ptr<Inside> inside_;
};

}
