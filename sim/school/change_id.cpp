#include "sim/school/edit.hpp"

namespace stairwise {
namespace {

std::string idIn(const PutSpace& put)
{
    return put.space.id.value;
}
std::string idIn(const PutDoor& put)
{
    return put.door.id.value;
}
std::string idIn(const PutObstacle& put)
{
    return put.obstacle.id.value;
}
std::string idIn(const PutEquipment& put)
{
    return put.equipment.id.value;
}
std::string idIn(const PutStorey& put)
{
    return put.storey.id.value;
}
std::string idIn(const PutStair& put)
{
    return put.stair.id.value;
}
std::string idIn(const Remove& remove)
{
    return remove.id;
}
std::string idIn(const PutTitle&)
{
    return {};
}
std::string idIn(const PutSchool&)
{
    return {};
}
template <class T> std::string idIn(const T& element)
{
    return element.id.value;
}

}

std::string idOf(const Change& change)
{
    return std::visit([](const auto& one) { return idIn(one); }, change);
}

}
