#pragma once

#include "sim/base/parallel.hpp"
#include "sim/risk/voronoi.hpp"
#include "sim/trace/frame.hpp"
#include "sim/walkable/walkable.hpp"

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace stairwise {

/// What is held against limits: averages over the square metre around each person (voronoi.hpp) and over one second.
/// docs/measures.md has formulas, sources, and what each of them cannot tell.

/// What presses at the moment of a frame, where whoever makes the frames knows it; empty: not known.
struct Pressing {
    std::vector<double> onPerson; // newtons, by row of the frame
    struct OnWall {
        SurfaceIndex surface = kNowhere;
        Vec2 at; // metres, middle of the stretch
        double newtonsPerMetre = 0.0;
    };
    std::vector<OnWall> walls; // by surface and place
};

/// Slower than this, nobody walks against anybody (as waiting people in docs/model.md; assumed).
inline constexpr double kWalks = 0.2; // m/s in plan

/// Everybody who was there for the whole second around a moment.
struct SecondMean {
    double time = 0.0;    // seconds: the moment in the middle
    double seconds = 0.0; // that it stands for
    std::vector<std::uint32_t> person;
    std::vector<std::uint32_t> surface;
    std::vector<Vec2> at;         // metres, at the moment itself
    std::vector<double> density;  // persons per m²
    std::vector<double> occupied; // m² of bodies per m²
    std::vector<double> speed;    // m/s in plan, of the people around
    std::vector<double> pressure; // 1/s²: density times variance of velocity (Helbing, Johansson, Al-Abideen 2007)
    std::vector<double> against;  // share of the people around who come the other way, 0 … 1
    std::vector<double> force;    // newtons on the person
    std::vector<Pressing::OnWall> walls;
    [[nodiscard]] std::size_t size() const { return person.size(); }
};

/// What one frame says of the square metre around each of its people, by row.
struct AroundEach {
    std::vector<double> density, occupied, speed, pressure, against; // as in SecondMean
};
/// `bodies`: m² that each person covers, by number; who is not in it covers nothing.
void lookAround(const Frame& frame, const Shares& shares, std::span<const double> bodies, Workers& workers,
                AroundEach& around);

/// Takes the frames of one run, one after another.
class SecondAverager {
public:
    SecondAverager(const Walkable& walkable, std::vector<double> bodies);
    ~SecondAverager();
    SecondAverager(SecondAverager&&) noexcept;
    /// The second that became whole with this frame; null: not yet. Valid until the next call.
    const SecondMean* add(const Frame& frame, const Pressing& pressing, Workers& workers);

    /// All that was taken, as bytes, and back into an averager of the same surfaces (false: no such bytes).
    [[nodiscard]] std::string state() const;
    [[nodiscard]] bool restore(std::string_view state);

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}
