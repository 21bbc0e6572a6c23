#include "sim/report/validation.hpp"

#include "sim/report/text.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace stairwise {
namespace {

constexpr std::size_t kVerdictColumns = 10; // of the widest verdict in either language, and two blanks

std::string padded(std::string text, std::size_t columns)
{
    const std::size_t width = terminalWidth(text);
    if (width < columns) text.append(columns - width, ' ');
    return text;
}

}

std::string_view verdictKey(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Pass:
        return "validate.verdict.pass";
    case Verdict::Fail:
        return "validate.verdict.fail";
    case Verdict::Imposed:
        return "validate.verdict.imposed";
    case Verdict::Shown:
        return "validate.verdict.shown";
    case Verdict::LeftOut:
        return "validate.verdict.left_out";
    }
    return "validate.verdict.fail";
}

Message countOf(std::span<const Tried> trials)
{
    const auto count = [&](Verdict verdict) {
        return std::to_string(
            std::ranges::count(trials, verdict, [](const Tried& trial) { return trial.outcome.verdict; }));
    };
    return {"validate.count",
            {count(Verdict::Pass), count(Verdict::Fail), count(Verdict::Imposed), count(Verdict::Shown),
             count(Verdict::LeftOut)}};
}

std::vector<Message> introOf(std::span<const Tried> trials, const ValidationHead& head)
{
    std::string failed;
    for (const Tried& trial : trials)
        if (trial.outcome.verdict == Verdict::Fail) failed += (failed.empty() ? "" : ", ") + trial.id;
    std::vector<Message> lines = {{"validate.how", {std::to_string(head.engine), std::to_string(head.seeds)}},
                                  countOf(trials)};
    if (!failed.empty()) lines.push_back({"validate.failed", {failed}});
    return lines;
}

std::string validationText(const Tried& trial, Language language)
{
    const std::string margin(kVerdictColumns, ' ');
    std::string text = padded(say(verdictKey(trial.outcome.verdict), language), kVerdictColumns) + trial.id + "  " +
                       say(trial.name, language) + "\n";
    const std::string asked = say("validate.asked", language);
    const std::string got = say("validate.got", language);
    const std::size_t columns = std::max(terminalWidth(asked), terminalWidth(got)) + 2;
    if (!trial.asked.key.empty()) text += margin + padded(asked, columns) + say(trial.asked, language) + "\n";
    text += margin + padded(got, columns) + say(trial.outcome.got, language) + "\n";
    for (const Message& detail : trial.outcome.details) text += margin + "  " + say(detail, language) + "\n";
    return text;
}

std::string validationText(std::span<const Tried> trials, Language language)
{
    std::string text;
    for (const Tried& trial : trials) text += validationText(trial, language);
    return text + "\n" + say(countOf(trials), language) + "\n";
}

std::string validationJson(std::span<const Tried> trials, Language language)
{
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (const Tried& trial : trials) {
        nlohmann::ordered_json details = nlohmann::ordered_json::array();
        for (const Message& detail : trial.outcome.details) details.push_back(say(detail, language));
        list.push_back({{"id", trial.id},
                        {"name", say(trial.name, language)},
                        {"asked", say(trial.asked, language)},
                        {"verdict", std::string(verdictKey(trial.outcome.verdict).substr(17))},
                        {"got", say(trial.outcome.got, language)},
                        {"details", details},
                        {"source", trial.source},
                        {"seconds", trial.seconds}});
    }
    return list.dump(2) + "\n";
}

}
