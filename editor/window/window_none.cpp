#include "editor/window/interface.hpp"
#include "editor/window/window.hpp"

#include <imgui.h>

namespace stairwise::editor {
namespace {

constexpr float kPicture = 1.0F / 60.0F; // seconds a picture stands for, however long it takes

}

struct Window::Inside {
    WindowWish wish;
    Interface interface;
};

Window::Window(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
Window::Window(Window&&) noexcept = default;
Window& Window::operator=(Window&&) noexcept = default;
Window::~Window() = default;

Result<Window> Window::open(const WindowWish& wish)
{
    const double scale = wish.scale > 0.0 ? wish.scale : 1.0;
    Window window(std::unique_ptr<Inside>(new Inside{wish, Interface(scale)}));
    ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
    atlas.AddFontDefault(); // ImGui wants one; nobody sees it
    atlas.Build();
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
    return inside_->wish.width;
}

int Window::height() const
{
    return inside_->wish.height;
}

bool Window::wantsToClose() const
{
    return false;
}

void Window::stayOpen() {}

void Window::title(const std::string& text)
{
    inside_->wish.title = text;
}

std::string Window::clipboard() const
{
    const char* text = ImGui::GetClipboardText();
    return text == nullptr ? std::string() : std::string(text);
}

void Window::needGlyphs(std::string_view) {}

void Window::frame(bool, const std::function<void()>& contents)
{
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {static_cast<float>(width()), static_cast<float>(height())};
    io.DeltaTime = kPicture;
    ImGui::NewFrame();
    contents();
    ImGui::Render();
}

std::vector<std::string> Window::takeDropped()
{
    return {};
}

}
