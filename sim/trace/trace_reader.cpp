#include "sim/trace/bytes.hpp"
#include "sim/trace/frame_coder.hpp"
#include "sim/trace/trace_file.hpp"
#include "sim/trace/trace_format.hpp"

#include <fmt/format.h>

#include <fstream>
#include <mutex>
#include <optional>

namespace stairwise {

struct TraceReader::Inside {
    std::string name;
    std::unique_ptr<std::istream> stream;
    std::uint64_t size = 0;
    TraceHead head;
    std::vector<std::uint64_t> offsets; // of the chunks
    std::size_t frames = 0;
    bool complete = false;

    std::mutex mutex; // guards the stream and what follows
    std::optional<std::size_t> cached;
    std::vector<Frame> chunk;

    // Never asks for more than the file holds.
    std::optional<std::string> read(std::uint64_t offset, std::uint64_t count)
    {
        if (offset > size || count > size - offset) return std::nullopt;
        std::string bytes(count, '\0');
        stream->clear();
        stream->seekg(static_cast<std::streamoff>(offset));
        if (!stream->read(bytes.data(), static_cast<std::streamsize>(count))) return std::nullopt;
        return bytes;
    }

    struct Block {
        BlockHead head;
        std::string payload;
    };
    // Nothing where no whole, undamaged block of this kind begins.
    std::optional<Block> readBlock(std::uint64_t offset, std::uint32_t tag)
    {
        const auto start = read(offset, kBlockHeadBytes);
        if (!start) return std::nullopt;
        const BlockHead block = blockHeadOf(*start);
        if (block.tag != tag || block.bytes > kMostBlockBytes) return std::nullopt;
        auto payload = read(offset + kBlockHeadBytes, block.bytes);
        if (!payload || checksumOf(block, *payload) != block.checksum) return std::nullopt;
        return Block{block, std::move(*payload)};
    }

    [[nodiscard]] Fault fault(Message what, Message mend, std::string place = {}) const
    {
        return {name, std::move(place), std::move(what), std::move(mend)};
    }
    [[nodiscard]] Fault noFrame(std::size_t index) const
    {
        return fault({"trace.no_frame", {fmt::format("{}", frames)}}, {"trace.no_frame.mend", {}},
                     fmt::format("frame {}", index));
    }
    Done readHead();
    bool readIndex();
    void scan();
    void measure();
    Result<std::vector<Frame>> decoded(std::size_t number);
    std::uint64_t afterHead = 0;
    std::uint64_t scanned = 0; // so far, of a file without its end
};

Done TraceReader::Inside::readHead()
{
    const auto prefix = read(0, kPrefixBytes);
    if (!prefix || !prefix->starts_with(kTraceMagic)) return fault({"trace.no_trace", {}}, {"trace.no_trace.mend", {}});
    ByteSource from(std::string_view(*prefix).substr(kTraceMagic.size()));
    const std::uint32_t version = from.u32();
    if (version != kTraceVersion)
        return fault({"trace.version", {fmt::format("{}", version), fmt::format("{}", kTraceVersion)}},
                     {"trace.version.mend", {}});
    const std::uint32_t bytes = from.u32();
    const std::uint64_t checksum = from.u64();
    const Fault damaged = fault({"trace.head_damaged", {}}, {"trace.damaged.mend", {}});
    if (bytes > kMostHeadBytes) return damaged;
    const auto body = read(kPrefixBytes, bytes);
    if (!body || headChecksum(version, *body) != checksum || !headOf(*body, head)) return damaged;
    afterHead = scanned = kPrefixBytes + bytes;
    return done();
}

bool TraceReader::Inside::readIndex()
{
    if (size < afterHead + kFooterBytes) return false;
    const auto footer = read(size - kFooterBytes, kFooterBytes);
    if (!footer || !footer->ends_with(kTraceEnd)) return false;
    const std::uint64_t at = ByteSource(*footer).u64();
    const auto index = readBlock(at, kIndexTag);
    if (!index || at + kBlockHeadBytes + index->head.bytes + kFooterBytes != size) return false;
    const std::uint64_t chunks = index->head.first;
    const std::size_t count = index->head.count;
    if (index->payload.size() != 8 * chunks || chunks != (count + kFramesPerChunk - 1) / kFramesPerChunk) return false;
    frames = count;
    offsets.clear();
    ByteSource from(index->payload);
    for (std::uint64_t i = 0; i < chunks; ++i) offsets.push_back(from.u64());
    return true;
}

// A file without its end: what stands before the first break is whole. Goes on where it came to the last time.
void TraceReader::Inside::scan()
{
    while (frames % kFramesPerChunk == 0) { // only the last one is short
        const auto block = readBlock(scanned, kChunkTag);
        if (!block || block->head.first != frames || block->head.count == 0 || block->head.count > kFramesPerChunk)
            break;
        offsets.push_back(scanned);
        frames += block->head.count;
        scanned += kBlockHeadBytes + block->head.bytes;
    }
}

void TraceReader::Inside::measure()
{
    stream->clear();
    stream->seekg(0, std::ios::end);
    size = static_cast<std::uint64_t>(std::max<std::streamoff>(0, stream->tellg()));
}

TraceReader::TraceReader(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
TraceReader::TraceReader(TraceReader&&) noexcept = default;
TraceReader::~TraceReader() = default;

Result<TraceReader> TraceReader::open(const std::filesystem::path& path)
{
    std::error_code error;
    if (!std::filesystem::is_regular_file(path, error))
        return Fault{path.string(), "", {"file.missing", {}}, {"file.missing.mend", {}}};
    auto stream = std::make_unique<std::ifstream>(path, std::ios::binary);
    if (!*stream) return Fault{path.string(), "", {"file.cannot_read", {}}, {"file.cannot_read.mend", {}}};
    return from(std::move(stream), path.string());
}

Result<TraceReader> TraceReader::from(std::unique_ptr<std::istream> stream, const std::string& name)
{
    auto inside = std::make_unique<Inside>();
    inside->name = name;
    inside->stream = std::move(stream);
    inside->measure();
    if (const Done head = inside->readHead(); !head) return head.fault();
    inside->complete = inside->readIndex();
    if (!inside->complete) inside->scan();
    return TraceReader(std::move(inside));
}

const TraceHead& TraceReader::head() const
{
    return inside_->head;
}
std::size_t TraceReader::frames() const
{
    return inside_->frames;
}
bool TraceReader::complete() const
{
    return inside_->complete;
}

void TraceReader::refresh()
{
    Inside& in = *inside_;
    const std::scoped_lock lock(in.mutex);
    const std::uint64_t before = in.size;
    in.measure();
    if (in.complete || in.size == before) return;
    in.complete = in.readIndex();
    if (!in.complete) in.scan();
}

std::size_t TraceReader::framesPerChunk() const
{
    return kFramesPerChunk;
}

Result<std::vector<Frame>> TraceReader::Inside::decoded(std::size_t number)
{
    const std::size_t first = number * kFramesPerChunk;
    const auto block = readBlock(offsets[number], kChunkTag);
    const std::size_t count = std::min(kFramesPerChunk, frames - first);
    const bool right = block && block->head.first == first && block->head.count == count;
    auto made = right ? decodeChunk(block->payload, count, head.people.size(), head.surfaces.size()) : std::nullopt;
    if (!made) return fault({"trace.chunk_damaged", {}}, {"trace.damaged.mend", {}}, fmt::format("frame {}", first));
    return std::move(*made);
}

Result<std::vector<Frame>> TraceReader::chunk(std::size_t first) const
{
    Inside& in = *inside_;
    const std::scoped_lock lock(in.mutex);
    if (first >= in.frames) return in.noFrame(first);
    return in.decoded(first / kFramesPerChunk);
}

Result<Frame> TraceReader::frame(std::size_t index) const
{
    Inside& in = *inside_;
    if (index >= in.frames) return in.noFrame(index);
    const std::size_t number = index / kFramesPerChunk;
    const std::scoped_lock lock(in.mutex);
    if (in.cached != number) {
        auto frames = in.decoded(number);
        if (!frames) {
            Fault fault = frames.fault();
            fault.place = fmt::format("frame {}", index);
            return fault;
        }
        in.chunk = std::move(frames).value();
        in.cached = number;
    }
    return in.chunk[index % kFramesPerChunk];
}

}
