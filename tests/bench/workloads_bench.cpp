// The whole workloads, step by step: agent-steps a second of processor time.
#include "tests/bench/scenes.hpp"

#include <benchmark/benchmark.h>

namespace stairwise::bench {
namespace {

void walk(benchmark::State& state, const Scene& scene, unsigned threads, int steps)
{
    Workers workers(threads);
    std::int64_t agentSteps = 0;
    for (auto _ : state) {
        state.PauseTiming();
        Crowd crowd(defOf(scene));
        state.ResumeTiming();
        for (int i = 0; i < steps && crowd.inside() > 0; ++i) {
            agentSteps += static_cast<std::int64_t>(crowd.inside());
            crowd.step(workers);
        }
    }
    state.SetItemsProcessed(agentSteps);
}

void floorUntilEmpty(benchmark::State& state)
{
    walk(state, sceneOf(samples::floorSchool(1000), samples::floorScenario()), static_cast<unsigned>(state.range(0)),
         20'000);
}

void hall(benchmark::State& state)
{
    const auto modules = static_cast<int>(state.range(1)) / 250;
    walk(state, sceneOf(samples::hallSchool(modules), samples::hallScenario(modules)),
         static_cast<unsigned>(state.range(0)), 500);
}

void teachingBuilding(benchmark::State& state)
{
    walk(state, sceneOf(samples::teachingBuilding(), samples::teachingBuildingFireDrill()),
         static_cast<unsigned>(state.range(0)), 40'000);
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
