#include "sim/base/hash.hpp"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace stairwise {
namespace {

Digest of(std::uint64_t a, std::uint64_t b)
{
    Hasher hasher;
    hasher.add(a);
    hasher.add(b);
    return hasher.digest();
}

TEST(Hash, OrderCounts)
{
    EXPECT_NE(of(1, 2), of(2, 1));
}

TEST(Hash, CountCounts)
{
    Hasher one;
    one.add(std::uint64_t{0});
    EXPECT_NE(Hasher{}.digest(), one.digest());
    EXPECT_NE(one.digest(), of(0, 0));
}

TEST(Hash, EveryBitOfAnInputCounts)
{
    std::set<std::string> seen{of(0, 0).hex()};
    for (int bit = 0; bit < 64; ++bit) {
        seen.insert(of(std::uint64_t{1} << bit, 0).hex());
        seen.insert(of(0, std::uint64_t{1} << bit).hex());
    }
    EXPECT_EQ(seen.size(), 129U);
}

TEST(Hash, TextsAreToldApartByLengthAndPlace)
{
    EXPECT_NE(digestOf(""), digestOf(std::string(1, '\0')));
    EXPECT_NE(digestOf("abcdefgh"), digestOf(std::string("abcdefgh\0\0", 10)));
    Hasher first;
    first.add("ab");
    first.add("c");
    Hasher second;
    second.add("a");
    second.add("bc");
    EXPECT_NE(first.digest(), second.digest());
}

TEST(Hash, SignOfZeroIsSeen)
{
    Hasher plus;
    plus.add(0.0);
    Hasher minus;
    minus.add(-0.0);
    EXPECT_NE(plus.digest(), minus.digest());
}

TEST(Hash, HexHasAllItsZeros)
{
    EXPECT_EQ((Digest{0x1, 0xab}.hex()), "000000000000000100000000000000ab");
}

// Filed digests are compared for years: these never change without a new engine number.
TEST(Hash, GivesTheSameDigestsEverywhere)
{
    EXPECT_EQ(digestOf("").hex(), "c18f4916711edb4bcbe2835a6aa33aec");
    EXPECT_EQ(digestOf("七年级（1）班").hex(), "857435ca15ec105b24913eb797f0d4d2");
    Hasher mixed;
    mixed.add(std::int32_t{-1});
    mixed.add(2.5F);
    mixed.add(-0.125);
    EXPECT_EQ(mixed.digest().hex(), "829dbf05786c85c9f3bd148c7040e7c0");
}

}
}
