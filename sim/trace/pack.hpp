#pragma once

#include "sim/base/hash.hpp"
#include "sim/trace/bytes.hpp"

#include <array>
#include <concepts>
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <type_traits>
#include <utility>
#include <vector>

namespace stairwise {

/// Values to bytes and back, exactly. One function lists the fields for both ways, so that neither forgets one:
///     void pack(auto& way, Same<Leaver> auto& leaver) { way(leaver.x, leaver.y); }
/// Numbers have their lowest byte first; text, lists, sets and maps a varint count before them; what may be missing a
/// byte 0 or 1.
template <class T, class Plain>
concept Same = std::same_as<std::remove_const_t<T>, Plain>;
template <class T>
concept Number = std::is_arithmetic_v<T> || std::is_enum_v<T>;

template <Number T> struct BitsOf {
    using Type =
        std::conditional_t<sizeof(T) == 1, std::uint8_t,
                           std::conditional_t<sizeof(T) == 2, std::uint16_t,
                                              std::conditional_t<sizeof(T) == 4, std::uint32_t, std::uint64_t>>>;
};

void pack(auto& way, Same<Digest> auto& digest)
{
    way(digest.high, digest.low);
}

class Packer {
public:
    template <class... T> void operator()(const T&... values) { (one(values), ...); }
    [[nodiscard]] const std::string& bytes() const { return bytes_; }

private:
    template <Number T> void one(T value)
    {
        putFixed(bytes_, std::bit_cast<typename BitsOf<T>::Type>(value), sizeof(T));
    }
    void one(const std::string& text) { putText(bytes_, text); }
    template <class T> void one(const std::optional<T>& value)
    {
        one(value.has_value());
        if (value) one(*value);
    }
    template <class A, class B> void one(const std::pair<A, B>& both)
    {
        one(both.first);
        one(both.second);
    }
    template <class T, std::size_t n> void one(const std::array<T, n>& values)
    {
        for (const T& value : values) one(value);
    }
    template <class T> void one(const std::vector<T>& values) { each(values); }
    template <class T> void one(const std::deque<T>& values) { each(values); }
    template <class T> void one(const std::set<T>& values) { each(values); }
    template <class K, class T> void one(const std::map<K, T>& values) { each(values); }
    template <class T>
    requires(!Number<T>) void one(const T& value) { pack(*this, value); }
    void each(const auto& values)
    {
        putVarint(bytes_, values.size());
        for (const auto& value : values) one(value);
    }
    std::string bytes_;
};

/// Takes the same from bytes that nobody has checked: past their end, or where a count cannot be, it fails once and for
/// all and gives zeros from then on. What the values say is the caller's to check.
class Unpacker {
public:
    explicit Unpacker(std::string_view bytes) : from_(bytes) {}
    template <class... T> void operator()(T&... values) { (one(values), ...); }
    /// Everything was there, and nothing is left.
    [[nodiscard]] bool whole() const { return !failed_ && !from_.failed() && from_.left() == 0; }

private:
    template <Number T> void one(T& value)
    {
        const std::uint64_t bits = from_.fixed(sizeof(T));
        if constexpr (std::same_as<T, bool>) {
            value = bits == 1;
            failed_ = failed_ || bits > 1;
        } else {
            value = std::bit_cast<T>(static_cast<typename BitsOf<T>::Type>(bits));
        }
    }
    void one(std::string& text) { text = from_.text(); }
    template <class T> void one(std::optional<T>& value)
    {
        bool there = false;
        one(there);
        value.reset();
        if (there) one(value.emplace());
    }
    template <class A, class B> void one(std::pair<A, B>& both)
    {
        one(both.first);
        one(both.second);
    }
    template <class T, std::size_t n> void one(std::array<T, n>& values)
    {
        for (T& value : values) one(value);
    }
    template <class T> void one(std::vector<T>& values)
    {
        values.clear();
        times([&] { one(values.emplace_back()); });
    }
    template <class T> void one(std::deque<T>& values)
    {
        values.clear();
        times([&] { one(values.emplace_back()); });
    }
    template <class T> void one(std::set<T>& values)
    {
        values.clear();
        times([&] {
            T value{};
            one(value);
            values.insert(values.end(), value);
        });
    }
    template <class K, class T> void one(std::map<K, T>& values)
    {
        values.clear();
        times([&] {
            std::pair<K, T> value{};
            one(value);
            values.insert(values.end(), std::move(value));
        });
    }
    template <class T>
    requires(!Number<T>) void one(T& value) { pack(*this, value); }
    // Ends at the last byte, whatever the count says: no memory is taken on its word.
    void times(const auto& take)
    {
        for (std::uint64_t count = from_.varint(); count > 0 && !failed_; --count) {
            failed_ = from_.failed() || from_.left() == 0;
            if (!failed_) take();
        }
    }
    ByteSource from_;
    bool failed_ = false;
};

}
