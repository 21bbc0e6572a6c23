#include "scenarios/maker/maker.hpp"

#include <cstdlib>

namespace stairwise::samples {
namespace {

Door wayThrough(std::string id, DoorKind kind, Point a, Point b)
{
    Door door;
    door.id = {std::move(id)};
    door.kind = kind;
    door.at = {a, b};
    door.clearWidth = std::abs(a.x - b.x) + std::abs(a.y - b.y); // all our walls run along an axis
    return door;
}

}

Ring rectangle(int x0, int y0, int x1, int y1)
{
    return {{x0, y0}, {x1, y0}, {x1, y1}, {x0, y1}};
}

Space room(std::string id, std::string name, SpaceKind kind, Ring ring)
{
    return {{std::move(id)}, std::move(name), kind, {std::move(ring), {}}};
}

Door door(std::string id, Point a, Point b)
{
    Door made = wayThrough(std::move(id), DoorKind::Door, a, b);
    made.swing = Swing::In;
    return made;
}

Door opening(std::string id, Point a, Point b)
{
    return wayThrough(std::move(id), DoorKind::Opening, a, b);
}

Door exitDoor(std::string id, std::string name, Point a, Point b)
{
    Door made = wayThrough(std::move(id), DoorKind::Door, a, b);
    made.name = std::move(name);
    made.swing = Swing::Out;
    made.exit = true;
    return made;
}

std::string chineseNumber(int n)
{
    static constexpr const char* kNumbers[] = {"零", "一", "二", "三", "四",   "五",  "六",
                                               "七", "八", "九", "十", "十一", "十二"};
    return kNumbers[n];
}

}
