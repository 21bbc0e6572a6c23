#pragma once

#include "sim/base/id.hpp"
#include "sim/base/json.hpp"

#include <optional>
#include <span>

namespace stairwise {

/// The first fault that a reader meets; what is read after it is thrown away.
struct JsonFaults {
    std::string file;
    std::optional<Fault> first;
};

/// Where a reader stands: a value and the way to it. A place must not outlive the place that it was reached from.
class JsonPlace {
public:
    JsonPlace(const JsonValue& root, JsonFaults& faults) : value_(&root), faults_(&faults) {}
    [[nodiscard]] JsonPlace member(const JsonMember& member) const;
    /// A member that may not exist; its value is this place's own.
    [[nodiscard]] JsonPlace named(std::string_view key) const;
    [[nodiscard]] JsonPlace item(std::size_t index) const; // of a list

    [[nodiscard]] const JsonValue& value() const { return *value_; }
    [[nodiscard]] std::string path() const; // "buildings[0].storeys[1].doors[3].clearWidth"
    [[nodiscard]] bool good() const { return !faults_->first.has_value(); }
    void refuse(Message what, Message mend) const;

private:
    const JsonValue* value_;
    JsonFaults* faults_;
    const JsonPlace* around_ = nullptr;
    std::string_view key_;
    std::size_t index_ = 0;
};

/// Readers: anything that can be called with a place and what to fill. They refuse at the place or fill.

/// A whole number from low to high; 3.0 is one.
struct Whole {
    std::int64_t low;
    std::int64_t high;
    std::string_view unit = {}; // "mm"
    template <class T> void operator()(const JsonPlace& at, T& out) const { out = static_cast<T>(read(at)); }
    [[nodiscard]] std::int64_t read(const JsonPlace& at) const; // low after a fault
};
struct Number {
    double low;
    double high;
    std::string_view unit = {}; // "s", "m/s"
    void operator()(const JsonPlace& at, double& out) const;
};
/// A text of at most so many bytes, without control characters; long texts may have lines and tabs.
struct Text {
    enum class Lines { One, Many };
    std::size_t longest;
    Lines lines = Lines::One;
    void operator()(const JsonPlace& at, std::string& out) const;
};
inline constexpr Text kNameText{200}; // assumed; names are printed on one line
inline constexpr Text kLongText{4000, Text::Lines::Many};
/// The handle of a thing: a text of 1 to 64 bytes that does not begin or end with a blank.
struct IdText {
    void operator()(const JsonPlace& at, std::string& out) const;
    template <class Tag> void operator()(const JsonPlace& at, Id<Tag>& out) const { (*this)(at, out.value); }
};
inline constexpr std::size_t kLongestId = 64; // assumed; a GUID has 38
struct YesNo {
    void operator()(const JsonPlace& at, bool& out) const;
};

/// An enumerator and its word in files.
template <class E> struct WordFor {
    E value;
    std::string_view word;
};
template <class E, std::size_t n>
[[nodiscard]] std::optional<E> valueFor(const WordFor<E> (&table)[n], std::string_view word)
{
    for (const auto& entry : table)
        if (entry.word == word) return entry.value;
    return std::nullopt;
}
template <class E, std::size_t n> [[nodiscard]] std::string_view wordFor(const WordFor<E> (&table)[n], E value)
{
    for (const auto& entry : table)
        if (entry.value == value) return entry.word;
    std::abort(); // a table that lacks an enumerator is a bug
}
template <class E> struct OneOf {
    std::span<const WordFor<E>> table;
    void operator()(const JsonPlace& at, E& out) const;
};
template <class E, std::size_t n> [[nodiscard]] OneOf<E> oneOf(const WordFor<E> (&table)[n])
{
    return {table};
}

/// A list of at most `most` items, each read by `each`.
template <class Read> struct ListOf {
    Read each;
    std::size_t most;
    template <class T> void operator()(const JsonPlace& at, std::vector<T>& out) const;
};
template <class Read> [[nodiscard]] ListOf<Read> listOf(Read each, std::size_t most)
{
    return {each, most};
}

/// The object at a place. Each key is asked for once; at its end the reader refuses keys that nobody asked for, naming
/// the nearest that was, and then needed keys that were not there.
class JsonObject {
public:
    explicit JsonObject(const JsonPlace& at);
    JsonObject(const JsonObject&) = delete;
    JsonObject& operator=(const JsonObject&) = delete;
    ~JsonObject();

    template <class T, class Read> void need(std::string_view key, T& out, const Read& read)
    {
        if (const auto* found = take(key)) return read(at_.member(*found), out);
        if (missing_.empty()) missing_ = key;
    }
    template <class T, class Read> void may(std::string_view key, T& out, const Read& read)
    {
        if (const auto* found = take(key)) read(at_.member(*found), out);
    }
    template <class T, class Read> void may(std::string_view key, std::optional<T>& out, const Read& read)
    {
        if (const auto* found = take(key)) read(at_.member(*found), out.emplace());
    }
    [[nodiscard]] bool has(std::string_view key) const { return memberOf(at_.value(), key) != nullptr; }
    [[nodiscard]] const JsonPlace& at() const { return at_; }

private:
    const JsonMember* take(std::string_view key);
    const JsonPlace& at_;
    std::span<const JsonMember> members_;
    std::vector<std::string_view> asked_;
    std::string_view missing_;
};

/// A list or nothing; refuses what is no list or has more items than `most`.
[[nodiscard]] const JsonValue::List* listAt(const JsonPlace& at, std::size_t most);
/// The word there if it is in the list, else a fault that names the words.
[[nodiscard]] std::optional<std::size_t> wordAt(const JsonPlace& at, std::span<const std::string_view> known);

template <class E> void OneOf<E>::operator()(const JsonPlace& at, E& out) const
{
    std::vector<std::string_view> known;
    known.reserve(table.size());
    for (const auto& entry : table) known.push_back(entry.word);
    if (const auto index = wordAt(at, known)) out = table[*index].value;
}

template <class Read> template <class T> void ListOf<Read>::operator()(const JsonPlace& at, std::vector<T>& out) const
{
    const auto* list = listAt(at, most);
    if (list == nullptr) return;
    out.clear();
    out.reserve(list->size());
    for (std::size_t i = 0; i < list->size() && at.good(); ++i) each(at.item(i), out.emplace_back());
}

}
