#include "tests/session/session.hpp"

#include <fmt/format.h>

#include <sstream>

namespace stairwise::editor {
namespace {

std::pair<std::string, std::string> cut(const std::string& text)
{
    const auto blank = text.find(' ');
    if (blank == std::string::npos) return {text, {}};
    return {text.substr(0, blank), text.substr(blank + 1)};
}

std::optional<Vec2> pairIn(const std::string& text)
{
    std::istringstream numbers(text);
    Vec2 pair;
    if (!(numbers >> pair.x >> pair.y)) return std::nullopt;
    return pair;
}

// One session at work.
struct Player {
    const Hand& hand;
    std::string wrong;

    Places places()
    {
        auto found = hand.rest();
        if (!found) wrong = "nothing comes to rest";
        return found.value_or(Places{});
    }

    bool over(const std::string& name)
    {
        const Places seen = places();
        const auto widget = seen.widgets.find(name);
        if (widget == seen.widgets.end()) {
            if (wrong.empty()) wrong = fmt::format("there is no widget \"{}\"", name);
            return false;
        }
        const Place& place = widget->second;
        hand.move(
            {static_cast<double>(place.left + place.right) / 2.0, static_cast<double>(place.top + place.bottom) / 2.0});
        return true;
    }

    void click(const std::string& name, int times)
    {
        if (!over(name)) return;
        press(times);
    }

    void press(int times)
    {
        for (int i = 0; i < times; ++i) {
            hand.button(true);
            hand.button(false);
        }
    }

    bool moveOnPlan(const std::string& text)
    {
        const auto millimetres = pairIn(text);
        if (!millimetres) {
            wrong = "two numbers are wanted";
            return false;
        }
        const Places seen = places();
        const Vec2 at = inWindow(seen, *millimetres * 0.001);
        const bool shown = at.x > static_cast<double>(seen.plan.left) && at.x < static_cast<double>(seen.plan.right) &&
                           at.y > static_cast<double>(seen.plan.top) && at.y < static_cast<double>(seen.plan.bottom);
        if (!shown && wrong.empty()) wrong = "that place is out of sight";
        if (shown) hand.move(at);
        return shown;
    }

    void drag(const std::string& text)
    {
        const auto [name, by] = cut(text);
        const Places seen = places();
        const auto widget = seen.widgets.find(name);
        const auto pixels = pairIn(by);
        if (!pixels || !over(name)) return;
        const Place& place = widget->second;
        const Vec2 from{static_cast<double>(place.left + place.right) / 2.0,
                        static_cast<double>(place.top + place.bottom) / 2.0};
        hand.button(true);
        for (const double part : {0.3, 0.7, 1.0}) hand.move(from + *pixels * part);
        hand.button(false);
    }

    void fill(const std::string& text)
    {
        const auto [name, value] = cut(text);
        click(name, 1);
        hand.key("Ctrl+A");
        hand.type(value);
        hand.key("Enter");
    }

    void take(const SessionStep& step)
    {
        if (step.word == "click") return click(step.rest, 1);
        if (step.word == "double") return click(step.rest, 2);
        if (step.word == "over") return static_cast<void>(over(step.rest));
        if (step.word == "tap" && moveOnPlan(step.rest)) return press(1);
        if (step.word == "double-tap" && moveOnPlan(step.rest)) return press(2);
        if (step.word == "press" && moveOnPlan(step.rest)) return hand.button(true);
        if (step.word == "release" && moveOnPlan(step.rest)) return hand.button(false);
        if (step.word == "move") return static_cast<void>(moveOnPlan(step.rest));
        if (step.word == "drag") return drag(step.rest);
        if (step.word == "key") return hand.key(step.rest);
        if (step.word == "type") return hand.type(step.rest);
        if (step.word == "fill") return fill(step.rest);
        if (step.word == "wait") return static_cast<void>(places());
        if (step.word == "picture") {
            const auto [name, caption] = cut(step.rest);
            static_cast<void>(places());
            return hand.picture(name, caption);
        }
        if (wrong.empty()) wrong = fmt::format("nobody knows how to \"{}\"", step.word);
    }
};

std::string filledIn(std::string text, const std::map<std::string, std::string>& names)
{
    for (const auto& [name, value] : names) {
        const std::string mark = "{" + name + "}";
        for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark, at + value.size()))
            text.replace(at, mark.size(), value);
    }
    for (auto at = text.find("\\n"); at != std::string::npos; at = text.find("\\n")) text.replace(at, 2, "\n");
    return text;
}

}

std::vector<SessionStep> parseSession(std::string_view text)
{
    std::vector<SessionStep> steps;
    std::istringstream lines{std::string(text)};
    std::string line;
    for (int number = 1; std::getline(lines, line); ++number) {
        if (line.empty() || line.starts_with('#')) continue;
        auto [word, rest] = cut(line);
        steps.push_back({number, std::move(word), std::move(rest)});
    }
    return steps;
}

std::string play(const std::vector<SessionStep>& steps, const Hand& hand,
                 const std::map<std::string, std::string>& names)
{
    Player player{hand, {}};
    for (const SessionStep& step : steps) {
        player.take({step.line, step.word, filledIn(step.rest, names)});
        if (!player.wrong.empty())
            return fmt::format("line {}: {} {}: {}", step.line, step.word, step.rest, player.wrong);
    }
    static_cast<void>(player.places());
    return player.wrong;
}

}
