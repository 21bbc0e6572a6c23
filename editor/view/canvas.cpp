#include "editor/view/canvas_inside.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace stairwise::editor {
namespace {

constexpr int kLeastVersion = 33; // as epoxy writes 3.3

template <class T> void fill(GLenum target, const Buffer& buffer, const std::vector<T>& values)
{
    glBindBuffer(target, buffer.name());
    glBufferData(target, static_cast<GLsizeiptr>(values.size() * sizeof(T)), values.data(), GL_STATIC_DRAW);
}

// Half as large in both directions, each pixel the mean of four.
Image halved(const Image& image)
{
    Image half{std::max(1, image.width / 2), std::max(1, image.height / 2), {}};
    half.rgba.reserve(static_cast<std::size_t>(half.width) * static_cast<std::size_t>(half.height) * 4);
    const auto at = [&](int x, int y, int channel) {
        const auto cell =
            static_cast<std::size_t>(std::min(y, image.height - 1)) * static_cast<std::size_t>(image.width) +
            static_cast<std::size_t>(std::min(x, image.width - 1));
        return static_cast<int>(image.rgba[4 * cell + static_cast<std::size_t>(channel)]);
    };
    for (int y = 0; y < half.height; ++y)
        for (int x = 0; x < half.width; ++x)
            for (int c = 0; c < 4; ++c) {
                const int sum = at(2 * x, 2 * y, c) + at(2 * x + 1, 2 * y, c) + at(2 * x, 2 * y + 1, c) +
                                at(2 * x + 1, 2 * y + 1, c);
                half.rgba.push_back(static_cast<std::uint8_t>((sum + 2) / 4));
            }
    return half;
}

void upload(const Image& image)
{
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    glPixelStorei(GL_UNPACK_ROW_LENGTH, 0);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, image.width, image.height, 0, GL_RGBA, GL_UNSIGNED_BYTE,
                 image.rgba.data());
    glGenerateMipmap(GL_TEXTURE_2D);
    // The nearest of the smaller copies: mixing two of them costs a software renderer twice as much.
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR_MIPMAP_NEAREST);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
}

}

Layer::Layer() = default;
Layer::Layer(Layer&&) noexcept = default;
Layer& Layer::operator=(Layer&&) noexcept = default;
Layer::~Layer() = default;
bool Layer::empty() const
{
    return inside_ == nullptr;
}

Canvas::Canvas(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
Canvas::Canvas(Canvas&&) noexcept = default;
Canvas& Canvas::operator=(Canvas&&) noexcept = default;
Canvas::~Canvas() = default;

void setFloats(Attribute attribute, std::size_t stride)
{
    glEnableVertexAttribArray(attribute.location);
    glVertexAttribPointer(attribute.location, attribute.count, GL_FLOAT, GL_FALSE, static_cast<GLsizei>(stride),
                          reinterpret_cast<const void*>(attribute.offset));
}

void setColour(Attribute attribute, std::size_t stride)
{
    glEnableVertexAttribArray(attribute.location);
    glVertexAttribPointer(attribute.location, attribute.count, GL_UNSIGNED_BYTE, GL_TRUE, static_cast<GLsizei>(stride),
                          reinterpret_cast<const void*>(attribute.offset));
}

Result<Canvas> Canvas::create()
{
    if (epoxy_gl_version() < kLeastVersion)
        return Fault{"", "", {"editor.view.no_opengl", {}}, {"editor.view.no_opengl.mend", {}}};
    auto flat = Program::build("flat");
    auto soft = Program::build("soft");
    auto body = Program::build("body");
    auto image = Program::build("image");
    for (const auto* program : {&flat, &soft, &body, &image})
        if (!program->ok()) return program->fault();
    return Canvas(std::make_unique<Inside>(Inside{std::move(flat).value(),
                                                  std::move(soft).value(),
                                                  std::move(body).value(),
                                                  std::move(image).value(),
                                                  bodyStream(),
                                                  makeBuffer(),
                                                  0,
                                                  {},
                                                  imageStream(),
                                                  makeTexture(),
                                                  {}}));
}

Layer Canvas::ready(std::span<const Shape> shapes) const
{
    Layer layer;
    Mesh mesh = meshOf(shapes);
    if (mesh.runs.empty()) return layer;
    layer.inside_ = std::make_unique<Layer::Inside>();
    Layer::Inside& inside = *layer.inside_;
    inside.origin = mesh.origin;
    inside.runs = std::move(mesh.runs);

    inside.flat = makeArray();
    inside.flatBuffer = makeBuffer();
    glBindVertexArray(inside.flat.name());
    fill(GL_ARRAY_BUFFER, inside.flatBuffer, mesh.flat);
    setFloats({0, 2, offsetof(FlatVertex, x)}, sizeof(FlatVertex));
    setColour({1, 4, offsetof(FlatVertex, colour)}, sizeof(FlatVertex));

    inside.soft = makeArray();
    inside.softBuffer = makeBuffer();
    inside.softIndices = makeBuffer();
    glBindVertexArray(inside.soft.name());
    fill(GL_ARRAY_BUFFER, inside.softBuffer, mesh.soft);
    fill(GL_ELEMENT_ARRAY_BUFFER, inside.softIndices, mesh.softIndices);
    setFloats({0, 2, offsetof(SoftVertex, x)}, sizeof(SoftVertex));
    setFloats({1, 2, offsetof(SoftVertex, outX)}, sizeof(SoftVertex));
    setFloats({2, 2, offsetof(SoftVertex, edgeX)}, sizeof(SoftVertex));
    setFloats({3, 2, offsetof(SoftVertex, pixels)}, sizeof(SoftVertex));
    setColour({4, 4, offsetof(SoftVertex, colour)}, sizeof(SoftVertex));
    glBindVertexArray(0);
    return layer;
}

Layer Canvas::readyImage(const Image& image) const
{
    Layer layer;
    if (image.width <= 0 || image.height <= 0) return layer;
    layer.inside_ = std::make_unique<Layer::Inside>();
    layer.inside_->width = image.width; // what is smaller on the card is as large on the plan
    layer.inside_->height = image.height;
    layer.inside_->picture = makeTexture();
    glBindTexture(GL_TEXTURE_2D, layer.inside_->picture.name());
    GLint largest = 0;
    glGetIntegerv(GL_MAX_TEXTURE_SIZE, &largest);
    if (std::max(image.width, image.height) <= largest) {
        upload(image);
    } else {
        Image smaller = halved(image);
        while (std::max(smaller.width, smaller.height) > largest) smaller = halved(smaller);
        upload(smaller);
    }
    return layer;
}

void Canvas::into(const Pane& pane) const
{
    const int bottom = pane.framebufferHeight - pane.top - pane.height;
    glViewport(pane.left, bottom, pane.width, pane.height);
    glEnable(GL_SCISSOR_TEST);
    glScissor(pane.left, bottom, pane.width, pane.height);
    glDisable(GL_DEPTH_TEST);
    glDisable(GL_CULL_FACE);
    glDisable(GL_STENCIL_TEST);
    glBlendFuncSeparate(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
}

void Canvas::clear(Colour colour) const
{
    constexpr float kMost = 255.0F;
    glClearColor(static_cast<float>(colour.r) / kMost, static_cast<float>(colour.g) / kMost,
                 static_cast<float>(colour.b) / kMost, static_cast<float>(colour.a) / kMost);
    glClear(GL_COLOR_BUFFER_BIT);
}

void Canvas::Inside::drawRuns(const Layer::Inside& layer, const Seeing& seeing) const
{
    flat.use();
    flat.set("matrix", seeing.matrix);
    flat.set("fade", seeing.fade);
    soft.use();
    soft.set("matrix", seeing.matrix);
    soft.set("pixel", seeing.pixel);
    soft.set("scale", seeing.scale);
    soft.set("size", seeing.size);
    soft.set("fade", seeing.fade);
    for (const Run& run : layer.runs) {
        const auto count = static_cast<GLsizei>(run.count);
        if (run.kind == RunKind::Opaque && seeing.fade >= 1.0)
            glDisable(GL_BLEND);
        else
            glEnable(GL_BLEND);
        if (run.kind == RunKind::Soft) {
            soft.use();
            glBindVertexArray(layer.soft.name());
            glDrawElements(GL_TRIANGLES, count, GL_UNSIGNED_INT,
                           reinterpret_cast<const void*>(run.first * sizeof(std::uint32_t)));
        } else {
            flat.use();
            glBindVertexArray(layer.flat.name());
            glDrawArrays(GL_TRIANGLES, static_cast<GLint>(run.first), count);
        }
    }
    glBindVertexArray(0);
}

void Canvas::draw(const Layer& layer, const Camera& camera, double scale) const
{
    if (layer.empty()) return;
    inside_->drawRuns(*layer.inside_,
                      {matrixOf(camera, layer.inside_->origin), camera.size, 1.0 / camera.pixelsPerMetre, scale, 1.0});
}

}
