#include "sim/stagger/learning.hpp"

#include "sim/run/many_runs.hpp"

#include <algorithm>
#include <cmath>

namespace stairwise {
namespace {

// Assumed.
constexpr double kSpeeds[] = {0.93, 1.07}; // of each class by each way: two days in three lie between
constexpr std::size_t kPaceRuns = 5;       // by which a pace is tried
constexpr double kFastest = 2.0;           // pupils a second: a class that does as it likes

struct Task {
    std::size_t job, option;
};

void learnOne(Search& search, const Task& task)
{
    SlotOption& option = search.packing.problem.jobs[task.job].options[task.option];
    const ClassWay& way = search.packing.choices[task.job][task.option].way;
    option.over = std::ceil(search.school.classes[task.job].pupils / search.paces.at(nameOf(way)));
    option.last = 0.0;
    option.uses.clear();
    std::vector<double> arrivals;
    double there = 0.0;
    std::vector<std::vector<float>> most(search.walker.places().size());
    for (std::size_t number = 0; number < std::size(kSpeeds); ++number) {
        if (search.cancel.cancelled()) return;
        const auto alone = search.walker.walkAlone(task.job, way, option.over, kSpeeds[number], number);
        search.tellAlone();
        if (!alone) continue;
        option.last = std::max(option.last, alone->last);
        if (arrivals.empty()) arrivals = alone->atGate; // of the first run: one class, not two
        for (const double arrival : alone->atGate) there = std::max(there, arrival);
        for (std::size_t p = 0; p < most.size(); ++p) {
            most[p].resize(std::max(most[p].size(), alone->loads[p].size()), 0.0F);
            for (std::size_t k = 0; k < alone->loads[p].size(); ++k)
                most[p][k] = std::max(most[p][k], alone->loads[p][k]);
        }
    }
    for (std::uint32_t p = 0; p < most.size(); ++p) {
        std::size_t first = 0;
        while (first < most[p].size() && most[p][first] == 0.0F) ++first;
        if (first == most[p].size()) continue;
        most[p].erase(most[p].begin(), most[p].begin() + static_cast<std::ptrdiff_t>(first));
        option.uses.push_back({p, static_cast<std::uint32_t>(first), std::move(most[p])});
    }
    if (!search.packing.gate) return;
    addGateUses(*search.packing.gate, search.packing.stairPlaces, arrivals, option);
    option.walk = std::max(0.0, there - option.last);
}

}

void learnPaces(Search& search)
{
    std::map<std::string, Task> longest;
    const auto secondsOf = [&](const Task& task) { return search.packing.choices[task.job][task.option].seconds; };
    for (std::size_t j = 0; j < search.packing.choices.size(); ++j)
        for (std::size_t o = 0; o < search.packing.choices[j].size(); ++o) {
            const auto [known, fresh] = longest.try_emplace(nameOf(search.packing.choices[j][o].way), Task{j, o});
            if (!fresh && secondsOf({j, o}) > secondsOf(known->second)) known->second = {j, o};
        }
    std::vector<std::pair<std::string, Task>> tasks(longest.begin(), longest.end());
    std::vector<double> paces(tasks.size(), kSlowest);
    manyRuns(tasks.size(), search.options.threads, search.cancel, [&]() -> RunOne {
        return [&](std::size_t i) {
            const auto [job, option] = tasks[i].second;
            const ClassWay& way = search.packing.choices[job][option].way;
            for (double pace = kFastest; pace > kSlowest; pace *= kSlower) {
                const double over = search.school.classes[job].pupils / pace;
                double peak = 0.0;
                for (std::size_t number = 0; number < kPaceRuns && peak <= search.limit; ++number) {
                    if (search.cancel.cancelled()) return;
                    if (const auto alone = search.walker.walkAlone(job, way, over, 1.0, number))
                        peak = std::max(peak, alone->peak);
                    search.tellAlone();
                }
                paces[i] = pace;
                if (peak <= search.limit) return;
            }
        };
    });
    for (std::size_t i = 0; i < tasks.size(); ++i) search.paces[tasks[i].first] = paces[i];
}

void learnLoads(Search& search)
{
    std::vector<Task> tasks;
    search.aloneReckoned = search.alone;
    for (std::size_t j = 0; j < search.packing.problem.jobs.size(); ++j)
        for (std::size_t o = 0; o < search.packing.problem.jobs[j].options.size(); ++o) tasks.push_back({j, o});
    search.aloneReckoned += std::size(kSpeeds) * tasks.size();
    manyRuns(tasks.size(), search.options.threads, search.cancel,
             [&]() -> RunOne { return [&](std::size_t i) { learnOne(search, tasks[i]); }; });
}

}
