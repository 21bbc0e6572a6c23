#include "sim/base/system.hpp"
#include "sim/trace/bytes.hpp"
#include "sim/trace/frame_coder.hpp"
#include "sim/trace/trace_file.hpp"
#include "sim/trace/trace_format.hpp"

#include <fmt/format.h>

namespace stairwise {

struct TraceWriter::Inside {
    AppendFile file;
    std::string name;
    ChunkEncoder encoder;
    std::string offsets; // of the chunks, eight bytes each
    std::uint32_t chunks = 0;
    std::uint32_t frames = 0; // in whole chunks written
    bool sound = true;

    Inside(AppendFile to, const std::filesystem::path& path, const TraceHead& head)
        : file(std::move(to)), name(path.string()), encoder(head.people.size(), head.surfaces.size())
    {
    }
    void writeChunk()
    {
        if (encoder.frames() == 0) return;
        const auto count = static_cast<std::uint32_t>(encoder.frames());
        put64(offsets, file.size());
        file.append(blockOf(kChunkTag, frames, count, encoder.take()));
        frames += count;
        ++chunks;
    }
};

TraceWriter::TraceWriter(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
TraceWriter::TraceWriter(TraceWriter&&) noexcept = default;
TraceWriter::~TraceWriter() = default;

Result<TraceWriter> TraceWriter::create(const std::filesystem::path& path, const TraceHead& head)
{
    auto file = AppendFile::create(path, AppendFile::Appears::AtOnce);
    if (!file) return file.fault();
    file.value().append(bytesOf(head));
    return TraceWriter(std::make_unique<Inside>(std::move(file).value(), path, head));
}

void TraceWriter::add(const Frame& frame)
{
    Inside& in = *inside_;
    in.sound = in.sound && in.encoder.add(frame); // after a frame that was refused the numbers would not be right
    if (in.encoder.frames() == kFramesPerChunk) in.writeChunk();
}

Done TraceWriter::finish()
{
    Inside& in = *inside_;
    in.writeChunk();
    const std::uint64_t index = in.file.size();
    in.file.append(blockOf(kIndexTag, in.chunks, in.frames, in.offsets));
    std::string footer;
    put64(footer, index);
    in.file.append(footer.append(kTraceEnd));
    const Done written = in.file.finish();
    if (!written || in.sound) return written;
    return Fault{in.name, fmt::format("frame {}", in.frames), {"trace.bad_frame", {}}, {"trace.bad_frame.mend", {}}};
}

}
