// The costly parts alone, in the hall of W2-4000 after 5 seconds and in the teaching building.
#include "sim/base/hash.hpp"
#include "sim/crowd/state.hpp"
#include "tests/bench/scenes.hpp"

#include <benchmark/benchmark.h>

namespace stairwise::bench {
namespace {

Scene hall()
{
    return sceneOf(samples::hallSchool(16), samples::hallScenario(16));
}

Scene building()
{
    return sceneOf(samples::teachingBuilding(), samples::teachingBuildingFireDrill());
}

constexpr int kSteps = 100;

Crowd::Inside crowded(const Scene& scene, Workers& workers)
{
    Crowd::Inside in = beginning(defOf(scene));
    for (int i = 0; i < kSteps; ++i) step(in, workers);
    leaveAndSort(in, workers);
    return in;
}

void add(Hasher& hasher, const std::vector<float>& values, std::size_t count)
{
    for (std::size_t i = 0; i < count; ++i) hasher.add(values[i]);
}

// A phase reads the frame and writes its own fields, so it can be made over and over; it has to give, on all threads,
// what it gives once on a single one.
template <class Phase, class Hash> void phase(benchmark::State& state, const Phase& make, const Hash& hashOf)
{
    const Scene scene = hall();
    Workers one(1);
    Crowd::Inside plain = crowded(scene, one);
    make(plain, one);
    Workers workers(static_cast<unsigned>(state.range(0)));
    Crowd::Inside in = crowded(scene, workers);
    for (auto _ : state) make(in, workers);
    if (!(hashOf(in) == hashOf(plain)))
        state.SkipWithError("the digest is not that of a single thread");
    else
        state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(in.inside));
}

void neighbourSearch(benchmark::State& state)
{
    phase(
        state,
        [](Crowd::Inside& in, Workers& workers) {
            leaveAndSort(in, workers);
            look(in, workers);
        },
        [](const Crowd::Inside& in) {
            Hasher hasher;
            add(hasher, in.now.x, in.inside);
            add(hasher, in.now.ux, in.inside);
            add(hasher, in.now.uy, in.inside);
            for (std::size_t i = 0; i < in.inside; ++i)
                for (std::size_t n = 0; n < in.contacts[i].count; ++n) hasher.add(in.contacts[i].with[n]);
            return hasher.digest();
        });
}

void contacts(benchmark::State& state)
{
    phase(state, resolveContacts, [](const Crowd::Inside& in) {
        Hasher hasher;
        add(hasher, in.qx, in.inside);
        add(hasher, in.qy, in.inside);
        return hasher.digest();
    });
}

Digest fieldsOf(const Network& network)
{
    Hasher hasher;
    for (const SurfaceWays& surface : network.surfaces)
        for (const WayField& field : surface.fields)
            for (const auto* values : {&field.distance, &field.dirX, &field.dirY}) add(hasher, *values, values->size());
    return hasher.digest();
}

// Before a run: the ways over every surface to each of its portals.
void wayFields(benchmark::State& state)
{
    const Scene scene = building();
    Digest made;
    std::int64_t cells = 0;
    for (auto _ : state) {
        const Network network = networkOf(scene.setting.walkable);
        state.PauseTiming();
        made = fieldsOf(network);
        for (const SurfaceWays& surface : network.surfaces)
            for (const WayField& field : surface.fields) cells += static_cast<std::int64_t>(field.distance.size());
        state.ResumeTiming();
    }
    if (made != fieldsOf(scene.setting.network))
        state.SkipWithError("the fields are not those that were made first");
    else
        state.SetItemsProcessed(cells);
}

Digest routesOf(const Crowd::Inside& in)
{
    Hasher hasher;
    for (const auto* all : {&in.toGo, &in.toGoFreely})
        for (const std::vector<double>& one : *all)
            for (const double seconds : one) hasher.add(seconds);
    return hasher.digest();
}

// During a run, whenever a door or a stair opens or shuts: seconds to the goal behind each portal, for every wish.
void routes(benchmark::State& state)
{
    const Scene scene = building();
    const Crowd::Inside plain = beginning(defOf(scene));
    Crowd::Inside in = beginning(defOf(scene));
    for (auto _ : state) findRoutes(in);
    if (routesOf(in) != routesOf(plain))
        state.SkipWithError("the routes are not those that were found first");
    else
        state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(in.toGo.size()));
}

BENCHMARK(neighbourSearch)->ArgName("threads")->Arg(1)->Arg(2)->Unit(benchmark::kMicrosecond);
BENCHMARK(contacts)->ArgName("threads")->Arg(1)->Arg(2)->Unit(benchmark::kMicrosecond);
BENCHMARK(wayFields)->Unit(benchmark::kMillisecond);
BENCHMARK(routes)->Unit(benchmark::kMicrosecond);

}
}
