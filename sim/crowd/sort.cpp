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
        in.cell[i] = in.here(i) ? in.terrain.cellAt(in.now.room[i], in.now.x[i], in.now.y[i]) : kNowhere;
        if (in.cell[i] != kNowhere) ++start[in.cell[i] + 1];
    }
    for (std::size_t c = 1; c < start.size(); ++c) start[c] += start[c - 1];
    const std::size_t count = start.back();
    for (std::size_t i = 0; i < in.inside; ++i) place[i] = in.cell[i] == kNowhere ? kNowhere : start[in.cell[i]]++;
    for (std::size_t c = start.size() - 1; c > 0; --c) start[c] = start[c - 1];
    start[0] = 0;
    return count;
}

}

void leaveAndSort(Crowd::Inside& in, Workers& workers)
{
    People& now = in.now;
    for (std::size_t i = 0; i < in.inside; ++i)
        if (!in.here(i)) in.walked[now.who[i]] = {double{now.metres[i]}, double{now.waited[i]}};
    auto& place = in.notedPassage; // free between two steps
    const std::size_t count = findPlaces(in, place);
    const auto scatter = [&](auto& field) {
        auto& to = in.spare.like(field);
        workers.forBlocks(
            in.inside,
            [&](std::size_t, std::size_t begin, std::size_t end) {
                for (std::size_t i = begin; i < end; ++i)
                    if (place[i] != kNowhere) to[place[i]] = field[i];
            },
            1024);
        std::swap(field, to);
    };
    now.forEachField(scatter);
    scatter(in.cell);
    in.inside = count;
    in.left = 0;
    std::fill(in.notes.begin(), in.notes.begin() + static_cast<std::ptrdiff_t>(count), Note::None);
}

}
