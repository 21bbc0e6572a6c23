#pragma once

#include "editor/view/camera.hpp"
#include "sim/base/result.hpp"

#include <epoxy/gl.h>

#include <string>
#include <utility>

namespace stairwise::editor {

/// Names that OpenGL gave out, freed with the value that holds them.
template <void (*free)(GLuint)> class Named {
public:
    Named() = default;
    explicit Named(GLuint name) : name_(name) {}
    Named(Named&& other) noexcept : name_(std::exchange(other.name_, 0U)) {}
    Named& operator=(Named&& other) noexcept
    {
        std::swap(name_, other.name_);
        return *this;
    }
    ~Named()
    {
        if (name_ != 0) free(name_);
    }
    [[nodiscard]] GLuint name() const { return name_; }

private:
    GLuint name_ = 0;
};
inline void freeBuffer(GLuint name)
{
    glDeleteBuffers(1, &name);
}
inline void freeArray(GLuint name)
{
    glDeleteVertexArrays(1, &name);
}
inline void freeTexture(GLuint name)
{
    glDeleteTextures(1, &name);
}
inline void freeProgram(GLuint name)
{
    glDeleteProgram(name);
}
using Buffer = Named<freeBuffer>;
using VertexArray = Named<freeArray>;
using Texture = Named<freeTexture>;
using ProgramName = Named<freeProgram>;

[[nodiscard]] Buffer makeBuffer();
[[nodiscard]] VertexArray makeArray();
[[nodiscard]] Texture makeTexture();

/// One pair of shaders/NAME.vert and NAME.frag.
class Program {
public:
    [[nodiscard]] static Result<Program> build(const std::string& name);
    void use() const { glUseProgram(program_.name()); }
    void set(const char* uniform, double value) const;
    void set(const char* uniform, Vec2 value) const;
    void set(const char* uniform, const Matrix& value) const;

private:
    explicit Program(ProgramName program) : program_(std::move(program)) {}
    ProgramName program_;
};

}
