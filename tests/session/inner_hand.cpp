#include "tests/session/inner_hand.hpp"

#include <imgui.h>

#include <chrono>
#include <thread>

namespace stairwise::editor {
namespace {

constexpr double kPicture = 1.0 / 60.0; // seconds

// As GLFW numbers them.
int numberOf(const std::string& key)
{
    static const std::map<std::string, int> kNumbers = {
        {"Enter", 257},    {"Escape", 256}, {"Tab", 258},  {"Backspace", 259}, {"Delete", 261}, {"PageUp", 266},
        {"PageDown", 267}, {"Home", 268},   {"Space", 32}, {"Right", 262},     {"Left", 263}};
    if (const auto found = kNumbers.find(key); found != kNumbers.end()) return found->second;
    if (key.size() > 1 && key.front() == 'F') return 289 + std::stoi(key.substr(1));
    return static_cast<unsigned char>(key.front());
}

struct Inner {
    Desk& desk;
    Window& window;

    void draw() { desk.picture(window, kPicture); }

    std::optional<Places> rest()
    {
        constexpr int kStill = 3; // ImGui shows some things a picture or two late
        const auto end = std::chrono::steady_clock::now() + std::chrono::minutes(5);
        for (int still = 0; still < kStill;) {
            draw();
            still = desk.atRest() ? still + 1 : 0;
            if (still > 0) continue;
            if (std::chrono::steady_clock::now() > end) return std::nullopt;
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
        return placesOf(desk);
    }

    void move(Vec2 pixels)
    {
        ImGui::GetIO().MousePos = {static_cast<float>(pixels.x), static_cast<float>(pixels.y)};
        draw();
    }

    void button(bool down)
    {
        ImGui::GetIO().MouseDown[0] = down;
        draw();
    }

    void key(std::string name)
    {
        ImGuiIO& io = ImGui::GetIO();
        const auto held = [&](const std::string& modifier) {
            if (!name.starts_with(modifier)) return false;
            name = name.substr(modifier.size());
            return true;
        };
        io.KeyCtrl = held("Ctrl+");
        io.KeyShift = held("Shift+");
        for (const bool down : {true, false}) {
            io.KeysDown[numberOf(name)] = down;
            draw();
        }
        io.KeyCtrl = io.KeyShift = false;
        draw();
    }

    void type(const std::string& text)
    {
        draw();
        if (ImGui::GetIO().WantTextInput) {
            ImGui::GetIO().AddInputCharactersUTF8(text.c_str());
            return draw();
        }
        for (const char c : text) key(std::string(1, c));
    }
};

}

Hand innerHand(Desk& desk, Window& window, std::function<void(const std::string&, const std::string&)> picture)
{
    const auto inner = std::make_shared<Inner>(Inner{desk, window});
    return {[inner] { return inner->rest(); },
            [inner](Vec2 pixels) { inner->move(pixels); },
            [inner](bool down) { inner->button(down); },
            [inner](const std::string& name) { inner->key(name); },
            [inner](const std::string& text) { inner->type(text); },
            [picture = std::move(picture)](const std::string& name, const std::string& caption) {
                if (picture) picture(name, caption);
            }};
}

}
