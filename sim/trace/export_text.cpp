#include "sim/base/system.hpp"
#include "sim/trace/trace_file.hpp"

#include <fmt/format.h>

#include <iterator>

namespace stairwise {

Done exportText(const TraceReader& trace, const std::filesystem::path& path, const HeightAt& height)
{
    auto file = AppendFile::create(path, AppendFile::Appears::WhenFinished);
    if (!file) return file.fault();
    std::string text = fmt::format("# framerate: {:.2f} fps\n# id frame x/m y/m z/m\n", 1.0 / trace.head().interval);
    for (std::size_t i = 0; i < trace.frames(); ++i) {
        const auto frame = trace.frame(i);
        if (!frame) return frame.fault();
        const Frame& f = frame.value();
        for (std::size_t p = 0; p < f.size(); ++p) {
            const double x = f.x[p] / 1000.0;
            const double y = f.y[p] / 1000.0;
            const double z = height ? height(f.surface[p], x, y) : 0.0;
            fmt::format_to(std::back_inserter(text), "{} {} {:.3f} {:.3f} {:.3f}\n", f.person[p] + 1, i, x, y, z);
        }
        file.value().append(text);
        text.clear();
    }
    file.value().append(text);
    return file.value().finish();
}

}
