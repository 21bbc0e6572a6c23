#pragma once

#include "sim/run/run.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace stairwise {

/// Duty posts: where the next teacher lowers the risk most, one after another. Risk is the sum of riskIndex over all
/// places, the mean over runs with the same seeds for every plan; who is held on a landing may crowd the corridor, so
/// that it can also rise. docs/posts.md.

/// A warden who meters where the stair is entered from the storey (scenario.hpp).
struct StairPost {
    StairId stair;
    StoreyId storey;
    friend auto operator<=>(const StairPost&, const StairPost&) = default;
};
/// Every storey of every stair but its lowest, in the order of the file. Where the scenario has a warden who meters
/// everybody all day there is a post already.
[[nodiscard]] std::vector<StairPost> possiblePosts(const School& school, const Scenario& scenario);
[[nodiscard]] Scenario withPosts(Scenario scenario, const std::vector<StairPost>& posts);

/// A place that is a risk point in some of the runs.
struct PlaceRisk {
    RiskPoint typical;  // the worst of them
    double index = 0.0; // riskIndex, mean over the runs
};
/// Posts and how they fare.
struct PostTrial {
    std::vector<StairPost> posts;
    std::size_t runs = 0;
    std::size_t notEmpty = 0;        // runs in which not everybody got to the end of their way
    std::optional<double> clearance; // seconds, mean; nothing where somebody was left in one of them
    double risk = 0.0;               // person-seconds above 5 per m², over all places
    double onStairs = 0.0;           // … on flights and landings alone
    int rank = 0;                    // of the worst point of all runs; 0: there is none
    std::vector<PlaceRisk> places;   // the highest index first
};
/// What posts are chosen by.
enum class RiskCounted { Everywhere, OnStairs };
[[nodiscard]] inline double counted(const PostTrial& trial, RiskCounted by)
{
    return by == RiskCounted::Everywhere ? trial.risk : trial.onStairs;
}
/// How promising a post is before it is tried: the index of the places below it, the less the farther below.
[[nodiscard]] double promiseOf(const School& school, const Walkable& walkable, const StairPost& post,
                               const std::vector<PlaceRisk>& places);

struct PlaceChange {
    RiskPoint typical;
    double before = 0.0; // index
    double after = 0.0;
};
struct ChosenPost {
    StairPost post;
    PostTrial with;                     // it and those chosen before
    std::size_t tried = 0;              // places that it was chosen among
    std::optional<PlaceChange> lowered; // of the places that count, that which it relieves most
    std::optional<PlaceChange> raised;  // … of all places, that which it burdens most
};
/// When a post stays empty: who had better move there.
struct Absence {
    PostTrial empty;                 // the others where they are
    std::optional<std::size_t> from; // of PostsResult::chosen; nothing: it may stay empty
    double covered = 0.0;            // risk, as counted, when that one moves
};

/// AllPlaced: there was no teacher left. LittleGain: the best place that is left lowers it too little. NoRisk: nothing
/// is left to lower. NoPlace: no post that looks down on what is left.
enum class PostsEnd { AllPlaced, LittleGain, NoRisk, NoPlace, Stopped };

struct PostsAsk {
    std::size_t teachers = 4;
    RiskCounted by = RiskCounted::Everywhere;
    std::size_t seeds = 3;      // they count up from the scenario's own
    std::size_t candidates = 8; // tried for each teacher, the most promising ones; assumed: keeps a search to minutes
    double leastGain = 0.05;    // share of the risk without any of them by which the next must lower it; assumed
    unsigned threads = 0;       // 0: all cores; a run stays on one
};
struct PostsResult {
    PostTrial without; // the scenario as it is
    std::vector<ChosenPost> chosen;
    PostsEnd end = PostsEnd::AllPlaced;
    std::optional<PostTrial> next; // LittleGain: with the best place that is left
    std::vector<Absence> absences; // by chosen; empty where it was stopped before
    std::size_t walked = 0;        // runs
    double wallSeconds = 0.0;
};
/// With all that are chosen.
[[nodiscard]] const PostTrial& lastOf(const PostsResult& result);

/// The same for every number of threads. Cancelled, it holds the posts that are settled. Progress tells runs done of
/// those that it takes at most.
struct Setting;
[[nodiscard]] PostsResult postsOf(const School& school, const Scenario& scenario, const Setting& setting,
                                  const PostsAsk& ask, CancelToken cancel, const Progress& progress);

}
