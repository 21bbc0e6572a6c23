#include "sim/base/json_read.hpp"

#include "sim/base/nearest.hpp"
#include "sim/base/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace stairwise {
namespace {

std::string joined(std::span<const std::string_view> words)
{
    return fmt::format("{}", fmt::join(words.begin(), words.end(), ", "));
}

Message nearestKey(std::string_view word, std::span<const std::string_view> known)
{
    constexpr std::size_t kLongestKey = 40; // longer than any of ours; keeps hostile keys cheap
    if (known.empty()) return {"json.write_one_of", {"–"}};
    const auto apart = [word](std::string_view other) { return lettersApart(word.substr(0, kLongestKey), other); };
    const auto nearest = *std::ranges::min_element(known, {}, apart);
    if (apart(nearest) <= 1 + nearest.size() / 3) return {"json.did_you_mean", {std::string(nearest)}};
    return {"json.write_one_of", {joined(known)}};
}

// What a file says, cut for a message of one line.
std::string quoted(std::string_view text)
{
    constexpr std::size_t kLongest = 60; // bytes
    return shortened(text, kLongest);
}

Message rangeMend(const std::string& low, const std::string& high, std::string_view unit)
{
    return {"json.out_of_range.mend", {low, high, unit.empty() ? "" : " " + std::string(unit)}};
}

bool hasControl(std::string_view text, Text::Lines lines)
{
    return std::ranges::any_of(text, [lines](char c) {
        if (lines == Text::Lines::Many && (c == '\n' || c == '\t')) return false;
        return static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
    });
}

}

JsonPlace JsonPlace::member(const JsonMember& member) const
{
    JsonPlace place = named(member.key);
    place.value_ = &member.value;
    return place;
}

JsonPlace JsonPlace::named(std::string_view key) const
{
    JsonPlace place(*value_, *faults_);
    place.around_ = this;
    place.key_ = key;
    return place;
}

JsonPlace JsonPlace::item(std::size_t index) const
{
    const auto* list = value_->as<JsonValue::List>();
    if (list == nullptr || index >= list->size()) std::abort();
    JsonPlace place((*list)[index], *faults_);
    place.around_ = this;
    place.index_ = index;
    return place;
}

std::string JsonPlace::path() const
{
    if (around_ == nullptr) return {};
    std::string text = around_->path();
    if (key_.data() == nullptr) return text + fmt::format("[{}]", index_);
    return text + (text.empty() ? "" : ".") + quoted(key_);
}

void JsonPlace::refuse(Message what, Message mend) const
{
    if (good()) faults_->first = Fault{faults_->file, path(), std::move(what), std::move(mend)};
}

std::int64_t Whole::read(const JsonPlace& at) const
{
    const auto* number = at.value().as<std::int64_t>();
    const auto* real = at.value().as<double>();
    const bool whole = number != nullptr || (real != nullptr && *real == std::floor(*real));
    if (!whole) {
        at.refuse({"json.not_whole", {}}, rangeMend(fmt::to_string(low), fmt::to_string(high), unit));
        return low;
    }
    const bool within = number != nullptr ? *number >= low && *number <= high
                                          : *real >= static_cast<double>(low) && *real <= static_cast<double>(high);
    if (!within) {
        const std::string written = number != nullptr ? fmt::to_string(*number) : fmt::to_string(*real);
        at.refuse({"json.out_of_range", {written}}, rangeMend(fmt::to_string(low), fmt::to_string(high), unit));
        return low;
    }
    return number != nullptr ? *number : static_cast<std::int64_t>(*real);
}

void Number::operator()(const JsonPlace& at, double& out) const
{
    const auto* whole = at.value().as<std::int64_t>();
    const auto* real = at.value().as<double>();
    const Message mend = rangeMend(fmt::format("{}", low), fmt::format("{}", high), unit);
    if (whole == nullptr && real == nullptr) return at.refuse({"json.not_number", {}}, mend);
    const double number = whole != nullptr ? static_cast<double>(*whole) : *real;
    if (number < low || number > high) return at.refuse({"json.out_of_range", {fmt::format("{}", number)}}, mend);
    out = number + 0.0; // −0 is 0
}

void Text::operator()(const JsonPlace& at, std::string& out) const
{
    const auto* text = at.value().as<std::string>();
    if (text == nullptr) return at.refuse({"json.not_text", {}}, {"json.not_text.mend", {}});
    if (text->size() > longest)
        return at.refuse({"json.text_too_long", {fmt::to_string(text->size())}},
                         {"json.text_too_long.mend", {fmt::to_string(longest)}});
    if (hasControl(*text, lines)) return at.refuse({"json.control_character", {}}, {"json.control_character.mend", {}});
    out = *text;
}

void IdText::operator()(const JsonPlace& at, std::string& out) const
{
    Text{kLongestId}(at, out);
    if (!at.good()) return;
    if (out.empty() || out.front() == ' ' || out.back() == ' ')
        at.refuse({"json.bad_id", {quoted(out)}}, {"json.bad_id.mend", {}});
}

void YesNo::operator()(const JsonPlace& at, bool& out) const
{
    const auto* value = at.value().as<bool>();
    if (value == nullptr) return at.refuse({"json.not_yes_no", {}}, {"json.not_yes_no.mend", {}});
    out = *value;
}

const JsonValue::List* listAt(const JsonPlace& at, std::size_t most)
{
    const auto* list = at.value().as<JsonValue::List>();
    if (list == nullptr) {
        at.refuse({"json.not_list", {}}, {"json.not_list.mend", {}});
    } else if (list->size() > most) {
        at.refuse({"json.list_too_long", {fmt::to_string(list->size())}},
                  {"json.list_too_long.mend", {fmt::to_string(most)}});
        return nullptr;
    }
    return list;
}

std::optional<std::size_t> wordAt(const JsonPlace& at, std::span<const std::string_view> known)
{
    const auto* text = at.value().as<std::string>();
    const Message mend{"json.write_one_of", {joined(known)}};
    if (text == nullptr) {
        at.refuse({"json.not_text", {}}, mend);
        return {};
    }
    const auto found = std::ranges::find(known, *text);
    if (found != known.end()) return static_cast<std::size_t>(found - known.begin());
    at.refuse({"json.unknown_word", {quoted(*text)}}, mend);
    return {};
}

JsonObject::JsonObject(const JsonPlace& at) : at_(at)
{
    asked_.reserve(20);
    if (const auto* members = at.value().as<JsonValue::Object>())
        members_ = *members;
    else
        at.refuse({"json.not_object", {}}, {"json.not_object.mend", {}});
}

JsonObject::~JsonObject()
{
    if (!at_.good()) return;
    for (const auto& member : members_)
        if (std::ranges::find(asked_, member.key) == asked_.end())
            at_.member(member).refuse({"json.unknown_key", {quoted(member.key)}}, nearestKey(member.key, asked_));
    if (missing_.empty() || !at_.good()) return;
    at_.named(missing_).refuse({"json.missing_key", {std::string(missing_)}}, {"json.missing_key.mend", {}});
}

const JsonMember* JsonObject::take(std::string_view key)
{
    asked_.push_back(key);
    const auto found = std::ranges::find(members_, key, &JsonMember::key);
    return found == members_.end() ? nullptr : &*found;
}

}
