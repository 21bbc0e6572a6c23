#include "sim/crowd/state.hpp"

#include <algorithm>
#include <cmath>

namespace stairwise {
namespace {

constexpr double kFollowed = 1.5; // s for which a leaver is still followed: 1.4 m of reach at an easy walk

void walkOn(Crowd::Inside& in)
{
    const auto dt = static_cast<float>(in.def.timeStep);
    const auto now = static_cast<float>(in.time());
    std::erase_if(in.leavers, [now](const Leaver& leaver) { return leaver.until < now; });
    for (Leaver& leaver : in.leavers) {
        leaver.x += leaver.vx * dt;
        leaver.y += leaver.vy * dt;
    }
}

// Outside everybody walks on at the own free speed, the way the last step went.
void addLeaver(Crowd::Inside& in, std::size_t i)
{
    const float vx = in.now.vx[i];
    const float vy = in.now.vy[i];
    const float size = std::max(std::sqrt(vx * vx + vy * vy), 1e-3F);
    const float share = in.now.speed[i] / size;
    in.leavers.push_back({in.now.x[i], in.now.y[i], vx * share, vy * share, in.now.radius[i],
                          static_cast<float>(in.time() + kFollowed), portalOf(in.notedPassage[i])});
}

// Takes the person through if the cap still has room for one, else the person stands before the line.
void answer(Crowd::Inside& in, std::size_t i)
{
    const PassageIndex passage = in.notedPassage[i];
    Step step{in.now.x[i], in.now.y[i], in.rx[i], in.ry[i]};
    in.notes[i] = Note::None;
    float& credit = in.credit[portalOf(passage)];
    if (credit >= 1.0F && passPortal(in, i, step, AtCap::Granted)) {
        credit -= 1.0F;
    } else {
        step.toX = step.fromX;
        step.toY = step.fromY;
    }
    in.now.x[i] = step.toX;
    in.now.y[i] = step.toY;
    account(in, i, step);
}

}

// Credit grows by the cap and is never saved up: after a pause nobody rushes through. Who has stood longest goes first.
void letThrough(Crowd::Inside& in)
{
    if (in.def.flowCap <= 0.0) return;
    for (std::size_t p = 0; p < in.credit.size(); ++p) {
        const float more = std::max(in.perStep[2 * p], in.perStep[2 * p + 1]);
        in.credit[p] = std::min(in.credit[p] + more, std::max(1.0F, more));
    }
    auto& asking = in.asking;
    asking.clear();
    for (std::uint32_t i = 0; i < in.inside; ++i)
        if (in.notes[i] == Note::Asks) asking.push_back(i);
    std::ranges::sort(asking, [&](std::uint32_t i, std::uint32_t j) {
        if (in.now.stood[i] != in.now.stood[j]) return in.now.stood[i] > in.now.stood[j];
        return in.now.who[i] < in.now.who[j];
    });
    for (const std::uint32_t i : asking) answer(in, i);
}

void gatherNotes(Crowd::Inside& in)
{
    in.passed.clear();
    walkOn(in);
    for (std::size_t i = 0; i < in.inside; ++i) {
        if (in.notes[i] != Note::Passed && in.notes[i] != Note::Gone) continue;
        const bool gone = in.notes[i] == Note::Gone;
        in.passed.push_back({in.now.who[i], in.notedPassage[i], in.notedLine[i], gone});
        if (!gone) continue;
        if (in.notedPassage[i] != kNowhere) addLeaver(in, i);
        in.notes[i] = Note::Left;
        in.now.x[i] = kAway;
        ++in.left;
    }
    std::ranges::sort(in.passed, {}, &Passed::person);
}

// Doors, and the ways onto flights, pass at most the cap.
void setCaps(Crowd::Inside& in)
{
    const auto& passages = in.def.network->passages;
    in.perStep.assign(passages.size(), 0.0F);
    in.credit.assign(in.def.walkable->portals.size(), 1.0F);
    in.asking.reserve(in.def.walkers.size());
    const auto flight = [&](SurfaceIndex s) {
        return s != kNowhere && in.def.walkable->surfaces[s].kind == SurfaceKind::Flight;
    };
    for (PassageIndex p = 0; p < passages.size(); ++p) {
        const bool door = !in.def.walkable->portals[portalOf(p)].door.none();
        const bool ontoFlight = flight(passages[p].to) && !flight(passages[p].from);
        if (door || ontoFlight)
            in.perStep[p] = static_cast<float>(in.def.flowCap * passages[p].width * in.def.timeStep);
    }
}

}
