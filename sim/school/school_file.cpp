#include "sim/school/school_file.hpp"

#include "sim/base/system.hpp"
#include "sim/school/migrations.hpp"
#include "sim/school/school_check.hpp"
#include "sim/school/school_read.hpp"

namespace stairwise {

Result<School> readSchool(const std::filesystem::path& path)
{
    const auto text = readFile(path, kLargestFile);
    if (!text) return text.fault();
    return parseSchool(text.value(), path.string());
}

Result<School> parseSchool(std::string_view text, const std::string& name)
{
    auto values = parseJson(text, name);
    if (!values) return values.fault();
    const auto current = currentVersion(std::move(values).value(), "stairwise-school", kSchoolMigrations, name);
    if (!current) return current.fault();
    JsonFaults faults{name, {}};
    School school;
    readSchool(JsonPlace(current.value(), faults), school);
    if (faults.first) return std::move(*faults.first);
    if (const Done checked = checkSchool(school, name); !checked) return checked.fault();
    return school;
}

Digest hashOf(const School& school)
{
    return digestOf(formatSchool(school));
}

}
