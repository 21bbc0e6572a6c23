#include "sim/base/json_write.hpp"

#include <fmt/format.h>

#include <iterator>
#include <utility>

namespace stairwise {

JsonWriter& JsonWriter::key(std::string_view name)
{
    separate();
    quote(name);
    text_ += ": ";
    afterKey_ = true;
    return *this;
}

void JsonWriter::text(std::string_view value)
{
    separate();
    quote(value);
}

void JsonWriter::whole(std::int64_t value)
{
    separate();
    fmt::format_to(std::back_inserter(text_), "{}", value);
}

void JsonWriter::number(double value)
{
    separate();
    fmt::format_to(std::back_inserter(text_), "{}", value + 0.0); // −0 is written as 0
}

void JsonWriter::yesNo(bool value)
{
    separate();
    text_ += value ? "true" : "false";
}

std::string JsonWriter::finished() &&
{
    text_ += '\n';
    return std::move(text_);
}

void JsonWriter::begin(char bracket, Shape shape)
{
    separate();
    const bool inLine = !levels_.empty() && levels_.back().shape == Shape::OneLine;
    levels_.push_back({inLine ? Shape::OneLine : shape});
    text_ += bracket;
}

void JsonWriter::end(char bracket)
{
    const Level level = levels_.back();
    levels_.pop_back();
    if (level.shape == Shape::Lines && !level.empty) {
        text_ += '\n';
        text_.append(2 * levels_.size(), ' ');
    }
    text_ += bracket;
}

// What stands between the last value and the next.
void JsonWriter::separate()
{
    if (std::exchange(afterKey_, false) || levels_.empty()) return;
    Level& level = levels_.back();
    if (!level.empty) text_ += ',';
    if (level.shape == Shape::Lines) {
        text_ += '\n';
        text_.append(2 * levels_.size(), ' ');
    } else if (!level.empty) {
        text_ += ' ';
    }
    level.empty = false;
}

void JsonWriter::quote(std::string_view value)
{
    text_ += '"';
    for (const char c : value) {
        if (c == '"' || c == '\\')
            text_ += {'\\', c};
        else if (c == '\n')
            text_ += "\\n";
        else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f)
            fmt::format_to(std::back_inserter(text_), "\\u{:04x}", static_cast<unsigned>(c));
        else
            text_ += c;
    }
    text_ += '"';
}

}
