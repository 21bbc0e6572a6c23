#include "tests/session/drill_plan.hpp"

#include "sim/record/drill_store.hpp"

namespace stairwise::editor {

DrillPlan drillPlan()
{
    DrillPlan plan;
    plan.drill = "2026-03-fire";
    plan.derived.school = "示例小学";
    plan.derived.scenario = "fire";
    plan.derived.situation = "fire";
    for (int i = 1; i <= 8; ++i) {
        PlannedClass one;
        one.id = "C" + std::to_string(i);
        one.name = "三年级（" + std::to_string(i) + "）班";
        one.pupils = 40;
        const double median = 60.0 + 8.0 * i;
        plan.simulated.classes.push_back({one.id, one.name, median - 10.0, median, median + 12.0, 20});
        plan.derived.participants.push_back(std::move(one));
    }
    plan.simulated.runs = 20;
    plan.simulated.clearance = {"", "", 118.0, 130.0, 144.0, 20};
    plan.simulated.stairs = {{"S1", "西梯", 98.0, 110.0, 121.0, 20}, {"S2", "东梯", 101.0, 112.0, 126.0, 20}};
    plan.simulated.exits = {{"E1", "西门", 108.0, 120.0, 131.0, 20}, {"E2", "南门", 110.0, 128.0, 140.0, 20}};
    return plan;
}

void putDrill(const std::filesystem::path& archive)
{
    auto opened = Archive::open(archive, Opening::CreateIfMissing);
    const DrillPlan plan = drillPlan();
    const stairwise::Document document{kPlanKind, plan.drill, 0, {}, {}, {}, "演练方案", formatPlan(plan), {}};
    if (opened) static_cast<void>(opened.value().put({&document, 1}));
}

}
