#include "sim/crowd/state.hpp"

namespace stairwise {
namespace {

// Where everybody goes: a stable counting sort by cell. People of one cell stand in one stretch, in the order they had
// before, whatever the threads. Who has left gets no place.
std::size_t findPlaces(Crowd::Inside& in, std::vector<std::uint32_t>& place)
{
    auto& start = in.cellStart;
    std::fill(start.begin(), start.end(), 0U);
    for (std::size_t i = 0; i < in.inside; ++i) {
        in.cell[i] = in.here(i) ? in.terrain->cellAt(in.now.room[i], in.now.x[i], in.now.y[i]) : kNowhere;
        if (in.cell[i] != kNowhere) ++start[in.cell[i] + 2];
    }
    // Each entry stands one cell early while people take their places, and has moved on to the next cell's when all
    // have.
    std::uint32_t before = 0;
    for (std::size_t c = 2; c < start.size(); ++c) start[c] = before += start[c];
    for (std::size_t i = 0; i < in.inside; ++i) place[i] = in.cell[i] == kNowhere ? kNowhere : start[in.cell[i] + 1]++;
    return before;
}

}

void leaveAndSort(Crowd::Inside& in, Workers& workers)
{
    People& now = in.now;
    for (std::size_t i = 0; i < in.inside; ++i)
        if (!in.here(i)) in.walked[now.who[i]] = {double{now.metres[i]}, double{now.waited[i]}};
    auto& place = in.notedPassage; // free between two steps
    const std::size_t count = findPlaces(in, place);
    const auto scatter = [&](auto& field, Spare& spare) {
        auto& to = spare.like(field);
        for (std::size_t i = 0; i < in.inside; ++i)
            if (place[i] != kNowhere) to[place[i]] = field[i];
        std::swap(field, to);
    };
    workers.forBlocks(
        in.spares.size(),
        [&](std::size_t half, std::size_t, std::size_t) {
            std::size_t number = 0;
            const auto inTurn = [&](auto& field) {
                if (number++ % in.spares.size() == half) scatter(field, in.spares[half]);
            };
            now.forEachField(inTurn);
            inTurn(in.cell);
        },
        1);
    in.inside = count;
    in.left = 0;
    std::fill(in.notes.begin(), in.notes.begin() + static_cast<std::ptrdiff_t>(count), Note::None);
}

}
