#include "sim/crowd/state.hpp"

namespace stairwise {

// A stable counting sort: people of one cell stand in one stretch, in the order they had before, whatever the threads.
// Those who have left fall out here.
void leaveAndSort(Crowd::Inside& in)
{
    People& now = in.now;
    auto& start = in.cellStart;
    std::fill(start.begin(), start.end(), 0U);
    for (std::size_t i = 0; i < in.inside; ++i) {
        if (in.notes[i] == Note::Gone) {
            in.walked[now.who[i]] = {double{now.metres[i]}, double{now.waited[i]}};
            in.cell[i] = kNowhere;
            continue;
        }
        in.cell[i] = in.terrain.cellAt(now.room[i], now.x[i], now.y[i]);
        ++start[in.cell[i] + 1];
    }
    for (std::size_t c = 1; c < start.size(); ++c) start[c] += start[c - 1];
    const std::size_t left = start.back();

    // Places first, then one pass per field: each pass streams through memory.
    auto& place = in.notedPassage; // free between two steps
    for (std::size_t i = 0; i < in.inside; ++i) place[i] = in.cell[i] == kNowhere ? kNowhere : start[in.cell[i]]++;
    for (std::size_t c = start.size() - 1; c > 0; --c) start[c] = start[c - 1];
    start[0] = 0;
    People::forEachField(now, in.next, [&](const auto& from, auto& to) {
        for (std::size_t i = 0; i < in.inside; ++i)
            if (place[i] != kNowhere) to[place[i]] = from[i];
    });
    std::swap(in.now, in.next);
    in.inside = left;
    for (std::size_t c = 0; c + 1 < start.size(); ++c)
        for (std::uint32_t i = start[c]; i < start[c + 1]; ++i) in.cell[i] = static_cast<std::uint32_t>(c);
}

}
