#include "sim/validate/standard_tests.hpp"

namespace stairwise {

Outcome leftOut(Message reason)
{
    Outcome outcome;
    outcome.verdict = Verdict::LeftOut;
    outcome.got = std::move(reason);
    return outcome;
}

}
