#include "editor/model/waits.hpp"

#include <algorithm>

namespace stairwise::editor {

void Waits::count(const Frame& frame, std::vector<float>& sums) const
{
    constexpr double kLimit = kStandsBelow * kStandsBelow * 1e6; // (mm/s)²
    const auto more = static_cast<float>(interval_);
    for (std::size_t i = 0; i < frame.size(); ++i) {
        const double vx = frame.vx[i];
        const double vy = frame.vy[i];
        float& sum = sums[frame.person[i]];
        if (vx * vx + vy * vy >= kLimit)
            sum = std::max(sum, 0.0F);
        else if (sum >= 0.0F)
            sum += more;
    }
}

void Waits::add(const std::vector<Frame>& chunk)
{
    {
        const std::lock_guard lock(mutex_);
        begins_.push_back(now_);
    }
    for (const Frame& frame : chunk) count(frame, now_);
}

bool Waits::at(std::size_t chunk, std::span<const Frame> frames, std::vector<float>& waits) const
{
    waits.clear();
    std::vector<float> sums;
    {
        const std::lock_guard lock(mutex_);
        if (chunk >= begins_.size()) return false;
        sums = begins_[chunk];
    }
    for (const Frame& frame : frames) count(frame, sums);
    for (const std::uint32_t person : frames.back().person) waits.push_back(std::max(sums[person], 0.0F));
    return true;
}

}
