#pragma once

#include "sim/stagger/stagger.hpp"

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
    double gateShare = 0.9;                   // of those who may wait at the gate; assumed to begin with
    std::size_t done = 0;                     // runs of the whole school
    std::size_t reckoned = 0;                 // of these in all
    std::size_t alone = 0;                    // classes that walked alone
    std::size_t aloneReckoned = 0;
    std::mutex told = {};

    void tell()
    {
        const std::lock_guard lock(told);
        ++done;
        report();
    }
    void tellAlone()
    {
        const std::lock_guard lock(told);
        ++alone;
        report();
    }
    // A class alone takes about as much time as its share of the school's people.
    void report()
    {
        if (options.walked) options.walked();
        const double classes = static_cast<double>(std::max<std::size_t>(1, school.classes.size()));
        const double all = static_cast<double>(std::max(reckoned, done)) +
                           static_cast<double>(std::max(aloneReckoned, alone)) / classes;
        const double walked = static_cast<double>(done) + static_cast<double>(alone) / classes;
        if (progress && all > 0.0) progress({walked / all, 0.0, done, std::max(reckoned, done)});
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
