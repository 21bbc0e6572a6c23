#include "tests/verify/scenes.hpp"

#include "sim/geometry/polygon.hpp"

#include <algorithm>
#include <cmath>

namespace stairwise::scenes {
namespace {

struct Body {
    Vec2 at;
    SurfaceIndex surface;
    double radius;
};

std::vector<Body> bodiesOf(const Frame& frame, const std::vector<Walker>& walkers)
{
    std::vector<Body> bodies;
    for (std::size_t i = 0; i < frame.size(); ++i)
        bodies.push_back({toMetres({frame.x[i], frame.y[i]}), frame.surface[i], walkers[frame.person[i]].radius});
    return bodies;
}

void lookAt(Seen& seen, const Walkable& walkable, const std::vector<Body>& bodies)
{
    for (std::size_t i = 0; i < bodies.size(); ++i) {
        const Polygon& area = walkable.surfaces[bodies[i].surface].area;
        if (!contains(area, bodies[i].at))
            seen.farthestOutside = std::max(seen.farthestOutside, distanceToEdges(area, bodies[i].at));
        for (std::size_t j = 0; j < i; ++j) {
            if (bodies[i].surface != bodies[j].surface) continue;
            const double gap = length(bodies[i].at - bodies[j].at) - bodies[i].radius - bodies[j].radius;
            seen.deepestOverlap = std::max(seen.deepestOverlap, -gap / std::min(bodies[i].radius, bodies[j].radius));
        }
    }
}

}

Door exitTo(std::string id, Point a, Point b)
{
    Door made = opening(std::move(id), a, b);
    made.exit = true;
    return made;
}

ListedPerson someone(int x, int y, double speed, std::string exit)
{
    ListedPerson person;
    person.at = {x, y};
    person.storey = {"F1"};
    person.speed = speed;
    person.exit = {std::move(exit)};
    return person;
}

Scenario with(std::vector<ListedPerson> people)
{
    Scenario scenario;
    scenario.name = "scene";
    scenario.classesPresent = false;
    scenario.people = std::move(people);
    scenario.timeLimit = 600.0;
    return scenario;
}

RunResult simulated(const School& school, const Scenario& scenario)
{
    RunOptions options;
    options.threads = 1;
    options.measures = false;
    return simulate(school, scenario, options, {}, {}, {});
}

Seen watched(const School& school, const Scenario& scenario, double seconds)
{
    const Walkable walkable = walkableOf(school);
    const Network network = networkOf(walkable);
    const Start start = startOf(school, scenario, walkable, network);
    Workers workers(1);
    Crowd crowd(crowdOf(scenario, walkable, network, start));
    Seen seen;
    seen.people = start.walkers.size();
    seen.firstMoved.assign(seen.people, -1.0);
    for (const Walker& walker : start.walkers) seen.started.push_back(walker.start);
    while (crowd.inside() > 0 && crowd.time() < seconds) {
        const double before = crowd.time();
        crowd.step(workers);
        for (const Passed& passed : crowd.passed()) seen.gone += passed.gone ? 1 : 0;
        const Frame frame = crowd.frame();
        lookAt(seen, walkable, bodiesOf(frame, start.walkers));
        for (std::size_t i = 0; i < frame.size(); ++i) {
            double& moved = seen.firstMoved[frame.person[i]];
            if (moved < 0.0 && std::abs(frame.vx[i]) + std::abs(frame.vy[i]) > 20) moved = before;
        }
    }
    seen.time = crowd.time();
    return seen;
}

}
