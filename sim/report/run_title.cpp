#include "sim/report/run_title.hpp"

#include "sim/report/phrases.hpp"

namespace stairwise {
namespace {

std::string lower(std::string text)
{
    for (char& c : text)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return text;
}

}

Title runTitle(const RunResult& result, const std::array<std::string, 3>& names, Language language)
{
    return {
        say({"report.picture.title", {names[0], names[1], names[2]}}, language),
        say({"report.picture.run",
             {result.scenario, std::to_string(result.seed), std::to_string(kEngineNumber), headline(result, language)}},
            language),
        !everybodyOut(result)};
}

std::string FileNames::nameFor(const std::string& prefix, const std::string& id)
{
    constexpr std::size_t kLongest = 60;
    std::string name;
    for (const char c : id.substr(0, kLongest)) {
        const bool plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        name += plain || c == '-' ? c : '_';
    }
    std::string unique = prefix + name;
    for (int again = 2; !used_.insert(lower(unique)).second; ++again)
        unique = prefix + name + "_" + std::to_string(again);
    return unique;
}

}
