// Whatever the bytes: a fault, or a school that a school file can hold.
#include "sim/import/import.hpp"
#include "sim/school/school_file.hpp"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto imported = stairwise::importBimJson(text, "fuzz.json");
    if (imported.ok() && !stairwise::parseSchool(stairwise::formatSchool(imported.value().school), "again").ok())
        std::abort();
    return 0;
}
