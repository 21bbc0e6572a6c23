#include "sim/crowd/crowd.hpp"

#include "sim/crowd/falling.hpp"
#include "sim/crowd/fan.hpp"
#include "sim/crowd/following.hpp"
#include "sim/crowd/guarding.hpp"
#include "sim/crowd/seeing.hpp"
#include "sim/crowd/state.hpp"

#include <algorithm>
#include <cmath>

namespace stairwise {
namespace {

void place(Crowd::Inside& in)
{
    const auto& walkers = in.def.walkers;
    in.now.resize(walkers.size());
    in.inside = walkers.size();
    for (std::uint32_t i = 0; i < walkers.size(); ++i) {
        const Walker& walker = walkers[i];
        in.now.x[i] = static_cast<float>(walker.at.x);
        in.now.y[i] = static_cast<float>(walker.at.y);
        in.now.radius[i] = static_cast<float>(walker.radius);
        in.now.start[i] = static_cast<float>(walker.start);
        in.now.who[i] = i;
        in.now.drag[i] = dragOf(in, i);
        in.now.push[i] = static_cast<float>(walker.push);
        in.now.room[i] = walker.surface;
        in.now.way[i] = kChoose;
        in.now.came[i] = kNowhere;
    }
}

void reserve(Crowd::Inside& in)
{
    const std::size_t count = in.def.walkers.size();
    for (Spare& spare : in.spares) {
        spare.numbers.resize(count);
        spare.indices.resize(count);
    }
    in.cell.resize(count);
    in.cellStart.assign(in.terrain->cells + 2, 0);
    for (auto* field : {&in.qx, &in.qy, &in.rx, &in.ry}) field->resize(count);
    in.contacts.resize(count);
    in.notes.assign(count, Note::None);
    in.notedPassage.assign(count, kNowhere);
    in.notedLine.assign(count, kNowhere);
    in.passed.reserve(count);
    in.leavers.reserve(count);
    in.walked.resize(count);
    in.fallen.reserve(in.def.falls.size());
    if (in.def.columns.empty() && in.def.sweeps.empty()) return;
    in.rowOf.assign(count, kNowhere);
    in.secondsLeft.assign(count, 0.0);
    in.columnRows.reserve(count);
}

std::int32_t millimetres(float metres)
{
    return toMillimetres({double{metres}, 0.0}).x;
}

std::int16_t millimetresPerSecond(float v)
{
    return static_cast<std::int16_t>(std::clamp(millimetres(v), -32767, 32767));
}

}

std::vector<std::uint32_t> byNumber(const Crowd::Inside& in)
{
    std::vector<std::uint32_t> slots(in.def.walkers.size(), kNowhere);
    for (std::uint32_t i = 0; i < in.inside; ++i)
        if (in.here(i)) slots[in.now.who[i]] = i;
    std::erase(slots, kNowhere);
    return slots;
}

Crowd::Inside beginning(CrowdDef def)
{
    Crowd::Inside in;
    in.def = std::move(def);
    in.terrain = in.def.terrain ? in.def.terrain : sharedTerrain(in.def);
    place(in);
    in.anybodyPushes = std::ranges::any_of(in.def.walkers, [](const Walker& walker) { return walker.push > 0.0; });
    reserve(in);
    in.barred = barredWith(*in.def.network, {});
    findRoutes(in);
    setCaps(in);
    placeGuards(in);
    in.weighPeople = weighPeopleHere();
    in.stepsPerLook =
        std::max(1U, static_cast<std::uint32_t>(std::lround(in.def.manner.lookInterval / in.def.timeStep)));
    return in;
}

void step(Crowd::Inside& in, Workers& workers)
{
    const bool looking = in.stepNumber % in.stepsPerLook == 0;
    if (looking) {
        leaveAndSort(in, workers);
        seeLight(in);
        standGuard(in);
    }
    chooseWays(in, workers);
    if (looking) {
        fallAndRise(in);
        gatherColumns(in);
        face(in, workers);
        keepLanes(in);
        keepToFiles(in);
        if (in.anybodyPushes) faceOn(in, workers);
        lieStill(in);
        look(in, workers); // reads the frame, writes the velocity that everybody wants
        keepFiles(in);
        stayInFiles(in);
        if (in.anybodyPushes) press(in, workers);
    }
    resolveContacts(in, workers);
    move(in, workers);
    letThrough(in);
    ++in.stepNumber;
    gatherNotes(in);
}

std::shared_ptr<const Terrain> sharedTerrain(const CrowdDef& def)
{
    return std::make_shared<const Terrain>(terrainOf(*def.walkable, *def.network, def.lines));
}

Crowd::Crowd(CrowdDef def) : inside_(std::make_unique<Inside>(beginning(std::move(def)))) {}
Crowd::~Crowd() = default;
Crowd::Crowd(Crowd&&) noexcept = default;

void Crowd::step(Workers& workers)
{
    stairwise::step(*inside_, workers);
}

void Crowd::shut(Barred barred)
{
    inside_->barred = std::move(barred);
    findRoutes(*inside_);
    for (std::size_t i = 0; i < inside_->inside; ++i) {
        inside_->now.way[i] = kChoose;
        inside_->now.came[i] = kNowhere;
    }
}

double Crowd::time() const
{
    return inside_->time();
}

std::size_t Crowd::inside() const
{
    return inside_->inside - inside_->left;
}

const std::vector<Passed>& Crowd::passed() const
{
    return inside_->passed;
}

std::vector<std::uint32_t> Crowd::withoutWay() const
{
    std::vector<std::uint32_t> result;
    for (std::size_t i = 0; i < inside_->inside; ++i)
        if (inside_->here(i) && inside_->now.way[i] == kWithoutWay) result.push_back(inside_->now.who[i]);
    std::ranges::sort(result);
    return result;
}

Frame Crowd::frame() const
{
    const Inside& in = *inside_;
    Frame frame;
    frame.time = in.time();
    for (const std::uint32_t i : byNumber(in)) {
        frame.person.push_back(in.now.who[i]);
        frame.x.push_back(millimetres(in.now.x[i]));
        frame.y.push_back(millimetres(in.now.y[i]));
        frame.surface.push_back(in.now.room[i]);
        frame.vx.push_back(millimetresPerSecond(in.now.vx[i]));
        frame.vy.push_back(millimetresPerSecond(in.now.vy[i]));
    }
    return frame;
}

Digest Crowd::stateHash() const
{
    const Inside& in = *inside_;
    Hasher hasher;
    hasher.add(in.stepNumber);
    for (const std::uint32_t i : byNumber(in)) {
        hasher.add((std::uint64_t{in.now.who[i]} << 32) | in.now.room[i]);
        hasher.add((std::uint64_t{in.now.way[i]} << 32) | in.now.came[i]);
        if (!in.def.guards.empty()) hasher.add(in.def.walkers[in.now.who[i]].wish); // else it never changes
        for (const float value :
             {in.now.x[i], in.now.y[i], in.now.vx[i], in.now.vy[i], in.now.ux[i], in.now.uy[i], in.now.stood[i]})
            hasher.add(value);
        if (in.anybodyPushes) hasher.add(in.now.drag[i]); // else it never changes
    }
    if (in.def.flowCap > 0.0)
        for (const float credit : in.credit) hasher.add(credit);
    for (const Fallen& fallen : in.fallen) {
        hasher.add((std::uint64_t{fallen.fall} << 32) | fallen.person);
        hasher.add(fallen.until);
    }
    for (const Leaver& leaver : in.leavers)
        for (const float value : {leaver.x, leaver.y, leaver.until}) hasher.add(value);
    return hasher.digest();
}

const std::vector<Fallen>& Crowd::fallen() const
{
    return inside_->fallen;
}

const std::vector<Crowd::Walked>& Crowd::walked() const
{
    auto& in = *inside_;
    for (std::size_t i = 0; i < in.inside; ++i)
        in.walked[in.now.who[i]] = {double{in.now.metres[i]}, double{in.now.waited[i]}};
    return in.walked;
}

}
