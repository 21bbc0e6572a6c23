#include "editor/panels/panels.hpp"

namespace stairwise::editor {

std::span<const Page> pages()
{
    static constexpr Page kPages[] = {
        {"page.element", drawProperties},  {"page.problems", drawProblems}, {"page.classes", drawClasses},
        {"page.situation", drawSituation}, {"page.results", drawResults},   {"page.risks", drawRisks},
        {"page.atlas", drawAtlas},         {"page.planning", drawPlanning}, {"page.drill", drawDrills},
    };
    return kPages;
}

}
