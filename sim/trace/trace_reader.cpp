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
    Done readHead();
    bool readIndex();
    void scan();
    std::uint64_t afterHead = 0;
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
    afterHead = kPrefixBytes + bytes;
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
    frames = index->head.count;
    if (index->payload.size() != 8 * chunks || chunks != (frames + kFramesPerChunk - 1) / kFramesPerChunk) return false;
    ByteSource from(index->payload);
    for (std::uint64_t i = 0; i < chunks; ++i) offsets.push_back(from.u64());
    return true;
}

// A file without its end: what stands before the first break is whole.
void TraceReader::Inside::scan()
{
    offsets.clear();
    frames = 0;
    std::uint64_t at = afterHead;
    while (const auto block = readBlock(at, kChunkTag)) {
        if (block->head.first != frames || block->head.count == 0 || block->head.count > kFramesPerChunk) break;
        offsets.push_back(at);
        frames += block->head.count;
        at += kBlockHeadBytes + block->head.bytes;
        if (block->head.count < kFramesPerChunk) break; // only the last one is short
    }
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
    stream->seekg(0, std::ios::end);
    inside->size = static_cast<std::uint64_t>(std::max<std::streamoff>(0, stream->tellg()));
    inside->stream = std::move(stream);
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

Result<Frame> TraceReader::frame(std::size_t index) const
{
    Inside& in = *inside_;
    const std::string place = fmt::format("frame {}", index);
    if (index >= in.frames)
        return in.fault({"trace.no_frame", {fmt::format("{}", in.frames)}}, {"trace.no_frame.mend", {}}, place);
    const std::size_t number = index / kFramesPerChunk;
    const std::size_t first = number * kFramesPerChunk;
    const std::scoped_lock lock(in.mutex);
    if (in.cached != number) {
        const auto block = in.readBlock(in.offsets[number], kChunkTag);
        const std::size_t count = std::min(kFramesPerChunk, in.frames - first);
        const bool right = block && block->head.first == first && block->head.count == count;
        auto frames =
            right ? decodeChunk(block->payload, count, in.head.people.size(), in.head.surfaces.size()) : std::nullopt;
        if (!frames) return in.fault({"trace.chunk_damaged", {}}, {"trace.damaged.mend", {}}, place);
        in.chunk = std::move(*frames);
        in.cached = number;
    }
    return in.chunk[index - first];
}

}
