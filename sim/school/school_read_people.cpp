#include "sim/school/school_limits.hpp"
#include "sim/school/school_read.hpp"
#include "sim/school/school_words.hpp"

namespace stairwise {

void readClass(const JsonPlace& at, SchoolClass& out)
{
    JsonObject object(at);
    object.need("id", out.id, IdText{});
    object.may("name", out.name, kNameText);
    object.need("grade", out.grade, Whole{0, kHighestGrade});
    object.may("number", out.number, Whole{0, kMostPupilsPerClass});
    object.may("homeroom", out.homeroom, IdText{});
    object.need("pupils", out.pupils, Whole{0, kMostPupilsPerClass});
    object.may("assistedPupils", out.assistedPupils, Whole{0, kMostPupilsPerClass});
    object.may("teacher", out.teacher, IdText{});
}

void readStaff(const JsonPlace& at, Staff& out)
{
    JsonObject object(at);
    object.need("id", out.id, IdText{});
    object.need("role", out.role, oneOf(kStaffRoleWords));
    object.may("place", out.place, IdText{});
}

void readGuess(const JsonPlace& at, Guess& out)
{
    JsonObject object(at);
    object.need("element", out.element, IdText{});
    object.need("field", out.field, kNameText);
    object.need("reason", out.reason, kLongText);
}

void readCode(const JsonPlace& at, CodeSettings& out)
{
    JsonObject object(at);
    object.may("kind", out.kind, oneOf(kSchoolKindWords));
    object.may("edition", out.edition, oneOf(kCodeEditionWords));
    object.may("fireGrade", out.fireGrade, Whole{1, 4});
}

void readSchool(const JsonPlace& at, School& out)
{
    JsonObject object(at);
    object.need("name", out.name, kNameText);
    object.may("source", out.source, kLongText);
    object.may("code", out.code, readCode);
    object.need("buildings", out.buildings, listOf(readBuilding, kMostItems));
    object.may("grounds", out.grounds, readGrounds);
    object.may("classes", out.classes, listOf(readClass, kMostItems));
    object.may("staff", out.staff, listOf(readStaff, kMostItems));
    object.may("guesses", out.guesses, listOf(readGuess, kMostItems));
}

}
