#pragma once

#include "sim/report/papers.hpp"

namespace stairwise {

/// What the papers say about each class and each post, in words. Used by the papers alone.

struct ClassFacts {
    std::size_t schoolClass = 0; // index into School::classes
    std::string name;
    std::string room; // "201, second storey"; empty: none
    int pupils = 0;
    double time = 0.0;         // seconds after the signal
    double over = 0.0;         // seconds over which it leaves row by row; 0: as it likes
    int files = 0;             // 0: not said
    std::string way;           // stair or exit by name, or that it is free; with what is predicted, so marked
    std::string told;          // the stair or exit alone; empty: it is free
    std::string exit;          // by which most of it leave the building in the runs; empty: none
    std::string gate;          // the only one, or by which most of it leave; empty: not known
    std::string area;          // where it lines up outside; empty: not known
    std::optional<double> out; // seconds: all of it out of the building in every run
};
/// By time, then as the school has them.
[[nodiscard]] std::vector<ClassFacts> classFacts(const Papers& papers, Language language);

[[nodiscard]] std::string postName(const Papers& papers, const PassedPost& post, Language language);
/// When a class goes: "16:41:30"; without a bell "1:30".
[[nodiscard]] std::string timeText(const Papers& papers, double seconds);
/// The same in a sentence: "16:41:30", "1:30 after the bell".
[[nodiscard]] std::string timePhrase(const Papers& papers, double seconds, Language language);
/// Predicted times are rounded away from the crowd, to what a bell can give: earlier and later.
enum class Rounded { Down, Up };
[[nodiscard]] double roundedTime(double seconds, Rounded rounded);

/// Dismissal is called so; all else is leaving in turn.
[[nodiscard]] bool isDismissal(const Papers& papers);
/// "the bell", "the signal": what times are counted from.
[[nodiscard]] std::string signalName(const Papers& papers, Language language);
/// "2 of 5", the plan's file and mark, how many runs, on every page.
void addFoot(std::vector<Picture>& pages, const Papers& papers, Language language);

}
