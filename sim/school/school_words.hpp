#pragma once

#include "sim/base/json_read.hpp"
#include "sim/school/school.hpp"

namespace stairwise {

/// The words that stand for enumerators in files.
inline constexpr WordFor<SpaceKind> kSpaceKindWords[] = {
    {SpaceKind::Classroom, "classroom"},
    {SpaceKind::Corridor, "corridor"},
    {SpaceKind::Hall, "hall"},
    {SpaceKind::Auditorium, "auditorium"},
    {SpaceKind::DormitoryRoom, "dormitory_room"},
    {SpaceKind::Canteen, "canteen"},
    {SpaceKind::Toilet, "toilet"},
    {SpaceKind::Office, "office"},
    {SpaceKind::Landing, "landing"},
    {SpaceKind::Outdoor, "outdoor"},
    {SpaceKind::Other, "other"},
};
inline constexpr WordFor<DoorKind> kDoorKindWords[] = {{DoorKind::Door, "door"}, {DoorKind::Opening, "opening"}};
inline constexpr WordFor<Swing> kSwingWords[] = {
    {Swing::None, "none"}, {Swing::In, "in"}, {Swing::Out, "out"}, {Swing::Both, "both"}, {Swing::Sliding, "sliding"},
};
inline constexpr WordFor<DoorState> kDoorStateWords[] = {
    {DoorState::Open, "open"}, {DoorState::Closed, "closed"}, {DoorState::Locked, "locked"}};
inline constexpr WordFor<EquipmentKind> kEquipmentKindWords[] = {
    {EquipmentKind::Extinguisher, "extinguisher"},
    {EquipmentKind::Hydrant, "hydrant"},
    {EquipmentKind::EmergencyLight, "emergency_light"},
    {EquipmentKind::ExitSign, "exit_sign"},
    {EquipmentKind::Alarm, "alarm"},
};
inline constexpr WordFor<StairKind> kStairKindWords[] = {
    {StairKind::Straight, "straight"}, {StairKind::DogLeg, "dog_leg"}, {StairKind::ThreeFlight, "three_flight"}};
inline constexpr WordFor<Turn> kTurnWords[] = {{Turn::Left, "left"}, {Turn::Right, "right"}};
inline constexpr WordFor<Handrails> kHandrailsWords[] = {
    {Handrails::None, "none"},
    {Handrails::One, "one"},
    {Handrails::Both, "both"},
    {Handrails::BothAndMiddle, "both_and_middle"},
};
inline constexpr WordFor<StaffRole> kStaffRoleWords[] = {
    {StaffRole::Teacher, "teacher"},          {StaffRole::ClassTeacher, "class_teacher"},
    {StaffRole::StairWarden, "stair_warden"}, {StaffRole::Guard, "guard"},
    {StaffRole::Principal, "principal"},      {StaffRole::Other, "other"},
};
inline constexpr WordFor<SchoolKind> kSchoolKindWords[] = {
    {SchoolKind::Kindergarten, "kindergarten"}, {SchoolKind::Primary, "primary"}, {SchoolKind::Secondary, "secondary"},
    {SchoolKind::University, "university"},     {SchoolKind::Other, "other"},
};
inline constexpr WordFor<CodeEdition> kCodeEditionWords[] = {
    {CodeEdition::Gb50099_2011, "gb50099_2011"},
    {CodeEdition::Gb50016_2014, "gb50016_2014"},
    {CodeEdition::Gb55037_2022, "gb55037_2022"},
    {CodeEdition::Strictest, "strictest"},
};

}
