#include "sim/base/json_write.hpp"
#include "sim/base/system.hpp"
#include "sim/cli/bureau.hpp"
#include "sim/cli/watching.hpp"
#include "sim/record/filed_result.hpp"
#include "sim/record/package.hpp"

#include <CLI/CLI.hpp>

#include <cstdio>

namespace stairwise {
namespace {

constexpr int kCannotBeJudged = 3;

void print(const Package& package, const Verified& verified, const BureauAsked& asked, const Shell& shell)
{
    std::vector<std::string> reasons = {say(verified.why, shell.language)};
    if (verified.onFiledSurfaces) reasons.push_back(shell.text("record.verify.on_filed_surfaces"));
    const std::string proves = shell.text("record.verify.proves");
    if (!asked.json) {
        for (const std::string& reason : reasons) std::printf("%s\n", reason.c_str());
        std::printf("%s\n", proves.c_str());
        return;
    }
    JsonWriter w;
    w.beginObject();
    w.key("verdict").text(codeOf(verified.verdict));
    w.key("reasons").beginList();
    for (const std::string& reason : reasons) w.text(reason);
    w.endList();
    w.key("surfaces").text(verified.onFiledSurfaces ? "filed" : "own");
    if (verified.fromSecond) w.key("from_second").whole(static_cast<std::int64_t>(*verified.fromSecond));
    w.key("proves").text(proves);
    w.key("school").text(package.manifest.school);
    w.key("drill").text(package.manifest.drill);
    w.key("filing_version").whole(package.manifest.version);
    w.key("sha256").text(package.sha256);
    w.key("public_key").text(package.publicKey);
    w.endObject();
    std::printf("%s", std::move(w).finished().c_str());
}

int refused(const Fault& fault, const BureauAsked& asked, const Shell& shell)
{
    if (!asked.json) return refuse(fault, shell);
    JsonWriter w;
    w.beginObject();
    w.key("verdict").text("refused");
    w.key("reasons").beginList();
    w.text(line(fault, shell.language));
    w.endList();
    w.endObject();
    std::printf("%s", std::move(w).finished().c_str());
    return kBadInput;
}

}

int verifyAsked(const BureauAsked& asked, const Shell& shell)
{
    const std::string& file = asked.paths.front();
    const auto bytes = readFile(file, kLargestPackage);
    if (!bytes) return refused(bytes.fault(), asked, shell);
    const auto package = openPackage(bytes.value(), file);
    if (!package) return refused(package.fault(), asked, shell);
    if (!asked.publicKey.empty() && asked.publicKey != package.value().publicKey)
        return refused({file,
                        "manifest.sig",
                        {"record.receive.other_key", {shortKey(package.value().publicKey)}},
                        {"record.receive.other_key.mend", {shortKey(asked.publicKey)}}},
                       asked, shell);
    const auto verified = verifyRun(package.value().parts, file, asked.threads, cancelOnInterrupt(),
                                    progressLine(shell, Counting::People));
    clearProgressLine();
    if (!verified) return refused(verified.fault(), asked, shell);
    print(package.value(), verified.value(), asked, shell);
    if (verified.value().verdict == RunVerdict::CannotBeJudged) return kCannotBeJudged;
    return verified.value().verdict == RunVerdict::Same ? kGood : kFindings;
}

namespace {

void addDecisions(CLI::App& app, BureauAsked& asked, const Shell& shell)
{
    for (const auto& [name, summary] :
         {std::pair{"accept", "cli.bureau.accept"}, std::pair{"send-back", "cli.bureau.send_back"}}) {
        CLI::App* one = app.add_subcommand(name, shell.text(summary));
        one->add_option("archive", asked.archive, shell.text("cli.option.archive"))->required();
        one->add_option("school", asked.school, shell.text("cli.option.school_id"))->required();
        one->add_option("drill", asked.drill, shell.text("cli.option.drill"))->required();
        one->add_option("--reason", asked.reason, shell.text("cli.option.reason"));
        one->add_option("--who", asked.who, shell.text("cli.option.who"));
    }
}

void addAssessment(CLI::App& app, BureauAsked& asked, const Shell& shell)
{
    CLI::App* form = app.add_subcommand("form", shell.text("cli.bureau.form"));
    form->add_option("file", asked.out, shell.text("cli.option.form_out"))->required();
    CLI::App* one = app.add_subcommand("assess", shell.text("cli.bureau.assess"));
    one->add_option("archive", asked.archive, shell.text("cli.option.archive"))->required();
    one->add_option("school", asked.school, shell.text("cli.option.school_id"))->required();
    one->add_option("drill", asked.drill, shell.text("cli.option.drill"))->required();
    one->add_option("--by", asked.by, shell.text("cli.option.assessed_by"))->check(CLI::IsMember({"papers", "visit"}));
    one->add_option("--marks", asked.marks, shell.text("cli.option.marks"));
    one->add_option("--who", asked.who, shell.text("cli.option.who"));
    one->add_option("--date", asked.today, shell.text("cli.option.today"));
    one->add_option("--remark", asked.reason, shell.text("cli.option.assess_remark"));
    one->add_option("--pdf", asked.pdf, shell.text("cli.option.assess_pdf"));
    one->add_flag("--json", asked.json, shell.text("cli.option.answer_json"));
}

void addLists(CLI::App& app, BureauAsked& asked, const Shell& shell)
{
    CLI::App* lists = app.add_subcommand("list", shell.text("cli.bureau.list"));
    lists->add_option("archive", asked.archive, shell.text("cli.option.archive"))->required();
    lists->add_option("--from", asked.from, shell.text("cli.option.from_day"))->required();
    lists->add_option("--to", asked.to, shell.text("cli.option.to_day"));
    lists->add_option("--show", asked.shown, shell.text("cli.option.shown"))
        ->check(CLI::IsMember({"all", "filed", "late", "not-filed", "sent-back"}));
    lists->add_option("--county", asked.county, shell.text("cli.option.county"));
    lists->add_option("--pdf", asked.pdf, shell.text("cli.option.list_pdf"));
    CLI::App* figures = app.add_subcommand("figures", shell.text("cli.bureau.figures"));
    figures->add_option("archive", asked.archive, shell.text("cli.option.archive"))->required();
    figures->add_option("--year", asked.year, shell.text("cli.option.year"))
        ->required()
        ->check(CLI::Range(kFirstDay.year, kLastDay.year));
    figures->add_option("--out", asked.out, shell.text("cli.option.figures_out"));
    for (CLI::App* one : {lists, figures}) {
        one->add_flag("--json", asked.json, shell.text("cli.option.answer_json"));
        one->add_flag("--csv", asked.asCsv, shell.text("cli.option.as_csv"));
    }
    CLI::App* history = app.add_subcommand("history", shell.text("cli.bureau.history"));
    history->add_option("archive", asked.archive, shell.text("cli.option.archive"))->required();
    history->add_option("school", asked.school, shell.text("cli.option.school_id"))->required();
}

}

Run bureauCommand(CLI::App& app, const Shell& shell)
{
    auto asked = std::make_shared<BureauAsked>();
    app.require_subcommand(1);
    CLI::App* enrols = app.add_subcommand("enrol", shell.text("cli.bureau.enrol"));
    enrols->add_option("archive", asked->archive, shell.text("cli.option.archive"))->required();
    enrols->add_option("schools", asked->paths, shell.text("cli.option.schools"))->required()->expected(1);
    CLI::App* receives = app.add_subcommand("receive", shell.text("cli.bureau.receive"));
    receives->add_option("archive", asked->archive, shell.text("cli.option.archive"))->required();
    receives->add_option("packages", asked->paths, shell.text("cli.option.packages"))->required();
    receives->add_option("--today", asked->today, shell.text("cli.option.today"));
    receives->add_option("--receipts", asked->out, shell.text("cli.option.receipts"));
    receives->add_flag("--json", asked->json, shell.text("cli.option.answer_json"));
    CLI::App* verifies = app.add_subcommand("verify", shell.text("cli.bureau.verify"));
    verifies->add_option("package", asked->paths, shell.text("cli.option.package"))->required()->expected(1);
    verifies->add_option("--public-key", asked->publicKey, shell.text("cli.option.public_key"));
    verifies->add_option("--threads", asked->threads, shell.text("cli.option.threads"))->check(CLI::Range(1, 256));
    verifies->add_flag("--json", asked->json, shell.text("cli.option.answer_json"));
    addDecisions(app, *asked, shell);
    addLists(app, *asked, shell);
    addAssessment(app, *asked, shell);
    return [asked, &app, &shell] { return bureauAct(app.get_subcommands().front()->get_name(), *asked, shell); };
}

}
