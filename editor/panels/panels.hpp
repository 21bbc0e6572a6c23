#pragma once

#include "editor/panels/face.hpp"

#include <string>
#include <vector>

namespace stairwise::editor {

/// The panels, one file each: each shows facts and posts wishes.

void drawMenu(Face& face);
void drawTools(Face& face);
void drawStoreys(Face& face);
void drawProperties(Face& face);
void drawProblems(Face& face);
void drawClasses(Face& face);
void drawSituation(Face& face);
void drawResults(Face& face);
void drawRisks(Face& face);
void drawAtlas(Face& face);
void drawPlanning(Face& face);
void drawDrills(Face& face);
void drawDay(Face& face);        // of the drill that is open: all of the window
void drawComparison(Face& face); // of scenarios, on the page of results
/// Falls of a scenario, on its page; whether one was changed.
[[nodiscard]] bool drawFalls(Face& face, Scenario& scenario);
[[nodiscard]] bool drawWardens(Face& face, Scenario& scenario); // the same of wardens
void drawTimeline(Face& face);
void drawStatus(Face& face);
void drawDialogs(Face& face);

/// A page of the right-hand side. A new one is a file and a line in pages.cpp.
struct Page {
    std::string_view name; // its text's key as well: "page.problems"
    void (*draw)(Face& face);
};
[[nodiscard]] std::span<const Page> pages();

/// Keys to actions, digits and Enter to the tool.
void takeKeys(Face& face);

}
