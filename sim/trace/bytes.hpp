#pragma once

#include <bit>
#include <cstdint>
#include <string>
#include <string_view>

namespace stairwise {

/// Numbers as bytes, lowest byte first whatever the processor. Varints as in Protocol Buffers: seven bits a byte, the
/// highest bit says that more follow; signed numbers zigzag (0, −1, 1, −2 … become 0, 1, 2, 3 …).

inline void putFixed(std::string& to, std::uint64_t value, int bytes)
{
    for (int i = 0; i < bytes; ++i) to.push_back(static_cast<char>((value >> (8 * i)) & 0xff));
}
inline void put32(std::string& to, std::uint32_t value)
{
    putFixed(to, value, 4);
}
inline void put64(std::string& to, std::uint64_t value)
{
    putFixed(to, value, 8);
}
inline void putDouble(std::string& to, double value)
{
    put64(to, std::bit_cast<std::uint64_t>(value));
}

inline void putVarint(std::string& to, std::uint64_t value)
{
    for (; value >= 0x80; value >>= 7) to.push_back(static_cast<char>((value & 0x7f) | 0x80));
    to.push_back(static_cast<char>(value));
}
inline void putSigned(std::string& to, std::int64_t value)
{
    putVarint(to, (static_cast<std::uint64_t>(value) << 1) ^ static_cast<std::uint64_t>(value >> 63));
}
inline void putText(std::string& to, std::string_view text)
{
    putVarint(to, text.size());
    to += text;
}

/// Takes numbers from bytes that nobody has checked: past the end, or past 64 bits, it fails once and for all and gives
/// zeros from then on.
class ByteSource {
public:
    explicit ByteSource(std::string_view bytes) : rest_(bytes) {}

    [[nodiscard]] bool failed() const { return failed_; }
    [[nodiscard]] std::size_t left() const { return rest_.size(); }

    std::string_view take(std::uint64_t count)
    {
        if (count > rest_.size()) return fail();
        const auto taken = rest_.substr(0, static_cast<std::size_t>(count));
        rest_.remove_prefix(static_cast<std::size_t>(count));
        return taken;
    }
    std::uint64_t fixed(int bytes)
    {
        std::uint64_t value = 0;
        int shift = 0;
        for (const char c : take(static_cast<std::uint64_t>(bytes))) {
            value |= std::uint64_t{static_cast<unsigned char>(c)} << shift;
            shift += 8;
        }
        return value;
    }
    std::uint32_t u32() { return static_cast<std::uint32_t>(fixed(4)); }
    std::uint64_t u64() { return fixed(8); }
    double real() { return std::bit_cast<double>(u64()); }
    std::uint64_t varint()
    {
        std::uint64_t value = 0;
        for (int shift = 0; shift < 64 && !rest_.empty(); shift += 7) {
            const auto byte = static_cast<unsigned char>(rest_.front());
            rest_.remove_prefix(1);
            value |= std::uint64_t{byte & 0x7fU} << shift;
            if ((byte & 0x80U) == 0) return value;
        }
        fail();
        return 0;
    }
    std::int64_t signedVarint()
    {
        const std::uint64_t value = varint();
        return static_cast<std::int64_t>(value >> 1) ^ -static_cast<std::int64_t>(value & 1);
    }
    std::string text() { return std::string(take(varint())); }

private:
    std::string_view fail()
    {
        failed_ = true;
        rest_ = {};
        return {};
    }
    std::string_view rest_;
    bool failed_ = false;
};

}
