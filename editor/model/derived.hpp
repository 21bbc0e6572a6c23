#pragma once

#include "sim/base/finding.hpp"
#include "sim/egress/network.hpp"
#include "sim/school/school.hpp"
#include "sim/walkable/walkable.hpp"

#include <cstdint>
#include <memory>
#include <vector>

namespace stairwise::editor {

/// What follows from a school: made in the background, never changed afterwards.
struct Derived {
    std::shared_ptr<const School> school; // of which
    Walkable walkable;
    Network network;
    std::vector<Finding> findings;      // the check's, worst first
    std::vector<ClassId> withoutSecond; // classes without a second way
};

/// `before` (may be null) lends what has not changed, so that a small edit is checked at once. The result is the same
/// without it.
[[nodiscard]] std::shared_ptr<const Derived> derivedOf(std::shared_ptr<const School> school, const Derived* before);

/// A thread that derives the newest school it was given; what was given in between is passed over.
class Deriver {
public:
    Deriver();
    ~Deriver();
    Deriver(const Deriver&) = delete;
    Deriver& operator=(const Deriver&) = delete;
    void want(std::shared_ptr<const School> school);
    [[nodiscard]] std::shared_ptr<const Derived> latest() const; // null: nothing yet
    [[nodiscard]] bool busy() const;                             // latest() is not of the school last wanted
    void wait();                                                 // until it is not busy: for scripts and tests

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}
