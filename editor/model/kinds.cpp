#include "editor/model/kinds.hpp"

#include "sim/scenario/situation.hpp"

namespace stairwise::editor {

Message kindWord(SpaceKind kind)
{
    switch (kind) {
    case SpaceKind::Classroom:
        return {"kind.classroom", {}};
    case SpaceKind::Corridor:
        return {"kind.corridor", {}};
    case SpaceKind::Hall:
        return {"kind.hall", {}};
    case SpaceKind::Auditorium:
        return {"kind.auditorium", {}};
    case SpaceKind::DormitoryRoom:
        return {"kind.dormitory_room", {}};
    case SpaceKind::Canteen:
        return {"kind.canteen", {}};
    case SpaceKind::Toilet:
        return {"kind.toilet", {}};
    case SpaceKind::Office:
        return {"kind.office", {}};
    case SpaceKind::Landing:
        return {"kind.landing", {}};
    case SpaceKind::Outdoor:
        return {"kind.outdoor", {}};
    case SpaceKind::Other:
        return {"kind.other", {}};
    }
    return {};
}

Message kindWord(StairKind kind)
{
    switch (kind) {
    case StairKind::Straight:
        return {"kind.straight", {}};
    case StairKind::DogLeg:
        return {"kind.dog_leg", {}};
    case StairKind::ThreeFlight:
        return {"kind.three_flight", {}};
    }
    return {};
}

Message kindWord(EquipmentKind kind)
{
    switch (kind) {
    case EquipmentKind::Extinguisher:
        return {"kind.extinguisher", {}};
    case EquipmentKind::Hydrant:
        return {"kind.hydrant", {}};
    case EquipmentKind::EmergencyLight:
        return {"kind.emergency_light", {}};
    case EquipmentKind::ExitSign:
        return {"kind.exit_sign", {}};
    case EquipmentKind::Alarm:
        return {"kind.alarm", {}};
    }
    return {};
}

Message kindWord(Swing swing)
{
    switch (swing) {
    case Swing::None:
        return {"kind.no_leaf", {}};
    case Swing::In:
        return {"kind.in", {}};
    case Swing::Out:
        return {"kind.out", {}};
    case Swing::Both:
        return {"kind.both", {}};
    case Swing::Sliding:
        return {"kind.sliding", {}};
    }
    return {};
}

Message kindWord(DoorState state)
{
    switch (state) {
    case DoorState::Open:
        return {"kind.open", {}};
    case DoorState::Closed:
        return {"kind.closed", {}};
    case DoorState::Locked:
        return {"kind.locked", {}};
    }
    return {};
}

Message kindWord(Handrails handrails)
{
    switch (handrails) {
    case Handrails::None:
        return {"kind.no_rail", {}};
    case Handrails::One:
        return {"kind.one_rail", {}};
    case Handrails::Both:
        return {"kind.both_rails", {}};
    case Handrails::BothAndMiddle:
        return {"kind.middle_rail", {}};
    }
    return {};
}

Message kindWord(SchoolKind kind)
{
    switch (kind) {
    case SchoolKind::Kindergarten:
        return {"kind.kindergarten", {}};
    case SchoolKind::Primary:
        return {"kind.primary", {}};
    case SchoolKind::Secondary:
        return {"kind.secondary", {}};
    case SchoolKind::University:
        return {"kind.university", {}};
    case SchoolKind::Other:
        return {"kind.other_school", {}};
    }
    return {};
}

Message kindWord(Situation situation)
{
    return nameOf(situation);
}

Message kindWord(Destination destination)
{
    switch (destination) {
    case Destination::OutOfBuilding:
        return {"kind.out_of_building", {}};
    case Destination::Assembly:
        return {"kind.to_assembly", {}};
    case Destination::Gate:
        return {"kind.to_gate", {}};
    }
    return {};
}

Message kindWord(Motivation motivation)
{
    switch (motivation) {
    case Motivation::Walk:
        return {"kind.walk", {}};
    case Motivation::Hurry:
        return {"kind.hurry", {}};
    case Motivation::Push:
        return {"kind.push", {}};
    }
    return {};
}

Message kindWord(RouteChoice choice)
{
    switch (choice) {
    case RouteChoice::Nearest:
        return {"kind.nearest", {}};
    case RouteChoice::LeastCrowded:
        return {"kind.least_crowded", {}};
    case RouteChoice::Given:
        return {"kind.given", {}};
    }
    return {};
}

Message kindWord(WardenTask task)
{
    switch (task) {
    case WardenTask::Hold:
        return {"kind.hold", {}};
    case WardenTask::Meter:
        return {"kind.meter", {}};
    case WardenTask::Send:
        return {"kind.send", {}};
    case WardenTask::Files:
        return {"kind.files", {}};
    }
    return {};
}

}
