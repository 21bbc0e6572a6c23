#include "sim/risk/loads.hpp"

#include "sim/geometry/polygon.hpp"
#include "sim/trace/pack.hpp"

namespace stairwise {

void pack(auto& way, Same<StairLoad> auto& load)
{
    way(load.surface, load.area, load.peak, load.peakTime, load.seconds, load.course);
}

void pack(auto& way, Same<LoadMeter::Counted> auto& counted)
{
    way(counted.time, counted.people);
}

namespace {

constexpr double kWindow = 1.0; // seconds
constexpr double kSameMoment = 1e-6;

}

LoadMeter::LoadMeter(const Walkable& walkable, double limit)
    : limit_(limit), loadOf_(walkable.surfaces.size(), kNowhere)
{
    for (SurfaceIndex s = 0; s < walkable.surfaces.size(); ++s) {
        const Surface& surface = walkable.surfaces[s];
        if (surface.kind == SurfaceKind::Space) continue;
        loadOf_[s] = static_cast<std::uint32_t>(loads_.size());
        StairLoad& load = loads_.emplace_back();
        load.surface = s;
        load.area = area(surface.area);
    }
}

void LoadMeter::add(const Frame& frame)
{
    Counted counted{frame.time, std::vector<std::uint32_t>(loads_.size(), 0)};
    for (const SurfaceIndex surface : frame.surface)
        if (surface < loadOf_.size() && loadOf_[surface] != kNowhere) ++counted.people[loadOf_[surface]];
    window_.push_back(std::move(counted));
    average();
}

// Each frame stands for the time around it.
void LoadMeter::average()
{
    const double now = window_.back().time;
    while (window_.front().time < now - kWindow - kSameMoment) window_.pop_front();
    if (window_.size() < 2 || window_.front().time > now - kWindow + kSameMoment) return;
    const double middle = now - 0.5 * kWindow;
    const double step = times_.empty() ? 0.0 : middle - double{times_.back()};
    times_.push_back(static_cast<float>(middle));
    for (std::size_t l = 0; l < loads_.size(); ++l) {
        StairLoad& load = loads_[l];
        double people = 0.0;
        for (std::size_t k = 0; k + 1 < window_.size(); ++k)
            people += 0.5 * (window_[k].people[l] + window_[k + 1].people[l]) * (window_[k + 1].time - window_[k].time);
        const double density = people / kWindow / load.area;
        load.course.push_back(static_cast<float>(density));
        if (density > limit_) load.seconds += step;
        if (density <= load.peak) continue;
        load.peak = density;
        load.peakTime = middle;
    }
}

void LoadMeter::pack(auto& way, auto& meter)
{
    way(meter.loads_, meter.window_, meter.times_);
}

std::string LoadMeter::state() const
{
    Packer way;
    pack(way, *this);
    return way.bytes();
}

bool LoadMeter::restore(std::string_view state)
{
    const std::vector<StairLoad> fresh = loads_;
    Unpacker way(state);
    pack(way, *this);
    bool good = way.whole() && loads_.size() == fresh.size();
    for (std::size_t l = 0; good && l < fresh.size(); ++l)
        good = loads_[l].surface == fresh[l].surface && loads_[l].area == fresh[l].area &&
               loads_[l].course.size() == times_.size();
    for (const Counted& counted : window_) good = good && counted.people.size() == fresh.size();
    return good;
}

}
