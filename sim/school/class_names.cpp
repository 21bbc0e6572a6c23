#include "sim/school/class_names.hpp"

#include "sim/base/utf8.hpp"
#include "sim/school/chinese_numerals.hpp"
#include "sim/school/fold.hpp"
#include "sim/school/school_limits.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace stairwise {
namespace {

constexpr int kLastOfPrimary = 6;
constexpr int kLastOfJunior = 9;
constexpr int kYearsOfStage = 3; // of a junior or senior secondary school

enum class Stage { Unsaid, Primary, Junior, Senior, Secondary };
constexpr std::pair<std::string_view, Stage> kStages[] = {
    {"小学", Stage::Primary},  {"初中", Stage::Junior},   {"高中", Stage::Senior}, {"primary", Stage::Primary},
    {"junior", Stage::Junior}, {"senior", Stage::Senior}, {"初", Stage::Junior},   {"高", Stage::Senior},
    {"小", Stage::Primary},    {"中", Stage::Secondary},
};
constexpr std::pair<std::string_view, KindergartenYear> kYears[] = {
    {"学前", KindergartenYear::Large}, {"托", KindergartenYear::Toddlers}, {"小", KindergartenYear::Small},
    {"中", KindergartenYear::Middle},  {"大", KindergartenYear::Large},
};
constexpr std::string_view kGradeMarks[] = {"grade", "year", "gr", "g", "y"};
constexpr std::string_view kGradeUnits[] = {"年级", "级", "年", "grade"};
constexpr std::string_view kClassMarks[] = {"class", "cl", "c", "班"};
constexpr std::string_view kHeavenly[] = {"甲", "乙", "丙", "丁", "戊"}; // 三年级甲班

// One number of a name. Chinese figures that stand together may be one number or several.
struct Figure {
    std::string text;
    bool chinese = false;
};

class Scanner {
public:
    explicit Scanner(std::string_view text) : rest_(text) {}
    [[nodiscard]] bool atEnd() const { return rest_.empty(); }
    bool eat(std::string_view word)
    {
        if (!rest_.starts_with(word)) return false;
        rest_.remove_prefix(word.size());
        return true;
    }
    template <class Words> bool eatOneOf(const Words& words)
    {
        return std::ranges::any_of(words, [this](std::string_view word) { return eat(word); });
    }
    bool eatAnyOf(std::string_view signs)
    {
        const std::size_t count = std::min(rest_.find_first_not_of(signs), rest_.size());
        rest_.remove_prefix(count);
        return count > 0;
    }
    std::optional<Figure> figure()
    {
        const std::size_t digits = std::min(rest_.find_first_not_of("0123456789"), rest_.size());
        if (digits > 0) return Figure{cut(digits), false};
        std::size_t length = 0;
        while (const auto digit = chineseDigit(rest_.substr(length))) length += digit->length;
        if (length == 0) return {};
        return Figure{cut(length), true};
    }
    std::optional<int> heavenly()
    {
        for (std::size_t i = 0; i < std::size(kHeavenly); ++i)
            if (eat(kHeavenly[i])) return static_cast<int>(i) + 1;
        return {};
    }

private:
    std::string cut(std::size_t length)
    {
        std::string text(rest_.substr(0, length));
        rest_.remove_prefix(length);
        return text;
    }
    std::string_view rest_;
};

std::optional<int> numberOf(const Figure& figure)
{
    constexpr std::size_t kMostDigits = 4;
    if (figure.chinese) return chineseNumber(figure.text);
    if (figure.text.size() > kMostDigits) return {};
    return std::atoi(figure.text.c_str());
}

// What a name says, before a school is asked what it means.
struct Said {
    Stage stage = Stage::Unsaid;
    bool gradeUnit = false; // 年级 stands there
    int grade = 0;
    int number = 0;
};

ClassReading doubt(Message message)
{
    return {{}, std::move(message)};
}

std::optional<std::pair<int, int>> splitChinese(const std::string& text, Stage stage)
{
    const auto first = chineseDigit(text);
    if (!first || first->length == text.size()) return {};
    const auto rest = chineseNumber(std::string_view(text).substr(first->length));
    const bool tens = text.find("十") != std::string::npos; // 三十二班: 三（12）班, or the thirty-second?
    if (!rest || (tens && stage == Stage::Unsaid)) return {};
    return std::pair{first->value, *rest};
}

// 302 → 3 and 2; 1001 → 10 and 1; after 初 or 高 the first figure is the year: 初31.
std::optional<std::pair<int, int>> splitDigits(const std::string& text, Stage stage)
{
    const bool staged = stage == Stage::Junior || stage == Stage::Senior;
    const std::size_t grade = text.size() == 4 && !staged ? 2 : 1;
    if (text.size() > 4 || text.size() < (staged ? 2U : 3U)) return {};
    return std::pair{std::atoi(text.substr(0, grade).c_str()), std::atoi(text.c_str() + grade)};
}

std::optional<Said> compact(const Figure& figure, Stage stage)
{
    const auto split = figure.chinese ? splitChinese(figure.text, stage) : splitDigits(figure.text, stage);
    if (!split) return {};
    return Said{stage, false, split->first, split->second};
}

std::optional<Said> scan(Scanner scanner)
{
    Said said;
    for (const auto& [word, stage] : kStages)
        if (said.stage == Stage::Unsaid && scanner.eat(word)) said.stage = stage;
    scanner.eatOneOf(kGradeMarks);
    scanner.eatAnyOf("-(");
    const auto grade = scanner.figure();
    if (!grade) return {};
    said.gradeUnit = scanner.eatOneOf(kGradeUnits);
    scanner.eatAnyOf("-()#");
    scanner.eatOneOf(kClassMarks);
    if (scanner.atEnd()) return said.gradeUnit ? std::optional<Said>{} : compact(*grade, said.stage);
    scanner.eatAnyOf("-()#");
    if (const auto heavenly = scanner.heavenly()) {
        said.number = *heavenly;
    } else {
        const auto figure = scanner.figure();
        const auto number = figure ? numberOf(*figure) : std::nullopt;
        if (!number) return {};
        said.number = *number;
    }
    scanner.eatAnyOf("-()");
    scanner.eat("号");
    scanner.eatOneOf(kClassMarks);
    scanner.eatAnyOf("-()");
    const auto year = numberOf(*grade);
    if (!scanner.atEnd() || !year) return {};
    said.grade = *year;
    return said;
}

// The grade counted from the first of the primary school; nothing where the stage has no such year.
std::optional<int> gradeOf(const Said& said)
{
    const int grade = said.grade;
    switch (said.stage) {
    case Stage::Junior:
        if (grade > kLastOfPrimary && grade <= kLastOfJunior) return grade; // 初中七年级
        return grade >= 1 && grade <= kYearsOfStage ? std::optional(kLastOfPrimary + grade) : std::nullopt;
    case Stage::Senior:
        if (grade > kLastOfJunior && grade <= kHighestGrade) return grade;
        return grade >= 1 && grade <= kYearsOfStage ? std::optional(kLastOfJunior + grade) : std::nullopt;
    case Stage::Secondary:
        return grade >= 1 && grade <= kHighestGrade - kLastOfPrimary ? std::optional(kLastOfPrimary + grade)
                                                                     : std::nullopt;
    case Stage::Primary:
        return grade >= 1 && grade <= kLastOfPrimary ? std::optional(grade) : std::nullopt;
    case Stage::Unsaid:
        break;
    }
    return grade >= 1 && grade <= kHighestGrade ? std::optional(grade) : std::nullopt;
}

ClassReading meant(const Said& said, const std::string& text, SchoolKind kind)
{
    constexpr int kFirstYear = 1900; // 2023 级: the year of entry, not a grade
    constexpr int kMostClasses = 99; // of a grade; assumed: more is a slip, or a number of three figures misread
    if (said.grade >= kFirstYear) return doubt({"class_name.year_of_entry", {text}});
    const auto grade = gradeOf(said);
    const bool unsaid = said.stage == Stage::Unsaid;
    const bool primary = kind == SchoolKind::Primary && unsaid && !said.gradeUnit;
    if (!grade || (primary && *grade > kLastOfPrimary)) return doubt({"class_name.no_such_grade", {text}});
    if (kind == SchoolKind::Secondary && unsaid && *grade <= kLastOfPrimary)
        return doubt({"class_name.two_ways", {text}});
    if (said.number < 1 || said.number > kMostClasses) return doubt({"class_name.unread", {text}});
    return {ClassName{*grade, said.number, KindergartenYear::None}, {}};
}

// 小班, 小一班, 大（2）班, 中班3; in a kindergarten also 2班.
std::optional<ClassName> kindergartenClass(Scanner scanner, SchoolKind kind)
{
    ClassName name;
    for (const auto& [word, year] : kYears)
        if (name.year == KindergartenYear::None && scanner.eat(word)) name.year = year;
    if (name.year == KindergartenYear::None && kind != SchoolKind::Kindergarten) return {};
    const bool said = scanner.eat("班");
    if (said && scanner.atEnd() && name.year != KindergartenYear::None) return name;
    if (kind != SchoolKind::Kindergarten) return {};
    scanner.eatAnyOf("-()#");
    const auto figure = scanner.figure();
    const auto number = figure ? numberOf(*figure) : std::nullopt;
    scanner.eatAnyOf("-()");
    scanner.eat("班");
    scanner.eatAnyOf("-()");
    if (!number || *number < 1 || *number > kMostPupilsPerClass || !scanner.atEnd()) return {};
    name.number = *number;
    return name;
}

std::string without(std::string text, std::string_view word)
{
    for (auto at = text.find(word); at != std::string::npos; at = text.find(word)) text.erase(at, word.size());
    return text;
}

constexpr std::size_t kLongestShown = 40; // bytes, in a message of one line

}

ClassReading readClass(std::string_view text, SchoolKind kind)
{
    const std::string plain = without(folded(text), "第");
    if (const auto kindergarten = kindergartenClass(Scanner(plain), kind)) return {kindergarten, {}};
    const auto said = scan(Scanner(plain));
    if (!said) return doubt({"class_name.unread", {shortened(text, kLongestShown)}});
    return meant(*said, shortened(text, kLongestShown), kind);
}

ClassReading readClass(std::string_view grade, std::string_view text, SchoolKind kind)
{
    const ClassReading alone = readClass(text, kind);
    if (grade.empty()) return alone;
    if (alone.name && (alone.name->grade > 0 || alone.name->year != KindergartenYear::None)) return alone;
    const bool bare = folded(grade).find_first_not_of("0123456789") == std::string::npos;
    return readClass(std::string(grade) + (bare ? "年级" : "") + "(" + std::string(text) + ")", kind);
}

const SchoolClass* findClass(const School& school, const ClassName& name)
{
    const auto is = [&](const SchoolClass& own) {
        if (name.grade > 0) return own.grade == name.grade && own.number == name.number;
        return readClassName(own.name, school.code.kind) == name;
    };
    const auto found = std::ranges::find_if(school.classes, is);
    return found == school.classes.end() ? nullptr : &*found;
}

std::optional<ClassName> readClassName(std::string_view text, SchoolKind kind)
{
    return readClass(text, kind).name;
}

std::string gradeName(int grade)
{
    if (grade > kLastOfJunior) return "高" + chineseNumeral(grade - kLastOfJunior);
    return chineseNumeral(grade) + "年级";
}

std::string className(int grade, int number)
{
    return fmt::format("{}（{}）班", gradeName(grade), number);
}

std::string className(const ClassName& name)
{
    if (name.grade > 0) return className(name.grade, name.number);
    for (const auto& [word, year] : kYears)
        if (year == name.year && word != "学前") return std::string(word) + chineseNumeral(name.number) + "班";
    return chineseNumeral(name.number) + "班";
}

}
