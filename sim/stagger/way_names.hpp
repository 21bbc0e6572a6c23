#pragma once

#include "sim/stagger/timetable.hpp"
#include "sim/walkable/walkable.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace stairwise {

enum class WayKind { Any, Stair, Exit };

/// Finds stairs and exits by what people call them: id, name, the letter or number in either: "SA", "A", "A 梯",
/// "西楼梯", "南门".
class WayNames {
public:
    WayNames(const School& school, const Walkable& walkable);
    /// Every way that may be meant; those whose id or name it is alone, where there are any.
    [[nodiscard]] std::vector<ClassWay> find(std::string_view text, WayKind kind) const;
    [[nodiscard]] std::vector<std::string> namesOf(WayKind kind) const; // for people

private:
    struct Named {
        ClassWay way;
        std::string shown;
        std::vector<std::string> whole; // id and name, folded
        std::vector<std::string> short_;
    };
    void add(ClassWay way, const std::string& id, const std::string& name);
    std::vector<Named> ways_;
};

}
