#include "sim/school/class_list.hpp"
#include "sim/school/school_file.hpp"
#include "sim/words/words.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string_view>

namespace {

stairwise::School schoolOfOneRoom(stairwise::SchoolKind kind)
{
    using namespace stairwise;
    Storey storey;
    storey.id.value = "F1";
    storey.spaces = {{{"101"}, "101 教室", SpaceKind::Classroom, {{{0, 0}, {9000, 0}, {9000, 7000}, {0, 7000}}, {}}}};
    School school;
    school.code.kind = kind;
    school.buildings = {{{"B"}, "教学楼", {std::make_shared<Storey>(std::move(storey))}, {}}};
    return school;
}

}

/// Whatever is pasted becomes an edit that can be applied and read back, and findings that can be said.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace stairwise;
    if (size == 0) return 0;
    const School school = schoolOfOneRoom(static_cast<SchoolKind>(data[0] % 5));
    const ClassList list = readClassList({reinterpret_cast<const char*>(data) + 1, size - 1}, school);
    for (const Finding& finding : list.findings)
        if (line(finding, Language::English).empty() || line(finding, Language::Chinese).empty()) std::abort();
    const auto after = apply(school, list.edit);
    if (!after && after.fault().what.key != "school.too_many_people") std::abort();
    if (after && !(parseSchool(formatSchool(after.value()), "again").value() == after.value())) std::abort();
    return 0;
}
