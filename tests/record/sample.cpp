#include "tests/record/sample.hpp"

#include "sim/record/bureau.hpp"

#include <cstdlib>

namespace stairwise::sample {
namespace {

PredictedTime around(const std::string& id, const std::string& name, double seconds)
{
    return {id, name, seconds - 10.0, seconds, seconds + 10.0, 20};
}

}

DrillPlan plan()
{
    DrillPlan plan;
    plan.drill = "2026-03-fire";
    plan.said.date = Date{2026, 3, 12};
    plan.said.commander = "校长";
    plan.said.wardens = {{"楼梯口", "王老师"}};
    plan.derived.school = "实验学校";
    plan.derived.situation = "fire";
    plan.derived.classes = 6;
    plan.derived.pupils = 240;
    for (int i = 1; i <= 6; ++i) {
        const std::string id = "C30" + std::to_string(i);
        const std::string name = "三年级（" + std::to_string(i) + "）班";
        plan.derived.participants.push_back({id, name, 40, 0, "教室", {"西楼梯"}, {"西门"}, 1, 0.0, "操场"});
        plan.simulated.rooms.push_back(around(id, name, 40.0 + i));
        plan.simulated.classes.push_back(around(id, name, 90.0 + i));
        plan.simulated.assembled.push_back(around(id, name, 140.0 + i));
    }
    plan.simulated.clearance = around("", "", 96.0);
    plan.simulated.stairs = {around("S1", "西楼梯", 90.0)};
    plan.simulated.exits = {around("D1", "西门", 96.0)};
    plan.simulated.engine = 3;
    plan.simulated.runs = 20;
    plan.simulated.risks = {{"西楼梯一层平台", "一层", 3, 40.0, 60.0, 0.8, {"同时放行"}, {"错开一分钟"}}};
    return plan;
}

DrillEvent event(const std::string& row)
{
    const auto read = eventOf(eventRows(row).at(0), plan(), SchoolKind::Primary, "row", 1);
    if (!read) std::abort();
    return read.value();
}

std::vector<NumberedEvent> day(double factor)
{
    std::vector<NumberedEvent> events;
    const auto add = [&](const std::string& row) {
        events.push_back({static_cast<int>(events.size()) + 1, "10:00:05", event(row)});
    };
    for (const char* row : {"start", "fact,weather,晴", "fact,signal,警报", "fact,commander,校长"}) add(row);
    for (int i = 1; i <= 6; ++i) {
        const std::string id = "C30" + std::to_string(i);
        add("class_left," + id + "," + std::to_string((40.0 + i) * factor));
        add("class_out," + id + "," + std::to_string((40.0 + i) * factor + 50.0 * factor));
        add("class_counted," + id + ",39,39,1,0");
    }
    add("stair_clear,S1," + std::to_string(90.0 * factor));
    add("all_out," + std::to_string(96.0 * factor));
    add("end,600");
    return events;
}

std::string package(const Filing& filing, const KeyPair& key)
{
    DrillPlan own = plan();
    own.drill = filing.drill;
    own.said.commander = filing.commander;
    DrillRecord record = recordOf(own, day(1.0));
    Manifest manifest{"S100", "实验学校", filing.drill, filing.version, filing.replaces, {}, {}, Date{2026, 3, 20},
                      3,      {}};
    manifest.kind = DrillKind::Fire;
    manifest.date = Date{2026, 3, 12};
    std::vector<PackagePart> parts = {{"plan.json", formatPlan(own)}, {"record.json", formatRecord(record)}};
    if (filing.complete)
        for (const std::string& name : BureauRule{}.parts)
            if (name != "plan.json" && name != "record.json") parts.push_back({name, "{}\n"});
    return sealed(manifest, parts, key);
}

}
