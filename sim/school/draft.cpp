#include "sim/school/draft.hpp"

#include "sim/school/as_read.hpp"
#include "sim/school/school_file.hpp"

#include <algorithm>

namespace stairwise {
namespace {

template <class T> void put(std::vector<T>& list, const T& thing)
{
    const auto found = std::ranges::find(list, thing.id, &T::id);
    if (found == list.end())
        list.push_back(thing);
    else
        *found = thing;
}

template <class T> bool has(const std::vector<T>& list, std::string_view id)
{
    return std::ranges::any_of(list, [id](const T& thing) { return thing.id.value == id; });
}

template <class T> void take(std::vector<T>& list, std::string_view id)
{
    std::erase_if(list, [id](const T& thing) { return thing.id.value == id; });
}

// Storeys stand in the order of their numbers; those of one number in the order they came.
void putInOrder(std::vector<std::shared_ptr<const Storey>>& storeys, std::shared_ptr<const Storey> storey)
{
    std::erase_if(storeys, [&storey](const auto& other) { return other->id == storey->id; });
    const auto above =
        std::ranges::find_if(storeys, [&storey](const auto& other) { return other->number > storey->number; });
    storeys.insert(above, std::move(storey));
}

}

void Draft::change(const Change& change)
{
    if (!fault_) std::visit(*this, change);
}

Storey& Draft::owned(std::shared_ptr<const Storey>& slot)
{
    if (const auto found = mine_.find(slot.get()); found != mine_.end()) return *found->second;
    const auto copy = std::make_shared<Storey>(*slot);
    mine_.emplace(copy.get(), copy);
    slot = copy;
    return *copy;
}

template <class T> const T* Draft::taken(const Result<T>& read)
{
    if (read) return &read.value();
    fault_ = read.fault();
    return nullptr;
}

template <class T> void Draft::putInto(std::vector<T>& list, const Result<T>& read)
{
    if (const T* thing = taken(read)) put(list, *thing);
}

std::shared_ptr<const Storey>* Draft::slotOf(const StoreyId& id)
{
    for (Building& building : school_.buildings)
        for (auto& storey : building.storeys)
            if (storey->id == id) return &storey;
    return nullptr;
}

Building* Draft::buildingFor(const BuildingId& id)
{
    const auto found = std::ranges::find(school_.buildings, id, &Building::id);
    if (found != school_.buildings.end()) return &*found;
    fault_ = Fault{{}, id.value, {"edit.no_such_building", {id.value}}, {"school.no_such.mend", {id.value}}};
    return nullptr;
}

template <class T> void Draft::takeFromStoreys(std::string_view id, std::vector<T> Storey::*list, const Storey* except)
{
    for (Building& building : school_.buildings)
        for (auto& storey : building.storeys)
            if (storey.get() != except && has((*storey).*list, id)) take(owned(storey).*list, id);
}

template <class T>
void Draft::putOn(const StoreyId& on, const Result<T>& read, std::vector<T> Storey::*list, std::vector<T>* grounds)
{
    const T* thing = taken(read);
    if (thing == nullptr) return;
    const bool outside = on.none() && grounds != nullptr;
    auto* slot = outside ? nullptr : slotOf(on);
    if (!outside && slot == nullptr) {
        fault_ = Fault{{}, thing->id.value, {"edit.no_such_storey", {on.value}}, {"school.no_such.mend", {on.value}}};
        return;
    }
    takeFromStoreys(thing->id.value, list, slot == nullptr ? nullptr : slot->get());
    if (outside) return put(*grounds, *thing);
    if (grounds != nullptr) take(*grounds, thing->id.value);
    const auto& there = (**slot).*list;
    if (std::ranges::find(there, *thing) == there.end()) put(owned(*slot).*list, *thing);
}

void Draft::operator()(const PutSpace& put)
{
    const auto read = put.storey.none() ? asReadOnGrounds(put.space) : asRead(put.space);
    putOn(put.storey, read, &Storey::spaces, &school_.grounds.spaces);
}

void Draft::operator()(const PutDoor& put)
{
    putOn<Door>(put.storey, asRead(put.door), &Storey::doors, nullptr);
    putDoors_.insert(put.door.id);
}

void Draft::operator()(const PutObstacle& put)
{
    putOn(put.storey, asRead(put.obstacle), &Storey::obstacles, &school_.grounds.obstacles);
}

void Draft::operator()(const PutEquipment& put)
{
    putOn(put.storey, asRead(put.equipment), &Storey::equipment, &school_.grounds.equipment);
}

void Draft::operator()(const PutStorey& put)
{
    const auto read = asRead(put.storey);
    const Storey* storey = taken(read);
    Building* building = storey == nullptr ? nullptr : buildingFor(put.building);
    if (building == nullptr) return;
    const auto isIt = [storey](const auto& other) { return other->id == storey->id; };
    for (Building& other : school_.buildings)
        if (&other != building) std::erase_if(other.storeys, isIt);
    if (std::ranges::any_of(building->storeys, [storey](const auto& other) { return *other == *storey; })) return;
    const auto mine = std::make_shared<Storey>(*storey);
    mine_.emplace(mine.get(), mine);
    putInOrder(building->storeys, mine);
}

void Draft::operator()(const PutStair& put)
{
    const auto read = asRead(put.stair);
    const Stair* stair = taken(read);
    Building* building = stair == nullptr ? nullptr : buildingFor(put.building);
    if (building == nullptr) return;
    for (Building& other : school_.buildings)
        if (&other != building) take(other.stairs, stair->id.value);
    stairwise::put(building->stairs, *stair);
}

void Draft::operator()(const PutBuilding& put)
{
    const auto read = asRead(Building{put.id, put.name, {}, {}});
    if (taken(read) == nullptr) return;
    const auto found = std::ranges::find(school_.buildings, put.id, &Building::id);
    if (found == school_.buildings.end())
        school_.buildings.push_back(read.value());
    else
        found->name = put.name;
}

void Draft::operator()(const Gate& gate)
{
    putInto(school_.grounds.gates, asRead(gate));
}

void Draft::operator()(const AssemblyArea& area)
{
    putInto(school_.grounds.assemblyAreas, asRead(area));
}

void Draft::operator()(const SchoolClass& schoolClass)
{
    putInto(school_.classes, asRead(schoolClass));
}

void Draft::operator()(const Staff& staff)
{
    putInto(school_.staff, asRead(staff));
}

void Draft::operator()(const PutTitle& put)
{
    School title;
    title.name = put.name;
    title.source = put.source;
    title.code = put.code;
    const auto read = parseSchool(formatSchool(title), {});
    if (taken(read) == nullptr) return;
    school_.name = put.name;
    school_.source = put.source;
    school_.code = put.code;
}

void Draft::operator()(const PutSchool& put)
{
    if (put.school == nullptr) return;
    const auto read = parseSchool(formatSchool(*put.school), {});
    if (taken(read) == nullptr) return;
    base_ = read.value();
    school_ = base_;
    mine_.clear();
}

void Draft::operator()(const Remove& remove)
{
    const std::string_view id = remove.id;
    take(school_.buildings, id);
    for (Building& building : school_.buildings) {
        std::erase_if(building.storeys, [id](const auto& storey) { return storey->id.value == id; });
        take(building.stairs, id);
    }
    takeFromStoreys(id, &Storey::spaces, nullptr);
    takeFromStoreys(id, &Storey::doors, nullptr);
    takeFromStoreys(id, &Storey::obstacles, nullptr);
    takeFromStoreys(id, &Storey::equipment, nullptr);
    take(school_.grounds.spaces, id);
    take(school_.grounds.gates, id);
    take(school_.grounds.assemblyAreas, id);
    take(school_.grounds.obstacles, id);
    take(school_.grounds.equipment, id);
    take(school_.classes, id);
    take(school_.staff, id);
}

}
