#pragma once

#include "sim/record/archive.hpp"
#include "sim/record/bureau.hpp"

#include <optional>
#include <string>
#include <vector>

namespace stairwise {

/// Hazards 隐患 on their whole way: found, signed by the inspector, notice to mend 整改通知书, mended, looked at again
/// 复查, closed – or reported upward, where the school cannot mend it (F13). And the safety equipment (F12).

enum class HazardState { Found, Signed, Noticed, Mended, Reinspected, Closed, ReportedUpward };
[[nodiscard]] std::string_view codeOf(HazardState state);
[[nodiscard]] std::optional<HazardState> hazardStateOf(std::string_view code);
/// May it go there next? A second look that is not content leads to another notice.
[[nodiscard]] bool leadsTo(HazardState from, HazardState to);

struct HazardStep {
    HazardState state = HazardState::Found;
    Date date;
    std::string who;
    std::string text; // what was done; the name of a picture
};
struct Hazard {
    std::string id; // handle
    std::string text;
    std::string place;
    std::string source; // "inspection", "drill 2026-03-fire", "equipment E12"
    std::string owner;  // who must mend it
    std::optional<Date> due;
    std::vector<HazardStep> steps; // the first: found
};
[[nodiscard]] inline HazardState stateOf(const Hazard& hazard)
{
    return hazard.steps.back().state;
}
/// Mended, closed, or looked at again after the mending.
[[nodiscard]] bool isMended(const Hazard& hazard);
[[nodiscard]] bool isOverdue(const Hazard& hazard, const Date& today);

/// A new one; refused where its id is known, or it has no text.
[[nodiscard]] Done addHazard(Archive& archive, const Hazard& hazard);
/// Refused: an unknown hazard, a step that does not follow, a date before the last step's. `due`: of a notice.
[[nodiscard]] Done stepHazard(Archive& archive, const std::string& id, const HazardStep& step,
                              const std::optional<Date>& due);
[[nodiscard]] Result<std::vector<Hazard>> hazardsIn(Archive& archive);

struct HazardFigures {
    int found = 0;
    int mended = 0;
    int closed = 0;
    int overdue = 0;
    int notices = 0;
    int upward = 0;
};
/// Of those found from … to.
[[nodiscard]] HazardFigures figuresOf(const std::vector<Hazard>& hazards, const Date& from, const Date& to,
                                      const Date& today);
/// "91 % (1581/1725)"; whole percents, rounded or cut off as the bureau does. "—" of none.
[[nodiscard]] std::string rateText(int part, int whole, RateRule rule);

struct SafetyItem {
    std::string id;
    std::string kind; // 灭火器
    std::string place;
    std::optional<Date> lastCheck;
    int everyDays = 31; // between two checks; assumed: once a month
    std::optional<Date> expiry;
    std::string checker;
};
/// id, kind, place, last check, days between checks, expiry, checker; a head row is none.
[[nodiscard]] Result<std::vector<SafetyItem>> equipmentFrom(std::string_view table, const std::string& file);
[[nodiscard]] Done keepEquipment(Archive& archive, const std::vector<SafetyItem>& equipment);
[[nodiscard]] Result<std::vector<SafetyItem>> equipmentIn(Archive& archive);
/// Why it is overdue; nothing where it is not.
[[nodiscard]] std::optional<Message> overdueOf(const SafetyItem& equipment, const Date& today);
/// A hazard for every piece that is overdue and has none open. Answers how many were opened.
[[nodiscard]] Result<int> openOverdue(Archive& archive, const Date& today, const std::string& who);

/// All hazards, and how many pieces of equipment there are, as a part of a package; empty where there is neither.
[[nodiscard]] Result<std::string> hazardsPart(Archive& archive);
struct FiledHazards {
    std::vector<Hazard> hazards;
    int equipment = 0;
    int inspections = 0; // of the register
};
[[nodiscard]] Result<FiledHazards> parseHazardsPart(std::string_view text, const std::string& file);

}
