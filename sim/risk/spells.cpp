#include "sim/risk/spells.hpp"

#include "sim/trace/pack.hpp"

#include <algorithm>

namespace stairwise {

void pack(auto& way, Same<Vec2> auto& at)
{
    way(at.x, at.y);
}

void pack(auto& way, Same<Spell> auto& spell)
{
    way(spell.stretch, spell.from, spell.to, spell.personSeconds, spell.above, spell.seconds,
        spell.railSeconds, spell.peak, spell.peakTime, spell.at, spell.peakOccupied, spell.peakPressure,
        spell.peakForce, spell.peakRail, spell.lower, spell.against, spell.groups, spell.cameFrom, spell.wentTo);
}

namespace {

constexpr double kSameMoment = 1e-6;

void put(std::vector<std::uint32_t>& values, std::size_t at, std::uint32_t value)
{
    if (at >= values.size()) values.resize(at + 1, kNowhere);
    values[at] = value;
}

}

SpellMeter::SpellMeter(const Walkable& walkable, const RiskLimits& limits, std::vector<RiskPerson> people)
    : limits_(limits), people_(std::move(people)), stretches_(walkable), open_(stretches_.count()),
      told_(stretches_.count(), {-1.0, -1.0, -1.0, -1.0})
{
    for (const Surface& surface : walkable.surfaces) {
        Slope slope;
        if (surface.kind == SurfaceKind::Flight) {
            slope.uphill = surface.uphill;
            double low = 1e12;
            double high = -1e12;
            for (const Point corner : surface.area.outer) {
                low = std::min(low, dot(toMetres(corner), slope.uphill));
                high = std::max(high, dot(toMetres(corner), slope.uphill));
            }
            slope.middle = 0.5 * (low + high);
        }
        slopes_.push_back(slope);
    }
}

bool SpellMeter::lowerHalf(SurfaceIndex surface, Vec2 at) const
{
    return dot(at, slopes_[surface].uphill) < slopes_[surface].middle;
}

Spell& SpellMeter::openAt(std::size_t stretch, const SecondMean& second)
{
    std::optional<Spell>& open = open_[stretch];
    if (open && second.time - open->to > limits_.pause + kSameMoment) {
        ended_.push_back(std::move(*open));
        open.reset();
    }
    if (!open) {
        open.emplace();
        open->stretch = stretch;
        open->from = second.time;
    }
    open->to = second.time;
    return *open;
}

// Who has come onto another surface: from where, and for the spells that go on there, whereto.
void SpellMeter::noteMoves(const SecondMean& second)
{
    for (std::size_t row = 0; row < second.size(); ++row) {
        const std::uint32_t person = second.person[row];
        const SurfaceIndex now = second.surface[row];
        const SurfaceIndex before = person < on_.size() ? on_[person] : kNowhere;
        if (before == now) continue;
        put(on_, person, now);
        put(before_, person, before);
        if (before == kNowhere) continue;
        const std::size_t first = stretches_.of(before, {-1e9, -1e9});
        const std::size_t last = stretches_.of(before, {1e9, 1e9});
        for (std::size_t s = first; s <= last; ++s)
            if (open_[s]) ++open_[s]->wentTo[now];
    }
}

void SpellMeter::noteHot(const SecondMean& second, std::size_t row)
{
    const SurfaceIndex surface = second.surface[row];
    const double density = second.density[row];
    const std::size_t stretch = stretches_.of(surface, second.at[row]);
    Spell& spell = openAt(stretch, second);
    spell.personSeconds += second.seconds;
    for (std::size_t c = 0; c < kColours.size() && density > kColours[c]; ++c) {
        spell.above[c] += second.seconds;
        if (told_[stretch][c] == second.time) continue;
        told_[stretch][c] = second.time;
        spell.seconds[c] += second.seconds;
    }
    if (density > spell.peak) {
        spell.peak = density;
        spell.peakTime = second.time;
        spell.at = second.at[row];
    }
    spell.peakOccupied = std::max(spell.peakOccupied, second.occupied[row]);
    spell.peakPressure = std::max(spell.peakPressure, second.pressure[row]);
    spell.peakForce = std::max(spell.peakForce, second.force[row]);
    if (lowerHalf(surface, second.at[row])) spell.lower += second.seconds;
    spell.against += second.seconds * second.against[row];
    const std::uint32_t person = second.person[row];
    if (person < people_.size()) spell.groups[people_[person].group] += second.seconds;
    spell.cameFrom[before_[person]] += second.seconds;
}

void SpellMeter::noteWall(const SecondMean& second, const Pressing::OnWall& wall)
{
    const std::size_t stretch = stretches_.of(wall.surface, wall.at);
    const bool over = wall.newtonsPerMetre > limits_.rail;
    if (!over && (!open_[stretch] || open_[stretch]->to < second.time)) return;
    Spell& spell = openAt(stretch, second);
    if (over) spell.railSeconds += second.seconds;
    if (wall.newtonsPerMetre <= spell.peakRail) return;
    spell.peakRail = wall.newtonsPerMetre;
    if (spell.personSeconds == 0.0) { // nothing else is over a limit here
        spell.at = wall.at;
        spell.peakTime = second.time;
    }
}

void SpellMeter::add(const SecondMean& second)
{
    noteMoves(second);
    for (std::size_t row = 0; row < second.size(); ++row)
        if (second.density[row] > limits_.density) noteHot(second, row);
    for (const Pressing::OnWall& wall : second.walls) noteWall(second, wall);
}

std::vector<Spell> SpellMeter::spells() const
{
    std::vector<Spell> all = ended_;
    for (const std::optional<Spell>& open : open_)
        if (open) all.push_back(*open);
    std::ranges::stable_sort(all, {}, [](const Spell& spell) { return std::pair(spell.from, spell.stretch); });
    return all;
}

void SpellMeter::pack(auto& way, auto& meter)
{
    way(meter.open_, meter.ended_, meter.told_, meter.on_, meter.before_);
}

std::string SpellMeter::state() const
{
    Packer way;
    pack(way, *this);
    return way.bytes();
}

bool SpellMeter::restore(std::string_view state)
{
    Unpacker way(state);
    pack(way, *this);
    bool good = way.whole() && open_.size() == stretches_.count() && told_.size() == stretches_.count() &&
                before_.size() == on_.size();
    for (const std::uint32_t surface : on_) good = good && (surface == kNowhere || surface < slopes_.size());
    for (std::size_t s = 0; s < open_.size(); ++s) good = good && (!open_[s] || open_[s]->stretch == s);
    for (const Spell& spell : ended_) good = good && spell.stretch < stretches_.count();
    return good;
}

}
