#include "sim/school/new_year.hpp"

#include "sim/school/class_names.hpp"
#include "sim/school/elements.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace stairwise {
namespace {

constexpr int kLastOfPrimary = 6;
constexpr int kLastOfJunior = 9;
constexpr int kLastOfSenior = 12;

// Kindergarten, primary, junior and senior secondary.
int partOf(int grade)
{
    return grade == 0 ? 0 : grade <= kLastOfPrimary ? 1 : grade <= kLastOfJunior ? 2 : 3;
}

// A class in both years; one that leaves has no name any more, one that begins had none.
struct Passage {
    const SchoolClass* before = nullptr;
    std::optional<ClassName> name; // in the new year
    SchoolClass after;
};

class Turnover {
public:
    explicit Turnover(const School& school) : school_(school) {}
    NewYear year() &&;

private:
    [[nodiscard]] ClassName nameOf(const SchoolClass& schoolClass) const;
    [[nodiscard]] std::optional<ClassName> promoted(const ClassName& name) const;
    [[nodiscard]] bool hasGrade(int grade) const;
    void promoteAll();
    void beginAll();
    [[nodiscard]] bool begins(const ClassName& name) const;
    void begin(const ClassName& name, Passage* leaver);
    [[nodiscard]] Passage* leaverFor(const ClassName& name);
    void nameIds();
    void write();
    void listToDo();

    const School& school_;
    std::vector<Passage> leaving_;
    std::vector<Passage> staying_;          // and beginning
    std::map<ClassId, ClassId> successors_; // whose room, and so whose place in an assembly area, is whose now
    int begun_ = 0;
    int withoutRoom_ = 0;
    NewYear year_;
};

NewYear Turnover::year() &&
{
    promoteAll();
    beginAll();
    nameIds();
    write();
    listToDo();
    year_.edit.name = {"edit.new_year", {}};
    return std::move(year_);
}

// What the name says of the year of a kindergarten, which grade 0 leaves open.
ClassName Turnover::nameOf(const SchoolClass& schoolClass) const
{
    const ClassName said{schoolClass.grade, schoolClass.number, KindergartenYear::None};
    if (schoolClass.grade > 0) return said;
    const auto read = readClassName(schoolClass.name, SchoolKind::Kindergarten);
    return read && read->grade == 0 ? *read : said;
}

bool Turnover::hasGrade(int grade) const
{
    return std::ranges::any_of(school_.classes, [grade](const SchoolClass& c) { return c.grade == grade; });
}

std::optional<ClassName> Turnover::promoted(const ClassName& name) const
{
    if (name.grade == 0) {
        switch (name.year) {
        case KindergartenYear::Toddlers:
            return ClassName{0, name.number, KindergartenYear::Small};
        case KindergartenYear::Small:
            return ClassName{0, name.number, KindergartenYear::Middle};
        case KindergartenYear::Middle:
            return ClassName{0, name.number, KindergartenYear::Large};
        case KindergartenYear::Large:
            return {};
        case KindergartenYear::None:
            return name; // nobody said which year; it is listed
        }
    }
    const bool last = name.grade == kLastOfJunior || name.grade >= kLastOfSenior ||
                      (name.grade == kLastOfPrimary && !hasGrade(kLastOfPrimary + 1));
    if (last) return {};
    return ClassName{name.grade + 1, name.number, KindergartenYear::None};
}

void Turnover::promoteAll()
{
    for (const SchoolClass& schoolClass : school_.classes) {
        Passage passage{&schoolClass, promoted(nameOf(schoolClass)), schoolClass};
        if (!passage.name) {
            leaving_.push_back(std::move(passage));
            continue;
        }
        passage.after.grade = passage.name->grade;
        passage.after.number = passage.name->number;
        if (*passage.name != nameOf(schoolClass)) passage.after.name = className(*passage.name);
        successors_.emplace(schoolClass.id, ClassId{});
        staying_.push_back(std::move(passage));
    }
}

// The first grade of a part of the school: there is no lower one, and nobody goes up into it.
bool Turnover::begins(const ClassName& name) const
{
    const bool lowest = std::ranges::none_of(school_.classes, [&](const SchoolClass& other) {
        const ClassName lower = nameOf(other);
        return partOf(lower.grade) == partOf(name.grade) &&
               std::pair(lower.grade, lower.year) < std::pair(name.grade, name.year);
    });
    return lowest && std::ranges::none_of(staying_, [&name](const Passage& passage) {
               return passage.before != nullptr && passage.name->grade == name.grade && passage.name->year == name.year;
           });
}

void Turnover::beginAll()
{
    std::vector<ClassName> first;
    for (const SchoolClass& schoolClass : school_.classes)
        if (const ClassName name = nameOf(schoolClass); begins(name)) first.push_back(name);
    std::sort(first.begin(), first.end());
    for (const ClassName& name : first) begin(name, leaverFor(name));
}

// Of the same part of the school where somebody leaves there: grade 12 for grade 10, grade 9 for grade 7.
Passage* Turnover::leaverFor(const ClassName& name)
{
    const auto vacant = [](const Passage& passage) {
        return !passage.before->homeroom.none() && !passage.after.id.none();
    };
    Passage* any = nullptr;
    for (Passage& passage : leaving_) {
        if (!vacant(passage)) continue;
        if (partOf(passage.before->grade) == partOf(name.grade)) return &passage;
        if (any == nullptr) any = &passage;
    }
    return any;
}

void Turnover::begin(const ClassName& name, Passage* leaver)
{
    Passage passage{nullptr, name, {}};
    passage.after.name = className(name);
    passage.after.grade = name.grade;
    passage.after.number = name.number;
    ++begun_;
    if (leaver != nullptr) {
        passage.before = leaver->before;
        passage.after.homeroom = leaver->before->homeroom;
        passage.after.teacher = leaver->before->teacher;
        leaver->after.id = {}; // its room is given away
    } else {
        ++withoutRoom_;
    }
    staying_.push_back(std::move(passage));
}

// An id that says grade and number goes on saying so; another stays with its class.
void Turnover::nameIds()
{
    const auto saying = [](int grade, int number) { return fmt::format("{}-{}", grade, number); };
    FreeIds free(school_);
    for (const SchoolClass& schoolClass : school_.classes) free.release(schoolClass.id.value);
    for (Passage& passage : staying_) {
        const SchoolClass* before = passage.before;
        const bool said = passage.after.id.none() || before->id.value == saying(before->grade, before->number);
        const std::string wish = said ? saying(passage.after.grade, passage.after.number) : before->id.value;
        passage.after.id.value = free.take(wish) ? wish : free.next("K");
        if (before != nullptr) successors_[before->id] = passage.after.id;
    }
}

void Turnover::write()
{
    auto& changes = year_.edit.changes;
    for (const SchoolClass& old : school_.classes) {
        const auto kept = [&old](const Passage& passage) { return passage.after.id == old.id; };
        if (std::ranges::none_of(staying_, kept)) changes.emplace_back(Remove{old.id.value});
    }
    for (const Passage& passage : staying_) changes.emplace_back(passage.after);
    for (AssemblyArea area : school_.grounds.assemblyAreas) {
        if (area.classes.empty()) continue;
        std::vector<ClassId> classes;
        for (const ClassId& id : area.classes)
            if (const auto found = successors_.find(id); found != successors_.end() && !found->second.none())
                classes.push_back(found->second);
        area.classes = std::move(classes);
        changes.emplace_back(std::move(area));
    }
}

void Turnover::listToDo()
{
    auto& toDo = year_.toDo;
    const bool unsaid = std::ranges::any_of(school_.classes, [this](const SchoolClass& schoolClass) {
        return schoolClass.grade == 0 && nameOf(schoolClass).year == KindergartenYear::None;
    });
    if (unsaid) toDo.push_back({"new_year.kindergarten", {}});
    if (begun_ > 0) toDo.push_back({"new_year.pupils", {fmt::to_string(begun_)}});
    if (withoutRoom_ > 0) toDo.push_back({"new_year.without_room", {fmt::to_string(withoutRoom_)}});
    if (school_.classes.empty()) return;
    toDo.push_back({"new_year.rooms", {}});
    toDo.push_back({"new_year.teachers", {}});
    if (!school_.grounds.assemblyAreas.empty()) toDo.push_back({"new_year.areas", {}});
    toDo.push_back({"new_year.routes", {}});
    toDo.push_back({"new_year.drill_plan", {}});
}

}

NewYear newYear(const School& school)
{
    return Turnover(school).year();
}

}
