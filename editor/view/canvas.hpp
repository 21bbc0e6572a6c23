#pragma once

#include "editor/model/playback.hpp"
#include "editor/view/camera.hpp"
#include "sim/base/result.hpp"
#include "sim/picture/picture.hpp"

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
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

class Canvas {
public:
    /// Compiles shaders/; a Fault says in one line what this computer lacks ("OpenGL 3.3").
    [[nodiscard]] static Result<Canvas> create();
    Canvas(Canvas&&) noexcept;
    ~Canvas();

    /// Line widths are in pixels × `scale` (display scaling), whatever the camera.
    [[nodiscard]] Layer ready(std::span<const Shape> shapes) const;
    [[nodiscard]] Layer readyImage(const std::uint8_t* rgba, int width, int height) const;

    void clear(Colour colour) const;
    void draw(const Layer& layer, const Camera& camera, double scale) const;
    /// The picture with its lower left corner at `at`, turned about it.
    void drawImage(const Layer& layer, const Camera& camera, Vec2 at, double metresPerPixel, double turn,
                   double fade) const;
    /// Instanced quads; discs with a rim; fewer pixels than two: a dot.
    void drawBodies(std::span<const Body> bodies, const Camera& camera) const;
    /// One texture a surface; cells below 0 are clear. `colours`: from the smallest value to the greatest.
    void drawHeat(const HeatField& field, std::span<const Colour> colours, double from, double to,
                  const Camera& camera) const;

    /// The same plans as sheets in space: each layer at its height, from below, slightly transparent.
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

/// A picture file: PNG or JPEG, by its content.
struct Image {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> rgba;
};
inline constexpr int kLargestImage = 16'384; // pixels a side; assumed
[[nodiscard]] Result<Image> readImage(const std::filesystem::path& path);

/// What is in the framebuffer, top row first.
[[nodiscard]] Image grabbed(int width, int height);
[[nodiscard]] std::string pngOf(const Image& image);

}
