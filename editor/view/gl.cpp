#include "editor/view/gl.hpp"

#include "editor/view/shaders.hpp"

#include <algorithm>
#include <array>

namespace stairwise::editor {
namespace {

constexpr GLsizei kLongestLog = 400;

Fault refused(const std::string& name, std::string log)
{
    std::replace(log.begin(), log.end(), '\n', ' ');
    return {"", name, {"editor.view.shader", {log}}, {"editor.view.shader.mend", {}}};
}

// "" where all is well.
std::string attach(GLuint program, GLenum kind, const std::string& name)
{
    const std::string_view text = shaderText(name);
    const GLchar* begin = text.data();
    const auto length = static_cast<GLint>(text.size());
    const GLuint shader = glCreateShader(kind);
    glShaderSource(shader, 1, &begin, &length);
    glCompileShader(shader);
    GLint fine = 0;
    glGetShaderiv(shader, GL_COMPILE_STATUS, &fine);
    std::string log;
    if (fine == 0) {
        std::array<GLchar, kLongestLog> room{};
        glGetShaderInfoLog(shader, kLongestLog, nullptr, room.data());
        log = std::string("?") + room.data();
    }
    glAttachShader(program, shader);
    glDeleteShader(shader); // once the program is gone
    return log;
}

}

Buffer makeBuffer()
{
    GLuint name = 0;
    glGenBuffers(1, &name);
    return Buffer(name);
}

VertexArray makeArray()
{
    GLuint name = 0;
    glGenVertexArrays(1, &name);
    return VertexArray(name);
}

Texture makeTexture()
{
    GLuint name = 0;
    glGenTextures(1, &name);
    return Texture(name);
}

Result<Program> Program::build(const std::string& name)
{
    ProgramName program(glCreateProgram());
    for (const auto& [kind, ending] : {std::pair{GL_VERTEX_SHADER, ".vert"}, std::pair{GL_FRAGMENT_SHADER, ".frag"}})
        if (const auto log = attach(program.name(), static_cast<GLenum>(kind), name + ending); !log.empty())
            return refused(name + ending, log);
    glLinkProgram(program.name());
    GLint fine = 0;
    glGetProgramiv(program.name(), GL_LINK_STATUS, &fine);
    if (fine != 0) return Program(std::move(program));
    std::array<GLchar, kLongestLog> room{};
    glGetProgramInfoLog(program.name(), kLongestLog, nullptr, room.data());
    return refused(name, room.data());
}

void Program::set(const char* uniform, double value) const
{
    glUniform1f(glGetUniformLocation(program_.name(), uniform), static_cast<GLfloat>(value));
}

void Program::set(const char* uniform, Vec2 value) const
{
    glUniform2f(glGetUniformLocation(program_.name(), uniform), static_cast<GLfloat>(value.x),
                static_cast<GLfloat>(value.y));
}

void Program::set(const char* uniform, const Matrix& value) const
{
    std::array<GLfloat, 16> all{};
    std::transform(value.begin(), value.end(), all.begin(), [](double v) { return static_cast<GLfloat>(v); });
    glUniformMatrix4fv(glGetUniformLocation(program_.name(), uniform), 1, GL_FALSE, all.data());
}

}
