#pragma once

#include "sim/record/archive.hpp"
#include "sim/record/dates.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace stairwise {

/// The bureau's assessment 考核评比 of a drill, from its papers or from a visit (F8).

enum class AssessedBy { Papers, Visit };
[[nodiscard]] std::string_view codeOf(AssessedBy by);

struct AssessedItem {
    std::string item;
    int most = 0; // points
    int got = 0;  // 0 … most
    std::string remark;
};
struct Assessment {
    std::string school;
    std::string drill;
    AssessedBy by = AssessedBy::Papers;
    Date date;
    std::string who;
    std::vector<AssessedItem> items;
    std::string remark;
};
[[nodiscard]] int pointsOf(const Assessment& assessment);
[[nodiscard]] int mostPointsOf(const Assessment& assessment);

/// item, most points, points, remark; a head row is none. Without a column of points it is a blank sheet. Refused: what
/// is no number of points, more points than there are.
[[nodiscard]] Result<std::vector<AssessedItem>> itemsFrom(std::string_view table, const std::string& file);
/// A later one by the same way is a new version. Refused: nothing of that drill was received.
[[nodiscard]] Done keepAssessment(Archive& archive, const Assessment& assessment);
/// The newest of each way.
[[nodiscard]] Result<std::vector<Assessment>> assessmentsOf(Archive& archive, const std::string& school,
                                                            const std::string& drill);

}
