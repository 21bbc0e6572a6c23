#include "sim/stagger/rules_file.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace stairwise;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    School school;
    for (int i = 0; i < 4; ++i) {
        SchoolClass own;
        own.id = {"1-" + std::to_string(i + 1)};
        own.grade = 1 + i / 2;
        school.classes.push_back(own);
    }
    const auto rules = parseRules(text, "fuzz.rules");
    if (!rules || !checkRules(rules.value(), school)) return 0;
    static_cast<void>(contradiction(school, rules.value(), {10.0, 20.0, 30.0, 40.0}));
    return 0;
}
