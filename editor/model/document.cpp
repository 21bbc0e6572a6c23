#include "editor/model/document.hpp"

#include "sim/scenario/scenario_file.hpp"

#include <algorithm>
#include <utility>

namespace stairwise::editor {
namespace {

void put(Document& document, const PutScenario& change)
{
    const auto found = std::ranges::find(document.scenarios, change.scenario.file, &NamedScenario::file);
    if (found == document.scenarios.end())
        document.scenarios.push_back(change.scenario);
    else
        *found = change.scenario;
}

void put(Document& document, const RemoveScenario& change)
{
    std::erase_if(document.scenarios, [&](const NamedScenario& scenario) { return scenario.file == change.file; });
}

void put(Document& document, const PutBackdrop& change)
{
    const auto found = std::ranges::find(document.backdrops, change.backdrop.storey, &Backdrop::storey);
    if (found == document.backdrops.end())
        document.backdrops.push_back(change.backdrop);
    else
        *found = change.backdrop;
}

void put(Document& document, const RemoveBackdrop& change)
{
    std::erase_if(document.backdrops, [&](const Backdrop& backdrop) { return backdrop.storey == change.storey; });
}

void put(Document&, const Change&) {} // the school's own, made before

Edit schoolEditOf(const Step& step)
{
    Edit edit{step.name, {}};
    for (const DocumentChange& change : step.changes)
        if (const auto* mine = std::get_if<Change>(&change)) edit.changes.push_back(*mine);
    return edit;
}

void dropWhatIsGone(Document& document)
{
    for (NamedScenario& named : document.scenarios)
        named.scenario = withoutWhatIsGone(std::move(named.scenario), *document.school);
    std::erase_if(document.backdrops, [&](const Backdrop& backdrop) {
        return !backdrop.storey.none() && findStorey(*document.school, backdrop.storey) == nullptr;
    });
}

}

bool same(const Document& a, const Document& b)
{
    const bool schools = a.school == b.school || *a.school == *b.school;
    return schools && a.scenarios == b.scenarios && a.backdrops == b.backdrops;
}

const std::string& calledOf(const Scenario& scenario, const std::string& file)
{
    return scenario.name.empty() ? file : scenario.name;
}

Document emptyDocument(const std::string& name)
{
    School school;
    school.name = name;
    Storey ground;
    ground.id = {"F1"};
    ground.name = "F1";
    ground.height = 3600; // GB 50099-2011 7.2.1 asks for 3.0 to 3.1 m clear in classrooms; slab and beams: assumed
    school.buildings.push_back({{"B1"}, "B1", {std::make_shared<const Storey>(std::move(ground))}, {}});
    return {std::make_shared<const School>(std::move(school)), {}, {}};
}

Step stepOf(Edit edit)
{
    Step step{std::move(edit.name), {}};
    for (Change& change : edit.changes) step.changes.emplace_back(std::move(change));
    return step;
}

Result<Document> apply(const Document& document, const Step& step)
{
    Document next = document;
    const Edit edit = schoolEditOf(step);
    if (!edit.changes.empty()) {
        auto school = apply(*document.school, edit);
        if (!school) return school.fault();
        next.school = std::make_shared<const School>(std::move(school).value());
    }
    for (const DocumentChange& change : step.changes) std::visit([&](const auto& one) { put(next, one); }, change);
    dropWhatIsGone(next);
    return next;
}

}
