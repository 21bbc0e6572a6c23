#include "sim/validate/trial.hpp"
#include "sim/words/words.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <set>
#include <stdexcept>

namespace stairwise {
namespace {

const Trial& trialNamed(const std::vector<Trial>& trials, const std::string& id)
{
    const auto found = std::ranges::find(trials, id, &Trial::id);
    if (found == trials.end()) throw std::runtime_error("no trial " + id);
    return *found;
}

TrialOptions oneSeed()
{
    TrialOptions options;
    options.seeds = 1;
    return options;
}

TEST(Trials, HaveANumberOfTheirOwnANameAndASource)
{
    std::set<std::string> ids;
    for (const Trial& trial : allTrials()) {
        EXPECT_TRUE(ids.insert(trial.id).second) << trial.id << " stands twice";
        EXPECT_FALSE(say(trial.name, Language::Chinese).empty()) << trial.id;
        EXPECT_FALSE(trial.source.empty()) << trial.id;
        EXPECT_TRUE(trial.run) << trial.id;
    }
    for (const std::string id : {"A4", "A5", "A7", "A8", "A9", "A10", "RiMEA 16", "UG"})
        EXPECT_TRUE(ids.contains(id)) << id;
}

// Those that take a second and hold; the others are run by `stairwise validate`.
TEST(Trials, CheapOnesPass)
{
    const auto trials = allTrials();
    for (const std::string id : {"A7", "RiMEA 16"}) {
        const Outcome outcome = trialNamed(trials, id).run(oneSeed());
        EXPECT_EQ(outcome.verdict, Verdict::Pass) << id << ": " << say(outcome.got, Language::English);
    }
}

TEST(Trials, PlotsAreFiniteAndWhole)
{
    const Outcome outcome = trialNamed(allTrials(), "RiMEA 16").run(oneSeed());
    ASSERT_EQ(outcome.plots.size(), 2U);
    for (const Plot& plot : outcome.plots)
        for (const Curve& curve : plot.curves) {
            EXPECT_FALSE(curve.x.empty());
            EXPECT_EQ(curve.x.size(), curve.y.size());
            EXPECT_EQ(curve.top.size(), curve.kind == Curve::Kind::Band ? curve.x.size() : 0U);
            for (const double x : curve.x) EXPECT_TRUE(std::isfinite(x));
        }
}

TEST(Trials, GiveTheSameWhateverTheNumberOfThreads)
{
    const auto trials = allTrials();
    for (const std::string id : {"A7", "E5"}) {
        TrialOptions options;
        options.seeds = 2;
        options.threads = 1;
        const Outcome one = trialNamed(trials, id).run(options);
        options.threads = 3;
        const Outcome three = trialNamed(trials, id).run(options);
        EXPECT_EQ(one.got, three.got) << id;
        EXPECT_EQ(one.details, three.details) << id;
    }
}

TEST(Trials, EndAtOnceWhenCancelled)
{
    const std::atomic<bool> flag{true};
    TrialOptions options;
    options.cancel = CancelToken(&flag);
    for (const Trial& trial : allTrials()) {
        const Tried done = tried(trial, options);
        EXPECT_LT(done.seconds, 20.0) << trial.id;
        EXPECT_TRUE(done.outcome.verdict != Verdict::Pass) << trial.id << " passes without having been run";
    }
}

}
}
