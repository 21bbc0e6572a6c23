#include "sim/base/system.hpp"
#include "sim/cli/shell.hpp"
#include "sim/record/drill_store.hpp"
#include "sim/report/day_papers.hpp"
#include "sim/report/phrases.hpp"
#include "sim/school/school_file.hpp"

#include <CLI/CLI.hpp>

#include <cstdio>

namespace stairwise {
namespace {

struct Asked {
    std::string archive;
    std::string drill;
    std::string out;
};

Result<std::vector<std::string>> dormitoriesIn(Archive& archive, const Asked& asked)
{
    std::vector<std::string> rooms;
    const auto kept = archive.get(kSchoolKind, asked.drill);
    if (!kept) return kept.fault();
    if (!kept.value()) return rooms;
    const auto school = parseSchool(kept.value()->body, asked.archive);
    if (!school) return school.fault();
    for (const Building& building : school.value().buildings)
        for (const auto& storey : building.storeys)
            for (const Space& space : storey->spaces)
                if (space.kind == SpaceKind::DormitoryRoom) rooms.push_back(nameOrId(&space, space.id.value));
    return rooms;
}

Done writeSheets(const DrillPlan& plan, const std::vector<std::string>& dormitories, Staging& folder,
                 const Shell& shell)
{
    const std::string title = plan.derived.school + " " + plan.drill;
    struct Paper {
        const char* name;
        std::vector<Picture> pages;
    };
    const Paper papers[] = {{"day_papers.pdf", dayPages(plan, shell.language)},
                            {"duty_board.pdf", boardPages(plan, shell.language)},
                            {"team_cards.pdf", teamCardPages(plan, shell.language)},
                            {"pupil_cards.pdf", pupilCardPages(plan, dormitories, shell.language)}};
    for (const Paper& paper : papers) {
        if (paper.pages.empty()) continue;
        if (auto written = folder.write(paper.name, toPdf(paper.pages, title)); !written) return written;
    }
    const auto form = formatXlsx(dayForm(plan, shell.language), "day_times.xlsx");
    if (!form) return form.fault();
    if (auto written = folder.write("day_times.xlsx", form.value()); !written) return written;
    return folder.commit();
}

int sheetsAsked(const Asked& asked, const Shell& shell)
{
    auto archive = Archive::open(asked.archive, Opening::Existing);
    if (!archive) return refuse(archive.fault(), shell);
    const auto plan = planIn(archive.value(), asked.drill);
    if (!plan) return refuse(plan.fault(), shell);
    const auto dormitories = dormitoriesIn(archive.value(), asked);
    if (!dormitories) return refuse(dormitories.fault(), shell);
    auto folder = Staging::open(asked.out);
    if (!folder) return refuse(folder.fault(), shell);
    if (const Done written = writeSheets(plan.value(), dormitories.value(), folder.value(), shell); !written)
        return refuse(written.fault(), shell);
    std::printf("%s\n", say({"day.written", {asked.out}}, shell.language).c_str());
    return kGood;
}

}

Run sheetsCommand(CLI::App& app, const Shell& shell)
{
    auto asked = std::make_shared<Asked>();
    app.add_option("archive", asked->archive, shell.text("cli.option.archive"))->required();
    app.add_option("drill", asked->drill, shell.text("cli.option.drill"))->required();
    app.add_option("--out", asked->out, shell.text("cli.option.sheets_out"))->required();
    return [asked, &shell] { return sheetsAsked(*asked, shell); };
}

}
