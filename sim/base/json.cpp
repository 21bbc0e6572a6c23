#include "sim/base/json.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <optional>

namespace stairwise {
namespace {

constexpr int kNumberTooLarge = 406; // nlohmann's out_of_range for a number that no double holds

// "line:column", both from 1.
std::string lineAndColumn(std::string_view text, std::size_t position)
{
    const std::string_view before = text.substr(0, std::min(position, text.size()));
    const auto line = std::ranges::count(before, '\n') + 1;
    const auto start = before.rfind('\n');
    const auto column = start == std::string_view::npos ? before.size() + 1 : before.size() - start;
    return fmt::format("{}:{}", line, column);
}

// The word at a place of a broken text, for a person to find it again; cut between characters, not within one.
std::string wordAt(std::string_view text, std::size_t position)
{
    constexpr std::size_t kLongest = 24;
    std::string_view rest = text.substr(std::min(position, text.size()));
    rest = rest.substr(0, std::min({rest.find_first_of(" \t\r\n,]}"), kLongest, rest.size()}));
    std::string word;
    for (const char c : rest)
        word += static_cast<unsigned char>(c) < 0x20 || static_cast<unsigned char>(c) > 0x7e ? '?' : c;
    return word.empty() && position < text.size() ? std::string(1, text[position] < ' ' ? '?' : text[position]) : word;
}

std::size_t beginOfWord(std::string_view text, std::size_t position)
{
    constexpr std::string_view kOther = "+-.";
    const auto inWord = [kOther](char c) {
        return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') ||
               kOther.find(c) != std::string_view::npos;
    };
    if (position >= text.size() || !inWord(text[position])) return position;
    while (position > 0 && inWord(text[position - 1])) --position;
    return position;
}

bool namesNoNumber(std::string_view word)
{
    if (word.starts_with('-') || word.starts_with('+')) word.remove_prefix(1);
    const auto startsWith = [word](std::string_view name) {
        return word.size() >= name.size() &&
               std::equal(name.begin(), name.end(), word.begin(), [](char a, char b) { return a == (b | 0x20); });
    };
    return startsWith("nan") || startsWith("inf");
}

// Builds the tree. nlohmann calls the functions below, by these names.
class Builder {
public:
    Builder(std::string_view text, std::string name) : text_(text), name_(std::move(name)) {}

    [[nodiscard]] Result<JsonValue> result() &&
    {
        if (fault_) return std::move(*fault_);
        return std::move(root_);
    }

    bool null() { return add({}); }
    bool boolean(bool value) { return add({value}); }
    bool number_integer(std::int64_t value) { return add({value}); }
    bool number_unsigned(std::uint64_t value)
    {
        constexpr auto kLargest = static_cast<std::uint64_t>(INT64_MAX);
        return value <= kLargest ? add({static_cast<std::int64_t>(value)}) : add({static_cast<double>(value)});
    }
    bool number_float(double value, const std::string&) { return add({value}); } // finite: the parser sees to it
    bool string(std::string& value) { return add({std::move(value)}); }
    bool binary(std::vector<std::uint8_t>&) { return false; } // JSON text holds none
    bool start_object(std::size_t) { return open({JsonValue::Object{}}); }
    bool start_array(std::size_t) { return open({JsonValue::List{}}); }
    bool end_array() { return close(); }
    bool end_object() { return noKeyTwice() && close(); }
    bool key(std::string& name)
    {
        open_.back()->as<JsonValue::Object>()->push_back({std::move(name), {}});
        return true;
    }
    bool parse_error(std::size_t position, const std::string& lastToken, const nlohmann::detail::exception& error)
    {
        // A number too large or a text out of place is a whole token; all else was found at the last character read.
        const bool text = lastToken.size() > 1 && lastToken.front() == '"' && lastToken.back() == '"';
        const std::size_t back = error.id == kNumberTooLarge || text ? lastToken.size() : 1;
        const std::size_t start = beginOfWord(text_, position - std::min(position, back));
        const std::string word = wordAt(text_, start);
        const std::string place = lineAndColumn(text_, start);
        if (error.id == kNumberTooLarge || namesNoNumber(word))
            return refuse(place, {"json.not_finite", {word}}, {"json.not_finite.mend", {}});
        if (text_.find_first_not_of(" \t\r\n") == std::string_view::npos)
            return refuse("", {"json.empty", {}}, {"json.empty.mend", {}});
        if (start + 1 >= text_.size() && word.empty()) return refuse(place, {"json.cut", {}}, {"json.cut.mend", {}});
        return refuse(place, {"json.not_json", {word}}, {"json.not_json.mend", {}});
    }

private:
    // Where the next value goes: a new item of the list, the last key of the object, or the root.
    JsonValue& slot()
    {
        if (open_.empty()) return root_;
        if (auto* list = open_.back()->as<JsonValue::List>()) return list->emplace_back();
        return open_.back()->as<JsonValue::Object>()->back().value;
    }
    bool add(JsonValue value)
    {
        slot() = std::move(value);
        if (++count_ <= kMostJsonValues) return true;
        return refuse(pathOfLast(), {"json.too_many", {fmt::format("{}", kMostJsonValues)}},
                      {"json.too_many.mend", {}});
    }
    bool open(JsonValue value)
    {
        JsonValue& place = slot();
        place = std::move(value);
        if (open_.size() == kDeepestJson)
            return refuse(pathOfLast(), {"json.too_deep", {fmt::format("{}", kDeepestJson)}},
                          {"json.too_deep.mend", {}});
        open_.push_back(&place); // stays where it is while it is open: its list grows only after it is closed
        return true;
    }
    bool close()
    {
        open_.pop_back();
        return true;
    }
    bool noKeyTwice()
    {
        const auto& members = *open_.back()->as<JsonValue::Object>();
        std::vector<std::string_view> keys;
        keys.reserve(members.size());
        for (const auto& member : members) keys.push_back(member.key);
        std::ranges::sort(keys);
        const auto twice = std::ranges::adjacent_find(keys);
        if (twice == keys.end()) return true;
        const std::string key(*twice);
        open_.pop_back();
        const std::string around = open_.empty() ? "" : pathOfLast() + ".";
        return refuse(around + key, {"json.key_twice", {key}}, {"json.key_twice.mend", {}});
    }
    // The place of the value that was last begun; of a deep one, what encloses it.
    [[nodiscard]] std::string pathOfLast() const
    {
        constexpr std::size_t kLongest = 80;
        std::string text;
        for (const JsonValue* value : open_) {
            if (text.size() > kLongest) return text + "…";
            if (const auto* list = value->as<JsonValue::List>())
                text += fmt::format("[{}]", list->size() - 1);
            else
                text += (text.empty() ? "" : ".") + value->as<JsonValue::Object>()->back().key.substr(0, kLongest);
        }
        return text;
    }
    bool refuse(std::string place, Message what, Message mend)
    {
        fault_ = Fault{name_, std::move(place), std::move(what), std::move(mend)};
        return false;
    }

    std::string_view text_;
    std::string name_;
    JsonValue root_;
    std::vector<JsonValue*> open_;
    std::size_t count_ = 0;
    std::optional<Fault> fault_;
};

}

const JsonValue* memberOf(const JsonValue& value, std::string_view key)
{
    const auto* object = value.as<JsonValue::Object>();
    if (object == nullptr) return nullptr;
    const auto found = std::ranges::find(*object, key, &JsonMember::key);
    return found == object->end() ? nullptr : &found->value;
}

Result<JsonValue> parseJson(std::string_view text, const std::string& name)
{
    Builder builder(text, name);
    (void)nlohmann::json::sax_parse(text, &builder); // what it answers stands in the builder
    return std::move(builder).result();
}

}
