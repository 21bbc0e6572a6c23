#include "sim/run/compare.hpp"

#include <algorithm>
#include <cmath>

namespace stairwise {
namespace {

constexpr double kNotable = 0.1; // share by which people or flows part before they count as a reason; assumed
constexpr double kMuchOf = 0.3;  // of the time between the two calculations, before a part of it is a reason; assumed

const HandPassage* named(const std::vector<HandPassage>& passages, const std::string& id)
{
    const auto found = std::ranges::find(passages, id, [](const HandPassage& p) { return p.times.id; });
    return found == passages.end() ? nullptr : &*found;
}

const PassageResult* named(const std::vector<PassageResult>& passages, const std::string& id)
{
    const auto found = std::ranges::find(passages, id, &PassageResult::id);
    return found == passages.end() ? nullptr : &*found;
}

bool notable(double agents, double hand)
{
    return std::abs(agents - hand) > kNotable * std::max(agents, hand);
}

/// How many came, how fast they flowed, when the first came.
std::vector<Reason> reasonsAt(const std::string& id, const PassageResult& agents, const HandPassage& hand)
{
    std::vector<Reason> reasons;
    if (notable(agents.passed, hand.times.passed))
        reasons.push_back({Cause::People, id, 1.0 * agents.passed, 1.0 * hand.times.passed});
    const double flow = meanFlow(agents);
    if (notable(flow, meanFlow(hand.times)) && (hand.bindsFrom || flow < meanFlow(hand.times)))
        reasons.push_back({Cause::Flow, id, flow, hand.mostFlow});
    const double apart = agents.last.value_or(0.0) - hand.times.last.value_or(0.0);
    const double first = agents.first.value_or(0.0) - hand.times.first.value_or(0.0);
    if (agents.first && hand.times.first && first * apart > kMuchOf * apart * apart)
        reasons.push_back({Cause::First, id, *agents.first, *hand.times.first});
    return reasons;
}

/// Nothing but people's own delays and speeds is left: when the last of them began to walk.
Reason walkReason(const RunResult& result, const std::string& schoolClass)
{
    Reason reason{Cause::Walk, {}, 0.0, 0.0};
    std::vector<double> starts;
    for (const PersonResult& person : result.persons)
        if (schoolClass.empty() || person.group == schoolClass) starts.push_back(person.released);
    if (starts.empty()) return reason;
    std::ranges::sort(starts);
    reason.agents = starts.back();
    reason.hand = starts[starts.size() / 2];
    return reason;
}

/// The last stair and the last exit of the slower calculation decide; removal lines limit nothing.
std::vector<Reason> reasonsOfWhole(const RunResult& result, double agents, double hand)
{
    std::vector<Reason> reasons;
    for (const Counted what : {Counted::Stair, Counted::Exit}) {
        const PassageResult* last = nullptr;
        const HandPassage* lastByHand = nullptr;
        double latest = -1.0;
        for (const HandPassage& other : what == Counted::Stair ? result.hand->stairs : result.hand->exits) {
            const PassageResult* one = named(what == Counted::Stair ? result.stairs : result.exits, other.times.id);
            if (one == nullptr || other.mostFlow <= 0.0) continue;
            const double time = (agents > hand ? one->last : other.times.last).value_or(0.0);
            if (time <= latest) continue;
            latest = time;
            last = one;
            lastByHand = &other;
        }
        if (last == nullptr) continue;
        for (Reason& reason : reasonsAt(last->id, *last, *lastByHand)) reasons.push_back(std::move(reason));
    }
    if (reasons.empty()) reasons.push_back(walkReason(result, {}));
    return reasons;
}

std::optional<Difference> differenceAt(const RunResult& result, Counted what, const PassageResult& agents)
{
    const HandPassage* hand = named(what == Counted::Stair ? result.hand->stairs : result.hand->exits, agents.id);
    if (hand == nullptr || !agents.clear || !hand->times.clear || !differs(*agents.clear, *hand->times.clear))
        return {};
    Difference difference{what, agents.id, *agents.clear, *hand->times.clear, reasonsAt({}, agents, *hand)};
    if (difference.reasons.empty()) // what comes here late has been held up elsewhere
        difference.reasons = reasonsOfWhole(result, difference.agents, difference.hand);
    return difference;
}

/// People of the class who left by other exits than by hand, and the exit that most of these took; nothing where they
/// are few and the last to leave is none of them.
std::optional<Reason> otherWay(const RunResult& result, const HandClass& hand)
{
    std::map<std::string, int> taken;
    const PersonResult* last = nullptr;
    for (const PersonResult& person : result.persons) {
        if (person.group != hand.times.id) continue;
        ++taken[person.exit];
        if (last == nullptr || person.out.value_or(0.0) > last->out.value_or(0.0)) last = &person;
    }
    Reason reason{Cause::OtherWay, {}, 0.0, 1.0 * hand.times.people};
    int most = 0;
    for (const auto& [exit, people] : taken) {
        const auto planned = hand.exits.find(exit);
        const int more = people - (planned != hand.exits.end() ? planned->second : 0);
        if (more <= 0) continue;
        reason.agents += more;
        if (more > most) reason.id = exit;
        most = std::max(most, more);
    }
    const bool lastToo = last != nullptr && !hand.exits.contains(last->exit);
    if (reason.agents <= kNotable * reason.hand && !lastToo) return std::nullopt;
    return reason;
}

/// How many came and how fast they flowed at the stairs that the class takes by hand, or else at its exits.
std::vector<Reason> reasonsOnTheWay(const RunResult& result, const HandClass& hand)
{
    std::vector<Reason> reasons;
    const auto add = [&](const PassageResult* agents, const HandPassage* other) {
        if (agents == nullptr || other == nullptr) return;
        for (Reason& reason : reasonsAt(agents->id, *agents, *other))
            if (reason.cause != Cause::First) reasons.push_back(std::move(reason));
    };
    for (const std::string& id : hand.stairs) add(named(result.stairs, id), named(result.hand->stairs, id));
    if (hand.stairs.empty())
        for (const auto& [id, people] : hand.exits) add(named(result.exits, id), named(result.hand->exits, id));
    return reasons;
}

std::vector<Reason> reasonsOf(const RunResult& result, const ClassResult& agents, const HandClass& hand)
{
    std::vector<Reason> reasons;
    const double apart = *agents.lastOut - *hand.times.lastOut;
    const auto isMuch = [apart](double part) { return part * apart > kMuchOf * apart * apart; };
    if (agents.roomClear && hand.times.roomClear && isMuch(*agents.roomClear - *hand.times.roomClear))
        reasons.push_back({Cause::Room, {}, *agents.roomClear, *hand.times.roomClear});
    if (auto other = otherWay(result, hand)) reasons.push_back(std::move(*other));
    for (Reason& reason : reasonsOnTheWay(result, hand)) reasons.push_back(std::move(reason));
    if (agents.roomClear && hand.times.roomClear) {
        const double way = *agents.lastOut - *agents.roomClear;
        const double byHand = *hand.times.lastOut - *hand.times.roomClear;
        if (isMuch(way - byHand)) reasons.push_back({Cause::Way, {}, way, byHand});
    }
    if (reasons.empty()) reasons.push_back(walkReason(result, agents.id));
    return reasons;
}

std::vector<Difference> ofClasses(const RunResult& result)
{
    std::vector<Difference> list;
    for (const HandClass& hand : result.hand->classes) {
        const auto agents = std::ranges::find(result.classes, hand.times.id, &ClassResult::id);
        if (agents == result.classes.end() || !agents->lastOut || !hand.times.lastOut) continue;
        if (!differs(*agents->lastOut, *hand.times.lastOut)) continue;
        list.push_back({Counted::SchoolClass, hand.times.id, *agents->lastOut, *hand.times.lastOut,
                        reasonsOf(result, *agents, hand)});
    }
    return list;
}

std::vector<Difference> ofPassages(const RunResult& result, Counted what)
{
    std::vector<Difference> list;
    for (const PassageResult& agents : what == Counted::Stair ? result.stairs : result.exits)
        if (auto difference = differenceAt(result, what, agents)) list.push_back(std::move(*difference));
    return list;
}

void append(std::vector<Difference>& list, std::vector<Difference> more)
{
    std::ranges::stable_sort(more, std::ranges::greater{},
                             [](const Difference& d) { return std::abs(d.agents - d.hand); });
    for (Difference& difference : more) list.push_back(std::move(difference));
}

}

bool differs(double agents, double hand)
{
    return std::max(agents, hand) > (1.0 + kDiffers) * std::min(agents, hand);
}

double meanFlow(const PassageResult& passage)
{
    if (passage.passed < 2 || !passage.first || !passage.last || passage.width <= 0.0) return 0.0;
    const double span = *passage.last - *passage.first;
    return span > 0.0 ? (passage.passed - 1) / span / passage.width : 0.0;
}

std::vector<Difference> differencesOf(const RunResult& result)
{
    if (result.model != Model::Agents || !result.hand) return {};
    std::vector<Difference> list;
    const auto& agents = result.clearance;
    const auto& hand = result.hand->clearance;
    const bool both = agents && hand && result.ending == Ending::Empty;
    if (both && differs(*agents, *hand))
        list.push_back({Counted::Whole, {}, *agents, *hand, reasonsOfWhole(result, *agents, *hand)});
    append(list, ofPassages(result, Counted::Stair));
    append(list, ofPassages(result, Counted::Exit));
    append(list, ofClasses(result));
    return list;
}

}
