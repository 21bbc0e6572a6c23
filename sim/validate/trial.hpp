#pragma once

#include "sim/base/message.hpp"
#include "sim/base/progress.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace stairwise {

/// The published tests and experiments as values: each builds its scene, runs it over seeds and says what came out.

/// Imposed: the limit holds only because the flow cap of the scenario enforces it. Shown: there is no band to hold it
/// against. LeftOut: not run, with the reason.
enum class Verdict { Pass, Fail, Imposed, Shown, LeftOut };

/// A figure over seeds: median and the 10 to 90 % interval of what was measured.
struct Spread {
    double median = 0.0;
    double low = 0.0;
    double high = 0.0;
    std::size_t runs = 0;
};
[[nodiscard]] Spread spreadOf(std::vector<double> values);

/// One line or cloud of a plot.
struct Curve {
    Message name;
    enum class Kind { Points, Line, Band } kind = Kind::Points; // Band: x, y = lower edge, top = upper edge
    std::vector<double> x, y, top;                              // a line breaks where y is not a number
};
struct Plot {
    Message title;
    Message xLabel, yLabel; // with units
    std::vector<Curve> curves;
};

struct Outcome {
    Verdict verdict = Verdict::Fail;
    Message got; // figures with units, "1.93 (1.81–2.02) persons/s, 10 seeds"
    std::vector<Plot> plots;
    std::vector<Message> details = {}; // what the figures are made of, a line each: bins, widths
};

struct TrialOptions {
    unsigned seeds = 10; // where chance plays a part
    unsigned threads = 0;
    CancelToken cancel;
    Progress progress = {}; // runs done; told by one thread at a time
};

struct Trial {
    std::string id;     // "RiMEA 1", "IMO 4", "NIST 2.9", "ISO 13", "A5"
    Message name;       // "Corridor speed"
    Message asked;      // the criterion, with units
    std::string source; // where geometry and criterion come from
    std::function<Outcome(const TrialOptions&)> run;
};

/// A trial that was run.
struct Tried {
    std::string id;
    Message name;
    Message asked;
    std::string source;
    Outcome outcome;
    double seconds = 0.0; // of this machine's time; nothing of the result
};
[[nodiscard]] Tried tried(const Trial& trial, const TrialOptions& options);

/// Every trial in the order of the table; left-out ones included, with the reason as their outcome.
[[nodiscard]] std::vector<Trial> allTrials();

}
