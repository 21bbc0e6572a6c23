#include "sim/school/room_names.hpp"

#include "sim/school/fold.hpp"

#include <algorithm>

namespace stairwise {
namespace {

// "101 教室" and "101 号室" are room 101.
std::string plain(std::string_view text)
{
    std::string name = folded(text);
    for (const std::string_view word : {"教室", "室", "号", "room", "classroom", "-", "#"})
        for (auto at = name.find(word); at != std::string::npos; at = name.find(word)) name.erase(at, word.size());
    return name;
}

// The number that a room's name begins with, if it begins with one.
std::string numberOf(const std::string& name)
{
    return name.substr(0, name.find_first_not_of("0123456789"));
}

}

RoomNames::RoomNames(const School& school)
{
    for (const Building& building : school.buildings)
        for (const auto& storey : building.storeys)
            for (const Space& space : storey->spaces) add(space, plain(building.name));
    for (const Space& space : school.grounds.spaces) add(space, {});
}

void RoomNames::add(const Space& space, const std::string& building)
{
    const std::string name = plain(space.name);
    for (const std::string& called : {plain(space.id.value), name, numberOf(name)}) {
        if (called.empty()) continue;
        for (const std::string& key : {called, building + called}) {
            auto& list = spaces_[key];
            if (std::ranges::find(list, &space) == list.end()) list.push_back(&space);
        }
    }
}

std::vector<SpaceId> RoomNames::find(std::string_view text) const
{
    const auto found = spaces_.find(plain(text));
    if (found == spaces_.end()) return {};
    std::vector<SpaceId> all;
    std::vector<SpaceId> classrooms;
    for (const Space* space : found->second) {
        all.push_back(space->id);
        if (space->kind == SpaceKind::Classroom) classrooms.push_back(space->id);
    }
    return classrooms.empty() ? all : classrooms;
}

}
