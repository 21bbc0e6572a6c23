#include "sim/egress/hydraulic.hpp"

#include "sim/base/steady_math.hpp"
#include "sim/geometry/polygon.hpp"

#include <algorithm>
#include <functional>
#include <queue>

namespace stairwise {
namespace {

constexpr double kPeakSeconds = 10.0; // over which a greatest flow is averaged; assumed, as for agents
constexpr std::uint32_t kNone = 0xffffffffU;

struct Person {
    std::uint32_t group = 0;
    std::uint32_t stage = 0; // which passage of its route is next
};

struct Waiting {
    std::uint32_t person = 0;
    double since = 0.0;
};

/// People who come to a passage by the same passage before it, in a line.
struct Stream {
    PassageIndex from = kNowhere; // kNowhere: out of the room itself
    std::vector<Waiting> line;
    std::size_t next = 0;
    [[nodiscard]] bool empty() const { return next == line.size(); }
};

/// A passage at work.
struct Server {
    HydraulicElement element;
    std::vector<Stream> streams;
    std::size_t turn = 0; // the stream that passed last
    std::size_t waiting = 0;
    double ready = 0.0; // seconds: the next may pass
    bool busy = false;
    std::vector<double> crossed; // seconds, ascending
    std::vector<double> coming;  // when people set out towards it, ascending
    std::size_t before = 0;      // of these, those too long ago to count as the stream
};

enum class Happening { Arrive, Serve, Cross };
struct Event {
    double time = 0.0;
    std::uint64_t serial = 0; // ties in the order in which they were planned
    Happening kind = Happening::Arrive;
    std::uint32_t who = 0; // person; Serve: server
    friend bool operator>(const Event& a, const Event& b)
    {
        return a.time != b.time ? a.time > b.time : a.serial > b.serial;
    }
};

struct Works {
    const Walkable& walkable;
    const Network& network;
    const std::vector<HydraulicGroup>& groups;
    double flowCap = 0.0;
    std::vector<double> streamWidths;    // by surface, metres of effective width; 0: not asked for yet
    std::vector<std::uint32_t> serverOf; // by passage
    std::vector<Server> servers;
    std::vector<Person> persons;
    std::vector<HydraulicTimes> times;
    std::priority_queue<Event, std::vector<Event>, std::greater<>> agenda;
    std::uint64_t planned = 0;
};

void plan(Works& works, double time, Happening kind, std::uint32_t who)
{
    works.agenda.push({time, works.planned++, kind, who});
}

/// Effective width of the stream over a level surface: that of the rectangle with its area and outline, which for a
/// corridor, straight or bent, is as wide as the corridor.
double levelWidth(const Surface& surface)
{
    double around = 0.0;
    const Ring& ring = surface.area.outer;
    for (std::size_t i = 0; i < ring.size(); ++i)
        around += length(toMetres(ring[(i + 1) % ring.size()]) - toMetres(ring[i]));
    const double size = area(surface.area);
    const double half = 0.5 * around;
    const double under = half * half - 4.0 * size;
    const double width = under > 0.0 ? 0.5 * (half - steady::sqrt(under)) : steady::sqrt(size);
    return std::max(width - 2.0 * kCorridorLayer, kLeastEffective * width);
}

double kOf(const Surface& surface)
{
    const bool stair = surface.kind == SurfaceKind::Flight && surface.tread > 0.0 && surface.riser > 0.0;
    return stair ? sfpeStairK(surface.tread, surface.riser) : kSfpeLevelK;
}

double streamWidth(Works& works, SurfaceIndex surface, const Server& by)
{
    const Surface& on = works.walkable.surfaces[surface];
    if (on.kind == SurfaceKind::Flight) return by.element.limit.effectiveWidth;
    double& width = works.streamWidths[surface];
    if (width <= 0.0) width = std::max(levelWidth(on), 0.1);
    return width;
}

/// Persons per second that set out towards a passage lately, whoever does now included.
double streamFlow(Server& towards, double now)
{
    towards.coming.push_back(now);
    while (towards.coming[towards.before] <= now - kStreamSeconds) ++towards.before;
    const double within = static_cast<double>(towards.coming.size() - towards.before);
    // Back to the last one before the window, so that a steady stream has its flow to the digit; not after a pause.
    const double steady = towards.before > 0 ? within / (now - towards.coming[towards.before - 1]) : 0.0;
    return std::max(steady, (within - 1.0) / kStreamSeconds);
}

/// From one passage of the route to the next.
double walkSeconds(Works& works, const Server& by, Server& towards, double now)
{
    const PassageIndex from = by.element.passage;
    const SurfaceIndex on = works.network.passages[from].to;
    const Surface& surface = works.walkable.surfaces[on];
    const double metres = std::max(0.0, between(works.network, on, portalOf(from), portalOf(towards.element.passage)));
    const double flow = streamFlow(towards, now) / streamWidth(works, on, by);
    const double k = kOf(surface);
    const double along = surface.kind == SurfaceKind::Flight ? metres / planPerSlope(surface) : metres;
    return along / sfpeSpeed(k, sfpeDensity(k, flow));
}

std::uint32_t serverFor(Works& works, PassageIndex passage)
{
    std::uint32_t& index = works.serverOf[passage];
    if (index != kNone) return index;
    index = static_cast<std::uint32_t>(works.servers.size());
    Server server;
    server.element.passage = passage;
    server.element.limit = elementLimit(works.walkable, works.network, passage, works.flowCap);
    works.servers.push_back(std::move(server));
    return index;
}

Stream& streamFrom(Server& server, PassageIndex from)
{
    const auto known = std::ranges::find(server.streams, from, &Stream::from);
    if (known != server.streams.end()) return *known;
    server.streams.push_back({from, {}, 0});
    return server.streams.back();
}

void arrive(Works& works, double now, std::uint32_t index)
{
    const Person& person = works.persons[index];
    const auto& route = works.groups[person.group].route;
    const std::uint32_t at = serverFor(works, route[person.stage]);
    Server& server = works.servers[at];
    streamFrom(server, person.stage == 0 ? kNowhere : route[person.stage - 1]).line.push_back({index, now});
    ++server.waiting;
    if (server.busy) return;
    server.busy = true;
    plan(works, std::max(now, server.ready), Happening::Serve, at);
}

/// The next in turn: streams one after the other, those where nobody waits left out.
Waiting takeNext(Server& server)
{
    do server.turn = (server.turn + 1) % server.streams.size();
    while (server.streams[server.turn].empty());
    Stream& stream = server.streams[server.turn];
    --server.waiting;
    return stream.line[stream.next++];
}

void noteWait(Works& works, Server& server, const Waiting& one, double now)
{
    const double waited = now - one.since;
    HydraulicElement& element = server.element;
    element.waited += waited;
    works.times[works.persons[one.person].group].waited += waited;
    if (waited <= kQueueSeconds) return;
    element.bindsFrom = std::min(element.bindsFrom.value_or(one.since), one.since);
    element.bindsUntil = now;
    element.longestQueue = std::max(element.longestQueue, server.waiting + 1);
}

void cross(Works& works, double now, std::uint32_t index)
{
    Person& person = works.persons[index];
    const HydraulicGroup& group = works.groups[person.group];
    HydraulicTimes& times = works.times[person.group];
    Server& server = works.servers[works.serverOf[group.route[person.stage]]];
    server.crossed.push_back(now);
    if (times.first[person.stage] < 0.0) times.first[person.stage] = now;
    times.last[person.stage] = now;
    ++person.stage;
    if (person.stage == group.route.size()) {
        const double end = now + group.beyond / sfpeSpeed(kSfpeLevelK, 0.0);
        times.done = std::max(times.done, end);
        return;
    }
    const std::uint32_t next = serverFor(works, group.route[person.stage]);
    const std::uint32_t here = works.serverOf[group.route[person.stage - 1]]; // the servers may have moved
    const double walk = walkSeconds(works, works.servers[here], works.servers[next], now);
    plan(works, now + walk, Happening::Arrive, index);
}

void serve(Works& works, double now, std::uint32_t at)
{
    Server& server = works.servers[at];
    const Waiting one = takeNext(server);
    noteWait(works, server, one, now);
    server.ready = now + 1.0 / server.element.limit.capacity;
    server.busy = server.waiting > 0;
    if (server.busy) plan(works, server.ready, Happening::Serve, at);
    // At the first passage of a way its own time to pass counts, too: N people take N ÷ flow to leave a room.
    if (works.persons[one.person].stage == 0)
        plan(works, server.ready, Happening::Cross, one.person);
    else
        cross(works, now, one.person);
}

void setOut(Works& works, std::uint32_t index)
{
    const HydraulicGroup& group = works.groups[index];
    HydraulicTimes& times = works.times[index];
    times.first.assign(group.route.size(), -1.0);
    times.last.assign(group.route.size(), -1.0);
    const double there = group.start + group.away / sfpeSpeed(kSfpeLevelK, 0.0);
    times.done = there;
    if (group.route.empty()) return;
    for (std::size_t i = 0; i < group.people; ++i) {
        plan(works, there, Happening::Arrive, static_cast<std::uint32_t>(works.persons.size()));
        works.persons.push_back({index, 0});
    }
}

/// Persons per second over the fullest stretch of kPeakSeconds or just more.
double peakOf(const std::vector<double>& times)
{
    if (times.empty() || times.back() - times.front() < kPeakSeconds)
        return static_cast<double>(times.size()) / kPeakSeconds;
    double most = 0.0;
    for (std::size_t first = 0, last = 0; last < times.size(); ++last) {
        while (times[last] - times[first + 1] >= kPeakSeconds) ++first;
        const double span = times[last] - times[first];
        if (span >= kPeakSeconds) most = std::max(most, static_cast<double>(last - first) / span);
    }
    return most;
}

std::vector<HydraulicElement> elementsOf(const Works& works)
{
    std::vector<HydraulicElement> elements;
    for (const std::uint32_t index : works.serverOf) {
        if (index == kNone || works.servers[index].crossed.empty()) continue;
        const Server& server = works.servers[index];
        HydraulicElement element = server.element;
        element.people = server.crossed.size();
        element.first = server.crossed.front();
        element.last = server.crossed.back();
        element.peakFlow = peakOf(server.crossed);
        elements.push_back(element);
    }
    return elements;
}

}

Hydraulic hydraulic(const Walkable& walkable, const Network& network, const std::vector<HydraulicGroup>& groups,
                    double flowCap)
{
    Works works{walkable, network, groups, flowCap, {}, {}, {}, {}, {}, {}, 0};
    works.streamWidths.assign(walkable.surfaces.size(), 0.0);
    works.serverOf.assign(network.passages.size(), kNone);
    works.times.resize(groups.size());
    for (std::uint32_t i = 0; i < groups.size(); ++i) setOut(works, i);
    while (!works.agenda.empty()) {
        const Event event = works.agenda.top();
        works.agenda.pop();
        switch (event.kind) {
        case Happening::Arrive:
            arrive(works, event.time, event.who);
            break;
        case Happening::Serve:
            serve(works, event.time, event.who);
            break;
        case Happening::Cross:
            cross(works, event.time, event.who);
            break;
        }
    }
    return {std::move(works.times), elementsOf(works)};
}

}
