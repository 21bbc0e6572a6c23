// The whole workloads, step by step: agent-steps a second of processor time.
#include "tests/bench/scenes.hpp"

#include <benchmark/benchmark.h>

namespace stairwise::bench {
namespace {

struct Walk {
    Digest digest;
    std::int64_t agentSteps = 0;
};

// Of who passed where in every step, and of all that decides the future at every hundredth and at the end.
Walk walked(Crowd& crowd, unsigned threads, int steps)
{
    Workers workers(threads);
    Hasher hasher;
    const auto addState = [&] {
        const Digest digest = crowd.stateHash();
        hasher.add(digest.high);
        hasher.add(digest.low);
    };
    Walk walk;
    for (int i = 0; i < steps && crowd.inside() > 0; ++i) {
        walk.agentSteps += static_cast<std::int64_t>(crowd.inside());
        crowd.step(workers);
        for (const Passed& passed : crowd.passed()) hasher.add((std::uint64_t{passed.person} << 32) | passed.passage);
        if (i % 100 == 0) addState();
    }
    addState();
    walk.digest = hasher.digest();
    return walk;
}

// No time is printed for a walk that is not the one of a single thread.
void walk(benchmark::State& state, const Scene& scene, int steps)
{
    Crowd plain(defOf(scene));
    const Digest right = walked(plain, 1, steps).digest;
    std::int64_t agentSteps = 0;
    for (auto _ : state) {
        state.PauseTiming();
        Crowd crowd(defOf(scene));
        state.ResumeTiming();
        const Walk made = walked(crowd, static_cast<unsigned>(state.range(0)), steps);
        agentSteps += made.agentSteps;
        if (made.digest == right) continue;
        state.SkipWithError("the digest is not that of a single thread");
        return;
    }
    state.SetItemsProcessed(agentSteps);
}

void floorUntilEmpty(benchmark::State& state)
{
    walk(state, sceneOf(samples::floorSchool(1000), samples::floorScenario()), 20'000);
}

void hall(benchmark::State& state)
{
    const auto modules = static_cast<int>(state.range(1)) / 250;
    walk(state, sceneOf(samples::hallSchool(modules), samples::hallScenario(modules)), 500);
}

void teachingBuilding(benchmark::State& state)
{
    walk(state, sceneOf(samples::teachingBuilding(), samples::teachingBuildingFireDrill()), 40'000);
}

BENCHMARK(floorUntilEmpty)->ArgName("threads")->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond);
BENCHMARK(hall)
    ->ArgNames({"threads", "people"})
    ->Args({1, 250})
    ->Args({1, 1000})
    ->Args({2, 1000})
    ->Args({1, 4000})
    ->Args({2, 4000})
    ->Args({1, 16000})
    ->Unit(benchmark::kMillisecond);
BENCHMARK(teachingBuilding)->ArgName("threads")->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond)->Iterations(1);

}
}
