#include "sim/stagger/way_names.hpp"

#include "sim/school/fold.hpp"

#include <algorithm>

namespace stairwise {
namespace {

constexpr std::string_view kStairWords[] = {"楼梯", "梯", "staircase", "stairs", "stair"};
constexpr std::string_view kExitWords[] = {"安全出口", "出口", "门", "exit", "door"};
constexpr std::string_view kOtherWords[] = {"号", "口", "-", "#", "(", ")"};

template <class Words> bool without(std::string& text, const Words& words)
{
    bool found = false;
    for (const std::string_view word : words)
        for (auto at = text.find(word); at != std::string::npos; at = text.find(word)) {
            text.erase(at, word.size());
            found = true;
        }
    return found;
}

struct Plain {
    std::string text;
    WayKind kind = WayKind::Any; // that its words say
};
Plain plainOf(std::string_view text)
{
    Plain plain{folded(text), WayKind::Any};
    if (without(plain.text, kStairWords)) plain.kind = WayKind::Stair;
    if (without(plain.text, kExitWords) && plain.kind == WayKind::Any) plain.kind = WayKind::Exit;
    without(plain.text, kOtherWords);
    return plain;
}

bool isOf(const ClassWay& way, WayKind kind)
{
    return kind == WayKind::Any || (kind == WayKind::Stair) == !way.stair.none();
}

bool holds(const std::vector<std::string>& names, const std::string& text)
{
    return std::ranges::find(names, text) != names.end();
}

}

WayNames::WayNames(const School& school, const Walkable& walkable)
{
    for (const Building& building : school.buildings)
        for (const Stair& stair : building.stairs) add({stair.id, {}}, stair.id.value, stair.name);
    for (const Portal& portal : walkable.portals) {
        const Door* door = portal.exit ? findDoor(school, portal.door) : nullptr;
        if (door != nullptr) add({{}, door->id}, door->id.value, door->name);
    }
}

void WayNames::add(ClassWay way, const std::string& id, const std::string& name)
{
    if (std::ranges::find(ways_, way, &Named::way) != ways_.end()) return; // a door of several portals
    Named named{way, name.empty() ? id : name, {folded(id), folded(name)}, {plainOf(id).text, plainOf(name).text}};
    const std::string& letter = named.short_.front(); // SA, E2: the first only says what it is
    if (letter.size() > 1 && letter.front() == (way.stair.none() ? 'e' : 's')) named.short_.push_back(letter.substr(1));
    ways_.push_back(std::move(named));
}

std::vector<ClassWay> WayNames::find(std::string_view text, WayKind kind) const
{
    const std::string whole = folded(text);
    const Plain plain = plainOf(text);
    if (plain.kind != WayKind::Any) kind = plain.kind; // "exit 2" in a column of stairs
    std::vector<ClassWay> exact, alike;
    for (const Named& named : ways_) {
        if (holds(named.whole, whole)) exact.push_back(named.way);
        if (isOf(named.way, kind) && !plain.text.empty() && holds(named.short_, plain.text)) alike.push_back(named.way);
    }
    return exact.empty() ? alike : exact;
}

std::vector<std::string> WayNames::namesOf(WayKind kind) const
{
    std::vector<std::string> names;
    for (const Named& named : ways_)
        if (isOf(named.way, kind)) names.push_back(named.shown);
    return names;
}

}
