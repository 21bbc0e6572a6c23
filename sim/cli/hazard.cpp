#include "sim/base/json_write.hpp"
#include "sim/base/system.hpp"
#include "sim/cli/days.hpp"
#include "sim/cli/shell.hpp"
#include "sim/record/hazards.hpp"
#include "sim/report/paper.hpp"
#include "sim/report/review_report.hpp"

#include <CLI/CLI.hpp>

#include <cstdio>

namespace stairwise {
namespace {

constexpr std::size_t kMostTable = 4U << 20U; // bytes

struct Asked {
    std::string archive;
    std::string id;
    std::string text;
    std::string place;
    std::string owner;
    std::string due;
    std::string who;
    std::string state;
    std::string date;
    std::string month;
    std::string csv;
    std::string quarter;
    std::string pdf;
    std::string school;
    bool open = false;
    bool json = false;
    bool asCsv = false;
};

Result<std::optional<Date>> dueAsked(const Asked& asked)
{
    if (asked.due.empty()) return std::optional<Date>();
    const auto due = dayAsked(asked.due, "--due");
    if (!due) return due.fault();
    return std::optional(due.value());
}

int add(Archive& archive, const Asked& asked, const Date& date, const Shell& shell)
{
    const auto due = dueAsked(asked);
    if (!due) return refuse(due.fault(), shell);
    const Hazard hazard{asked.id,
                        asked.text,
                        asked.place,
                        shell.text("hazard.inspection"),
                        asked.owner,
                        due.value(),
                        {{HazardState::Found, date, asked.who, {}}}};
    if (const Done added = addHazard(archive, hazard); !added) return refuse(added.fault(), shell);
    std::printf("%s\n", say({"hazard.kept", {asked.id}}, shell.language).c_str());
    return kGood;
}

int step(Archive& archive, const Asked& asked, const Date& date, const Shell& shell)
{
    const auto state = hazardStateOf(asked.state);
    if (!state) return refuse({"", asked.state, {"hazard.no_state", {}}, {"hazard.no_state.mend", {}}}, shell);
    const auto due = dueAsked(asked);
    if (!due) return refuse(due.fault(), shell);
    if (const Done made = stepHazard(archive, asked.id, {*state, date, asked.who, asked.text}, due.value()); !made)
        return refuse(made.fault(), shell);
    std::printf("%s\n", say({"hazard.kept", {asked.id}}, shell.language).c_str());
    return kGood;
}

void printJson(const std::vector<Hazard>& hazards, const HazardFigures& figures, RateRule rule, const Date& today)
{
    JsonWriter w;
    w.beginObject();
    w.key("found").whole(figures.found);
    w.key("mended").whole(figures.mended);
    w.key("rate").text(rateText(figures.mended, figures.found, rule));
    w.key("closed").whole(figures.closed);
    w.key("overdue").whole(figures.overdue);
    w.key("notices").whole(figures.notices);
    w.key("reported_upward").whole(figures.upward);
    writeObjects(
        w, "hazards", hazards,
        [&](JsonWriter& writer, const Hazard& hazard) {
            writer.key("id").text(hazard.id);
            writer.key("found").text(textOf(hazard.steps.front().date));
            writer.key("text").text(hazard.text);
            writer.key("place").text(hazard.place);
            writer.key("owner").text(hazard.owner);
            if (hazard.due) writer.key("due").text(textOf(*hazard.due));
            writer.key("state").text(codeOf(stateOf(hazard)));
            writer.key("overdue").yesNo(isOverdue(hazard, today));
        },
        JsonWriter::Shape::OneLine);
    w.endObject();
    std::printf("%s", std::move(w).finished().c_str());
}

/// Does it lie in the month or the quarter that is asked for?
bool isAsked(const Date& found, const Asked& asked)
{
    if (!asked.quarter.empty()) {
        const int quarter = 1 + (found.month - 1) / 3;
        return asked.quarter == std::to_string(found.year) + "-" + std::to_string(quarter);
    }
    return textOf(found).starts_with(asked.month);
}

int notice(Archive& archive, const Asked& asked, const Shell& shell)
{
    const auto hazards = hazardsIn(archive);
    if (!hazards) return refuse(hazards.fault(), shell);
    for (const Hazard& one : hazards.value()) {
        if (one.id != asked.id) continue;
        const std::string pdf = pdfOf(noticeWriting(one, asked.school, shell.language), shell.language);
        if (const Done written = writeFile(asked.pdf, pdf); !written) return refuse(written.fault(), shell);
        std::printf("%s\n", say({"hazard.notice.written", {asked.id, asked.pdf}}, shell.language).c_str());
        return kGood;
    }
    return refuse({"", asked.id, {"record.hazard.unknown", {asked.id}}, {"record.hazard.unknown.mend", {}}}, shell);
}

/// Of one month or quarter, or all.
int list(Archive& archive, const Asked& asked, const Date& date, const Shell& shell)
{
    auto hazards = hazardsIn(archive);
    if (!hazards) return refuse(hazards.fault(), shell);
    const auto rule = ruleOf(archive);
    if (!rule) return refuse(rule.fault(), shell);
    std::vector<Hazard>& all = hazards.value();
    std::erase_if(all, [&](const Hazard& one) { return !isAsked(one.steps.front().date, asked); });
    const HazardFigures figures = figuresOf(all, kFirstDay, kLastDay, date);
    if (!asked.pdf.empty()) {
        const std::string time = asked.quarter.empty() ? asked.month : asked.quarter;
        const Writing paper =
            hazardListWriting(all, time.empty() ? textOf(date) : time, rule.value().rate, date, shell.language);
        if (const Done written = writeFile(asked.pdf, pdfOf(paper, shell.language)); !written)
            return refuse(written.fault(), shell);
    }
    if (asked.json)
        printJson(all, figures, rule.value().rate, date);
    else if (asked.asCsv)
        std::printf("%s", hazardsCsv(all, date, shell.language).c_str());
    else
        std::printf("%s%s", hazardsText(all, date, shell.language).c_str(),
                    hazardFiguresText(figures, rule.value().rate, shell.language).c_str());
    return figures.overdue > 0 ? kFindings : kGood;
}

int equipment(Archive& archive, const Asked& asked, const Date& date, const Shell& shell)
{
    if (!asked.csv.empty()) {
        const auto text = readFile(asked.csv, kMostTable);
        if (!text) return refuse(text.fault(), shell);
        const auto items = equipmentFrom(text.value(), asked.csv);
        if (!items) return refuse(items.fault(), shell);
        if (const Done kept = keepEquipment(archive, items.value()); !kept) return refuse(kept.fault(), shell);
    }
    const auto items = equipmentIn(archive);
    if (!items) return refuse(items.fault(), shell);
    int overdue = 0;
    for (const SafetyItem& item : items.value()) {
        const auto why = overdueOf(item, date);
        if (!why) continue;
        ++overdue;
        const std::string reason = say(*why, shell.language);
        std::printf("%s\n",
                    say({"hazard.equipment", {item.id, item.kind, item.place, reason}}, shell.language).c_str());
    }
    const std::string all = std::to_string(items.value().size());
    std::printf("%s\n", say({"hazard.equipment.count", {all, std::to_string(overdue)}}, shell.language).c_str());
    if (!asked.open) return overdue > 0 ? kFindings : kGood;
    const auto opened = openOverdue(archive, date, asked.who);
    if (!opened) return refuse(opened.fault(), shell);
    std::printf("%s\n", say({"hazard.opened", {std::to_string(opened.value())}}, shell.language).c_str());
    return overdue > 0 ? kFindings : kGood;
}

int act(const std::string& what, const Asked& asked, const Shell& shell)
{
    const auto date = dayAsked(asked.date, "--date");
    if (!date) return refuse(date.fault(), shell);
    auto archive = Archive::open(asked.archive, Opening::CreateIfMissing);
    if (!archive) return refuse(archive.fault(), shell);
    if (what == "add") return add(archive.value(), asked, date.value(), shell);
    if (what == "step") return step(archive.value(), asked, date.value(), shell);
    if (what == "notice") return notice(archive.value(), asked, shell);
    if (what == "equipment") return equipment(archive.value(), asked, date.value(), shell);
    return list(archive.value(), asked, date.value(), shell);
}

}

Run hazardCommand(CLI::App& app, const Shell& shell)
{
    auto asked = std::make_shared<Asked>();
    app.require_subcommand(1);
    const auto sub = [&](const char* name, const char* summary) {
        CLI::App* one = app.add_subcommand(name, shell.text(summary));
        one->add_option("archive", asked->archive, shell.text("cli.option.archive"))->required();
        one->add_option("--date", asked->date, shell.text("cli.option.today"));
        return one;
    };
    CLI::App* adds = sub("add", "cli.hazard.add");
    adds->add_option("id", asked->id, shell.text("cli.option.hazard_id"))->required();
    adds->add_option("--place", asked->place, shell.text("cli.option.hazard_place"));
    adds->add_option("--owner", asked->owner, shell.text("cli.option.hazard_owner"));
    CLI::App* steps = sub("step", "cli.hazard.step");
    steps->add_option("id", asked->id, shell.text("cli.option.hazard_id"))->required();
    steps->add_option("state", asked->state, shell.text("cli.option.hazard_state"))->required();
    for (CLI::App* one : {adds, steps}) {
        one->add_option("--text", asked->text, shell.text("cli.option.hazard_text"));
        one->add_option("--due", asked->due, shell.text("cli.option.hazard_due"));
        one->add_option("--who", asked->who, shell.text("cli.option.who"));
    }
    CLI::App* lists = sub("list", "cli.hazard.list");
    lists->add_option("--month", asked->month, shell.text("cli.option.month"));
    lists->add_option("--quarter", asked->quarter, shell.text("cli.option.quarter"));
    lists->add_option("--pdf", asked->pdf, shell.text("cli.option.list_pdf"));
    CLI::App* notices = sub("notice", "cli.hazard.notice");
    notices->add_option("id", asked->id, shell.text("cli.option.hazard_id"))->required();
    notices->add_option("--pdf", asked->pdf, shell.text("cli.option.list_pdf"))->required();
    notices->add_option("--school", asked->school, shell.text("cli.option.school_name"));
    lists->add_flag("--json", asked->json, shell.text("cli.option.answer_json"));
    lists->add_flag("--csv", asked->asCsv, shell.text("cli.option.as_csv"));
    CLI::App* pieces = sub("equipment", "cli.hazard.equipment");
    pieces->add_option("--csv", asked->csv, shell.text("cli.option.equipment_csv"));
    pieces->add_flag("--open", asked->open, shell.text("cli.option.equipment_open"));
    pieces->add_option("--who", asked->who, shell.text("cli.option.who"));
    return [asked, &app, &shell] { return act(app.get_subcommands().front()->get_name(), *asked, shell); };
}

}
