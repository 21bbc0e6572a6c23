#include "editor/model/heat.hpp"
#include "sim/risk/walked_cells.hpp"

#include <algorithm>
#include <mutex>
#include <utility>

namespace stairwise::editor {
namespace {

/// The rows of a frame that stand on surfaces.
struct Rows {
    std::vector<std::uint32_t> person;
    std::vector<std::uint32_t> surface;
    std::vector<Vec2> at;

    void take(const Frame& frame, std::size_t surfaces)
    {
        person.clear();
        surface.clear();
        at.clear();
        for (std::size_t i = 0; i < frame.size(); ++i) {
            if (frame.surface[i] >= surfaces) continue;
            person.push_back(frame.person[i]);
            surface.push_back(frame.surface[i]);
            at.push_back(toMetres({frame.x[i], frame.y[i]}));
        }
    }
    [[nodiscard]] WalkedCells::Standing standing() const { return {person, surface, at}; }
};

}

// Every square entered is a number in one long list, in the order of time: what was walked up to any moment is its
// beginning, and counts are made of it in a millisecond or two.
struct UseSoFar::Inside {
    std::shared_ptr<const Walkable> walkable;
    WalkedCells walked;
    std::vector<std::uint32_t> first; // of each surface's squares, numbered over all; one more at the end
    Rows before;                      // these two are the follower's
    Rows now;

    mutable std::mutex mutex; // guards what follows
    std::vector<std::uint32_t> entered;
    std::vector<std::pair<double, std::size_t>> frames; // time, and how many were entered up to it
    std::unique_ptr<TraceFollower> follower;            // last: it writes into the rest

    explicit Inside(std::shared_ptr<const Walkable> floors) : walkable(std::move(floors)), walked(*walkable)
    {
        first.push_back(0);
        for (SurfaceIndex s = 0; s < walked.surfaces(); ++s)
            first.push_back(first.back() + static_cast<std::uint32_t>(walked.grid(s).cells()));
    }

    void take(const std::vector<Frame>& chunk)
    {
        std::vector<std::uint32_t> more;
        std::vector<std::pair<double, std::size_t>> ends;
        for (const Frame& frame : chunk) {
            now.take(frame, walked.surfaces());
            walked.between(before.standing(), now.standing(), [&](SurfaceIndex surface, std::size_t cell) {
                more.push_back(first[surface] + static_cast<std::uint32_t>(cell));
            });
            ends.emplace_back(frame.time, more.size());
            std::swap(before, now);
        }
        const std::lock_guard lock(mutex);
        const std::size_t start = entered.size();
        entered.insert(entered.end(), more.begin(), more.end());
        for (const auto& [time, count] : ends) frames.emplace_back(time, start + count);
    }
};

UseSoFar::UseSoFar(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
UseSoFar::UseSoFar(UseSoFar&&) noexcept = default;
UseSoFar& UseSoFar::operator=(UseSoFar&&) noexcept = default;
UseSoFar::~UseSoFar() = default;

Result<UseSoFar> UseSoFar::open(const std::filesystem::path& trace, std::shared_ptr<const Walkable> walkable)
{
    auto reader = TraceReader::open(trace);
    if (!reader) return reader.fault();
    auto inside = std::make_unique<Inside>(std::move(walkable));
    inside->follower = std::make_unique<TraceFollower>(
        std::move(reader).value(), [in = inside.get()](const std::vector<Frame>& chunk) { in->take(chunk); });
    return UseSoFar(std::move(inside));
}

void UseSoFar::refresh()
{
    inside_->follower->refresh();
}

void UseSoFar::wait()
{
    inside_->follower->wait();
}

double UseSoFar::known() const
{
    const std::lock_guard lock(inside_->mutex);
    return inside_->frames.empty() ? 0.0 : inside_->frames.back().first;
}

std::vector<HeatField> UseSoFar::upTo(double seconds) const
{
    const Inside& in = *inside_;
    std::vector<HeatField> fields(in.walked.surfaces());
    for (SurfaceIndex s = 0; s < fields.size(); ++s)
        fields[s] = {in.walked.grid(s), std::vector<float>(in.walked.grid(s).cells(), 0.0F)};
    std::vector<float*> squares; // by number: a table of surfaces would be searched for each
    squares.reserve(in.first.back());
    for (HeatField& field : fields)
        for (float& value : field.values) squares.push_back(&value);
    const std::lock_guard lock(in.mutex);
    const auto end = std::ranges::upper_bound(in.frames, seconds + 1e-6, {}, &std::pair<double, std::size_t>::first);
    const std::size_t count = end == in.frames.begin() ? 0 : std::prev(end)->second;
    for (std::size_t i = 0; i < count; ++i) *squares[in.entered[i]] += 1.0F;
    return fields;
}

}
