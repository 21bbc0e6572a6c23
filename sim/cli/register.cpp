#include "sim/record/register.hpp"
#include "sim/base/system.hpp"
#include "sim/cli/days.hpp"
#include "sim/cli/shell.hpp"
#include "sim/report/paper.hpp"
#include "sim/report/register_report.hpp"

#include <CLI/CLI.hpp>

#include <cstdio>

namespace stairwise {
namespace {

struct Asked {
    std::string archive;
    std::string kind;
    std::string date;
    std::string from;
    std::string to;
    std::string pdf;
    RegisterEntry entry;
    bool json = false;
};

Result<std::optional<EntryKind>> kindAsked(const Asked& asked)
{
    const auto kind = entryKindOf(asked.kind);
    if (!kind && !asked.kind.empty())
        return Fault{"", asked.kind, {"register.no_kind", {}}, {"register.no_kind.mend", {}}};
    return kind;
}

int add(Archive& archive, const Asked& asked, const Shell& shell)
{
    const auto kind = kindAsked(asked);
    if (!kind) return refuse(kind.fault(), shell);
    const auto date = dayAsked(asked.date, "--date");
    if (!date) return refuse(date.fault(), shell);
    RegisterEntry entry = asked.entry;
    entry.kind = *kind.value();
    entry.date = date.value();
    const auto key = addEntry(archive, entry);
    if (!key) return refuse(key.fault(), shell);
    std::printf("%s\n", say({"register.kept", {key.value()}}, shell.language).c_str());
    return kGood;
}

int list(Archive& archive, const Asked& asked, const Shell& shell)
{
    const auto kind = kindAsked(asked);
    if (!kind) return refuse(kind.fault(), shell);
    const auto from = dayAsked(asked.from, "--from", kFirstDay);
    if (!from) return refuse(from.fault(), shell);
    const auto to = dayAsked(asked.to, "--to");
    if (!to) return refuse(to.fault(), shell);
    const auto entries = entriesIn(archive, kind.value(), from.value(), to.value());
    if (!entries) return refuse(entries.fault(), shell);
    if (!asked.pdf.empty()) {
        const std::string pdf = pdfOf(registerWriting(entries.value(), shell.language), shell.language);
        if (const Done written = writeFile(asked.pdf, pdf); !written) return refuse(written.fault(), shell);
    }
    std::printf("%s",
                (asked.json ? registerJson(entries.value()) : registerText(entries.value(), shell.language)).c_str());
    return kGood;
}

int act(const std::string& what, const Asked& asked, const Shell& shell)
{
    auto archive = Archive::open(asked.archive, what == "add" ? Opening::CreateIfMissing : Opening::Existing);
    if (!archive) return refuse(archive.fault(), shell);
    return what == "add" ? add(archive.value(), asked, shell) : list(archive.value(), asked, shell);
}

}

Run registerCommand(CLI::App& app, const Shell& shell)
{
    auto asked = std::make_shared<Asked>();
    app.require_subcommand(1);
    CLI::App* adds = app.add_subcommand("add", shell.text("cli.register.add"));
    adds->add_option("archive", asked->archive, shell.text("cli.option.archive"))->required();
    adds->add_option("kind", asked->kind, shell.text("cli.option.entry_kind"))->required();
    adds->add_option("--date", asked->date, shell.text("cli.option.today"));
    adds->add_option("--place", asked->entry.place, shell.text("cli.option.entry_place"));
    adds->add_option("--who", asked->entry.who, shell.text("cli.option.who"));
    adds->add_option("--text", asked->entry.text, shell.text("cli.option.entry_text"));
    adds->add_option("--count", asked->entry.count, shell.text("cli.option.entry_count"))
        ->check(CLI::Range(0, 1'000'000));
    adds->add_option("--of", asked->entry.of, shell.text("cli.option.entry_of"))->check(CLI::Range(0, 1'000'000));
    CLI::App* lists = app.add_subcommand("list", shell.text("cli.register.list"));
    lists->add_option("archive", asked->archive, shell.text("cli.option.archive"))->required();
    lists->add_option("--kind", asked->kind, shell.text("cli.option.entry_kind"));
    lists->add_option("--from", asked->from, shell.text("cli.option.from_day"));
    lists->add_option("--to", asked->to, shell.text("cli.option.to_day"));
    lists->add_option("--pdf", asked->pdf, shell.text("cli.option.list_pdf"));
    lists->add_flag("--json", asked->json, shell.text("cli.option.answer_json"));
    return [asked, &app, &shell] { return act(app.get_subcommands().front()->get_name(), *asked, shell); };
}

}
