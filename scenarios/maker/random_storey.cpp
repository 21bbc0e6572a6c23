#include "scenarios/maker/random_storey.hpp"

#include "scenarios/maker/maker.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

namespace stairwise::samples {
namespace {

constexpr int kMargin = 300;  // from a room's corner to its door
constexpr int kBeyond = 1800; // before an exit nothing stands: further than the thickest wall
constexpr int kBackDepth = 5000;

std::string idOf(const StoreyDraft& draft, const char* kind, std::size_t number)
{
    return fmt::format("{}{}{:02}", kind, draft.storey.number, number + 1);
}

void addCorridor(StoreyDraft& draft, const Plan& plan)
{
    for (const CorridorPiece& piece : plan.corridor) {
        Space space = room(idOf(draft, "C", draft.storey.spaces.size()), "走廊", SpaceKind::Corridor, {});
        space.polygon = piece.polygon;
        draft.storey.spaces.push_back(std::move(space));
    }
    for (const Segment& joint : plan.joints)
        draft.storey.doors.push_back(door(idOf(draft, "J", draft.storey.doors.size()), joint.a, joint.b));
    for (const Shaft& shaft : plan.shafts) {
        if (shaft.doorWidths.empty() || draft.storey.number < shaft.first || draft.storey.number > shaft.last) continue;
        const Segment& mouth = shaft.mouths[static_cast<std::size_t>(draft.storey.number - shaft.first)];
        const std::string id = fmt::format("D{}-{}", shaft.stair.id.value, draft.storey.number);
        draft.storey.doors.push_back(shaft.stair.kind == StairKind::Straight ? opening(id, mouth.a, mouth.b)
                                                                             : door(id, mouth.a, mouth.b));
    }
}

// ---- Exits ----

void addExit(StoreyDraft& draft, Point a, Point b)
{
    const std::size_t number = draft.exits.size();
    draft.exits.push_back(draft.storey.doors.size());
    draft.storey.doors.push_back(exitDoor(idOf(draft, "E", number), fmt::format("{}号门", number + 1), a, b));
}

// Open ground before an exit, if there is room for it; of an upper storey a terrace.
std::optional<Space> openGround(StoreyDraft& draft, Dice& dice, const Front& front, int from, int to)
{
    const int along0 = from - dice.between(10, 120) * 100;
    const int along1 = to + dice.between(10, 120) * 100;
    const int depth = dice.between(6, 18) * 1000;
    const Box box = front.box(along0, along1, kRandomWall, kRandomWall + depth);
    if (!isFree(draft.taken, box, kRandomWall)) return std::nullopt;
    draft.taken.push_back(box);
    const bool ground = draft.storey.number == 1;
    return room(idOf(draft, "Y", 0), ground ? "操场" : "露台", SpaceKind::Outdoor,
                front.ring(along0, along1, kRandomWall, kRandomWall + depth));
}

enum class Before { Anything, OpenGround };

bool placeExit(StoreyDraft& draft, Dice& dice, const Plan& plan, Before before)
{
    const Front& front =
        plan.fronts[static_cast<std::size_t>(dice.between(0, static_cast<int>(plan.fronts.size()) - 1))];
    const int clear = std::min(dice.between(9, 24) * 100, front.length - 2 * kMargin);
    if (clear < 900) return false;
    const int from = kMargin + dice.between(0, (front.length - 2 * kMargin - clear) / 100) * 100;
    const Box porch = front.box(from - kMargin, from + clear + kMargin, 0, kBeyond);
    if (!isFree(draft.taken, porch, 0)) return false;
    if (before == Before::OpenGround) {
        auto ground = openGround(draft, dice, front, from, from + clear);
        if (!ground) return false;
        if (draft.storey.number == 1)
            draft.yard = std::move(ground);
        else
            draft.storey.spaces.push_back(std::move(*ground));
    } else {
        draft.taken.push_back(porch);
    }
    addExit(draft, front.at(from, kRandomWall / 2), front.at(from + clear, kRandomWall / 2));
    return true;
}

void addExits(StoreyDraft& draft, Dice& dice, const Plan& plan)
{
    const bool ground = draft.storey.number == 1;
    int wanted = ground ? dice.between(1, 4) : dice.chance(0.12) ? 1 : 0;
    bool open = ground ? dice.chance(0.5) : true;
    for (int tries = 0; tries < 200 && wanted > 0; ++tries) {
        const bool withGround = open && tries < 60;
        if (!ground && tries >= 60) return;
        if (!placeExit(draft, dice, plan, withGround ? Before::OpenGround : Before::Anything)) continue;
        open = false;
        --wanted;
    }
}

// ---- Rooms ----

void addDoor(StoreyDraft& draft, RoomSite& site, Dice& dice, Door made)
{
    made.id = {idOf(draft, "D", draft.storey.doors.size())};
    made.state = dice.chance(0.3) ? DoorState::Closed : DoorState::Open;
    made.swing = dice.of(std::array{Swing::In, Swing::Out, Swing::Both, Swing::Sliding, Swing::None});
    site.doors.push_back(draft.storey.doors.size());
    draft.storey.doors.push_back(std::move(made));
}

// Within [from, to] of the front, in the wall before `out`; the leaf's frame now and then wider than what is clear.
void doorWithin(StoreyDraft& draft, RoomSite& site, Dice& dice, const Front& front, std::pair<int, int> within)
{
    const int room = within.second - within.first;
    const int clear = std::min(dice.between(8, 18) * 100, room);
    const int frame = std::min(clear + dice.of(std::array{0, 0, 100, 200}), room);
    const int from = within.first + dice.between(0, (room - frame) / 100) * 100;
    const int out = site.out0 - kRandomWall / 2;
    Door made = door("", front.at(from, out), front.at(from + frame, out));
    made.clearWidth = clear;
    addDoor(draft, site, dice, std::move(made));
}

SpaceKind kindOf(Dice& dice)
{
    return dice.of(std::array{SpaceKind::Classroom, SpaceKind::Classroom, SpaceKind::Classroom, SpaceKind::Classroom,
                              SpaceKind::Classroom, SpaceKind::Classroom, SpaceKind::Hall, SpaceKind::Office,
                              SpaceKind::Toilet, SpaceKind::Other});
}

void openToCorridor(StoreyDraft& draft, RoomSite& site, Dice& dice, const Front& front, SpaceKind kind)
{
    const int along0 = site.along0 + kMargin;
    const int along1 = site.along1 - kMargin;
    const int middle = (along0 + along1) / 2;
    if (kind == SpaceKind::Hall && dice.chance(0.5)) {
        const int out = site.out0 - kRandomWall / 2;
        const int from = along0 + dice.between(0, (middle - along0) / 100) * 100;
        Door wide = opening("", front.at(from, out), front.at(from + dice.between(15, 20) * 100, out));
        addDoor(draft, site, dice, std::move(wide));
        draft.storey.doors.back().swing = Swing::None;
        draft.storey.doors.back().state = DoorState::Open;
    } else if (dice.chance(0.4)) {
        doorWithin(draft, site, dice, front, {along0, along1});
    } else {
        doorWithin(draft, site, dice, front, {along0, middle - kMargin});
        doorWithin(draft, site, dice, front, {middle + kMargin, along1});
    }
}

void addRoom(StoreyDraft& draft, RoomSite& site, const Front& front, SpaceKind kind)
{
    const std::string id = idOf(draft, "R", draft.rooms.size());
    site.space = draft.storey.spaces.size();
    draft.storey.spaces.push_back(room(id, id, kind, front.ring(site.along0, site.along1, site.out0, site.out1)));
    draft.taken.push_back(front.box(site.along0, site.along1, site.out0, site.out1));
    draft.rooms.push_back(site);
}

void addBackRoom(StoreyDraft& draft, Dice& dice, const Front& front, const RoomSite& before)
{
    RoomSite site = before;
    site.doors.clear();
    site.out0 = before.out1 + kRandomWall;
    site.out1 = site.out0 + kBackDepth;
    if (!isFree(draft.taken, front.box(site.along0, site.along1, site.out0, site.out1), kRandomWall)) return;
    doorWithin(draft, site, dice, front, {site.along0 + kMargin, site.along1 - kMargin});
    addRoom(draft, site, front, dice.chance(0.5) ? SpaceKind::Classroom : SpaceKind::Other);
}

// A way out of the room itself, over its far wall.
void addOwnExit(StoreyDraft& draft, Dice& dice, const Front& front, const RoomSite& site)
{
    const int width = site.along1 - site.along0 - 2 * kMargin;
    const int clear = std::min(dice.between(9, 20) * 100, width);
    const int from = site.along0 + kMargin + dice.between(0, (width - clear) / 100) * 100;
    const Box porch = front.box(from - kMargin, from + clear + kMargin, site.out1, site.out1 + kBeyond);
    if (!isFree(draft.taken, porch, 0)) return;
    draft.taken.push_back(porch);
    const int out = site.out1 + kRandomWall / 2;
    addExit(draft, front.at(from, out), front.at(from + clear, out));
}

// Between two rooms that share a wall.
void addInnerDoor(StoreyDraft& draft, Dice& dice, const Front& front, const RoomSite& first, const RoomSite& second)
{
    if (first.front != second.front || first.along1 + kRandomWall != second.along0) return;
    const int out0 = std::max(first.out0, second.out0) + kMargin;
    const int out1 = std::min(first.out1, second.out1) - kMargin;
    const int clear = std::min(dice.between(8, 14) * 100, out1 - out0);
    if (clear < 800) return;
    const int along = first.along1 + kRandomWall / 2;
    Door made = door(idOf(draft, "I", draft.innerDoors.size()), front.at(along, out1 - clear), front.at(along, out1));
    draft.innerDoors.push_back(draft.storey.doors.size());
    draft.storey.doors.push_back(std::move(made));
}

void buildAlong(StoreyDraft& draft, Dice& dice, const Plan& plan, std::size_t index, int& wanted)
{
    const Front& front = plan.fronts[index];
    for (int at = 0; at + 4500 <= front.length && wanted > 0;) {
        RoomSite site{index, at, 0, kRandomWall, kRandomWall + dice.between(50, 90) * 100, 0, {}};
        site.along1 = std::min(at + dice.between(45, 110) * 100, front.length);
        const Box box = front.box(site.along0, site.along1, site.out0, site.out1);
        if (dice.chance(0.1) || !isFree(draft.taken, box, kRandomWall)) {
            at += 500;
            continue;
        }
        const SpaceKind kind = kindOf(dice);
        openToCorridor(draft, site, dice, front, kind);
        addRoom(draft, site, front, kind);
        if (kind == SpaceKind::Classroom) --wanted;
        const auto count = draft.rooms.size();
        if (count > 1 && dice.chance(0.12)) addInnerDoor(draft, dice, front, draft.rooms[count - 2], site);
        if (draft.storey.number == 1 && dice.chance(kind == SpaceKind::Hall ? 0.6 : 0.08))
            addOwnExit(draft, dice, front, site);
        else if (dice.chance(0.1))
            addBackRoom(draft, dice, front, site);
        at = site.along1 + kRandomWall;
    }
}

}

StoreyDraft randomStorey(const Plan& plan, std::uint64_t seed, int number, int rooms)
{
    StoreyDraft draft;
    draft.storey.id = {fmt::format("F{}", number)};
    draft.storey.name = chineseNumber(number) + "层";
    draft.storey.number = number;
    draft.storey.elevation = (number - 1) * plan.height;
    draft.storey.height = plan.height;
    draft.taken = plan.taken;
    Dice dice(seed, Part::Rooms, static_cast<std::uint64_t>(number));
    addCorridor(draft, plan);
    addExits(draft, dice, plan);
    for (std::size_t front = 0; front < plan.fronts.size() && rooms > 0; ++front)
        if (!dice.chance(0.2) || draft.rooms.empty()) buildAlong(draft, dice, plan, front, rooms);
    return draft;
}

}
