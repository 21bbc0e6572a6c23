#include "sim/validate/watch.hpp"

#include "sim/geometry/polygon.hpp"
#include "sim/validate/phrasing.hpp"

#include <algorithm>
#include <cmath>

namespace stairwise {
namespace {

constexpr int kMoving = 20; // mm/s in x and y together at which somebody has begun to walk; assumed

void lookAtFloor(Kept& kept, const Walkable& walkable, const Frame& frame)
{
    for (std::size_t i = 0; i < frame.size(); ++i) {
        const Polygon& area = walkable.surfaces[frame.surface[i]].area;
        const Vec2 at = toMetres({frame.x[i], frame.y[i]});
        if (!contains(area, at)) kept.outside = std::max(kept.outside, distanceToEdges(area, at));
    }
}

// Rows are ascending, so nobody stands there twice; who is gone must not stand there.
void count(Kept& kept, const Frame& frame, const std::vector<double>& out)
{
    const auto inside = std::ranges::count_if(out, [](double time) { return time < 0.0; });
    const bool back = std::ranges::any_of(frame.person, [&](std::uint32_t who) { return out[who] >= 0.0; });
    const bool twice = std::ranges::adjacent_find(frame.person, std::greater_equal{}) != frame.person.end();
    if (static_cast<std::size_t>(inside) != frame.size() || back || twice) ++kept.lost;
}

double deepest(const Frame& frame, const std::vector<Walker>& walkers)
{
    double worst = 0.0;
    for (std::size_t i = 0; i < frame.size(); ++i)
        for (std::size_t j = 0; j < i; ++j) {
            if (frame.surface[i] != frame.surface[j]) continue;
            const double apart = length(toMetres({frame.x[i] - frame.x[j], frame.y[i] - frame.y[j]}));
            const double a = walkers[frame.person[i]].radius;
            const double b = walkers[frame.person[j]].radius;
            worst = std::max(worst, (a + b - apart) / std::min(a, b));
        }
    return worst;
}

void noteStep(Watched& seen, const Crowd& crowd, double before, const Frame& frame)
{
    for (const Passed& passed : crowd.passed()) {
        seen.passings.push_back({crowd.time(), passed});
        if (passed.gone) seen.out[passed.person] = crowd.time();
    }
    for (std::size_t i = 0; i < frame.size(); ++i) {
        double& moved = seen.firstMoved[frame.person[i]];
        if (moved < 0.0 && std::abs(frame.vx[i]) + std::abs(frame.vy[i]) > kMoving) moved = before;
    }
}

}

Watched watched(const Bout& bout, const Manners& manners, const CancelToken& cancel)
{
    CrowdDef def = defOf(bout);
    def.flowCap = manners.flowCap;
    Crowd crowd(std::move(def));
    Workers workers(1); // runs stand side by side, not the people of a run
    Watched seen;
    seen.out.assign(bout.walkers.size(), -1.0);
    seen.firstMoved.assign(bout.walkers.size(), -1.0);
    seen.frames.push_back(crowd.frame());
    const auto every = std::max(1L, std::lround(bout.interval / bout.timeStep));
    for (long step = 1; crowd.inside() > 0 && crowd.time() < bout.limit - 1e-9 && !cancel.cancelled(); ++step) {
        const double before = crowd.time();
        crowd.step(workers);
        Frame frame = crowd.frame();
        noteStep(seen, crowd, before, frame);
        count(seen.kept, frame, seen.out);
        lookAtFloor(seen.kept, bout.lab->walkable, frame);
        if (manners.look == Look::Bodies)
            seen.deepestOverlap = std::max(seen.deepestOverlap, deepest(frame, bout.walkers));
        if (step % every == 0) seen.frames.push_back(std::move(frame));
    }
    seen.end = crowd.time();
    seen.finished = crowd.inside() == 0;
    seen.kept.stuck = crowd.inside();
    return seen;
}

double lastOut(const Watched& seen)
{
    return seen.finished && !seen.out.empty() ? *std::ranges::max_element(seen.out) : seen.end;
}

std::vector<double> timesThrough(const Watched& seen, PassageIndex passage)
{
    std::vector<double> times;
    std::vector<char> known(seen.out.size(), 0);
    for (const Record::Passing& passing : seen.passings) {
        if (passing.what.passage != passage || known[passing.what.person] != 0) continue;
        known[passing.what.person] = 1;
        times.push_back(passing.time);
    }
    return times;
}

double meanFlow(const std::vector<double>& times)
{
    if (times.size() < 2 || times.back() <= times.front()) return 0.0;
    return static_cast<double>(times.size() - 1) / (times.back() - times.front());
}

double peakDensity(const Watched& seen, SurfaceIndex surface, const Rect& where)
{
    constexpr std::size_t kOnEnd = 10; // frames
    std::vector<std::size_t> counts;
    for (const Frame& frame : seen.frames) {
        std::size_t inside = 0;
        for (std::size_t i = 0; i < frame.size(); ++i) {
            const Vec2 at = toMetres({frame.x[i], frame.y[i]});
            const bool in = at.x >= where.x0 && at.x <= where.x1 && at.y >= where.y0 && at.y <= where.y1;
            inside += in && frame.surface[i] == surface ? 1 : 0;
        }
        counts.push_back(inside);
    }
    std::size_t sum = 0;
    std::size_t most = 0;
    for (std::size_t k = 0; k < counts.size(); ++k) {
        sum += counts[k];
        if (k >= kOnEnd) sum -= counts[k - kOnEnd];
        most = std::max(most, sum);
    }
    return static_cast<double>(most) / (kOnEnd * (where.x1 - where.x0) * (where.y1 - where.y0));
}

void holdToFloor(Outcome& outcome, const std::vector<Kept>& runs)
{
    Kept all;
    for (const Kept& run : runs) {
        all.outside = std::max(all.outside, run.outside);
        all.lost += run.lost;
        all.stuck += run.stuck;
    }
    if (all.held() && all.stuck == 0) return;
    outcome.verdict = Verdict::Fail;
    outcome.details.push_back(
        {"standard.not_kept", {figure(1000.0 * all.outside, 1), std::to_string(all.lost), std::to_string(all.stuck)}});
}

}
