#include "sim/run/tally.hpp"
#include "sim/trace/pack.hpp"

namespace stairwise {

// Which persons, stairs and exits there are follows from the case.
void Tally::pack(auto& way, auto& tally)
{
    for (auto& person : tally.persons_) way(person.leftRoom, person.out, person.arrived, person.exit);
    for (auto* passages : {&tally.stairs_, &tally.exits_})
        for (auto& [id, times] : *passages) way(times.in, times.last, times.by, times.who, times.crossed, times.left);
    way(tally.out_, tally.lastProgress_);
}

std::string Tally::state() const
{
    Packer way;
    pack(way, *this);
    return way.bytes();
}

bool Tally::restore(std::string_view state)
{
    Unpacker way(state);
    pack(way, *this);
    return way.whole();
}

}
