#pragma once

#include "sim/base/system.hpp"
#include "sim/cli/shell.hpp"
#include "sim/report/papers.hpp"

namespace CLI {
class App;
}

namespace stairwise {

/// The papers of a plan, for the commands that print them.
struct PapersOrder {
    std::string folder;
    std::string names; // file
    bool both = false; // languages
    PassingsAsk ask;
};
/// Their options but the folder's.
void addPapersOptions(CLI::App& app, PapersOrder& order, const Shell& shell);

/// What can go wrong before anything is walked is told before it: the names, the folder.
struct PapersReady {
    std::vector<std::string> names;
    Staging folder;
};
[[nodiscard]] Result<PapersReady> readyForPapers(const PapersOrder& order);

/// A plan and what its papers say of it.
struct PlanToPrint {
    const School& school;
    const Scenario& plan;
    std::string file;
    std::optional<double> bell; // seconds after midnight
};
/// Walks the plan, writes the papers, and says so on standard error; kNotEverybodyOut and no papers where it was
/// stopped.
[[nodiscard]] int printPapers(const PlanToPrint& plan, const PapersOrder& order, PapersReady& ready,
                              const Shell& shell);

}
