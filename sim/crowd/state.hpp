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
inline constexpr std::size_t kMostContacts = 16;          // within a body's width of one at 10 persons per m²

inline constexpr float kAway = 1e9F; // metres: where those who have left stand, out of everybody's reach

/// What chance is drawn for.
enum : std::uint32_t { kPurposeSidestep = 1, kPurposeSent = 2 };

/// People inside, by field, in the order of their cells at the last look.
struct People {
    std::vector<float> x, y;           // metres
    std::vector<float> vx, vy;         // m/s in plan
    std::vector<float> ux, uy;         // m/s in plan: wanted, until the next look
    std::vector<float> hx, hy;         // heading of the way at the last look, unit vector; (0, 0): stands
    std::vector<float> radius;         // metres
    std::vector<float> speed;          // m/s in plan, free, on this surface
    std::vector<float> start;          // seconds
    std::vector<float> stood;          // seconds without getting on, until now
    std::vector<float> drag;           // kg/s: newtons of the legs for each m/s lacking to the wanted velocity
    std::vector<float> push;           // newtons pressed on with when blocked
    std::vector<float> metres, waited; // over the run
    std::vector<std::uint32_t> who, room, way;
    std::vector<std::uint32_t> came; // portal last crossed on purpose; kNowhere: none

    /// The one list of all fields.
    template <class Act> void forEachField(const Act& act)
    {
        act(x), act(y), act(vx), act(vy), act(ux), act(uy), act(hx), act(hy), act(radius), act(speed), act(start),
            act(stood), act(drag), act(push), act(metres), act(waited), act(who), act(room), act(way), act(came);
    }
    void resize(std::size_t count)
    {
        forEachField([count](auto& field) { field.resize(count); });
    }
};

struct ContactList {
    std::array<std::uint32_t, kMostContacts> with;
    std::uint16_t count;
    std::uint16_t walls; // 1: a wall may be touched before the next look
};

/// Somebody who has just left through an exit and walks on outside, where no floor is drawn. Who follows keeps a gap as
/// to anybody ahead: a door does not pass more people because the drawing ends behind it.
struct Leaver {
    float x, y, vx, vy, radius; // metres, m/s
    float until;                // seconds
    PortalIndex portal;
};

/// What a step noted of a person; at most one thing. Asks: stands before a portal with a cap and wants through. Left:
/// gone in an earlier step, falls out at the next look.
enum class Note : std::uint8_t { None, Asks, Passed, Gone, Left };

/// Half of the sort: a field is scattered into the spare one and changes places with it.
struct Spare {
    std::vector<float> numbers;
    std::vector<std::uint32_t> indices;
    [[nodiscard]] std::vector<float>& like(const std::vector<float>&) { return numbers; }
    [[nodiscard]] std::vector<std::uint32_t>& like(const std::vector<std::uint32_t>&) { return indices; }
};

struct Fan;
struct Seen;

struct Crowd::Inside {
    CrowdDef def;
    std::shared_ptr<const Terrain> terrain;
    std::vector<std::vector<double>> toGo;       // by wish, by passage; seconds
    std::vector<std::vector<double>> toGoFreely; // the same without the wish's rule; empty where it has none
    Barred barred;
    std::uint32_t stepNumber = 0;
    std::uint32_t stepsPerLook = 1;
    bool anybodyPushes = false;
    void (*weighPeople)(Fan&, const Seen&, float, float) = nullptr; // fan.hpp, for this processor

    People now;
    std::array<Spare, 2> spares; // for halves of the fields
    std::size_t inside = 0;      // rows of `now`
    std::size_t left = 0;        // of these: gone since the last look
    std::vector<std::uint32_t> cell;
    std::vector<std::uint32_t> cellStart; // cells + 2; people of cell c: [c], to before [c + 1]
    std::vector<float> qx, qy, rx, ry;    // places being found, of this round and the next
    std::vector<ContactList> contacts;
    std::vector<Note> notes;
    std::vector<std::uint32_t> notedPassage, notedLine;
    std::vector<float> perStep; // by passage: persons that its cap lets through in a step; 0: no cap
    std::vector<float> credit;  // by portal: persons that may pass now
    std::vector<std::uint32_t> asking;
    std::vector<Passed> passed;
    std::vector<Leaver> leavers;
    std::vector<Walked> walked;            // of those who have left, by person
    std::vector<std::uint32_t> rowOf;      // by person, at the last look; kNowhere: gone. Empty where nobody is bound
    std::vector<std::uint32_t> columnRows; // of one column, while it is looked at
    std::vector<double> secondsLeft;       // by person, of columns; to the goal, at the last look
    std::vector<Fallen> fallen;
    std::vector<std::uint8_t> holding;                // by guard: keeps people back since the last look
    std::vector<std::vector<std::uint32_t>> guardsAt; // by passage; empty where nobody stands guard
    std::size_t lit = 0;                              // how many of the lights had begun at the last look

    [[nodiscard]] double time() const { return stepNumber * def.timeStep; }
    [[nodiscard]] bool here(std::size_t i) const { return notes[i] != Note::Gone && notes[i] != Note::Left; }
};

/// Rows of people by number, whatever the order they stand in.
[[nodiscard]] std::vector<std::uint32_t> byNumber(const Crowd::Inside& in);

/// Of somebody who walks and does not push: mass over relaxation time.
[[nodiscard]] inline float dragOf(const Crowd::Inside& in, std::size_t i)
{
    return static_cast<float>(in.def.walkers[in.now.who[i]].mass / in.def.manner.relaxation);
}

struct Step {
    float fromX, fromY, toX, toY; // metres
};
/// Takes the person through the first portal on the step; false if something bars it. Ask: what has a cap is asked for
/// (Note::Asks, the end of the step in rx, ry), not passed.
enum class AtCap { Ask, Granted };
bool passPortal(Crowd::Inside& in, std::size_t i, Step& step, AtCap atCap);
/// Velocity, metres, waiting of a step that was made.
void account(Crowd::Inside& in, std::size_t i, const Step& step);

[[nodiscard]] Crowd::Inside beginning(CrowdDef def);
void step(Crowd::Inside& in, Workers& workers);

void setCaps(Crowd::Inside& in);
void leaveAndSort(Crowd::Inside& in, Workers& workers);
void chooseWays(Crowd::Inside& in, Workers& workers);
void face(Crowd::Inside& in, Workers& workers);
void look(Crowd::Inside& in, Workers& workers);
void faceOn(Crowd::Inside& in, Workers& workers);
void press(Crowd::Inside& in, Workers& workers);
void resolveContacts(Crowd::Inside& in, Workers& workers);
void move(Crowd::Inside& in, Workers& workers);
void letThrough(Crowd::Inside& in);
void gatherNotes(Crowd::Inside& in);
void findRoutes(Crowd::Inside& in);

}
