// Of the rules A1 to A10, those that cannot be held against anything here.
#include "sim/validate/experiments.hpp"

namespace stairwise {
namespace {

Trial leftOutTrial(std::string id, Message name, Message asked, Message reason, std::string source)
{
    return {std::move(id), std::move(name), std::move(asked), std::move(source), [reason](const TrialOptions&) {
                Outcome outcome;
                outcome.verdict = Verdict::LeftOut;
                outcome.got = reason;
                return outcome;
            }};
}

}

Trial wholeDrillTrial()
{
    return leftOutTrial("A9", {"experiment.whole_drill", {}}, {"experiment.whole_drill.asked", {}},
                        {"experiment.whole_drill.reason", {}}, "Poulos et al. 2018, Cuesta and Gwynne 2016");
}

Trial replayTrial()
{
    return leftOutTrial("A10", {"experiment.replay", {}}, {"experiment.replay.asked", {}},
                        {"experiment.replay.reason", {}}, "press reports; scenarios/README.md");
}

}
