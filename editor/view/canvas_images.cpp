#include "editor/view/canvas_inside.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace stairwise::editor {
namespace {

constexpr int kHeatWidth = 2048; // pixels; wider fields than that are cut into pieces by their rows; assumed

// Where a field lies in the one texture that all of them share.
struct Spot {
    const HeatField* field = nullptr;
    int x = 0;
    int y = 0;
};
struct Packed {
    std::vector<Spot> spots;
    int width = 0;
    int height = 0;
};

// On shelves, the tallest first.
Packed pack(std::span<const HeatField* const> fields)
{
    Packed packed;
    for (const HeatField* field : fields)
        if (field->grid.columns > 0 && field->values.size() == field->grid.cells()) packed.spots.push_back({field});
    std::stable_sort(packed.spots.begin(), packed.spots.end(),
                     [](const Spot& a, const Spot& b) { return a.field->grid.rows > b.field->grid.rows; });
    packed.width = kHeatWidth;
    for (const Spot& spot : packed.spots) packed.width = std::max(packed.width, spot.field->grid.columns);
    int x = 0;
    int shelf = 0;
    for (Spot& spot : packed.spots) {
        if (x + spot.field->grid.columns > packed.width) {
            x = 0;
            shelf = packed.height;
        }
        spot.x = x;
        spot.y = shelf;
        x += spot.field->grid.columns;
        packed.height = std::max(packed.height, shelf + spot.field->grid.rows);
    }
    return packed;
}

void colourCells(std::vector<std::uint8_t>& pixels, const Packed& packed, const HeatRamp& ramp)
{
    pixels.assign(static_cast<std::size_t>(packed.width) * static_cast<std::size_t>(packed.height) * 4, 0);
    for (const Spot& spot : packed.spots)
        for (int row = 0; row < spot.field->grid.rows; ++row)
            for (int column = 0; column < spot.field->grid.columns; ++column) {
                const float value = spot.field->values[spot.field->grid.cell(column, row)];
                if (value < 0.0F) continue;
                const Colour colour = colourOf(ramp, static_cast<double>(value));
                const auto at = 4 * (static_cast<std::size_t>(spot.y + row) * static_cast<std::size_t>(packed.width) +
                                     static_cast<std::size_t>(spot.x + column));
                pixels[at] = colour.r;
                pixels[at + 1] = colour.g;
                pixels[at + 2] = colour.b;
                pixels[at + 3] = colour.a;
            }
}

void addQuad(std::vector<ImageVertex>& corners, const std::array<ImageVertex, 4>& quad)
{
    for (const std::size_t i : {0U, 1U, 2U, 0U, 2U, 3U}) corners.push_back(quad[i]);
}

std::vector<ImageVertex> quadsOf(const Packed& packed, Vec2 origin)
{
    std::vector<ImageVertex> corners;
    for (const Spot& spot : packed.spots) {
        const Grid& grid = spot.field->grid;
        const Vec2 low = grid.low - origin;
        const Vec2 high = low + Vec2{grid.columns * grid.size, grid.rows * grid.size};
        const double left = static_cast<double>(spot.x) / packed.width;
        const double right = static_cast<double>(spot.x + grid.columns) / packed.width;
        const double bottom = static_cast<double>(spot.y) / packed.height;
        const double top = static_cast<double>(spot.y + grid.rows) / packed.height;
        const auto corner = [](double x, double y, double u, double v) {
            return ImageVertex{static_cast<float>(x), static_cast<float>(y), static_cast<float>(u),
                               static_cast<float>(v)};
        };
        addQuad(corners, {corner(low.x, low.y, left, bottom), corner(high.x, low.y, right, bottom),
                          corner(high.x, high.y, right, top), corner(low.x, high.y, left, top)});
    }
    return corners;
}

}

Stream imageStream()
{
    Stream stream{makeArray(), makeBuffer()};
    glBindVertexArray(stream.array.name());
    glBindBuffer(GL_ARRAY_BUFFER, stream.buffer.name());
    setFloats({0, 2, offsetof(ImageVertex, x)}, sizeof(ImageVertex));
    setFloats({1, 2, offsetof(ImageVertex, u)}, sizeof(ImageVertex));
    glBindVertexArray(0);
    return stream;
}

void Canvas::Inside::drawImages(std::span<const ImageVertex> corners, GLuint texture, const Matrix& matrix,
                                double fade) const
{
    glEnable(GL_BLEND);
    glActiveTexture(GL_TEXTURE0);
    glBindTexture(GL_TEXTURE_2D, texture);
    image.use();
    image.set("matrix", matrix);
    image.set("fade", fade);
    glBindVertexArray(images.array.name());
    glBindBuffer(GL_ARRAY_BUFFER, images.buffer.name());
    glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(corners.size_bytes()), corners.data(), GL_STREAM_DRAW);
    glDrawArrays(GL_TRIANGLES, 0, static_cast<GLsizei>(corners.size()));
    glBindVertexArray(0);
}

void Canvas::drawImage(const Layer& layer, const Camera& camera, Vec2 at, double metresPerPixel, double turn,
                       double fade) const
{
    if (layer.empty() || layer.inside_->picture.name() == 0 || fade <= 0.0) return;
    const Vec2 right = Vec2{std::cos(turn), std::sin(turn)} * (metresPerPixel * layer.inside_->width);
    const Vec2 up = Vec2{-std::sin(turn), std::cos(turn)} * (metresPerPixel * layer.inside_->height);
    const auto corner = [](Vec2 place, float u, float v) {
        return ImageVertex{static_cast<float>(place.x), static_cast<float>(place.y), u, v};
    };
    std::vector<ImageVertex> corners;
    // Rows were given from the top.
    addQuad(corners, {corner({}, 0.0F, 1.0F), corner(right, 1.0F, 1.0F), corner(right + up, 1.0F, 0.0F),
                      corner(up, 0.0F, 0.0F)});
    inside_->drawImages(corners, layer.inside_->picture.name(), matrixOf(camera, at), std::min(fade, 1.0));
}

Colour colourOf(const HeatRamp& ramp, double value)
{
    if (ramp.colours.empty()) return {0, 0, 0, 0};
    const double part = std::clamp((value - ramp.from) / (ramp.to - ramp.from), 0.0, 1.0);
    const auto last = static_cast<double>(ramp.colours.size() - 1);
    if (ramp.between == HeatRamp::Between::Stepped)
        return ramp.colours[static_cast<std::size_t>(std::min(last, std::floor(part * (last + 1.0))))];
    const double place = part * last;
    const auto below = static_cast<std::size_t>(std::min(place, std::max(0.0, last - 1.0)));
    const Colour a = ramp.colours[below];
    const Colour b = ramp.colours[std::min(below + 1, ramp.colours.size() - 1)];
    const double share = place - static_cast<double>(below);
    const auto mix = [&](std::uint8_t from, std::uint8_t to) {
        return static_cast<std::uint8_t>(std::lround(from + (to - from) * share));
    };
    return {mix(a.r, b.r), mix(a.g, b.g), mix(a.b, b.b), mix(a.a, b.a)};
}

void Canvas::drawHeat(std::span<const HeatField* const> fields, const HeatRamp& ramp, double fade,
                      const Camera& camera) const
{
    const Packed packed = pack(fields);
    if (packed.spots.empty()) return;
    colourCells(inside_->heatPixels, packed, ramp);
    glBindTexture(GL_TEXTURE_2D, inside_->heat.name());
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    glPixelStorei(GL_UNPACK_ROW_LENGTH, 0);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, packed.width, packed.height, 0, GL_RGBA, GL_UNSIGNED_BYTE,
                 inside_->heatPixels.data());
    // Squares as they were measured: smooth heat would show more than is known.
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
    const Vec2 origin = packed.spots.front().field->grid.low;
    inside_->drawImages(quadsOf(packed, origin), inside_->heat.name(), matrixOf(camera, origin), fade);
}

}
