// A8: who comes down a stair and who comes out of the floor share the landing. Galea et al. 2008, Boyce et al. 2012:
// landing 1.5 × 3.0 m, flights 1.5 m wide, steps 7 by 11 inches. The door is beside the incoming flight (adjacent),
// faces it (opposite), or the whole side of the landing is open; that is how we read the papers' figures.
#include "sim/validate/bout.hpp"
#include "sim/validate/experiments.hpp"
#include "sim/validate/phrasing.hpp"
#include "sim/validate/stair_lab.hpp"

#include <algorithm>

namespace stairwise {
namespace {

constexpr DogLegStair kStair{1.5, 1.5, 0.279, 0.178, 10};
constexpr double kDoor = 1.2; // metres; assumed, the papers name none
constexpr std::size_t kAbove = 150;
constexpr std::size_t kOnFloor = 110;
constexpr std::size_t kSettled = 5; // people of each kind that have passed before counting begins

enum class Geometry { Adjacent, Opposite, Open };
constexpr Geometry kGeometries[] = {Geometry::Adjacent, Geometry::Opposite, Geometry::Open};
constexpr std::size_t kScenes = std::size(kGeometries);
constexpr Rect kSouthRoom{-3.5, -10.0, 6.5, 0.0};

Rect floorRoom(Geometry geometry)
{
    switch (geometry) {
    case Geometry::Adjacent:
        return {-10.2, -5.0, -0.2, 5.0};
    case Geometry::Opposite:
        return {-3.5, -10.2, 6.5, -0.2};
    case Geometry::Open:
        return kSouthRoom;
    }
    return kSouthRoom;
}

Lab house(Geometry geometry)
{
    std::vector<Door> doors;
    const double play = 0.5 * (kStair.width - kDoor);
    if (geometry == Geometry::Adjacent) doors.push_back(gapOf("door", {-0.1, play}, {-0.1, play + kDoor}));
    if (geometry == Geometry::Opposite) doors.push_back(gapOf("door", {play, -0.1}, {play + kDoor, -0.1}));
    return labOf(dogLegSchool(
        kStair, {storeyWith(kStair, 1, {hallOf("below", kSouthRoom)}, {wayOut("exit", {-3.5, -10.0}, {6.5, -10.0})}),
                 storeyWith(kStair, 2, {hallOf("floor", floorRoom(geometry))}, doors),
                 storeyWith(kStair, 3, {hallOf("above", kSouthRoom)}, {})}));
}

Standing standingIn(const Lab& lab, const char* room, Rect rect, std::size_t count, std::uint64_t firstKey)
{
    const Rect inner{rect.x0 + 0.3, rect.y0 + 0.3, rect.x1 - 0.3, rect.y1 - 0.3};
    Standing standing{surfaceNamed(lab, room), inner, 0.65, count};
    standing.firstKey = firstKey;
    return standing;
}

// Of those who enter the flight down while both kinds come, the share from the floor in percent; negative: not both.
double floorShare(const Lab& lab, const Record& record)
{
    const SurfaceIndex landing = surfaceNamed(lab, "S/2/landing");
    const SurfaceIndex down = surfaceNamed(lab, "S/1/flight2");
    std::vector<double> above;
    std::vector<double> floor;
    for (const Record::Passing& passing : record.passings) {
        if (passing.what.passage == kNowhere) continue;
        const Passage& passage = lab.network.passages[passing.what.passage];
        if (passage.from != landing || passage.to != down) continue;
        (passing.what.person < kAbove ? above : floor).push_back(passing.time);
    }
    if (above.size() <= kSettled || floor.size() <= kSettled) return -1.0;
    const double from = std::max(above[kSettled], floor[kSettled]);
    const double to = std::min(above.back(), floor.back());
    const auto within = [&](double time) { return time >= from && time <= to; };
    const auto ours = static_cast<double>(std::ranges::count_if(floor, within));
    const auto theirs = static_cast<double>(std::ranges::count_if(above, within));
    return ours + theirs > 0.0 ? 100.0 * ours / (ours + theirs) : -1.0;
}

double shareOf(const Lab& lab, Geometry geometry, std::uint64_t seed, const CancelToken& cancel)
{
    Bout bout;
    bout.lab = &lab;
    bout.seed = seed;
    bout.walkers = crowdIn(standingIn(lab, "above", kSouthRoom, kAbove, 0), seed);
    for (Walker& walker : crowdIn(standingIn(lab, "floor", floorRoom(geometry), kOnFloor, kAbove), seed)) {
        walker.start = 15.0; // seconds: the stream from above has come as far as the landing
        bout.walkers.push_back(walker);
    }
    bout.wishes = {towards(Goal::Kind::OutOfBuilding)};
    return floorShare(lab, walked(bout, cancel));
}

Outcome run(const TrialOptions& options)
{
    std::vector<Lab> labs;
    for (const Geometry geometry : kGeometries) labs.push_back(house(geometry));
    std::vector<double> shares(kScenes * options.seeds);
    eachRun(shares.size(), options, [&](std::size_t n) {
        shares[n] = shareOf(labs[n % kScenes], kGeometries[n % kScenes], 1 + n / kScenes, options.cancel);
    });
    std::vector<Spread> spreads;
    for (std::size_t g = 0; g < kScenes; ++g) {
        std::vector<double> own;
        for (std::size_t n = g; n < shares.size(); n += kScenes) own.push_back(shares[n]);
        spreads.push_back(spreadOf(own));
    }
    const auto between = [](double value, double low, double high) { return value >= low && value <= high; };
    const bool good = between(spreads[0].median, 60.0, 75.0) && between(spreads[1].median, 40.0, 60.0) &&
                      between(spreads[2].median, 40.0, 60.0);
    Outcome outcome;
    outcome.verdict = good ? Verdict::Pass : Verdict::Fail;
    outcome.got = {
        "experiment.merging.got",
        {figure(spreads[0], 0), figure(spreads[1], 0), figure(spreads[2], 0), std::to_string(options.seeds)}};
    return outcome;
}

}

Trial mergingTrial()
{
    return {"A8",
            {"experiment.merging", {}},
            {"experiment.merging.asked", {}},
            "Galea et al. 2008, Boyce et al. 2012, by Thunderhead's note on merging",
            run};
}

}
