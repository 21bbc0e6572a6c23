#include "editor/view/offscreen.hpp"
#include "editor/window/interface.hpp"
#include "editor/window/window.hpp"

#include <epoxy/gl.h>

#include <backends/imgui_impl_opengl3.h>
#include <imgui.h>

namespace stairwise::editor {
namespace {

constexpr float kPicture = 1.0F / 60.0F; // seconds a picture stands for, however long it takes

struct Backend {
    Backend() { ImGui_ImplOpenGL3_Init("#version 330 core"); }
    Backend(const Backend&) = delete;
    Backend& operator=(const Backend&) = delete;
    ~Backend() { ImGui_ImplOpenGL3_Shutdown(); }
};

}

struct Window::Inside {
    Offscreen offscreen;
    Interface interface;
    Backend backend;
};

Window::Window(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
Window::Window(Window&&) noexcept = default;
Window& Window::operator=(Window&&) noexcept = default;
Window::~Window() = default;

Result<Window> Window::open(const WindowWish& wish)
{
    auto offscreen = Offscreen::open(wish.width, wish.height);
    if (!offscreen.ok()) return offscreen.fault();
    const double scale = wish.scale > 0.0 ? wish.scale : 1.0;
    Window window(std::unique_ptr<Inside>(new Inside{std::move(offscreen).value(), Interface(scale), Backend()}));
    window.inside_->interface.fonts().buildAll();
    return window;
}

double Window::scale() const
{
    return inside_->interface.scale();
}

void Window::rescale(double scale)
{
    inside_->interface.rescale(scale);
}

int Window::width() const
{
    return inside_->offscreen.width();
}

int Window::height() const
{
    return inside_->offscreen.height();
}

bool Window::wantsToClose() const
{
    return false;
}

void Window::stayOpen() {}

void Window::title(const std::string&) {}

std::string Window::clipboard() const
{
    const char* text = ImGui::GetClipboardText();
    return text == nullptr ? std::string() : std::string(text);
}

void Window::needGlyphs(std::string_view text)
{
    inside_->interface.fonts().need(text);
}

void Window::frame(bool, const std::function<void()>& contents)
{
    if (inside_->interface.refreshFonts()) {
        ImGui_ImplOpenGL3_DestroyFontsTexture();
        ImGui_ImplOpenGL3_CreateFontsTexture();
    }
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {static_cast<float>(width()), static_cast<float>(height())};
    io.DeltaTime = kPicture;
    inside_->offscreen.bind();
    ImGui_ImplOpenGL3_NewFrame();
    ImGui::NewFrame();
    contents();
    ImGui::Render();
    glDisable(GL_SCISSOR_TEST);
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
}

std::vector<std::string> Window::takeDropped()
{
    return {};
}

}
