#pragma once

#include "editor/view/canvas.hpp"
#include "editor/view/gl.hpp"
#include "editor/view/mesh.hpp"

#include <cstdint>
#include <vector>

namespace stairwise::editor {

/// For canvas*.cpp alone.

struct Layer::Inside {
    Vec2 origin;
    std::vector<Run> runs;
    VertexArray flat;
    Buffer flatBuffer;
    VertexArray soft;
    Buffer softBuffer;
    Buffer softIndices;
    Texture picture; // of an image
    int width = 0;
    int height = 0;
};

/// Vertices that change with every picture.
struct Stream {
    VertexArray array;
    Buffer buffer;
};

struct BodyVertex {
    float x = 0.0F; // pixels
    float y = 0.0F;
    float withinX = 0.0F;
    float withinY = 0.0F;
    float radius = 0.0F;
    float half = 0.0F;
    Colour colour;
};
struct ImageVertex {
    float x = 0.0F; // metres, less an origin
    float y = 0.0F;
    float u = 0.0F;
    float v = 0.0F;
};

struct Canvas::Inside {
    Program flat;
    Program soft;
    Program body;
    Program image;
    Stream bodies;
    Buffer bodyIndices;
    std::size_t bodiesIndexed = 0;
    std::vector<BodyVertex> bodyVertices; // kept so that nothing is allocated when people move
    Stream images;
    Texture heat;
    std::vector<std::uint8_t> heatPixels;

    /// A layer seen through a matrix, which takes metres less the layer's origin. `pixel`: metres a pixel, in space at
    /// a distance of 1.
    struct Seeing {
        Matrix matrix{};
        Vec2 size; // of the view, pixels
        double pixel = 1.0;
        double scale = 1.0;
        double fade = 1.0;
    };
    void drawRuns(const Layer::Inside& layer, const Seeing& seeing) const;
    void drawImages(std::span<const ImageVertex> corners, GLuint texture, const Matrix& matrix, double fade) const;

    void beginBodies(std::size_t count);
    void addBody(Vec2 at, double halfLength, double radius, Colour colour);
    void endBodies(Vec2 size);
};

[[nodiscard]] Stream bodyStream();
[[nodiscard]] Stream imageStream();

/// Where the next attribute of a vertex lies.
struct Attribute {
    GLuint location = 0;
    GLint count = 0;
    std::size_t offset = 0;
};
void setFloats(Attribute attribute, std::size_t stride);
void setColour(Attribute attribute, std::size_t stride);

}
