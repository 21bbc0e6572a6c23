#include "sim/validate/standard_tests.hpp"

namespace stairwise {

Outcome leftOut(Message reason)
{
    Outcome outcome;
    outcome.verdict = Verdict::LeftOut;
    outcome.got = std::move(reason);
    return outcome;
}

Trial leftOutTrial(std::string id, Message name, std::string source, Message reason)
{
    return {std::move(id), std::move(name), {}, std::move(source), [reason](const TrialOptions&) {
                return leftOut(reason);
            }};
}

}
