#include "editor/view/offscreen.hpp"

#include <epoxy/egl.h>
#include <epoxy/gl.h>

#include <array>

namespace stairwise::editor {

struct Offscreen::Inside {
    EGLDisplay display = EGL_NO_DISPLAY;
    EGLContext context = EGL_NO_CONTEXT;
    GLuint framebuffer = 0;
    GLuint colour = 0;
    int width = 0;
    int height = 0;

    Inside() = default;
    Inside(const Inside&) = delete;
    Inside& operator=(const Inside&) = delete;
    ~Inside()
    {
        if (framebuffer != 0) glDeleteFramebuffers(1, &framebuffer);
        if (colour != 0) glDeleteRenderbuffers(1, &colour);
        if (context != EGL_NO_CONTEXT) {
            eglMakeCurrent(display, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
            eglDestroyContext(display, context);
        }
    }
};

namespace {

Fault missing()
{
    return {"", "", {"editor.view.no_opengl", {}}, {"editor.view.no_opengl.mend", {}}};
}

// A display for no screen where the driver knows that, else the usual one.
EGLDisplay displayWithoutScreen()
{
    if (epoxy_has_egl_extension(EGL_NO_DISPLAY, "EGL_MESA_platform_surfaceless"))
        return eglGetPlatformDisplayEXT(EGL_PLATFORM_SURFACELESS_MESA, EGL_DEFAULT_DISPLAY, nullptr);
    return eglGetDisplay(EGL_DEFAULT_DISPLAY);
}

EGLContext contextOn(EGLDisplay display)
{
    if (eglBindAPI(EGL_OPENGL_API) == EGL_FALSE) return EGL_NO_CONTEXT;
    constexpr std::array<EGLint, 5> kWish{EGL_SURFACE_TYPE, EGL_DONT_CARE, EGL_RENDERABLE_TYPE, EGL_OPENGL_BIT,
                                          EGL_NONE};
    EGLConfig config = nullptr;
    EGLint count = 0;
    if (eglChooseConfig(display, kWish.data(), &config, 1, &count) == EGL_FALSE || count == 0) return EGL_NO_CONTEXT;
    constexpr std::array<EGLint, 7> kVersion{
        EGL_CONTEXT_MAJOR_VERSION,           3,       EGL_CONTEXT_MINOR_VERSION, 3, EGL_CONTEXT_OPENGL_PROFILE_MASK,
        EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT, EGL_NONE};
    return eglCreateContext(display, config, EGL_NO_CONTEXT, kVersion.data());
}

}

Offscreen::Offscreen(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
Offscreen::Offscreen(Offscreen&&) noexcept = default;
Offscreen& Offscreen::operator=(Offscreen&&) noexcept = default;
Offscreen::~Offscreen() = default;

Result<Offscreen> Offscreen::open(int width, int height)
{
    auto inside = std::make_unique<Inside>();
    inside->display = displayWithoutScreen();
    if (inside->display == EGL_NO_DISPLAY || eglInitialize(inside->display, nullptr, nullptr) == EGL_FALSE)
        return missing();
    inside->context = contextOn(inside->display);
    if (inside->context == EGL_NO_CONTEXT ||
        eglMakeCurrent(inside->display, EGL_NO_SURFACE, EGL_NO_SURFACE, inside->context) == EGL_FALSE)
        return missing();
    inside->width = width;
    inside->height = height;
    glGenRenderbuffers(1, &inside->colour);
    glBindRenderbuffer(GL_RENDERBUFFER, inside->colour);
    glRenderbufferStorage(GL_RENDERBUFFER, GL_RGBA8, width, height);
    glGenFramebuffers(1, &inside->framebuffer);
    glBindFramebuffer(GL_FRAMEBUFFER, inside->framebuffer);
    glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER, inside->colour);
    if (glCheckFramebufferStatus(GL_FRAMEBUFFER) != GL_FRAMEBUFFER_COMPLETE) return missing();
    return Offscreen(std::move(inside));
}

void Offscreen::bind() const
{
    glBindFramebuffer(GL_FRAMEBUFFER, inside_->framebuffer);
}

int Offscreen::width() const
{
    return inside_->width;
}

int Offscreen::height() const
{
    return inside_->height;
}

}
