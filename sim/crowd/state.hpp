#pragma once

#include "sim/crowd/crowd.hpp"
#include "sim/crowd/terrain.hpp"

#include <array>
#include <cstdint>
#include <vector>

namespace stairwise {

/// The insides of a Crowd, shared by the phases of a step. Internal to sim/crowd.

inline constexpr std::uint32_t kChoose = 0xfffffffeU;     // way: to be chosen
inline constexpr std::uint32_t kWithoutWay = 0xfffffffdU; // way: there is none
inline constexpr std::size_t kMostContacts = 12;          // in a packing of equal discs 6 touch, 12 come within a body

/// What chance is drawn for.
enum : std::uint32_t { kPurposeSidestep = 1 };

/// People inside, by field, in the order of their cells.
struct People {
    std::vector<float> x, y;           // metres
    std::vector<float> vx, vy;         // m/s in plan
    std::vector<float> radius;         // metres
    std::vector<float> speed;          // m/s in plan, free, on this surface
    std::vector<float> start;          // seconds
    std::vector<float> stood;          // seconds without getting on, until now
    std::vector<float> metres, waited; // over the run
    std::vector<std::uint32_t> who, room, way;
    std::vector<std::uint32_t> came; // portal last crossed on purpose; kNowhere: none

    /// The one list of all fields: calls act(field of a, the same field of b).
    template <class Act> static void forEachField(People& a, People& b, const Act& act)
    {
        act(a.x, b.x), act(a.y, b.y), act(a.vx, b.vx), act(a.vy, b.vy), act(a.radius, b.radius);
        act(a.speed, b.speed), act(a.start, b.start), act(a.stood, b.stood), act(a.metres, b.metres);
        act(a.waited, b.waited), act(a.who, b.who), act(a.room, b.room), act(a.way, b.way), act(a.came, b.came);
    }
    void resize(std::size_t count)
    {
        forEachField(*this, *this, [count](auto& field, auto&) { field.resize(count); });
    }
};

struct ContactList {
    std::array<std::uint32_t, kMostContacts> with;
    std::uint32_t count;
};

/// Somebody who has just left through an exit and walks on outside, where no floor is drawn. Who follows keeps a gap as
/// to anybody ahead: a door does not pass more people because the drawing ends behind it.
struct Leaver {
    float x, y, vx, vy, radius; // metres, m/s
    float until;                // seconds
    PortalIndex portal;
};

/// What a step noted of a person; at most one thing.
enum class Note : std::uint8_t { None, Passed, Gone };

struct Crowd::Inside {
    CrowdDef def;
    Terrain terrain;
    std::vector<std::vector<double>> toGo;       // by wish, by passage; seconds
    std::vector<std::vector<double>> toGoFreely; // the same without the wish's rule; empty where it has none
    Barred barred;
    std::uint32_t stepNumber = 0;

    People now, next; // next: the other half of the sort
    std::size_t inside = 0;
    std::vector<std::uint32_t> cell;      // of each person, before the sort
    std::vector<std::uint32_t> cellStart; // cells + 1
    std::vector<float> px, py, qx, qy;    // places being found
    std::vector<ContactList> contacts;
    std::vector<Note> notes;
    std::vector<std::uint32_t> notedPassage, notedLine;
    std::vector<Passed> passed;
    std::vector<Leaver> leavers;
    std::vector<Walked> walked; // of those who have left, by person

    [[nodiscard]] double time() const { return stepNumber * def.timeStep; }
};

void leaveAndSort(Crowd::Inside& in);
void chooseWays(Crowd::Inside& in, Workers& workers);
void chooseVelocities(Crowd::Inside& in, Workers& workers);
void resolveContacts(Crowd::Inside& in, Workers& workers);
void move(Crowd::Inside& in, Workers& workers);
void gatherNotes(Crowd::Inside& in);
void findRoutes(Crowd::Inside& in);

}
