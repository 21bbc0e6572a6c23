#pragma once

#include "sim/base/result.hpp"
#include "sim/trace/frame.hpp"

#include <filesystem>
#include <functional>
#include <istream>
#include <memory>
#include <string>

namespace stairwise {

/// The trace file *.trace: header, chunks of frames in columns with a checksum each, index at the end (docs/files.md).
/// A cut file is readable to its last whole chunk. Its bytes depend on the run alone. It is a cache: a run can be made
/// again from school, scenario, seed and engine number.
class TraceWriter {
public:
    [[nodiscard]] static Result<TraceWriter> create(const std::filesystem::path& path, const TraceHead& head);
    TraceWriter(TraceWriter&&) noexcept;
    ~TraceWriter();
    void add(const Frame& frame); // errors are kept and told by finish()
    [[nodiscard]] Done finish();  // writes last chunk and index, fsyncs

private:
    struct Inside;
    explicit TraceWriter(std::unique_ptr<Inside> inside);
    std::unique_ptr<Inside> inside_;
};

/// Several threads may ask one reader; they wait for one another.
class TraceReader {
public:
    [[nodiscard]] static Result<TraceReader> open(const std::filesystem::path& path);
    /// The same from any stream that can seek; `name` is told in faults.
    [[nodiscard]] static Result<TraceReader> from(std::unique_ptr<std::istream> stream, const std::string& name);
    TraceReader(TraceReader&&) noexcept;
    ~TraceReader();
    [[nodiscard]] const TraceHead& head() const;
    [[nodiscard]] std::size_t frames() const;
    [[nodiscard]] bool complete() const; // false: the file is cut; what is whole can be read
    /// Looks whether the file has grown since. Not while another thread asks this reader.
    void refresh();
    /// Frames come in chunks of so many, the last one may hold fewer; all of the one that begins with frame `first`.
    [[nodiscard]] std::size_t framesPerChunk() const;
    [[nodiscard]] Result<std::vector<Frame>> chunk(std::size_t first) const;
    /// Any frame in any order; the chunk it stands in is kept, so neighbours cost little.
    [[nodiscard]] Result<Frame> frame(std::size_t index) const;

private:
    struct Inside;
    explicit TraceReader(std::unique_ptr<Inside> inside);
    std::unique_ptr<Inside> inside_;
};

/// Metres above the campus' zero at a place (metres) on a surface (kNowhere: none).
using HeightAt = std::function<double(std::uint32_t surface, double x, double y)>;

/// The text form that PedPy and JuPedSim's viewers read: "# framerate: …", "# id frame x/m y/m z/m" and one line a
/// person and frame. id = number of the person + 1, frame from 0; z is 0 without `height`.
[[nodiscard]] Done exportText(const TraceReader& trace, const std::filesystem::path& path, const HeightAt& height = {});

}
