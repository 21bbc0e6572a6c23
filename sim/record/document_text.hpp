#pragma once

#include "sim/base/json_read.hpp"
#include "sim/base/json_version.hpp"
#include "sim/base/json_write.hpp"

#include <string>
#include <string_view>

namespace stairwise {

/// What the files of this room share: all are canonical JSON with a format and version 1.

inline constexpr Number kSeconds{0.0, 86400.0, "s"};
inline constexpr Whole kCount{0, 1'000'000};

/// Reads the object at the root by fill(JsonObject&, T&).
template <class T, class Fill>
[[nodiscard]] Result<T> readDocument(std::string_view text, std::string_view format, const std::string& file,
                                     const Fill& fill)
{
    auto parsed = parseJson(text, file);
    if (!parsed) return parsed.fault();
    const auto tree = currentVersion(std::move(parsed).value(), format, {}, file);
    if (!tree) return tree.fault();
    JsonFaults faults{file, {}};
    T value;
    {
        const JsonPlace root(tree.value(), faults);
        JsonObject object(root);
        fill(object, value);
    }
    if (faults.first) return *faults.first;
    return value;
}

/// {"format", "version", and what put(writer) adds}.
template <class Put> [[nodiscard]] std::string documentText(std::string_view format, const Put& put)
{
    JsonWriter writer;
    writer.beginObject();
    writer.key("format").text(format);
    writer.key("version").whole(1);
    put(writer);
    writer.endObject();
    return std::move(writer).finished();
}

/// A reader of an object by fill(JsonObject&, T&).
template <class Fill> struct ObjectOf {
    Fill fill;
    template <class T> void operator()(const JsonPlace& at, T& out) const
    {
        JsonObject object(at);
        fill(object, out);
    }
};
template <class Fill> ObjectOf(Fill) -> ObjectOf<Fill>;

/// Numbers that may be missing.
inline void writeIfAny(JsonWriter& writer, std::string_view key, const std::optional<double>& value)
{
    if (value) writer.key(key).number(*value);
}
inline void writeIfAny(JsonWriter& writer, std::string_view key, const std::optional<int>& value)
{
    if (value) writer.key(key).whole(*value);
}

}
