#include "sim/school/as_read.hpp"

#include "sim/school/school_read.hpp"
#include "sim/school/school_write.hpp"

namespace stairwise {
namespace {

template <class T, class Put> Result<JsonValue> valuesOf(const T& thing, const Put& put)
{
    JsonWriter writer;
    writer.beginObject();
    put(writer, thing);
    writer.endObject();
    return parseJson(std::move(writer).finished(), {});
}

Fault within(const std::string& id, Fault fault)
{
    fault.place = fault.place.empty() ? id : id + "." + fault.place;
    return fault;
}

template <class T, class Put, class Read> Result<T> through(const T& thing, const Put& put, const Read& read)
{
    const auto values = valuesOf(thing, put);
    if (!values) return within(thing.id.value, values.fault());
    JsonFaults faults;
    T out;
    read(JsonPlace(values.value(), faults), out);
    if (faults.first) return within(thing.id.value, std::move(*faults.first));
    return out;
}

Storey bare(const Storey& storey)
{
    Storey only;
    only.id = storey.id;
    only.name = storey.name;
    only.number = storey.number;
    only.elevation = storey.elevation;
    only.height = storey.height;
    return only;
}

struct Members {
    JsonValue operator()(const Building* building) const
    {
        return of(Building{building->id, building->name, {}, {}}, putBuilding);
    }
    JsonValue operator()(const Storey* storey) const { return of(bare(*storey), putStorey); }
    JsonValue operator()(const Space* space) const { return of(*space, putSpace); }
    JsonValue operator()(const Door* door) const { return of(*door, putDoor); }
    JsonValue operator()(const Obstacle* obstacle) const { return of(*obstacle, putObstacle); }
    JsonValue operator()(const Equipment* equipment) const { return of(*equipment, putEquipment); }
    JsonValue operator()(const Stair* stair) const { return of(*stair, putStair); }
    JsonValue operator()(const Gate* gate) const { return of(*gate, putGate); }
    JsonValue operator()(const AssemblyArea* area) const { return of(*area, putAssemblyArea); }
    JsonValue operator()(const SchoolClass* schoolClass) const { return of(*schoolClass, putClass); }
    JsonValue operator()(const Staff* staff) const { return of(*staff, putStaff); }

    template <class T, class Put> static JsonValue of(const T& thing, const Put& put)
    {
        auto values = valuesOf(thing, put);
        return values ? std::move(values).value() : JsonValue{};
    }
};

}

Result<Space> asRead(const Space& space)
{
    return through(space, putSpace, readSpace);
}

Result<Space> asReadOnGrounds(const Space& space)
{
    return through(space, putSpace, readOutdoorSpace);
}

Result<Door> asRead(const Door& door)
{
    return through(door, putDoor, readDoor);
}

Result<Obstacle> asRead(const Obstacle& obstacle)
{
    return through(obstacle, putObstacle, readObstacle);
}

Result<Equipment> asRead(const Equipment& equipment)
{
    return through(equipment, putEquipment, readEquipment);
}

Result<Storey> asRead(const Storey& storey)
{
    return through(storey, putStorey, readStorey);
}

Result<Stair> asRead(const Stair& stair)
{
    return through(stair, putStair, readStair);
}

Result<Building> asRead(const Building& building)
{
    return through(building, putBuilding, readBuilding);
}

Result<Gate> asRead(const Gate& gate)
{
    return through(gate, putGate, readGate);
}

Result<AssemblyArea> asRead(const AssemblyArea& area)
{
    return through(area, putAssemblyArea, readAssemblyArea);
}

Result<SchoolClass> asRead(const SchoolClass& schoolClass)
{
    return through(schoolClass, putClass, readClass);
}

Result<Staff> asRead(const Staff& staff)
{
    return through(staff, putStaff, readStaff);
}

JsonValue membersOf(const Element& element)
{
    return std::visit(Members{}, element.what);
}

}
