#include "sim/risk/why.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace stairwise {
namespace {

// All assumed; docs/measures.md.
constexpr double kTogether = 60.0;     // seconds: grades this far apart kept the replayed flights clear
constexpr double kMostOfThem = 0.6;    // share of the person-seconds
constexpr double kCounts = 0.05;       // share below which a class or stream is left out
constexpr double kSmallerStream = 0.2; // share
constexpr double kComesAgainst = 0.1;  // share of the people around
constexpr double kNarrower = 0.8;      // of the width of the ways in
constexpr double kFilledBefore = 5.0;  // seconds by which the place ahead may be later and still be the first
constexpr double kAfterMishap = 60.0;  // seconds for which a fall or a shut way still explains a crowd

bool overlap(const Spell& spell, const Mishap& mishap)
{
    return mishap.from <= spell.to && mishap.to + kAfterMishap >= spell.from;
}

SurfaceIndex placeOf(const Spell& spell, const Evidence& evidence)
{
    return evidence.stretches.surface(spell.stretch);
}

std::set<SurfaceIndex> aroundOf(SurfaceIndex surface, const Walkable& walkable)
{
    std::set<SurfaceIndex> around = {surface};
    for (const PortalIndex p : portalsOf(walkable, surface))
        for (const SurfaceIndex s : {walkable.portals[p].a, walkable.portals[p].b})
            if (s != kNowhere) around.insert(s);
    return around;
}

void addReleased(const Spell& spell, const Evidence& evidence, std::vector<FoundCause>& causes)
{
    std::map<std::uint32_t, double> released; // the earliest of each group that counts here
    for (const RiskPerson& person : evidence.people) {
        const auto found = spell.groups.find(person.group);
        if (found == spell.groups.end() || found->second < kCounts * spell.personSeconds) continue;
        const auto known = released.try_emplace(person.group, person.released).first;
        known->second = std::min(known->second, person.released);
    }
    double most = 0.0;
    std::size_t classes = 0;
    for (const auto& [first, from] : released) {
        double share = 0.0;
        std::size_t count = 0;
        for (const auto& [group, at] : released) {
            if (at < from || at > from + kTogether) continue;
            share += spell.groups.at(group) / spell.personSeconds;
            ++count;
        }
        if (share <= most) continue;
        most = share;
        classes = count;
    }
    if (classes >= 2 && most >= kMostOfThem)
        causes.push_back({RiskCause::ReleasedTogether, static_cast<double>(classes), most, {}});
}

void addMerging(const Spell& spell, std::vector<FoundCause>& causes)
{
    double first = 0.0;
    double second = 0.0;
    for (const auto& [from, personSeconds] : spell.cameFrom) {
        if (from == kNowhere) continue;
        if (personSeconds > first) {
            second = first;
            first = personSeconds;
        } else {
            second = std::max(second, personSeconds);
        }
    }
    if (second >= kSmallerStream * spell.personSeconds)
        causes.push_back({RiskCause::Merging, second / spell.personSeconds, 0.0, {}});
}

// Metres of the lines that lead to these surfaces.
double widthTo(const Walkable& walkable, SurfaceIndex surface, const std::set<SurfaceIndex>& beyond)
{
    double width = 0.0;
    for (const PortalIndex p : portalsOf(walkable, surface)) {
        const Portal& portal = walkable.portals[p];
        if (!beyond.contains(portal.a == surface ? portal.b : portal.a)) continue;
        width += length(toMetres(portal.line.b) - toMetres(portal.line.a));
    }
    return width;
}

template <class Count> std::set<SurfaceIndex> mainOnes(const std::map<SurfaceIndex, Count>& counts)
{
    double all = 0.0;
    for (const auto& [surface, count] : counts) all += static_cast<double>(count);
    std::set<SurfaceIndex> main;
    for (const auto& [surface, count] : counts)
        if (surface != kNowhere && static_cast<double>(count) >= kSmallerStream * all) main.insert(surface);
    return main;
}

void addNarrowing(const Spell& spell, const Evidence& evidence, std::vector<FoundCause>& causes)
{
    const SurfaceIndex surface = placeOf(spell, evidence);
    const double in = widthTo(evidence.walkable, surface, mainOnes(spell.cameFrom));
    const double on = widthTo(evidence.walkable, surface, mainOnes(spell.wentTo));
    if (on > 0.0 && in > 0.0 && on < kNarrower * in) causes.push_back({RiskCause::Narrowing, on, in, {}});
}

void addMishaps(const Spell& spell, const Evidence& evidence, RiskCause cause, std::span<const Mishap> mishaps,
                std::vector<FoundCause>& causes)
{
    const std::set<SurfaceIndex> around = aroundOf(placeOf(spell, evidence), evidence.walkable);
    std::set<std::string> named;
    for (const Mishap& mishap : mishaps)
        if (around.contains(mishap.surface) && overlap(spell, mishap) && named.insert(mishap.element).second)
            causes.push_back({cause, spell.from - mishap.from, 0.0, mishap.element});
}

// On stairs: what lies ahead was full before.
void addQueueAhead(const Spell& spell, const Evidence& evidence, std::vector<FoundCause>& causes)
{
    const SurfaceIndex surface = placeOf(spell, evidence);
    if (evidence.walkable.surfaces[surface].kind == SurfaceKind::Space) return;
    const std::set<SurfaceIndex> ahead = mainOnes(spell.wentTo);
    for (const Spell& other : evidence.all) {
        const SurfaceIndex there = placeOf(other, evidence);
        if (!ahead.contains(there) || other.from > spell.from + kFilledBefore || other.to < spell.from) continue;
        causes.push_back({RiskCause::QueueAhead, 0.0, 0.0, evidence.walkable.surfaces[there].element});
        return;
    }
}

}

std::vector<FoundCause> causesOf(const Spell& spell, const Evidence& evidence)
{
    std::vector<FoundCause> causes;
    const Circumstances& day = evidence.circumstances;
    if (spell.personSeconds > 0.0) {
        addReleased(spell, evidence, causes);
        addMerging(spell, causes);
        if (spell.against >= kComesAgainst * spell.personSeconds)
            causes.push_back({RiskCause::Counterflow, spell.against / spell.personSeconds, 0.0, {}});
        addNarrowing(spell, evidence, causes);
    }
    addMishaps(spell, evidence, RiskCause::ShutWay, day.shut, causes);
    addQueueAhead(spell, evidence, causes);
    const SurfaceIndex surface = placeOf(spell, evidence);
    const auto darkens = [&](const Mishap& dark) {
        return dark.surface == surface && dark.from <= spell.to && dark.to >= spell.from;
    };
    if (std::ranges::any_of(day.dark, darkens)) causes.push_back({RiskCause::Dark, 0.0, 0.0, {}});
    addMishaps(spell, evidence, RiskCause::Fall, day.falls, causes);
    return causes;
}

}
