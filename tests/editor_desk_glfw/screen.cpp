#include "tests/editor_desk_glfw/screen.hpp"
#include "tests/files.hpp"

#include "sim/base/system.hpp"

#include <fmt/format.h>

#include <chrono>
#include <cmath>
#include <csignal>
#include <cstdlib>
#include <thread>

#include <sys/wait.h>
#include <unistd.h>

namespace stairwise::editor {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr auto kPatience = std::chrono::seconds(60);
constexpr auto kLate = std::chrono::seconds(5);
constexpr auto kGlance = std::chrono::milliseconds(5);

pid_t spawn(const std::vector<std::string>& words)
{
    std::vector<char*> arguments;
    for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    const pid_t child = fork();
    if (child == 0) {
        execvp(arguments[0], arguments.data());
        _exit(127);
    }
    return child;
}

void finish(pid_t& child)
{
    if (child <= 0) return;
    kill(child, SIGTERM);
    waitpid(child, nullptr, 0);
    child = 0;
}

template <class Ask> auto patiently(const Ask& ask, Clock::duration patience = kPatience) -> decltype(ask())
{
    const auto end = Clock::now() + patience;
    for (;;) {
        auto answer = ask();
        if (answer || Clock::now() > end) return answer;
        std::this_thread::sleep_for(kGlance);
    }
}

std::uint32_t wordAt(const std::string& bytes, std::size_t at)
{
    std::uint32_t word = 0;
    for (std::size_t i = 0; i < 4; ++i) word = word << 8U | static_cast<std::uint8_t>(bytes[at + i]);
    return word;
}

// As `xdotool key` calls them.
std::string keysym(std::string name)
{
    const std::map<std::string, std::string> kNames = {
        {"Enter", "Return"},        {"PageUp", "Prior"}, {"PageDown", "Next"}, {"Space", "space"},
        {"Backspace", "BackSpace"}, {".", "period"},     {",", "comma"},       {"-", "minus"}};
    std::string modifiers;
    for (const std::string modifier : {"Ctrl+", "Shift+"})
        if (name.starts_with(modifier)) {
            modifiers += modifier == "Ctrl+" ? "ctrl+" : "shift+";
            name = name.substr(modifier.size());
        }
    if (const auto found = kNames.find(name); found != kNames.end()) return modifiers + found->second;
    if (name.size() == 1) name[0] = static_cast<char>(std::tolower(name[0]));
    return modifiers + name;
}

}

struct Screen::Inside {
    fs::path folder;
    int width = 0;
    int height = 0;
    std::string display;
    pid_t server = 0;
    pid_t program = 0;

    std::optional<Places> places() const { return parsePlaces(contentOf(folder / "places")); }

    // Runs xdotool until the program has seen what it did.
    template <class Seen> void act(const std::string& words, const Seen& seenBy)
    {
        constexpr int kTries = 5; // on a busy machine an event is late, seldom lost
        for (int i = 0; i < kTries; ++i) {
            static_cast<void>(std::system(fmt::format("DISPLAY={} xdotool {}", display, words).c_str()));
            const auto seen = patiently([&] { return seenBy(places().value_or(Places{})); }, kLate);
            if (seen) break;
        }
    }
    void watch() // two more pictures
    {
        const std::uint64_t since = places().value_or(Places{}).pictures;
        static_cast<void>(patiently([&] { return places().value_or(Places{}).pictures >= since + 2; }));
    }
    void move(Vec2 at)
    {
        const Vec2 pixel{std::round(at.x), std::round(at.y)};
        act(fmt::format("mousemove {:.0f} {:.0f}", pixel.x, pixel.y),
            [&](const Places& now) { return length(now.hand - pixel) < 1.5; });
        watch();
    }
    void hold(const std::string& what)
    {
        act(what, [](const Places& now) { return now.held > 0; });
    }
    void let(const std::string& what)
    {
        act(what, [](const Places& now) { return now.held == 0; });
        watch();
    }

    // As from a spreadsheet: xdotool loses some of what it types in Chinese.
    void paste(const std::string& text)
    {
        static_cast<void>(writeFile(folder / "copied", text));
        const std::string file = (folder / "copied").string();
        static_cast<void>(
            std::system(fmt::format("DISPLAY={} xclip -selection clipboard '{}'", display, file).c_str()));
        press("Ctrl+V");
    }

    // Let go as soon as it was seen: what is held longer is repeated.
    void press(const std::string& name)
    {
        hold("keydown " + keysym(name));
        let("keyup " + keysym(name));
    }

    std::optional<Places> rest()
    {
        std::uint64_t seen = 0;
        return patiently([&]() -> std::optional<Places> {
            auto now = places();
            if (!now || !now->atRest) seen = 0;
            if (!now || !now->atRest) return std::nullopt;
            if (seen == 0) seen = now->pictures;
            if (now->pictures < seen + 2) return std::nullopt; // two more, that show it
            return now;
        });
    }
};

Screen::Screen(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
Screen::Screen(Screen&&) noexcept = default;

Screen::~Screen()
{
    if (!inside_) return;
    finish(inside_->program);
    finish(inside_->server);
}

std::optional<Screen> Screen::open(const fs::path& folder, int width, int height)
{
    if (!hasProgram("Xvfb") || !hasProgram("xdotool") || !hasProgram("xclip")) return std::nullopt;
    auto inside = std::make_unique<Inside>();
    inside->folder = folder;
    inside->width = width;
    inside->height = height;
    inside->display = fmt::format(":{}", 200 + getpid() % 20000);
    inside->server = spawn({"Xvfb", inside->display, "-screen", "0", fmt::format("{}x{}x24", width, height), "-fbdir",
                            folder.string(), "-nolisten", "tcp", "-r"}); // a slow machine holds keys long: no repeats
    const std::string socket = "/tmp/.X11-unix/X" + inside->display.substr(1);
    if (!patiently([&] { return fs::exists(socket); })) return std::nullopt;
    return Screen(std::move(inside));
}

bool Screen::start(const std::string& program, const std::string& file, double scale)
{
    Inside& in = *inside_;
    fs::remove(in.folder / "places");
    setenv("DISPLAY", in.display.c_str(), 1);
    std::vector<std::string> words = {program,
                                      "--folder",
                                      (in.folder / "state").string(),
                                      "--lang",
                                      "zh",
                                      "--width",
                                      fmt::to_string(in.width),
                                      "--height",
                                      fmt::to_string(in.height),
                                      "--scale",
                                      fmt::to_string(scale),
                                      "--places",
                                      (in.folder / "places").string()};
    if (!file.empty()) words.push_back(file);
    in.program = spawn(words);
    if (!patiently([&] { return in.places().has_value(); })) return false;
    // No window manager is there to give it the keyboard.
    in.act("search --sync --onlyvisible --class . windowfocus --sync", [](const Places&) { return true; });
    return in.rest().has_value();
}

void Screen::end()
{
    finish(inside_->program);
}

Hand Screen::hand(std::function<void(const std::string&, const std::string&)> picture)
{
    Inside* in = inside_.get();
    return {[in] { return in->rest(); },
            [in](Vec2 at) { in->move(at); },
            [in](bool down) { down ? in->hold("mousedown 1") : in->let("mouseup 1"); },
            [in](const std::string& name) { in->press(name); },
            [in](const std::string& text) {
                if (text.find_first_not_of("0123456789.,-") == std::string::npos) {
                    for (const char c : text) in->press(std::string(1, c));
                    return;
                }
                in->paste(text);
            },
            std::move(picture)};
}

// Xvfb's screen file: XWD, big-endian words, 32 bits a pixel.
Image Screen::seen() const
{
    const std::string bytes = contentOf(inside_->folder / "Xvfb_screen0");
    if (bytes.size() < 100) return {};
    const std::size_t start = wordAt(bytes, 0) + std::size_t{12} * wordAt(bytes, 76);
    Image image{inside_->width, inside_->height, {}};
    for (std::size_t i = 0; i < static_cast<std::size_t>(image.width) * image.height; ++i) {
        const std::size_t at = start + 4 * i;
        for (const std::size_t channel : {2, 1, 0})
            image.rgba.push_back(static_cast<std::uint8_t>(bytes[at + channel]));
        image.rgba.push_back(255);
    }
    return image;
}

}
