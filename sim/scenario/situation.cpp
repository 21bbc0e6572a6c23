#include "sim/scenario/situation.hpp"

namespace stairwise {

Message nameOf(Situation situation)
{
    switch (situation) {
    case Situation::Dismissal:
        return {"kind.dismissal", {}};
    case Situation::Fire:
        return {"kind.fire", {}};
    case Situation::Earthquake:
        return {"kind.earthquake", {}};
    case Situation::Break:
        return {"kind.break", {}};
    case Situation::Arrival:
        return {"kind.arrival", {}};
    case Situation::ReturnFromPlayground:
        return {"kind.return", {}};
    case Situation::WakingFromNap:
        return {"kind.waking", {}};
    case Situation::Assembly:
        return {"kind.assembly", {}};
    case Situation::NightInDormitory:
        return {"kind.night", {}};
    }
    return {};
}

double coverOf(const Scenario& scenario)
{
    return scenario.situation == Situation::Earthquake ? scenario.takeCover : 0.0;
}

}
