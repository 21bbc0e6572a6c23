#include "editor/model/document.hpp"

#include "sim/base/json_read.hpp"
#include "sim/base/json_version.hpp"
#include "sim/base/json_write.hpp"
#include "sim/base/system.hpp"
#include "sim/geometry/point.hpp"
#include "sim/scenario/scenario_file.hpp"
#include "sim/school/school_file.hpp"
#include "sim/school/school_limits.hpp"

#include <algorithm>
#include <utility>

namespace stairwise::editor {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kScenarioEnding = ".scenario.json";
constexpr std::string_view kSchoolEnding = ".school.json";

void write(JsonWriter& writer, const Backdrop& backdrop)
{
    writer.textIfAny("storey", backdrop.storey.value);
    writer.key("file").text(backdrop.file);
    writer.key("x").whole(backdrop.at.x);
    writer.key("y").whole(backdrop.at.y);
    writer.key("metresPerPixel").number(backdrop.metresPerPixel);
    writer.key("turn").number(backdrop.turn);
    writer.key("fade").number(backdrop.fade);
}

void readBackdrop(const JsonPlace& at, Backdrop& out)
{
    constexpr Whole kPlace{-kFarthestMm, kFarthestMm, "mm"};
    JsonObject object(at);
    object.may("storey", out.storey, IdText{});
    object.need("file", out.file, kLongText);
    object.need("x", out.at.x, kPlace);
    object.need("y", out.at.y, kPlace);
    object.need("metresPerPixel", out.metresPerPixel, Number{kFinestPixel, kCoarsestPixel, "m"});
    object.need("turn", out.turn, Number{-10.0, 10.0, "rad"});
    object.need("fade", out.fade, Number{0.0, 1.0});
}

struct DocumentText {
    std::string savedAs;
    std::string school;
    std::vector<std::pair<std::string, std::string>> scenarios; // file, text
    std::vector<Backdrop> backdrops;
};

void readScenarioText(const JsonPlace& at, std::pair<std::string, std::string>& out)
{
    JsonObject object(at);
    object.need("file", out.first, kNameText);
    object.need("text", out.second, Text{kLargestFile, Text::Lines::Many});
}

Result<JsonValue> valuesOf(std::string_view text, std::string_view format, const std::string& name)
{
    auto values = parseJson(text, name);
    if (!values) return values.fault();
    return currentVersion(std::move(values).value(), format, {}, name);
}

std::string formatBackdrops(const std::vector<Backdrop>& backdrops)
{
    JsonWriter writer;
    writer.beginObject();
    writer.key("format").text("stairwise-backdrops");
    writer.key("version").whole(1);
    writeObjects(writer, "backdrops", backdrops,
                 [](JsonWriter& out, const Backdrop& backdrop) { write(out, backdrop); });
    writer.endObject();
    return std::move(writer).finished();
}

Result<std::vector<Backdrop>> readBackdrops(const fs::path& path)
{
    std::vector<Backdrop> backdrops;
    std::error_code error;
    if (!fs::exists(path, error)) return backdrops;
    const auto text = readFile(path, kLargestFile);
    if (!text) return text.fault();
    const auto values = valuesOf(text.value(), "stairwise-backdrops", path.string());
    if (!values) return values.fault();
    JsonFaults faults{path.string(), {}};
    {
        const JsonPlace root(values.value(), faults);
        JsonObject object(root);
        object.need("backdrops", backdrops, listOf(readBackdrop, kMostItems));
    }
    if (faults.first) return std::move(*faults.first);
    return backdrops;
}

fs::path backdropsPath(const fs::path& school)
{
    return schoolStem(school) + ".backdrops.json";
}

// In the order of their names, so that a folder read twice gives the same document.
void readScenariosBeside(const fs::path& school, OpenedDocument& opened)
{
    std::vector<fs::path> paths;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(fs::absolute(school).parent_path(), error))
        if (entry.path().filename().string().ends_with(kScenarioEnding)) paths.push_back(entry.path());
    std::ranges::sort(paths);
    for (const fs::path& path : paths) {
        auto scenario = readScenario(path);
        if (scenario && scenario.value().school != school.filename().string()) continue;
        const Done fits =
            scenario ? checkAgainst(scenario.value(), *opened.document.school, path.string()) : scenario.fault();
        if (fits)
            opened.document.scenarios.push_back({path.filename().string(), std::move(scenario).value()});
        else
            opened.leftOut.push_back(fits.fault());
    }
}

bool has(const Document& document, const std::string& file)
{
    return std::ranges::find(document.scenarios, file, &NamedScenario::file) != document.scenarios.end();
}

Done writeScenarios(const Document& document, const fs::path& school)
{
    for (NamedScenario named : document.scenarios) {
        named.scenario.school = school.filename().string();
        if (Done step = writeFile(school.parent_path() / named.file, formatScenario(named.scenario)); !step)
            return step;
    }
    return done();
}

Done writeBackdrops(const Document& document, const fs::path& school)
{
    const fs::path path = backdropsPath(school);
    std::error_code error;
    if (document.backdrops.empty() && !fs::exists(path, error)) return done();
    return writeFile(path, formatBackdrops(document.backdrops));
}

}

std::string schoolStem(const fs::path& school)
{
    std::string text = school.string();
    if (text.ends_with(kSchoolEnding))
        text.resize(text.size() - kSchoolEnding.size());
    else
        text = (school.parent_path() / school.stem()).string();
    return text;
}

Result<OpenedDocument> openDocument(const fs::path& path)
{
    auto school = readSchool(path);
    if (!school) return school.fault();
    auto backdrops = readBackdrops(backdropsPath(path));
    if (!backdrops) return backdrops.fault();
    OpenedDocument opened{{std::make_shared<const School>(std::move(school).value()), {}, std::move(backdrops).value()},
                          {}};
    readScenariosBeside(path, opened);
    return opened;
}

Done saveDocument(const Document& document, const fs::path& path, const Document& before)
{
    if (Done step = writeFile(path, formatSchool(*document.school)); !step) return step;
    if (Done step = writeScenarios(document, path); !step) return step;
    if (Done step = writeBackdrops(document, path); !step) return step;
    std::error_code error;
    for (const NamedScenario& named : before.scenarios)
        if (!has(document, named.file)) fs::remove(path.parent_path() / named.file, error);
    return done();
}

std::string formatDocument(const Document& document, const fs::path& file)
{
    JsonWriter writer;
    writer.beginObject();
    writer.key("format").text("stairwise-document");
    writer.key("version").whole(1);
    writer.textIfAny("savedAs", file.string());
    writer.key("school").text(formatSchool(*document.school));
    writeObjects(writer, "scenarios", document.scenarios, [](JsonWriter& out, const NamedScenario& named) {
        out.key("file").text(named.file);
        out.key("text").text(formatScenario(named.scenario));
    });
    writeObjects(writer, "backdrops", document.backdrops,
                 [](JsonWriter& out, const Backdrop& backdrop) { write(out, backdrop); });
    writer.endObject();
    return std::move(writer).finished();
}

Result<KeptDocument> parseDocument(std::string_view text, const std::string& name)
{
    const auto values = valuesOf(text, "stairwise-document", name);
    if (!values) return values.fault();
    JsonFaults faults{name, {}};
    DocumentText read;
    {
        const JsonPlace root(values.value(), faults);
        JsonObject object(root);
        object.may("savedAs", read.savedAs, kLongText);
        object.need("school", read.school, Text{kLargestFile, Text::Lines::Many});
        object.need("scenarios", read.scenarios, listOf(readScenarioText, kMostItems));
        object.need("backdrops", read.backdrops, listOf(readBackdrop, kMostItems));
    }
    if (faults.first) return std::move(*faults.first);
    auto school = parseSchool(read.school, name);
    if (!school) return school.fault();
    Document document{std::make_shared<const School>(std::move(school).value()), {}, std::move(read.backdrops)};
    for (auto& [file, scenarioText] : read.scenarios) {
        auto scenario = parseScenario(scenarioText, name);
        if (!scenario) return scenario.fault();
        document.scenarios.push_back({file, std::move(scenario).value()});
    }
    return KeptDocument{std::move(document), read.savedAs};
}

}
