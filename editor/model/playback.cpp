#include "editor/model/playback.hpp"

#include "editor/model/trace_follower.hpp"
#include "editor/model/waits.hpp"

#include <algorithm>
#include <cmath>
#include <list>
#include <optional>
#include <utility>

namespace stairwise::editor {
namespace {

constexpr std::size_t kChunksKept = 4; // what is played, its neighbour, and the two before

using Chunk = std::shared_ptr<const std::vector<Frame>>;

double speedOf(const Frame& frame, std::size_t row)
{
    return std::hypot(frame.vx[row], frame.vy[row]) / 1000.0;
}

Vec2 placeOf(const Frame& frame, std::size_t row)
{
    return toMetres({frame.x[row], frame.y[row]});
}

/// Everybody of `a`, moved by `part` (0 … 1) of the way to where they are in `b`.
PeopleShown between(const Frame& a, const Frame& b, double part, const TraceHead& head)
{
    PeopleShown shown;
    shown.time = a.time + part * (b.time - a.time);
    shown.person = a.person;
    std::size_t next = 0; // row of b
    for (std::size_t row = 0; row < a.size(); ++row) {
        while (next < b.size() && b.person[next] < a.person[row]) ++next;
        const bool stays = next < b.size() && b.person[next] == a.person[row];
        const Vec2 from = placeOf(a, row);
        shown.at.push_back(stays ? from + (placeOf(b, next) - from) * part : from);
        shown.surface.push_back(stays && part >= 0.5 ? b.surface[next] : a.surface[row]);
        const double speed = stays ? speedOf(a, row) + part * (speedOf(b, next) - speedOf(a, row)) : speedOf(a, row);
        shown.speed.push_back(static_cast<float>(speed));
        shown.radius.push_back(static_cast<float>(head.people[a.person[row]].radius) / 1000.0F);
    }
    return shown;
}

}

struct Playback::Inside {
    TraceReader reader;
    Waits waits;
    std::list<std::pair<std::size_t, Chunk>> kept; // by first frame; the last asked for first
    double duration = 0.0;
    std::unique_ptr<TraceFollower> follower; // last: it writes into waits

    explicit Inside(TraceReader from)
        : reader(std::move(from)), waits(reader.head().people.size(), reader.head().interval)
    {
    }

    /// The chunk that holds a frame.
    Result<Chunk> chunkOf(std::size_t frame)
    {
        const std::size_t first = frame - frame % reader.framesPerChunk();
        const auto found = std::ranges::find(kept, first, &std::pair<std::size_t, Chunk>::first);
        // The last chunk that was seen of a growing file is whole as well: a short one is the file's last.
        if (found != kept.end()) {
            kept.splice(kept.begin(), kept, found);
            return kept.front().second;
        }
        auto frames = reader.chunk(first);
        if (!frames) return frames.fault();
        kept.emplace_front(first, std::make_shared<const std::vector<Frame>>(std::move(frames).value()));
        if (kept.size() > kChunksKept) kept.pop_back();
        return kept.front().second;
    }

    Result<std::shared_ptr<const Frame>> frame(std::size_t index)
    {
        auto chunk = chunkOf(index);
        if (!chunk) return chunk.fault();
        return std::shared_ptr<const Frame>(chunk.value(), &(*chunk.value())[index % reader.framesPerChunk()]);
    }

    Done measure()
    {
        if (reader.frames() == 0) return done();
        const auto last = frame(reader.frames() - 1);
        if (!last) return last.fault();
        duration = last.value()->time;
        return done();
    }

    /// The last frame up to a moment (the first one before it). Frames are even, but for rounding.
    Result<std::size_t> indexAt(double seconds)
    {
        const double guess = std::floor(std::max(0.0, seconds) / reader.head().interval + 1e-6);
        const std::size_t last = reader.frames() - 1;
        std::size_t index = guess >= static_cast<double>(last) ? last : static_cast<std::size_t>(guess);
        for (; index > 0; --index) {
            const auto here = frame(index);
            if (!here) return here.fault();
            if (here.value()->time <= seconds + 1e-6) break;
        }
        for (; index < last; ++index) {
            const auto next = frame(index + 1);
            if (!next) return next.fault();
            if (next.value()->time > seconds + 1e-6) break;
        }
        return index;
    }

    Result<PeopleShown> shownAt(double seconds)
    {
        if (reader.frames() == 0) return PeopleShown{};
        const auto index = indexAt(seconds);
        if (!index) return index.fault();
        const auto chunk = chunkOf(index.value());
        if (!chunk) return chunk.fault();
        const std::size_t row = index.value() % reader.framesPerChunk();
        const Frame& now = (*chunk.value())[row];
        auto next = frame(std::min(index.value() + 1, reader.frames() - 1));
        if (!next) return next.fault();
        const double span = next.value()->time - now.time;
        const double part = span > 0.0 ? std::clamp((seconds - now.time) / span, 0.0, 1.0) : 0.0;
        PeopleShown shown = between(now, *next.value(), part, reader.head());
        (void)waits.at(index.value() / reader.framesPerChunk(), std::span(*chunk.value()).first(row + 1), shown.wait);
        return shown;
    }
};

Playback::Playback(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
Playback::Playback(Playback&&) noexcept = default;
Playback& Playback::operator=(Playback&&) noexcept = default;
Playback::~Playback() = default;

Result<Playback> Playback::open(const std::filesystem::path& path)
{
    auto reader = TraceReader::open(path);
    if (!reader) return reader.fault();
    auto forSums = TraceReader::open(path);
    if (!forSums) return forSums.fault();
    auto inside = std::make_unique<Inside>(std::move(reader).value());
    if (const Done measured = inside->measure(); !measured) return measured.fault();
    inside->follower = std::make_unique<TraceFollower>(
        std::move(forSums).value(), [&waits = inside->waits](const std::vector<Frame>& chunk) { waits.add(chunk); });
    return Playback(std::move(inside));
}

const TraceHead& Playback::head() const
{
    return inside_->reader.head();
}

double Playback::duration() const
{
    return inside_->duration;
}

bool Playback::complete() const
{
    return inside_->reader.complete();
}

void Playback::refresh()
{
    const std::size_t before = inside_->reader.frames();
    inside_->reader.refresh();
    if (inside_->reader.frames() == before) return;
    (void)inside_->measure(); // what is damaged is told when it is asked for
    inside_->follower->refresh();
}

Result<PeopleShown> Playback::at(double seconds) const
{
    return inside_->shownAt(seconds);
}

Result<std::shared_ptr<const Frame>> Playback::frameAt(double seconds) const
{
    if (inside_->reader.frames() == 0) return std::make_shared<const Frame>();
    const auto index = inside_->indexAt(seconds);
    if (!index) return index.fault();
    return inside_->frame(index.value());
}

void Playback::waitForSums()
{
    inside_->follower->wait();
}

}
