#include "sim/report/risk_tables.hpp"

#include "sim/report/tables.hpp"

namespace stairwise {

std::string riskPointsCsv(const RunResult& result, const std::vector<NamedPoint>& points, Language language)
{
    std::string text =
        csvHead({"report.column.place", "report.column.storey", "report.column.rank", "report.column.rank_reason",
                 "report.column.risk_from", "report.column.risk_to", "report.column.peak",
                 "report.column.person_seconds", "report.column.pressure", "report.column.force",
                 "report.column.classes", "report.column.causes", "report.column.help"},
                language);
    for (const NamedPoint& named : points) {
        const RiskPoint& point = named.point;
        text += csvRow({harmless(named.place), harmless(named.storey), std::to_string(point.rank),
                        rankReason(point, result.riskLimits, language), fixed(point.from, 1), fixed(point.to, 1),
                        fixed(point.peak, 2), fixed(point.personSeconds, 1), fixed(point.peakPressure, 3),
                        fixed(point.peakForce, 0), harmless(joined(named.classes, language)),
                        harmless(joined(named.why, language)), harmless(joined(named.help, language))});
    }
    return text;
}

std::string stairLoadsCsv(const RunResult& result, const std::vector<std::string>& names, Language language)
{
    std::string text = csvHead({"report.column.place", "report.column.stair_area", "report.column.stair_load",
                                "report.column.peak_time", "report.column.level", "report.column.load_seconds"},
                               language);
    for (std::size_t i = 0; i < std::min(result.loads.size(), names.size()); ++i) {
        const StairLoad& load = result.loads[i];
        text += csvRow({harmless(names[i]), fixed(load.area, 2), fixed(load.peak, 2), fixed(load.peakTime, 1),
                        std::string(1, levelOnStair(load.peak)), fixed(load.seconds, 1)});
    }
    return text;
}

}
