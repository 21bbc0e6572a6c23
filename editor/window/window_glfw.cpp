#include "editor/window/interface.hpp"
#include "editor/window/window.hpp"

#include <epoxy/gl.h>

#include <GLFW/glfw3.h>
#include <backends/imgui_impl_glfw.h>
#include <backends/imgui_impl_opengl3.h>
#include <imgui.h>

#include <algorithm>
#include <utility>

namespace stairwise::editor {
namespace {

constexpr double kLongestWait = 0.5; // seconds, of an idle window
constexpr int kFollowing = 3;        // pictures after an event: ImGui shows some things a picture or two late

struct GlfwWindow {
    GLFWwindow* handle = nullptr;
    GlfwWindow() = default;
    GlfwWindow(const GlfwWindow&) = delete;
    GlfwWindow& operator=(const GlfwWindow&) = delete;
    ~GlfwWindow()
    {
        if (handle != nullptr) glfwDestroyWindow(handle);
        glfwTerminate();
    }
};

struct Backends {
    explicit Backends(GLFWwindow* window)
    {
        ImGui_ImplGlfw_InitForOpenGL(window, true);
        ImGui_ImplOpenGL3_Init("#version 330 core");
    }
    Backends(const Backends&) = delete;
    Backends& operator=(const Backends&) = delete;
    ~Backends()
    {
        ImGui_ImplOpenGL3_Shutdown();
        ImGui_ImplGlfw_Shutdown();
    }
};

}

struct Window::Inside {
    GlfwWindow window;
    std::unique_ptr<Interface> interface;
    std::unique_ptr<Backends> backends;
    std::vector<std::string> dropped;
    int following = kFollowing;
    std::size_t pictures = 0;

    void wait(bool idle)
    {
        if (!idle || following > 0) {
            glfwPollEvents();
            following = idle ? following - 1 : kFollowing;
            return;
        }
        const double before = glfwGetTime();
        glfwWaitEventsTimeout(kLongestWait);
        if (glfwGetTime() - before < kLongestWait) following = kFollowing;
    }

    // The first picture is not kept waiting for all the characters. The backend fetches its texture by itself.
    void refreshFonts()
    {
        if (pictures == 0) return interface->fonts().buildFew();
        const bool second = pictures == 1;
        if (second) interface->fonts().buildAll();
        if (!interface->refreshFonts() && !second) return;
        ImGui_ImplOpenGL3_DestroyFontsTexture();
        ImGui_ImplOpenGL3_CreateFontsTexture();
    }
};

namespace {

void onDrop(GLFWwindow* window, int count, const char** paths)
{
    auto* dropped = static_cast<std::vector<std::string>*>(glfwGetWindowUserPointer(window));
    dropped->insert(dropped->end(), paths, paths + count);
}

GLFWwindow* create(const WindowWish& wish)
{
    glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
    glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
    glfwWindowHint(GLFW_OPENGL_FORWARD_COMPAT, GLFW_TRUE);
    glfwWindowHint(GLFW_DEPTH_BITS, 0);
    glfwWindowHint(GLFW_STENCIL_BITS, 0);
    return glfwCreateWindow(wish.width, wish.height, wish.title.c_str(), nullptr, nullptr);
}

double screenScale(GLFWwindow* window)
{
    float x = 1.0F;
    float y = 1.0F;
    glfwGetWindowContentScale(window, &x, &y);
    return std::clamp(static_cast<double>(std::max(x, y)), 1.0, 4.0);
}

}

Window::Window(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
Window::Window(Window&&) noexcept = default;
Window& Window::operator=(Window&&) noexcept = default;
Window::~Window() = default;

Result<Window> Window::open(const WindowWish& wish)
{
    if (glfwInit() == GLFW_FALSE)
        return Fault{"", "", {"editor.window.no_screen", {}}, {"editor.window.no_screen.mend", {}}};
    auto inside = std::make_unique<Inside>();
    inside->window.handle = create(wish);
    if (inside->window.handle == nullptr)
        return Fault{"", "", {"editor.view.no_opengl", {}}, {"editor.view.no_opengl.mend", {}}};
    GLFWwindow* window = inside->window.handle;
    glfwMakeContextCurrent(window);
    glfwSwapInterval(1);
    glfwSetWindowUserPointer(window, &inside->dropped);
    glfwSetDropCallback(window, onDrop);
    inside->interface = std::make_unique<Interface>(wish.scale > 0.0 ? wish.scale : screenScale(window));
    inside->backends = std::make_unique<Backends>(window);
    return Window(std::move(inside));
}

double Window::scale() const
{
    return inside_->interface->scale();
}

void Window::rescale(double scale)
{
    inside_->interface->rescale(scale);
}

int Window::width() const
{
    int width = 0;
    int height = 0;
    glfwGetFramebufferSize(inside_->window.handle, &width, &height);
    return width;
}

int Window::height() const
{
    int width = 0;
    int height = 0;
    glfwGetFramebufferSize(inside_->window.handle, &width, &height);
    return height;
}

bool Window::wantsToClose() const
{
    return glfwWindowShouldClose(inside_->window.handle) == GLFW_TRUE;
}

void Window::stayOpen()
{
    glfwSetWindowShouldClose(inside_->window.handle, GLFW_FALSE);
}

void Window::title(const std::string& text)
{
    glfwSetWindowTitle(inside_->window.handle, text.c_str());
}

std::string Window::clipboard() const
{
    const char* text = glfwGetClipboardString(inside_->window.handle);
    return text == nullptr ? std::string() : std::string(text);
}

void Window::needGlyphs(std::string_view text)
{
    inside_->interface->fonts().need(text);
}

void Window::frame(bool idle, const std::function<void()>& contents)
{
    inside_->wait(idle);
    inside_->refreshFonts();
    ++inside_->pictures;
    ImGui_ImplOpenGL3_NewFrame();
    ImGui_ImplGlfw_NewFrame();
    ImGui::NewFrame();
    glBindFramebuffer(GL_FRAMEBUFFER, 0);
    contents();
    ImGui::Render();
    glDisable(GL_SCISSOR_TEST);
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
    glfwSwapBuffers(inside_->window.handle);
}

std::vector<std::string> Window::takeDropped()
{
    return std::exchange(inside_->dropped, {});
}

}
