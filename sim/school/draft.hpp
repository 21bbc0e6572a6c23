#pragma once

#include "sim/school/edit.hpp"

#include <map>
#include <set>

namespace stairwise {

/// A school in the making: what the changes of one edit have put and taken so far. Storeys are copied when first
/// touched; the others stay shared with the school before.
class Draft {
public:
    explicit Draft(const School& before) : base_(before), school_(before) {}
    void change(const Change& change);

    [[nodiscard]] const std::optional<Fault>& fault() const { return fault_; }
    /// What the draft began as: the school before, or the one that was put whole.
    [[nodiscard]] const School& base() const { return base_; }
    [[nodiscard]] School& school() { return school_; }
    [[nodiscard]] const std::set<DoorId>& putDoors() const { return putDoors_; }
    [[nodiscard]] Storey& owned(std::shared_ptr<const Storey>& slot);

    // One for each kind of change.
    void operator()(const PutSpace& put);
    void operator()(const PutDoor& put);
    void operator()(const PutObstacle& put);
    void operator()(const PutEquipment& put);
    void operator()(const PutStorey& put);
    void operator()(const PutStair& put);
    void operator()(const PutBuilding& put);
    void operator()(const Gate& gate);
    void operator()(const AssemblyArea& area);
    void operator()(const SchoolClass& schoolClass);
    void operator()(const Staff& staff);
    void operator()(const PutTitle& put);
    void operator()(const PutSchool& put);
    void operator()(const Remove& remove);

private:
    template <class T> const T* taken(const Result<T>& read);
    template <class T> void putInto(std::vector<T>& list, const Result<T>& read);
    template <class T>
    void putOn(const StoreyId& on, const Result<T>& read, std::vector<T> Storey::*list, std::vector<T>* grounds);
    template <class T> void takeFromStoreys(std::string_view id, std::vector<T> Storey::*list, const Storey* except);
    [[nodiscard]] Building* buildingFor(const BuildingId& id);
    [[nodiscard]] std::shared_ptr<const Storey>* slotOf(const StoreyId& id);

    School base_;
    School school_;
    std::map<const Storey*, std::shared_ptr<Storey>> mine_;
    std::set<DoorId> putDoors_;
    std::optional<Fault> fault_;
};

}
