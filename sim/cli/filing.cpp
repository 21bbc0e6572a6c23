#include "sim/record/filing.hpp"
#include "sim/base/json_write.hpp"
#include "sim/base/system.hpp"
#include "sim/cli/days.hpp"
#include "sim/cli/shell.hpp"

#include <CLI/CLI.hpp>

#include <cstdio>
#include <string>

namespace stairwise {
namespace {

namespace fs = std::filesystem;

struct Asked {
    std::string archive;
    std::string drill;
    std::string key;
    std::string to = ".";
    std::string date;
    bool json = false;
};

std::string filedJson(const Filed& filed, const fs::path& file)
{
    JsonWriter w;
    w.beginObject();
    w.key("package").text(file.string());
    w.key("sha256").text(filed.sha256);
    w.key("filing_version").whole(filed.manifest.version);
    w.textIfAny("replaces", filed.manifest.replaces);
    writeObjects(
        w, "parts", filed.manifest.parts,
        [](JsonWriter& writer, const ManifestPart& part) {
            writer.key("name").text(part.name);
            writer.key("sha256").text(part.sha256);
            writer.key("bytes").whole(static_cast<std::int64_t>(part.bytes));
        },
        JsonWriter::Shape::OneLine);
    w.key("lacks").beginList(JsonWriter::Shape::OneLine);
    for (const std::string& part : filed.lacks) w.text(part);
    w.endList();
    w.endObject();
    return std::move(w).finished();
}

int fileAsked(const Asked& asked, const Shell& shell)
{
    const auto date = dayAsked(asked.date, "--date");
    if (!date) return refuse(date.fault(), shell);
    const auto key = readKey(asked.key);
    if (!key) return refuse(key.fault(), shell);
    if (!fs::is_directory(asked.to))
        return refuse({asked.to, "--to", {"file.missing", {}}, {"file.missing.mend", {}}}, shell);
    auto archive = Archive::open(asked.archive, Opening::Existing);
    if (!archive) return refuse(archive.fault(), shell);
    const auto filed = fileDrill(archive.value(), asked.drill, key.value(), date.value());
    if (!filed) return refuse(filed.fault(), shell);
    const fs::path file = fs::path(asked.to) / packageName(filed.value().manifest);
    if (const Done written = writeFile(file, filed.value().bytes); !written) return refuse(written.fault(), shell);
    if (asked.json) {
        std::printf("%s", filedJson(filed.value(), file).c_str());
    } else {
        const auto count = std::to_string(filed.value().manifest.parts.size());
        std::printf("%s\n",
                    say({"filing.filed", {file.string(), count, filed.value().sha256}}, shell.language).c_str());
        for (const std::string& part : filed.value().lacks)
            std::printf("%s\n", say({"filing.lacks", {part}}, shell.language).c_str());
    }
    return filed.value().lacks.empty() ? kGood : kFindings;
}

struct KeyAsked {
    std::string file;
    std::string school;
    std::string name;
};

int newKey(const KeyAsked& asked, const Shell& shell)
{
    if (!isHandle(asked.school))
        return refuse({"", "--school", {"record.package.handle", {}}, {"record.package.handle.mend", {}}}, shell);
    const SchoolKey key{asked.school, asked.name, newKeyPair()};
    if (const Done written = writeKey(asked.file, key); !written) return refuse(written.fault(), shell);
    std::printf("%s\n", say({"filing.key.made", {asked.file, shortKey(key.key.publicKey)}}, shell.language).c_str());
    return kGood;
}

// What the school tells its bureau: a row of the bureau's table of schools, by a way that nobody else can change.
int showKey(const KeyAsked& asked, const Shell& shell)
{
    const auto key = readKey(asked.file);
    if (!key) return refuse(key.fault(), shell);
    std::printf("%s,%s,,,,%s\n", key.value().school.c_str(), key.value().name.c_str(),
                key.value().key.publicKey.c_str());
    return kGood;
}

}

Run fileCommand(CLI::App& app, const Shell& shell)
{
    auto asked = std::make_shared<Asked>();
    app.add_option("archive", asked->archive, shell.text("cli.option.archive"))->required();
    app.add_option("drill", asked->drill, shell.text("cli.option.drill"))->required();
    app.add_option("--key", asked->key, shell.text("cli.option.key"))->required();
    app.add_option("--to", asked->to, shell.text("cli.option.file_to"));
    app.add_option("--date", asked->date, shell.text("cli.option.file_date"));
    app.add_flag("--json", asked->json, shell.text("cli.option.file_json"));
    return [asked, &shell] { return fileAsked(*asked, shell); };
}

Run keyCommand(CLI::App& app, const Shell& shell)
{
    auto asked = std::make_shared<KeyAsked>();
    app.require_subcommand(1);
    CLI::App* make = app.add_subcommand("new", shell.text("cli.key.new"));
    make->add_option("file", asked->file, shell.text("cli.option.key_file"))->required();
    make->add_option("--school", asked->school, shell.text("cli.option.key_school"))->required();
    make->add_option("--name", asked->name, shell.text("cli.option.key_name"))->required();
    CLI::App* show = app.add_subcommand("show", shell.text("cli.key.show"));
    show->add_option("file", asked->file, shell.text("cli.option.key_file"))->required();
    return [asked, make, &shell] { return make->parsed() ? newKey(*asked, shell) : showKey(*asked, shell); };
}

}
