#pragma once

#include "sim/school/school.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace stairwise {

/// Finds spaces by what people call them: id, name, the number in the name, each also behind the name of the building:
/// "101", "101 教室", "教学楼101", "101室".
class RoomNames {
public:
    explicit RoomNames(const School& school);
    /// Every space that may be meant, classrooms alone where there are any.
    [[nodiscard]] std::vector<SpaceId> find(std::string_view text) const;

private:
    void add(const Space& space, const std::string& building);
    std::map<std::string, std::vector<const Space*>> spaces_; // by what they are called, folded
};

}
