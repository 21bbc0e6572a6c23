#include "sim/base/hash.hpp"

#include <fmt/format.h>

namespace stairwise {

std::string Digest::hex() const
{
    return fmt::format("{:016x}{:016x}", high, low);
}

void Hasher::add(std::string_view text)
{
    add(std::uint64_t{text.size()});
    for (std::size_t at = 0; at < text.size(); at += 8) {
        std::uint64_t word = 0;
        for (std::size_t i = at; i < at + 8 && i < text.size(); ++i)
            word |= std::uint64_t{static_cast<unsigned char>(text[i])} << (8 * (i - at));
        add(word);
    }
}

Digest Hasher::digest() const
{
    return {stir(a_ ^ count_), stir(b_ + stir(a_))};
}

Digest digestOf(std::string_view text)
{
    Hasher hasher;
    hasher.add(text);
    return hasher.digest();
}

}
