#pragma once

#include "sim/school/school.hpp"

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace stairwise {

/// Any one thing with an id, and where it stands.
struct Element {
    std::variant<const Building*, const Storey*, const Space*, const Door*, const Obstacle*, const Equipment*,
                 const Stair*, const Gate*, const AssemblyArea*, const SchoolClass*, const Staff*>
        what;                           // never null
    const Building* building = nullptr; // null: stands in none
    const Storey* storey = nullptr;     // null: stands on none

    template <class T> [[nodiscard]] const T* as() const
    {
        const auto* held = std::get_if<const T*>(&what);
        return held == nullptr ? nullptr : *held;
    }
};

/// Every element once, in the order of the file. The school must outlive what is seen of it.
using SeeElement = std::function<void(std::string_view id, const Element& element)>;
void eachElement(const School& school, const SeeElement& see);
void eachOnStorey(const Storey& storey, const Building& building, const SeeElement& see); // what stands on it

using Elements = std::map<std::string_view, Element>;
[[nodiscard]] Elements elementsOf(const School& school);

/// Ids that nothing has yet; each is given once.
class FreeIds {
public:
    explicit FreeIds(const School& school);
    [[nodiscard]] bool take(const std::string& id); // false: somebody has it
    /// The prefix and the lowest free number above `after`.
    [[nodiscard]] std::string next(std::string_view prefix, int after = 0);
    /// As another thing is called, with the next free number behind it: R12 → R13.
    [[nodiscard]] std::string like(const std::string& id);
    void release(const std::string& id);

private:
    std::set<std::string> taken_;
    std::map<std::pair<std::string, int>, int> reached_; // by prefix and start: below it nothing is free
};

}
