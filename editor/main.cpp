#include "editor/desk/desk.hpp"
#include "editor/desk/places.hpp"
#include "sim/base/system.hpp"
#include "sim/base/version.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <string>
#include <string_view>

namespace stairwise::editor {
namespace {

namespace fs = std::filesystem;

struct Options {
    std::string file; // school, scenario or drawing; empty: the start page
    std::string language;
    double scale = 0.0;
    int width = 1366;
    int height = 768;
    std::string folder;
    std::string places;
};

int refuse(const Fault& fault, Language language)
{
    std::fputs((line(fault, language) + "\n").c_str(), stderr);
    return 2;
}

Language languageAsked(int count, char** words)
{
    for (int i = 1; i + 1 < count; ++i)
        if (std::string_view(words[i]) == "--lang") return languageOf(words[i + 1]);
    return environmentLanguage().empty() ? Language::Chinese : languageOf(environmentLanguage());
}

void add(CLI::App& app, Options& options, Language language)
{
    const auto word = [&](std::string_view key) { return say(key, language); };
    app.add_option("FILE", options.file, word("editor.option.file"));
    app.add_option("--lang", options.language, word("cli.option.lang"))->check(CLI::IsMember({"zh", "en"}));
    app.add_option("--scale", options.scale, word("editor.option.scale"))->check(CLI::Range(0.5, 4.0));
    app.add_option("--width", options.width, word("editor.option.width"))->check(CLI::Range(640, 7680));
    app.add_option("--height", options.height, word("editor.option.height"))->check(CLI::Range(480, 4320));
    app.add_option("--folder", options.folder, word("editor.option.folder"));
    app.add_option("--places", options.places, word("editor.option.places"));
    app.set_version_flag("--version", "stairwise-editor " + std::string(stairwise::kProgramVersion));
}

double secondsSince(std::chrono::steady_clock::time_point& last)
{
    const auto now = std::chrono::steady_clock::now();
    const double seconds = std::chrono::duration<double>(now - last).count();
    last = now;
    return seconds;
}

// A person's session: pictures until the window may close.
void attend(Desk& desk, Window& window, const Options& options)
{
    auto last = std::chrono::steady_clock::now();
    std::string told;
    while (!desk.done()) {
        desk.picture(window, secondsSince(last));
        if (options.places.empty()) continue;
        std::string places = formatPlaces(placesOf(desk));
        if (places == told) continue;
        told = std::move(places);
        static_cast<void>(writeFile(options.places, told)); // who reads it waits for it
    }
    desk.endWell();
}

Done work(const Options& options, Habits habits, const fs::path& folder)
{
    const double scale = options.scale > 0.0 ? options.scale : habits.looks.scale;
    auto window = Window::open({say("editor.title", habits.looks.language), options.width, options.height, scale});
    if (!window) return window.fault();
    auto canvas = Canvas::create();
    if (!canvas) return canvas.fault();
    Desk desk(folder, std::move(habits), &canvas.value());
    if (!options.file.empty()) fulfil(desk.editor(), OpenFile{options.file});
    attend(desk, window.value(), options);
    return done();
}

int run(int count, char** words)
{
    const Language language = languageAsked(count, words);
    Options options;
    CLI::App app(say("editor.about", language), "stairwise-editor");
    add(app, options, language);
    try {
        app.parse(count, words);
    } catch (const CLI::Success& asked) {
        return app.exit(asked); // --help, --version
    } catch (const CLI::ParseError& error) {
        std::string what = error.what();
        std::ranges::replace(what, '\n', ' ');
        return refuse({"", "", {"cli.bad_arguments", {what}}, {"cli.bad_arguments.mend", {}}}, language);
    }
    const fs::path folder = options.folder.empty() ? stateFolder() : fs::path(options.folder);
    Habits habits = readHabits(folder);
    if (!options.language.empty()) habits.looks.language = language;
    const Done done = work(options, std::move(habits), folder);
    return done ? 0 : refuse(done.fault(), language);
}

}
}

int main(int count, char** words)
{
    return stairwise::editor::run(count, words);
}
