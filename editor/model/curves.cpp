#include "editor/model/curves.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace stairwise::editor {

Curve curveOf(std::string id, const std::vector<double>& times, double end)
{
    const auto seconds = static_cast<std::size_t>(std::ceil(std::max(0.0, end) - 1e-6));
    Curve curve{std::move(id), std::vector<int>(seconds + 1, 0)};
    for (const double time : times) {
        const auto second = static_cast<std::size_t>(std::ceil(std::max(0.0, time) - 1e-6));
        if (second <= seconds) ++curve.count[second];
    }
    for (std::size_t s = 1; s < curve.count.size(); ++s) curve.count[s] += curve.count[s - 1];
    return curve;
}

Curves curvesOf(const RunResult& result)
{
    Curves curves;
    std::vector<double> out;
    std::map<std::string, std::vector<double>> byGroup;
    for (const PersonResult& person : result.persons) {
        if (!person.out) continue;
        out.push_back(*person.out);
        byGroup[person.group].push_back(*person.out);
    }
    curves.out = curveOf({}, out, result.endTime);
    for (const PassageResult& stair : result.stairs)
        curves.stairs.push_back(curveOf(stair.id, stair.times, result.endTime));
    for (const PassageResult& exit : result.exits) curves.exits.push_back(curveOf(exit.id, exit.times, result.endTime));
    for (const ClassResult& each : result.classes)
        curves.classes.push_back(curveOf(each.id, byGroup[each.id], result.endTime));
    return curves;
}

}
