#include "sim/record/archive.hpp"
#include "sim/base/json_write.hpp"
#include "sim/base/system.hpp"
#include "sim/cli/archive_papers.hpp"
#include "sim/record/attachment.hpp"
#include "sim/record/bureau.hpp"
#include "sim/record/drill_store.hpp"
#include "sim/report/phrases.hpp"

#include <CLI/CLI.hpp>

#include <cstdio>
#include <string>

namespace stairwise {
namespace {

constexpr std::size_t kMostRule = 1U << 20U; // bytes

struct Asked {
    std::string archive;
    std::string kind;
    std::string key;
    std::string from;
    std::string to;
    std::string words;
    std::string file;
    int version = 0; // 0: the newest
    std::string name;
    BookAsked book;
    bool everyVersion = false;
    bool json = false;
};

void putDocument(JsonWriter& w, const Document& document)
{
    w.key("kind").text(document.kind);
    w.key("key").text(document.key);
    w.key("version").whole(document.version);
    w.textIfAny("date", document.date);
    w.key("saved").text(document.saved);
    w.textIfAny("author", document.author);
    w.key("title").text(document.title);
    w.key("sha256").text(document.sha256);
    w.textIfAny("excerpt", document.body);
}

void print(const std::vector<Document>& documents, const Asked& asked, const Shell& shell)
{
    if (asked.json) {
        JsonWriter w;
        w.beginObject();
        writeObjects(w, "documents", documents, putDocument);
        w.endObject();
        std::printf("%s", std::move(w).finished().c_str());
        return;
    }
    for (const Document& one : documents) {
        const std::string version = std::to_string(one.version);
        std::printf(
            "%s\n",
            say({"archive.line", {orDash(one.date), one.kind, one.key, version, one.title}}, shell.language).c_str());
        if (!one.body.empty()) std::printf("    … %s …\n", one.body.c_str());
    }
    if (documents.empty()) std::printf("%s\n", shell.text("archive.nothing").c_str());
}

int list(Archive& archive, const Asked& asked, const Shell& shell)
{
    const auto found = archive.list({asked.kind, asked.from, asked.to, asked.everyVersion, 100'000});
    if (!found) return refuse(found.fault(), shell);
    print(found.value(), asked, shell);
    return kGood;
}

int search(Archive& archive, const Asked& asked, const Shell& shell)
{
    const auto found = archive.search(asked.words, 200);
    if (!found) return refuse(found.fault(), shell);
    print(found.value(), asked, shell);
    return found.value().empty() ? kFindings : kGood;
}

int show(Archive& archive, const Asked& asked, const Shell& shell)
{
    const auto version = asked.version > 0 ? std::optional(asked.version) : std::nullopt;
    const auto found = archive.get(asked.kind, asked.key, version);
    if (!found) return refuse(found.fault(), shell);
    if (!found.value())
        return refuse(archive.database().fault({"archive.no_document", {asked.kind, asked.key}},
                                               {"archive.no_document.mend", {}}),
                      shell);
    std::printf("%s", found.value()->body.c_str());
    return kGood;
}

int check(Archive& archive, const Shell& shell)
{
    const auto count = archive.check();
    if (!count) return refuse(count.fault(), shell);
    std::printf("%s\n", say({"archive.whole", {std::to_string(count.value())}}, shell.language).c_str());
    return kGood;
}

int setRule(Archive& archive, const Asked& asked, const Shell& shell)
{
    const auto text = readFile(asked.file, kMostRule);
    if (!text) return refuse(text.fault(), shell);
    const auto rule = parseRule(text.value(), asked.file);
    if (!rule) return refuse(rule.fault(), shell);
    const Document document{"rule", "bureau", 0, {}, {}, {}, shell.text("archive.rule"), formatRule(rule.value()), {}};
    if (const auto kept = archive.put({&document, 1}); !kept) return refuse(kept.fault(), shell);
    std::printf("%s", formatRule(rule.value()).c_str());
    return kGood;
}

int backup(Archive& archive, const Asked& asked, const Shell& shell)
{
    if (const Done copied = archive.backup(asked.file); !copied) return refuse(copied.fault(), shell);
    std::printf("%s\n", say({"archive.backed_up", {asked.file}}, shell.language).c_str());
    return kGood;
}

int attachFile(Archive& archive, const Asked& asked, const Shell& shell)
{
    if (const auto plan = planIn(archive, asked.key); !plan) return refuse(plan.fault(), shell);
    const auto bytes = readFile(asked.file, kLargestAttachment);
    if (!bytes) return refuse(bytes.fault(), shell);
    const std::string name = asked.name.empty() ? std::filesystem::path(asked.file).filename().string() : asked.name;
    const auto kept = attach(archive, asked.key, name, bytes.value(), asked.file);
    if (!kept) return refuse(kept.fault(), shell);
    std::printf("%s\n", say({"attachment.kept", {kept.value()}}, shell.language).c_str());
    return kGood;
}

int act(const std::string& what, const Asked& asked, const Shell& shell)
{
    if (what == "restore") {
        if (const Done done = restoreArchive(asked.file, asked.archive); !done) return refuse(done.fault(), shell);
        std::printf("%s\n", say({"archive.restored", {asked.archive}}, shell.language).c_str());
        return kGood;
    }
    auto archive =
        Archive::open(asked.archive, what == "init" || what == "rule" ? Opening::CreateIfMissing : Opening::Existing);
    if (!archive) return refuse(archive.fault(), shell);
    if (what == "list") return list(archive.value(), asked, shell);
    if (what == "search") return search(archive.value(), asked, shell);
    if (what == "show") return show(archive.value(), asked, shell);
    if (what == "check") return check(archive.value(), shell);
    if (what == "rule") return setRule(archive.value(), asked, shell);
    if (what == "attach") return attachFile(archive.value(), asked, shell);
    if (what == "book") return bookAsked(archive.value(), asked.book, shell);
    if (what == "trend") return trendAsked(archive.value(), asked.book, shell);
    if (what == "backup") return backup(archive.value(), asked, shell);
    return kGood; // init: it is there now
}

}

Run archiveCommand(CLI::App& app, const Shell& shell)
{
    auto asked = std::make_shared<Asked>();
    app.require_subcommand(1);
    const auto add = [&](const char* name, const char* summary) {
        CLI::App* sub = app.add_subcommand(name, shell.text(summary));
        sub->add_option("archive", asked->archive, shell.text("cli.option.archive"))->required();
        return sub;
    };
    add("init", "cli.archive.init");
    CLI::App* lists = add("list", "cli.archive.list");
    lists->add_option("--kind", asked->kind, shell.text("cli.option.kind"));
    lists->add_option("--from", asked->from, shell.text("cli.option.from_day"));
    lists->add_option("--to", asked->to, shell.text("cli.option.to_day"));
    lists->add_flag("--every-version", asked->everyVersion, shell.text("cli.option.every_version"));
    lists->add_flag("--json", asked->json, shell.text("cli.option.answer_json"));
    CLI::App* searches = add("search", "cli.archive.search");
    searches->add_option("words", asked->words, shell.text("cli.option.words"))->required();
    searches->add_flag("--json", asked->json, shell.text("cli.option.answer_json"));
    CLI::App* shows = add("show", "cli.archive.show");
    shows->add_option("kind", asked->kind, shell.text("cli.option.kind"))->required();
    shows->add_option("key", asked->key, shell.text("cli.option.document_key"))->required();
    shows->add_option("--version-number", asked->version, shell.text("cli.option.version"));
    add("check", "cli.archive.check");
    add("backup", "cli.archive.backup")->add_option("file", asked->file, shell.text("cli.option.backup"))->required();
    add("restore", "cli.archive.restore")->add_option("file", asked->file, shell.text("cli.option.backup"))->required();
    CLI::App* attaches = add("attach", "cli.archive.attach");
    attaches->add_option("drill", asked->key, shell.text("cli.option.drill"))->required();
    attaches->add_option("file", asked->file, shell.text("cli.option.attachment"))->required();
    attaches->add_option("--name", asked->name, shell.text("cli.option.attachment_name"));
    CLI::App* books = add("book", "cli.archive.book");
    books->add_option("--out", asked->book.out, shell.text("cli.option.book_out"))->required();
    CLI::App* trends = add("trend", "cli.archive.trend");
    trends->add_option("--pdf", asked->book.out, shell.text("cli.option.list_pdf"));
    trends->add_flag("--json", asked->book.json, shell.text("cli.option.answer_json"));
    for (CLI::App* one : {books, trends}) {
        one->add_option("--from", asked->book.from, shell.text("cli.option.from_day"));
        one->add_option("--to", asked->book.to, shell.text("cli.option.to_day"));
    }
    add("rule", "cli.archive.rule")->add_option("file", asked->file, shell.text("cli.option.rule"))->required();
    return [asked, &app, &shell] { return act(app.get_subcommands().front()->get_name(), *asked, shell); };
}

}
