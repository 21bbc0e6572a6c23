#pragma once

#include "sim/stagger/packing.hpp"

#include <map>
#include <mutex>
#include <string>
#include <vector>

namespace stairwise {

/// One search for a timetable, while it goes on (stagger.cpp): what it works on and what it has learned.
struct Search {
    const School& school;
    const Scenario& scenario;
    const StaggerOptions& options;
    CancelToken cancel;
    const Progress& progress;
    PlanWalker& walker;
    Packing& packing;
    double limit;
    std::map<std::string, double> paces = {}; // by way: pupils a second that leave a room
    std::vector<double> shares = {};          // by place: of the limit that the sum of loads may reach
    std::size_t done = 0;
    std::size_t reckoned = 0;
    std::mutex told = {};

    void tell()
    {
        const std::lock_guard lock(told);
        ++done;
        const double all = static_cast<double>(std::max(reckoned, done));
        if (progress) progress({static_cast<double>(done) / all, 0.0, done, std::max(reckoned, done)});
    }
    [[nodiscard]] std::vector<PlanRun> walk(const Timetable& timetable, PlanWalker::Numbers numbers)
    {
        return walker.walk(timetable, numbers, cancel, [this] { tell(); });
    }
};

/// Slower than this no class is let out, and this is how much slower the next pace is (assumed).
inline constexpr double kSlowest = 0.3; // pupils a second
inline constexpr double kSlower = 0.88;

/// How fast pupils may come out of their rooms, for each way, so that a class alone keeps the limit: tried on the class
/// that has the longest way.
void learnPaces(Search& search);
/// Every class by every way alone at these paces: what the packing reckons with.
void learnLoads(Search& search);

}
