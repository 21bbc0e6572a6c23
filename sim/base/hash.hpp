#pragma once

#include <bit>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace stairwise {

/// 128 bits that tell two inputs apart; the same on every processor. Finds accidents, not forgeries.
struct Digest {
    std::uint64_t high = 0;
    std::uint64_t low = 0;

    [[nodiscard]] std::string hex() const; // 32 digits
    friend bool operator==(const Digest&, const Digest&) = default;
};

/// Stirs 64 bits so that each input bit reaches every output bit (Stafford's variant 13 of the MurmurHash3 finalizer).
[[nodiscard]] constexpr std::uint64_t stir(std::uint64_t v)
{
    v = (v ^ (v >> 30)) * 0xbf58476d1ce4e5b9ULL;
    v = (v ^ (v >> 27)) * 0x94d049bb133111ebULL;
    return v ^ (v >> 31);
}

/// Takes words one after another; the order counts.
class Hasher {
public:
    void add(std::uint64_t word)
    {
        a_ = std::rotl((a_ ^ word) * 0x9e3779b97f4a7c15ULL, 29);
        b_ = std::rotl((b_ + word) * 0xd6e8feb86659fd93ULL, 37) ^ a_;
        ++count_;
    }
    void add(std::int64_t word) { add(static_cast<std::uint64_t>(word)); }
    void add(std::uint32_t word) { add(std::uint64_t{word}); }
    void add(std::int32_t word) { add(static_cast<std::uint64_t>(std::int64_t{word})); }
    void add(float value) { add(std::uint64_t{std::bit_cast<std::uint32_t>(value)}); }
    void add(double value) { add(std::bit_cast<std::uint64_t>(value)); }
    void add(std::string_view text); // length first
    [[nodiscard]] Digest digest() const;

private:
    std::uint64_t a_ = 0x243f6a8885a308d3ULL;
    std::uint64_t b_ = 0x13198a2e03707344ULL;
    std::uint64_t count_ = 0;
};

[[nodiscard]] Digest digestOf(std::string_view text);

}
