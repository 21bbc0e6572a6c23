#include "sim/import/drawing.hpp"

#include <algorithm>

namespace stairwise {
namespace {

// What can be reached from `starts` over the ways, both ways each.
std::vector<bool> flood(std::size_t count, const Made& made)
{
    std::vector<std::vector<std::size_t>> next(count);
    for (const auto& [a, b] : made.ways) {
        next[a].push_back(b);
        next[b].push_back(a);
    }
    std::vector<bool> reached(count);
    std::vector<std::size_t> open = made.exits;
    while (!open.empty()) {
        const std::size_t here = open.back();
        open.pop_back();
        if (reached[here]) continue;
        reached[here] = true;
        for (const std::size_t there : next[here])
            if (!reached[there]) open.push_back(there);
    }
    return reached;
}

// The ways as the drawing names them, whether or not they could be made.
Made drawnWays(const Drawing& drawing)
{
    Made drawn;
    for (std::size_t i = 0; i < drawing.elements.size(); ++i) {
        const auto& element = drawing.elements[i];
        for (const std::size_t other : element.links) drawn.ways.emplace_back(i, other);
        if (element.sign == Sign::Exit) drawn.exits.push_back(i);
    }
    return drawn;
}

}

void reportReach(const Drawing& drawing, const Made& made, ImportNotes& notes)
{
    if (made.exits.empty()) {
        report(notes, Severity::Error, {}, {"import.no_exit", {}}, {"import.no_exit.mend", {}});
        return;
    }
    const auto reached = flood(drawing.elements.size(), made);
    const auto drawn = flood(drawing.elements.size(), drawnWays(drawing));
    for (std::size_t i = 0; i < drawing.elements.size(); ++i) {
        const auto& space = drawing.elements[i];
        if (!isSpace(space.sign) || space.dropped || reached[i]) continue;
        const Message drawnSo = {"import.cut_off", {space.name}};
        const Message madeSo = {"import.cut_off_now", {space.name}};
        report(notes, Severity::Error, sightingOf(drawing, space), drawn[i] ? madeSo : drawnSo,
               {"import.cut_off.mend", {}});
    }
}

}
