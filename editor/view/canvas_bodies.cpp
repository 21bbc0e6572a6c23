#include "editor/view/canvas_inside.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace stairwise::editor {
namespace {

constexpr double kLeastRadius = 1.0;  // pixels: a person far away is a dot
constexpr double kStature = 1.4;      // metres, of a pupil; assumed
constexpr double kSheetFade = 0.88;   // of sheets in space, so that what lies below can be guessed; assumed
constexpr double kBesideSheet = 0.05; // metres: feet that rounding put under their floor

}

Stream bodyStream()
{
    Stream stream{makeArray(), makeBuffer()};
    glBindVertexArray(stream.array.name());
    glBindBuffer(GL_ARRAY_BUFFER, stream.buffer.name());
    setFloats({0, 2, offsetof(BodyVertex, x)}, sizeof(BodyVertex));
    setFloats({1, 2, offsetof(BodyVertex, withinX)}, sizeof(BodyVertex));
    setFloats({2, 2, offsetof(BodyVertex, radius)}, sizeof(BodyVertex));
    setColour({3, 4, offsetof(BodyVertex, colour)}, sizeof(BodyVertex));
    glBindVertexArray(0);
    return stream;
}

// Four corners each, made here: instances of one quad are drawn one by one by software renderers.
void Canvas::Inside::beginBodies(std::size_t count)
{
    bodyVertices.clear();
    bodyVertices.reserve(4 * count);
    if (count <= bodiesIndexed) return;
    std::vector<std::uint32_t> indices;
    indices.reserve(6 * count);
    for (std::uint32_t i = 0; i < count; ++i)
        for (const std::uint32_t corner : {0U, 1U, 2U, 0U, 2U, 3U}) indices.push_back(4 * i + corner);
    glBindVertexArray(bodies.array.name());
    glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, bodyIndices.name());
    glBufferData(GL_ELEMENT_ARRAY_BUFFER, static_cast<GLsizeiptr>(indices.size() * sizeof(std::uint32_t)),
                 indices.data(), GL_STATIC_DRAW);
    glBindVertexArray(0);
    bodiesIndexed = count;
}

// `at`: the middle of the body, pixels.
void Canvas::Inside::addBody(Vec2 at, double halfLength, double radius, Colour colour)
{
    const auto r = static_cast<float>(std::max(radius, kLeastRadius));
    const auto half = static_cast<float>(halfLength);
    const float wide = r + 1.0F; // room for the soft edge
    const float tall = r + half + 1.0F;
    const auto x = static_cast<float>(at.x);
    const auto y = static_cast<float>(at.y);
    bodyVertices.push_back({x - wide, y - tall, -wide, -tall, r, half, colour});
    bodyVertices.push_back({x + wide, y - tall, wide, -tall, r, half, colour});
    bodyVertices.push_back({x + wide, y + tall, wide, tall, r, half, colour});
    bodyVertices.push_back({x - wide, y + tall, -wide, tall, r, half, colour});
}

void Canvas::Inside::endBodies(Vec2 size)
{
    if (bodyVertices.empty()) return;
    glEnable(GL_BLEND);
    body.use();
    body.set("size", size);
    glBindVertexArray(bodies.array.name());
    glBindBuffer(GL_ARRAY_BUFFER, bodies.buffer.name());
    glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(bodyVertices.size() * sizeof(BodyVertex)),
                 bodyVertices.data(), GL_STREAM_DRAW);
    glDrawElements(GL_TRIANGLES, static_cast<GLsizei>(bodyVertices.size() / 4 * 6), GL_UNSIGNED_INT, nullptr);
    glBindVertexArray(0);
}

void Canvas::drawBodies(std::span<const Body> bodies, const Camera& camera) const
{
    inside_->beginBodies(bodies.size());
    for (const Body& body : bodies) {
        const Vec2 at = editor::toScreen(camera, body.at);
        const double radius = static_cast<double>(body.radius) * camera.pixelsPerMetre;
        const double reach = radius + 2.0;
        if (at.x < -reach || at.y < -reach || at.x > camera.size.x + reach || at.y > camera.size.y + reach) continue;
        inside_->addBody(at, 0.0, radius, body.colour);
    }
    inside_->endBodies(camera.size);
}

namespace {

struct Standing {
    const StandingBody* body = nullptr;
    Seen feet;
    Seen head;
};

std::vector<Standing> standing(std::span<const StandingBody> bodies, const Orbit& orbit, Vec2 size)
{
    std::vector<Standing> all;
    for (const StandingBody& body : bodies) {
        const auto feet = toScreen(orbit, size, body.at, static_cast<double>(body.height));
        const auto head = toScreen(orbit, size, body.at, static_cast<double>(body.height) + kStature);
        if (feet && head) all.push_back({&body, *feet, *head});
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const Standing& a, const Standing& b) { return a.feet.depth > b.feet.depth; });
    return all;
}

}

// From below upward, and on each sheet the farthest first: nothing else is needed, since nobody looks from below.
void Canvas::drawStacked(std::span<const Sheet> sheets, std::span<const StandingBody> bodies, const Orbit& orbit,
                         Vec2 size, double scale) const
{
    std::vector<Sheet> order(sheets.begin(), sheets.end());
    std::stable_sort(order.begin(), order.end(), [](const Sheet& a, const Sheet& b) { return a.height < b.height; });
    const std::vector<Standing> all = standing(bodies, orbit, size);
    const auto seen = toScreen(orbit, size, orbit.centre, orbit.height);
    const double pixel = seen ? 1.0 / (seen->pixelsPerMetre * seen->depth) : 1.0;
    for (std::size_t i = 0; i < order.size(); ++i) {
        if (const Layer* layer = order[i].layer; layer != nullptr && !layer->empty())
            inside_->drawRuns(*layer->inside_, {matrixOf(orbit, size, layer->inside_->origin, order[i].height), size,
                                                pixel, scale, kSheetFade});
        const bool top = i + 1 == order.size();
        const bool last = !top && order[i + 1].height == order[i].height;
        if (last) continue; // another layer of the same storey follows
        inside_->beginBodies(all.size());
        for (const Standing& one : all) {
            const double feet = static_cast<double>(one.body->height) + kBesideSheet;
            const bool above = i == 0 || order[i].height <= feet;
            const bool below = top || feet < order[i + 1].height;
            if (!above || !below) continue;
            const double radius = static_cast<double>(one.body->radius) * one.feet.pixelsPerMetre;
            const double tall = std::hypot(one.head.at.x - one.feet.at.x, one.head.at.y - one.feet.at.y);
            inside_->addBody((one.feet.at + one.head.at) * 0.5, 0.5 * tall, radius, one.body->colour);
        }
        inside_->endBodies(size);
    }
}

}
