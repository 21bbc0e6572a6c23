#pragma once

#include "sim/base/result.hpp"
#include "sim/trace/frame.hpp"

#include <filesystem>
#include <memory>

namespace stairwise {

/// The trace file *.trace: header, chunks of frames in columns with a checksum each, index at the end (docs/files.md).
/// A cut file is readable to its last whole chunk. Its bytes depend on the run alone. It is a cache: a run can be made
/// again from school, scenario, seed and engine number.
class TraceWriter {
public:
    [[nodiscard]] static Result<TraceWriter> create(const std::filesystem::path& path, const TraceHead& head);
    TraceWriter(TraceWriter&&) noexcept;
    ~TraceWriter();
    void add(const Frame& frame);  // errors are kept and told by finish()
    [[nodiscard]] Done finish();   // writes last chunk and index, fsyncs

private:
    struct Inside;
    explicit TraceWriter(std::unique_ptr<Inside> inside);
    std::unique_ptr<Inside> inside_;
};

class TraceReader {
public:
    [[nodiscard]] static Result<TraceReader> open(const std::filesystem::path& path);
    TraceReader(TraceReader&&) noexcept;
    ~TraceReader();
    [[nodiscard]] const TraceHead& head() const;
    [[nodiscard]] std::size_t frames() const;
    [[nodiscard]] bool complete() const; // false: the file is cut; what is whole can be read
    [[nodiscard]] Result<Frame> frame(std::size_t index) const;

private:
    struct Inside;
    explicit TraceReader(std::unique_ptr<Inside> inside);
    std::unique_ptr<Inside> inside_;
};

/// The text form that PedPy and JuPedSim's viewers read: "# framerate: …" and one line "id frame x y z" (metres) per
/// person and frame.
[[nodiscard]] Done exportText(const TraceReader& trace, const std::filesystem::path& path);

}
