#pragma once

#include "sim/scenario/scenario.hpp"
#include "tests/run/rooms.hpp"

namespace stairwise::rooms {

/// The two rooms with a yard round three sides and a gate of 1.5 m, 20 m to the south.
inline School withYard()
{
    School school = tworooms();
    school.grounds.spaces.push_back({{"yard"},
                                     "yard",
                                     SpaceKind::Outdoor,
                                     {{{-10000, 12000},
                                       {-10000, -20000},
                                       {30000, -20000},
                                       {30000, 12000},
                                       {20000, 12000},
                                       {20000, -200},
                                       {0, -200},
                                       {0, 12000}},
                                      {}}});
    Gate gate;
    gate.id = {"G1"};
    gate.at = {{9000, -20000}, {10500, -20000}};
    gate.clearWidth = 1500;
    school.grounds.gates.push_back(gate);
    return school;
}

/// Everybody is released at once, and starts after ten seconds or so.
inline Scenario dismissal()
{
    Scenario scenario;
    scenario.name = "dismissal";
    scenario.preMovement = {Distribution::Kind::LogNormal, 10.0, 1.5};
    scenario.releases.push_back({});
    return scenario;
}

}
