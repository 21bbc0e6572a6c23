#include "sim/trace/frame_coder.hpp"

#include "sim/trace/bytes.hpp"

#include <algorithm>
#include <limits>

namespace stairwise {
namespace {

constexpr std::uint32_t kNowhereSurface = 0xffffffffU; // as kNowhere of the walkable surfaces

// Where somebody should be who changed speed evenly since the last frame. Whole numbers, so that both sides agree.
std::int64_t expected(std::int32_t last, std::int16_t speedThen, std::int16_t speedNow, std::int64_t milliseconds)
{
    return last + (std::int64_t{speedThen} + speedNow) * milliseconds / 2000;
}

std::int64_t millisecondsBetween(double from, double to)
{
    const double seconds = to - from;
    constexpr double kLongest = 60.0; // beyond this a guess is worth nothing; also keeps NaN out
    return seconds > 0.0 && seconds < kLongest ? static_cast<std::int64_t>(seconds * 1000.0 + 0.5) : 0;
}

// Rows of the frame before that are gone, as gaps.
void tellGone(std::string& to, const std::vector<std::uint32_t>& before, const std::vector<std::uint32_t>& now)
{
    std::string gaps;
    std::uint64_t count = 0;
    std::size_t next = 0; // first row not yet spoken for
    std::size_t j = 0;
    for (std::size_t i = 0; i < before.size(); ++i) {
        while (j < now.size() && now[j] < before[i]) ++j;
        if (j < now.size() && now[j] == before[i]) continue;
        putVarint(gaps, i - next);
        next = i + 1;
        ++count;
    }
    putVarint(to, count);
    to += gaps;
}

}

bool ChunkEncoder::sound(const Frame& frame) const
{
    const std::size_t n = frame.size();
    if (frame.x.size() != n || frame.y.size() != n || frame.surface.size() != n || frame.vx.size() != n ||
        frame.vy.size() != n)
        return false;
    for (std::size_t i = 0; i < n; ++i) {
        if (frame.person[i] >= last_.size() || (i > 0 && frame.person[i] <= frame.person[i - 1])) return false;
        if (frame.surface[i] >= surfaces_ && frame.surface[i] != kNowhereSurface) return false;
    }
    return true;
}

void ChunkEncoder::tellPeople(const Frame& frame)
{
    std::string& column = columns_[kPeople];
    tellGone(column, present_, frame.person);
    std::string came;
    std::uint64_t count = 0;
    std::uint32_t next = 0;
    std::size_t j = 0;
    for (const std::uint32_t person : frame.person) {
        while (j < present_.size() && present_[j] < person) ++j;
        if (j < present_.size() && present_[j] == person) continue;
        putVarint(came, person - next);
        next = person + 1;
        ++count;
        last_[person] = {};
    }
    putVarint(column, count);
    column += came;
    present_ = frame.person;
}

void ChunkEncoder::tellSurfaces(const Frame& frame)
{
    std::string changes;
    std::uint64_t count = 0;
    std::size_t next = 0;
    for (std::size_t i = 0; i < frame.size(); ++i) {
        LastSeen& last = last_[frame.person[i]];
        if (last.surface == frame.surface[i]) continue;
        last.surface = frame.surface[i];
        putVarint(changes, i - next);
        putVarint(changes, static_cast<std::uint32_t>(frame.surface[i] + 1)); // nowhere becomes 0
        next = i + 1;
        ++count;
    }
    putVarint(columns_[kSurfaces], count);
    columns_[kSurfaces] += changes;
}

bool ChunkEncoder::add(const Frame& frame)
{
    if (!sound(frame)) return false;
    const std::int64_t ms = frames_ == 0 ? 0 : millisecondsBetween(time_, frame.time);
    putDouble(columns_[kTimes], frame.time);
    tellPeople(frame);
    tellSurfaces(frame);
    for (std::size_t i = 0; i < frame.size(); ++i) {
        LastSeen& last = last_[frame.person[i]];
        putSigned(columns_[kSpeedsX], frame.vx[i] - last.vx);
        putSigned(columns_[kSpeedsY], frame.vy[i] - last.vy);
        putSigned(columns_[kPlacesX], frame.x[i] - expected(last.x, last.vx, frame.vx[i], ms));
        putSigned(columns_[kPlacesY], frame.y[i] - expected(last.y, last.vy, frame.vy[i], ms));
        last = {frame.x[i], frame.y[i], frame.vx[i], frame.vy[i], last.surface};
    }
    time_ = frame.time;
    ++frames_;
    return true;
}

std::string ChunkEncoder::take()
{
    std::string payload;
    for (const std::string& column : columns_) putVarint(payload, column.size());
    for (std::string& column : columns_) {
        payload += column;
        column.clear();
    }
    present_.clear(); // everybody comes anew: tellPeople forgets what was last seen
    frames_ = 0;
    return payload;
}

namespace {

template <class Whole> bool store(std::vector<Whole>& column, std::int64_t value)
{
    column.push_back(static_cast<Whole>(value));
    return value >= std::numeric_limits<Whole>::min() && value <= std::numeric_limits<Whole>::max();
}

class ChunkDecoder {
public:
    ChunkDecoder(std::array<ByteSource, kColumns> columns, std::size_t people, std::size_t surfaces)
        : columns_(columns), last_(people), surfaces_(surfaces)
    {
    }

    bool next(Frame& frame)
    {
        const double before = time_;
        frame.time = time_ = columns_[kTimes].real();
        const std::int64_t ms = frames_++ == 0 ? 0 : millisecondsBetween(before, time_);
        return people(frame) && surfaces(frame) && places(frame, ms);
    }
    [[nodiscard]] bool spent() const
    {
        return std::ranges::all_of(columns_, [](const ByteSource& c) { return !c.failed() && c.left() == 0; });
    }

private:
    // Every number takes a byte at least, so a count beyond the bytes that are left is refused before it costs memory.
    bool count(Column column, std::uint64_t& value)
    {
        value = columns_[column].varint();
        return !columns_[column].failed() && value <= columns_[column].left();
    }

    bool stay(std::vector<std::uint32_t>& kept)
    {
        std::uint64_t gone = 0;
        if (!count(kPeople, gone) || gone > present_.size()) return false;
        std::size_t row = 0;
        for (std::uint64_t k = 0; k < gone; ++k) {
            const std::uint64_t gap = columns_[kPeople].varint();
            if (gap >= present_.size() - row) return false;
            for (std::uint64_t i = 0; i < gap; ++i) kept.push_back(present_[row++]);
            ++row;
        }
        kept.insert(kept.end(), present_.begin() + static_cast<std::ptrdiff_t>(row), present_.end());
        return true;
    }

    bool come(std::vector<std::uint32_t>& came)
    {
        std::uint64_t number = 0;
        if (!count(kPeople, number)) return false;
        std::uint64_t next = 0;
        for (std::uint64_t k = 0; k < number; ++k) {
            const std::uint64_t gap = columns_[kPeople].varint();
            if (gap >= last_.size() - next) return false;
            next += gap;
            last_[next] = {};
            came.push_back(static_cast<std::uint32_t>(next++));
            if (next >= last_.size() && k + 1 < number) return false;
        }
        return true;
    }

    bool people(Frame& frame)
    {
        std::vector<std::uint32_t> kept;
        std::vector<std::uint32_t> came;
        if (!stay(kept) || !come(came)) return false;
        const std::size_t rows = kept.size() + came.size();
        if (rows > columns_[kPlacesX].left() || rows > columns_[kPlacesY].left()) return false;
        frame.person.resize(rows);
        std::ranges::merge(kept, came, frame.person.begin());
        const bool twice = std::ranges::adjacent_find(frame.person) != frame.person.end();
        present_ = frame.person;
        return !twice;
    }

    bool surfaces(Frame& frame)
    {
        std::uint64_t changes = 0;
        if (!count(kSurfaces, changes)) return false;
        std::size_t row = 0;
        for (std::uint64_t k = 0; k < changes; ++k) {
            const std::uint64_t gap = columns_[kSurfaces].varint();
            const std::uint64_t surface = columns_[kSurfaces].varint();
            if (gap >= frame.size() - row || surface > surfaces_) return false;
            row += gap;
            last_[frame.person[row++]].surface = static_cast<std::uint32_t>(surface) - 1;
            if (row >= frame.size() && k + 1 < changes) return false;
        }
        for (const std::uint32_t person : frame.person) frame.surface.push_back(last_[person].surface);
        return true;
    }

    // A residual beyond 34 bits cannot come from whole numbers of 32 bits, and must not overflow when it is added.
    bool residual(Column column, std::int64_t& value)
    {
        value = columns_[column].signedVarint();
        return value > -(std::int64_t{1} << 40) && value < (std::int64_t{1} << 40);
    }

    bool places(Frame& frame, std::int64_t ms)
    {
        const std::size_t rows = frame.size();
        for (auto* column : {&frame.x, &frame.y}) column->reserve(rows);
        for (auto* column : {&frame.vx, &frame.vy}) column->reserve(rows);
        for (const std::uint32_t person : frame.person) {
            LastSeen& last = last_[person];
            std::int64_t vx = 0, vy = 0, x = 0, y = 0;
            if (!residual(kSpeedsX, vx) || !residual(kSpeedsY, vy) || !residual(kPlacesX, x) || !residual(kPlacesY, y))
                return false;
            if (!store(frame.vx, last.vx + vx) || !store(frame.vy, last.vy + vy)) return false;
            if (!store(frame.x, x + expected(last.x, last.vx, frame.vx.back(), ms)) ||
                !store(frame.y, y + expected(last.y, last.vy, frame.vy.back(), ms)))
                return false;
            last = {frame.x.back(), frame.y.back(), frame.vx.back(), frame.vy.back(), last.surface};
        }
        return true;
    }

    std::array<ByteSource, kColumns> columns_;
    std::vector<LastSeen> last_;
    std::vector<std::uint32_t> present_;
    std::size_t surfaces_;
    double time_ = 0.0;
    std::size_t frames_ = 0;
};

}

std::optional<std::vector<Frame>> decodeChunk(std::string_view payload, std::size_t frames, std::size_t people,
                                              std::size_t surfaces)
{
    if (frames == 0 || frames > kFramesPerChunk) return std::nullopt;
    ByteSource source(payload);
    std::array<std::uint64_t, kColumns> sizes{};
    for (std::uint64_t& size : sizes) size = source.varint();
    std::array<ByteSource, kColumns> columns{ByteSource({}), ByteSource({}), ByteSource({}), ByteSource({}),
                                             ByteSource({}), ByteSource({}), ByteSource({})};
    for (std::size_t i = 0; i < kColumns; ++i) columns[i] = ByteSource(source.take(sizes[i]));
    if (source.failed() || source.left() != 0) return std::nullopt;

    ChunkDecoder decoder(columns, people, surfaces);
    std::vector<Frame> decoded(frames);
    for (Frame& frame : decoded)
        if (!decoder.next(frame)) return std::nullopt;
    if (!decoder.spent()) return std::nullopt;
    return decoded;
}

}
