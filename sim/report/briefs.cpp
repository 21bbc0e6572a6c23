#include "sim/base/system.hpp"
#include "sim/record/drill_store.hpp"
#include "sim/report/record_report.hpp"

namespace stairwise {

namespace fs = std::filesystem;

Result<std::vector<fs::path>> writeBriefs(Archive& archive, const DrillPlan& plan, const fs::path& folder,
                                          Language language)
{
    const auto record = recordIn(archive, plan);
    if (!record) return record.fault();
    std::vector<fs::path> files;
    for (const Remark& injury : record.value().injuries) {
        const std::string key = plan.drill + "-" + std::to_string(injury.number);
        const auto known = archive.get(kBriefKind, key);
        if (!known) return known.fault();
        if (known.value()) continue;
        const std::string title = say("record.brief.title", language) + " " + key;
        const std::string date = textOf(record.value().date);
        const Document document{kBriefKind, key, 0, date, {}, {}, title, briefText(record.value(), injury, language),
                                {}};
        if (const auto kept = archive.put({&document, 1}); !kept) return kept.fault();
        files.push_back(folder / (key + "_brief.pdf"));
        const auto pages = briefPages(record.value(), injury, language);
        if (auto written = writeFile(files.back(), toPdf(pages, title)); !written) return written.fault();
    }
    return files;
}

}
