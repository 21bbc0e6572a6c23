#include "editor/model/opening.hpp"

#include "scenarios/maker/maker.hpp"
#include "sim/base/system.hpp"
#include "sim/import/import.hpp"
#include "sim/scenario/scenario_file.hpp"
#include "sim/school/class_list.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace stairwise::editor {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostRecent = 10;

void remember(Editor& editor, const fs::path& path)
{
    std::erase(editor.recent, path);
    editor.recent.insert(editor.recent.begin(), path);
    if (editor.recent.size() > kMostRecent) editor.recent.resize(kMostRecent);
}

// A scenario names its school; that one is opened.
Result<fs::path> schoolNamedBy(const fs::path& scenario)
{
    const auto read = readCase(scenario);
    if (!read) return read.fault();
    return (scenario.parent_path() / read.value().scenario.school).lexically_normal();
}

void tellLeftOut(Editor& editor, const std::vector<Fault>& leftOut)
{
    editor.lines.clear();
    for (const Fault& fault : leftOut) editor.lines.push_back(line(fault, editor.looks.language));
    if (!leftOut.empty()) editor.dialog = Dialog::Findings;
}

void openSchool(Editor& editor, const fs::path& path, const std::string& scenario)
{
    if (mustAsk(editor, OpenFile{scenario.empty() ? path : path.parent_path() / scenario})) return;
    auto opened = openDocument(path);
    if (!opened) return tell(editor, opened.fault());
    beginDocument(editor, std::move(opened.value().document), fs::absolute(path));
    tellLeftOut(editor, opened.value().leftOut);
    remember(editor, fs::absolute(path));
    if (!scenario.empty()) editor.scenario = scenario;
    settle(editor);
}

bool isPicture(const fs::path& path)
{
    std::string ending = path.extension().string();
    std::ranges::transform(ending, ending.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return ending == ".png" || ending == ".jpg" || ending == ".jpeg";
}

fs::path withEnding(const fs::path& path)
{
    if (path.string().ends_with(".school.json")) return path;
    fs::path whole = path;
    if (whole.extension() == ".json") whole.replace_extension();
    whole += ".school.json";
    return whole;
}

// As the school's file calls it: relative where the picture lies beside or under the school.
std::string relativeTo(const fs::path& school, const fs::path& picture)
{
    const fs::path whole = fs::absolute(picture).lexically_normal();
    if (school.empty()) return whole.string();
    const fs::path relative = whole.lexically_relative(fs::absolute(school).parent_path().lexically_normal());
    const bool under = !relative.empty() && *relative.begin() != "..";
    return under ? relative.generic_string() : whole.string();
}

// Names of scenario files, old to new: those under which a file stands that is none of this document's.
std::map<std::string, std::string> renamedFor(Editor& editor, const fs::path& file)
{
    std::set<std::string> names;
    editor.history.tellAll([&](const Document& document) {
        for (const NamedScenario& named : document.scenarios) names.insert(named.file);
    });
    if (editor.file == file)
        for (const NamedScenario& named : editor.saved.scenarios) names.erase(named.file);
    std::map<std::string, std::string> renamed;
    std::error_code error;
    for (const std::string& name : names) {
        std::string free = name;
        for (int i = 1; fs::exists(file.parent_path() / free, error); ++i)
            free = fmt::format("{}-{}-{}", fs::path(schoolStem(file)).filename().string(), i, name);
        if (free != name) renamed[name] = std::move(free);
    }
    return renamed;
}

// Before it is saved under this name: nobody else's scenario is written over, and pictures are found from there.
void moveTo(Editor& editor, const fs::path& file)
{
    const auto renamed = renamedFor(editor, file);
    const auto newName = [&](const std::string& name) { return renamed.contains(name) ? renamed.at(name) : name; };
    editor.history.tellAll([&](Document& document) {
        for (NamedScenario& named : document.scenarios) {
            named.file = newName(named.file);
            named.scenario.school = file.filename().string();
        }
        for (Backdrop& backdrop : document.backdrops)
            backdrop.file = relativeTo(file, editor.file.parent_path() / backdrop.file);
    });
    editor.scenario = newName(editor.scenario);
    for (KeptRun& kept : editor.kept) kept.file = newName(kept.file);
}

}

Document sampleDocument()
{
    Scenario drill = samples::teachingBuildingFireDrill();
    return {
        std::make_shared<const School>(samples::teachingBuilding()), {{"school.scenario.json", std::move(drill)}}, {}};
}

void beginDocument(Editor& editor, Document document, const fs::path& file)
{
    editor.runner->cancel();
    editor.playback.reset();
    editor.outcome.reset();
    editor.curves.reset();
    dropEnsemble(editor);
    dropAtlas(editor);
    dropPlanning(editor);
    editor.beside.reset();
    editor.kept.clear();
    editor.walkedIn.reset();
    editor.walked.reset();
    editor.playing = {};
    editor.history = History(document);
    editor.saved = std::move(document);
    editor.file = file;
    editor.selection.clear();
    editor.drawing = {};
    editor.storey = {"\n"}; // no storey is called so: settle() finds the first
    editor.scenario.clear();
    editor.notice.reset();
    editor.dialog = Dialog::None;
    settle(editor);
    ++editor.aim.number;
    editor.aim.at.reset();
}

void openFile(Editor& editor, const fs::path& path)
{
    if (isPicture(path)) return setBackdrop(editor, path);
    const std::string name = path.filename().string();
    if (name.ends_with(".scenario.json")) {
        const auto school = schoolNamedBy(path);
        if (!school) return tell(editor, school.fault());
        return openSchool(editor, school.value(), name);
    }
    if (name.ends_with(".school.json")) return openSchool(editor, path, {});
    importDrawing(editor, path);
}

void importDrawing(Editor& editor, const fs::path& path)
{
    auto imported = importFile(path);
    if (!imported) return tell(editor, imported.fault());
    editor.lines.clear();
    for (const Finding& finding : imported.value().findings)
        editor.lines.push_back(line(finding, editor.looks.language));
    Edit edit{{"edit.import", {path.filename().string()}}, {}};
    edit.changes.emplace_back(PutSchool{std::make_shared<const School>(std::move(imported.value().school))});
    fulfil(editor, Make{stepOf(std::move(edit))});
    ++editor.aim.number;
    editor.aim.at.reset();
    if (!editor.lines.empty()) editor.dialog = Dialog::Findings;
}

void saveTo(Editor& editor, const fs::path& path)
{
    const fs::path file = fs::absolute(withEnding(path)).lexically_normal();
    moveTo(editor, file);
    const Document& now = editor.history.now();
    if (const Done saved = saveDocument(now, file, editor.file == file ? editor.saved : now); !saved)
        return tell(editor, saved.fault());
    editor.file = file;
    editor.saved = now;
    remember(editor, file);
    tell(editor, Severity::Note, {"editor.saved", {file.filename().string()}});
}

void setBackdrop(Editor& editor, const fs::path& picture)
{
    constexpr double kFirstGuess = 0.02; // metres a pixel: a page scanned at 150 dots an inch at 1:120; assumed
    const auto& backdrops = editor.history.now().backdrops;
    const auto found = std::ranges::find(backdrops, editor.storey, &Backdrop::storey);
    Backdrop backdrop;
    if (found != backdrops.end())
        backdrop = *found;
    else
        backdrop.metresPerPixel = kFirstGuess;
    backdrop.storey = editor.storey;
    backdrop.file = relativeTo(editor.file, picture);
    fulfil(editor, Make{Step{{"edit.backdrop", {}}, {PutBackdrop{std::move(backdrop)}}}});
    fulfil(editor, TakeTool{ToolKind::Backdrop});
    ++editor.aim.number;
    editor.aim.at.reset();
}

void pasteClasses(Editor& editor, const std::string& text)
{
    ClassList list = readClassList(text, schoolOf(editor));
    editor.lines.clear();
    for (const Finding& finding : list.findings) editor.lines.push_back(line(finding, editor.looks.language));
    if (!list.edit.changes.empty()) fulfil(editor, Make{stepOf(std::move(list.edit))});
    editor.dialog = editor.lines.empty() ? Dialog::None : Dialog::Findings;
}

}
