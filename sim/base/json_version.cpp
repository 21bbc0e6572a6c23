#include "sim/base/json_version.hpp"

#include "sim/base/json_read.hpp"

#include <fmt/format.h>

#include <limits>

namespace stairwise {
namespace {

// The version of a file of the format; 0 after a fault.
std::int64_t versionAt(const JsonPlace& root, std::string_view format)
{
    if (root.value().as<JsonValue::Object>() == nullptr) {
        root.refuse({"json.not_object", {}}, {"json.not_object.mend", {}});
        return 0;
    }
    const JsonValue* found = memberOf(root.value(), "format");
    const std::string* named = found == nullptr ? nullptr : found->as<std::string>();
    if (named == nullptr || *named != format) {
        root.named("format").refuse({"json.other_format", {std::string(format)}},
                                    {"json.other_format.mend", {std::string(format)}});
        return 0;
    }
    const JsonValue* version = memberOf(root.value(), "version");
    if (version == nullptr) {
        root.named("version").refuse({"json.missing_key", {"version"}}, {"json.missing_key.mend", {}});
        return 0;
    }
    const JsonMember member{"version", *version};
    return Whole{1, std::numeric_limits<std::int32_t>::max()}.read(root.member(member));
}

}

Result<JsonValue> currentVersion(JsonValue root, std::string_view format, std::span<const Migration> migrations,
                                 const std::string& name)
{
    JsonFaults faults{name, {}};
    const JsonPlace place(root, faults);
    const auto version = static_cast<std::size_t>(versionAt(place, format));
    const std::size_t newest = migrations.size() + 1;
    if (place.good() && version > newest)
        place.named("version").refuse({"json.newer_version", {fmt::to_string(version), fmt::to_string(newest)}},
                                      {"json.newer_version.mend", {}});
    if (faults.first) return std::move(*faults.first);
    for (const Migration migrate : migrations.subspan(version - 1)) migrate(root);
    std::erase_if(*root.as<JsonValue::Object>(),
                  [](const JsonMember& member) { return member.key == "format" || member.key == "version"; });
    return root;
}

}
