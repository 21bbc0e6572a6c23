#include "sim/school/school_file.hpp"
#include "sim/words/words.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

/// Whatever is read is written as a text that reads back as the same school; whatever is refused says why.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace stairwise;
    const auto school = parseSchool({reinterpret_cast<const char*>(data), size}, "fuzz.school.json");
    if (!school) {
        if (line(school.fault(), Language::English).empty() || line(school.fault(), Language::Chinese).empty())
            std::abort();
        return 0;
    }
    const std::string text = formatSchool(school.value());
    const auto again = parseSchool(text, "again.school.json");
    if (!again || !(again.value() == school.value()) || formatSchool(again.value()) != text) std::abort();
    return 0;
}
