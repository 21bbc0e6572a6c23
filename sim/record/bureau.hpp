#pragma once

#include "sim/record/archive.hpp"
#include "sim/record/drill_record.hpp"
#include "sim/record/package.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace stairwise {

/// A bureau's side of filing 备案: its schools, its rule, what came in and what became of it.

struct BureauSchool {
    std::string id; // handle
    std::string name;
    std::string city;
    std::string county;    // empty: answers to the city directly
    std::string campusOf;  // handle of the school whose campus it is; empty: none
    std::string publicKey; // empty: none known, so nothing of it can be received
    friend bool operator==(const BureauSchool&, const BureauSchool&) = default;
};
/// id, name, city, county, campus of, public key; a head row is none. Refuses two schools of one id and what is no key.
[[nodiscard]] Result<std::vector<BureauSchool>> schoolsFrom(std::string_view table, const std::string& file);
/// New ones and changes become new versions. Answers how many there were.
[[nodiscard]] Result<int> enrol(Archive& archive, std::span<const BureauSchool> schools);
[[nodiscard]] Result<std::optional<BureauSchool>> schoolNamed(Archive& archive, const std::string& id);

/// How a rate is printed: 1581 of 1725 is 91.65 %.
enum class RateRule { Rounded, CutOff };
/// What a bureau asks. The interval is the guide's (教基一厅〔2014〕2号: once a month); the rest is assumed until a
/// bureau says otherwise.
struct BureauRule {
    int intervalDays = 31; // from one drill to the next
    int dueDays = 30;      // after the drill, to be on time
    int warnDays = 7;      // before an interval ends
    RateRule rate = RateRule::Rounded;
    std::vector<std::string> parts = {"plan.json",          "record.json", "result.json", "scenario.scenario.json",
                                      "school.school.json", "summary.json"};
    std::vector<std::string> planFields = {"date", "commander", "wardens"}; // F2, F4
    friend bool operator==(const BureauRule&, const BureauRule&) = default;
};
[[nodiscard]] std::string formatRule(const BureauRule& rule);
[[nodiscard]] Result<BureauRule> parseRule(std::string_view text, const std::string& file);
/// The archive's own, else the default.
[[nodiscard]] Result<BureauRule> ruleOf(Archive& archive);

enum class FilingState { Received, SentAgain, SentBack, Accepted };
[[nodiscard]] std::string_view codeOf(FilingState state);
/// The state's word in the table, by its code in an archive.
[[nodiscard]] std::string_view stateKey(std::string_view code);

/// Duplicate: the very package was received before. Refused: unreadable, forged or unsafe; nothing was recorded.
enum class Receiving { Accepted, SentBack, Duplicate, Refused };
[[nodiscard]] std::string_view codeOf(Receiving verdict);
struct Receipt {
    std::string file;
    Receiving verdict = Receiving::Refused;
    std::optional<Fault> fault;   // Refused
    std::vector<Message> reasons; // SentBack
    std::vector<Message> remarks; // worth knowing
    std::optional<Manifest> manifest;
    std::string sha256;
    Date received;
    bool late = false;
};
/// Checks signature, completeness, whether it is on time, and duplicates, and records what came of it.
[[nodiscard]] Result<Receipt> receive(Archive& archive, std::string_view bytes, const std::string& file,
                                      const Date& today);

/// By a person: sent back with reasons, or accepted. Refused: no such filing.
struct Decision {
    std::string school;
    std::string drill;
    FilingState state = FilingState::SentBack;
    std::string who;
    std::string reasons;
};
[[nodiscard]] Done decide(Archive& archive, const Decision& decision);

/// What the yearly figures are added from.
struct FiledFigures {
    int classes = 0;
    int pupils = 0;
    int present = 0;
    int missing = 0;
    int injuries = 0;
    int notices = 0;
    int hazardsFound = 0;
    int hazardsMended = 0;
    int staff = 0;
    int equipment = 0;
    int inspections = 0;
};
[[nodiscard]] std::string formatFigures(const FiledFigures& figures);

/// A filing as the archive keeps it; used by receive() and by whoever makes an archive to measure.
struct FilingRow {
    std::string school;
    std::string drill;
    int version = 1;
    std::string sha256;
    DrillKind kind = DrillKind::Fire;
    Date date;
    Date due;
    Date received;
    FiledFigures figures;
    FilingState state = FilingState::Accepted;
    std::string reasons;
};
/// Within a transaction.
[[nodiscard]] Done addFiling(Database& database, const FilingRow& row, const std::string& saved);

/// What receive() and receiveForm() (form.hpp) have in common.

/// What was received of a drill before, oldest first.
struct FiledBefore {
    int version = 0;
    std::string sha256;
    Date received;
};
[[nodiscard]] Result<std::vector<FiledBefore>> filedBefore(Archive& archive, const FilingRow& row);
/// Sets when it is due and whether it is late: by its first version, so that a correction is not. A drill yet to come
/// is a reason to send it back.
void judgeTime(FilingRow& row, Receipt& receipt, const BureauRule& rule, std::span<const FiledBefore> before);
/// Accepts it or sends it back for its reasons, and records it.
[[nodiscard]] Done conclude(Archive& archive, FilingRow& row, Receipt& receipt);

}
