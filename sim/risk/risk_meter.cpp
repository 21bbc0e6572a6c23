#include "sim/risk/risk_meter.hpp"

#include "sim/risk/where.hpp"
#include "sim/risk/why.hpp"
#include "sim/trace/pack.hpp"

#include <algorithm>
#include <tuple>

namespace stairwise {
namespace {

std::vector<double> bodiesOf(const std::vector<RiskPerson>& people)
{
    std::vector<double> bodies;
    for (const RiskPerson& person : people) bodies.push_back(person.body);
    return bodies;
}

bool lasted(const Spell& spell, std::size_t colour, const RiskLimits& limits)
{
    const double personSeconds = spell.above[colour];
    return personSeconds >= limits.least &&
           (spell.seconds[colour] >= kLasting || personSeconds >= limits.least * kLasting);
}

// The highest colour that enough people reached for long enough; the number behind it stands in the point.
void setRank(RiskPoint& point, const Spell& spell, const RiskLimits& limits)
{
    for (std::size_t c = 0; c < kColours.size(); ++c)
        if (lasted(spell, c, limits)) point.rank = static_cast<int>(c) + 2;
    const int black = static_cast<int>(kColours.size()) + 1;
    if (point.rank < black && spell.railSeconds > 0.0) {
        point.rank = black;
        point.rankedBy = RankedBy::Rail;
    }
}

void setFigures(RiskPoint& point, const Spell& spell)
{
    point.from = spell.from;
    point.to = spell.to;
    point.personSeconds = spell.personSeconds;
    point.above = spell.above;
    point.seconds = spell.seconds;
    point.peak = spell.peak;
    point.peakTime = spell.peakTime;
    point.at = spell.at;
    point.peakOccupied = spell.peakOccupied;
    point.peakPressure = spell.peakPressure;
    point.peakForce = spell.peakForce;
    point.peakRail = spell.peakRail;
    if (spell.personSeconds > 0.0) point.counterflow = spell.against / spell.personSeconds;
}

std::vector<ClassShare> sharesOf(const Spell& spell, const std::vector<std::string>& groups)
{
    std::vector<ClassShare> shares;
    for (const auto& [group, personSeconds] : spell.groups)
        if (group < groups.size()) shares.push_back({groups[group], personSeconds / spell.personSeconds});
    std::ranges::stable_sort(shares, std::ranges::greater{}, &ClassShare::share);
    return shares;
}

}

RiskMeter::RiskMeter(const Walkable& walkable, const RiskLimits& limits, const std::vector<RiskPerson>& people)
    : walkable_(&walkable), limits_(limits), people_(people), density_(walkable, limits.density, bodiesOf(people)),
      spells_(walkable, limits, people), loads_(walkable, limits.load)
{
}

void RiskMeter::add(const Frame& frame, const Pressing& pressing, Workers& workers)
{
    loads_.add(frame);
    if (const SecondMean* second = density_.add(frame, pressing, workers)) spells_.add(*second);
}

std::vector<RiskPoint> RiskMeter::points(const Circumstances& circumstances) const
{
    const std::vector<Spell> all = spells_.spells();
    const Stretches& stretches = spells_.stretches();
    std::vector<RiskPoint> points;
    for (const Spell& spell : all) {
        if (spell.personSeconds < limits_.least && spell.railSeconds == 0.0) continue;
        RiskPoint point;
        point.surface = stretches.surface(spell.stretch);
        point.stretch = spell.stretch;
        setFigures(point, spell);
        setRank(point, spell, limits_);
        point.part = partOf(*walkable_, point.surface, spell);
        point.before = portalBefore(*walkable_, point.surface, spell);
        point.classes = sharesOf(spell, circumstances.groups);
        point.causes = causesOf(spell, {*walkable_, stretches, people_, circumstances, all});
        points.push_back(std::move(point));
    }
    std::ranges::stable_sort(points, std::ranges::greater{}, [](const RiskPoint& point) {
        return std::tuple(point.rank, riskIndex(point), point.personSeconds);
    });
    return points;
}

std::string RiskMeter::state() const
{
    Packer way;
    way(density_.state(), spells_.state(), loads_.state());
    return way.bytes();
}

bool RiskMeter::restore(std::string_view state)
{
    std::string density, spells, loads;
    Unpacker way(state);
    way(density, spells, loads);
    return way.whole() && density_.restore(density) && spells_.restore(spells) && loads_.restore(loads);
}

}
