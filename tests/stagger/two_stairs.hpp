#pragma once

#include "sim/stagger/packing.hpp"

namespace stairwise {

/// Eight classes over two stairs, as a packing. Each is on its stair from 5 to 25 s after its release and fills it to
/// two thirds: two may not meet. The other stair takes each class ten seconds longer.
struct TwoStairs {
    School school;
    Packing loads;
    Timetable plan; // one after another on each stair
    SlotPlan slots; // the same
    StaggerRules rules;

    TwoStairs()
    {
        loads.places = {{"S1/1/flight1", "S1"}, {"S2/1/flight1", "S2"}};
        loads.stairPlaces = 2;
        loads.limit = 1.5;
        loads.problem.bears = {1.5, 1.5};
        for (int i = 0; i < 8; ++i) {
            SchoolClass own;
            own.id = {"1-" + std::to_string(i + 1)};
            own.grade = 1 + i / 4;
            own.pupils = 40;
            school.classes.push_back(own);
            const auto by = [&](std::uint32_t stair, std::uint32_t walk) {
                return SlotOption{{{stair, walk, std::vector<float>(20, 1.0F)}}, 18.0, walk + 20.0, 0.0, 0.0};
            };
            SlotJob job;
            job.options = i % 2 == 0 ? std::vector{by(0, 5), by(1, 15)} : std::vector{by(1, 5), by(0, 15)};
            loads.problem.jobs.push_back(job);
            const ClassWay near{{i % 2 == 0 ? "S1" : "S2"}, {}};
            const ClassWay far{{i % 2 == 0 ? "S2" : "S1"}, {}};
            loads.choices.push_back({{near, 20.0}, {far, 30.0}});
            plan.push_back({own.id, 20.0 * (i / 2), near, 18.0});
            slots.times.push_back(plan.back().time);
            slots.options.push_back(0);
        }
        slots.last = 85.0;
    }
};

}
