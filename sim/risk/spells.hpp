#pragma once

#include "sim/risk/averages.hpp"
#include "sim/risk/risk_points.hpp"
#include "sim/risk/stretches.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace stairwise {

/// A place over a limit from its first to its last moment: what risk points are made of. Sums are over people and
/// moments, person-seconds.
struct Spell {
    std::size_t stretch = 0;
    double from = 0.0; // seconds
    double to = 0.0;
    double personSeconds = 0.0;
    std::array<double, 4> above{};
    std::array<double, 4> seconds{};
    double railSeconds = 0.0; // metre-seconds of rail above its limit
    double peak = 0.0;
    double peakTime = 0.0;
    Vec2 at;
    double peakOccupied = 0.0;
    double peakPressure = 0.0;
    double peakForce = 0.0;
    double peakRail = 0.0;
    double lower = 0.0;                           // on the lower half of a flight
    double against = 0.0;                         // times the share that comes the other way
    std::map<std::uint32_t, double> groups;       // by group
    std::map<SurfaceIndex, double> cameFrom;      // by the surface before; kNowhere: began here
    std::map<SurfaceIndex, std::uint32_t> wentTo; // people
};

/// Follows all places at once.
class SpellMeter {
public:
    SpellMeter(const Walkable& walkable, const RiskLimits& limits, std::vector<RiskPerson> people);
    void add(const SecondMean& second);
    /// Ended and still going, in the order of their beginning.
    [[nodiscard]] std::vector<Spell> spells() const;
    [[nodiscard]] const Stretches& stretches() const { return stretches_; }
    [[nodiscard]] std::string state() const;
    [[nodiscard]] bool restore(std::string_view state);

private:
    static void pack(auto& way, auto& meter);
    void noteMoves(const SecondMean& second);
    void noteHot(const SecondMean& second, std::size_t row);
    void noteWall(const SecondMean& second, const Pressing::OnWall& wall);
    [[nodiscard]] Spell& openAt(std::size_t stretch, const SecondMean& second);
    [[nodiscard]] bool lowerHalf(SurfaceIndex surface, Vec2 at) const;

    RiskLimits limits_;
    std::vector<RiskPerson> people_;
    struct Slope {
        Vec2 uphill;         // (0, 0): level
        double middle = 0.0; // metres along it
    };
    std::vector<Slope> slopes_; // by surface
    Stretches stretches_;
    std::vector<std::optional<Spell>> open_; // by stretch
    std::vector<Spell> ended_;
    std::vector<std::array<double, 4>> told_; // by stretch: last moment counted in Spell::seconds
    std::vector<std::uint32_t> on_;           // by person: the surface now
    std::vector<std::uint32_t> before_;       // and the one before
};

}
