#include "sim/base/parallel.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <vector>

namespace stairwise {
namespace {

class WorkersOf : public testing::TestWithParam<unsigned> {};

TEST_P(WorkersOf, DoEveryBlockOnce)
{
    Workers workers(GetParam());
    EXPECT_EQ(workers.threads(), GetParam());
    for (const std::size_t count : {0U, 1U, 63U, 64U, 65U, 128U, 1000U, 4097U}) {
        std::vector<int> touched(count, 0);
        std::vector<int> blocks(blocksOf(count), 0);
        workers.forBlocks(count, [&](std::size_t block, std::size_t begin, std::size_t end) {
            ++blocks[block];
            EXPECT_EQ(begin, block * kBlock);
            for (std::size_t i = begin; i < end; ++i) ++touched[i];
        });
        EXPECT_EQ(touched, std::vector<int>(count, 1)) << count;
        EXPECT_EQ(blocks, std::vector<int>(blocks.size(), 1)) << count;
    }
}

TEST_P(WorkersOf, KeepUpOverManyShortRounds)
{
    constexpr std::size_t kCount = 400;
    constexpr int kRounds = 3000;
    Workers workers(GetParam());
    std::vector<int> sums(kCount, 0);
    for (int round = 0; round < kRounds; ++round) {
        // No lock: what one round wrote must be seen by whichever thread comes to it in the next.
        workers.forBlocks(kCount, [&](std::size_t, std::size_t begin, std::size_t end) {
            for (std::size_t i = begin; i < end; ++i) sums[i] += round;
        });
    }
    EXPECT_EQ(sums, std::vector<int>(kCount, kRounds * (kRounds - 1) / 2));
}

TEST_P(WorkersOf, SumTheSameBitsWhateverTheThreads)
{
    constexpr std::size_t kCount = 5000;
    const auto sum = [](unsigned threads) {
        Workers workers(threads);
        std::vector<double> parts(blocksOf(kCount), 0.0);
        workers.forBlocks(kCount, [&](std::size_t block, std::size_t begin, std::size_t end) {
            for (std::size_t i = begin; i < end; ++i) parts[block] += 1.0 / (1.0 + static_cast<double>(i));
        });
        double total = 0.0;
        for (const double part : parts) total += part;
        return total;
    };
    EXPECT_EQ(sum(GetParam()), sum(1));
}

INSTANTIATE_TEST_SUITE_P(Threads, WorkersOf, testing::Values(1, 2, 3, 5, 8, 13));

TEST(Workers, TakeBlocksOfAnySize)
{
    Workers workers(3);
    std::atomic<std::size_t> calls{0};
    std::vector<int> touched(100, 0);
    workers.forBlocks(
        100,
        [&](std::size_t, std::size_t begin, std::size_t end) {
            ++calls;
            for (std::size_t i = begin; i < end; ++i) ++touched[i];
        },
        1);
    EXPECT_EQ(calls, 100U);
    EXPECT_EQ(touched, std::vector<int>(100, 1));
}

TEST(Workers, ComeAndGoQuickly)
{
    for (int i = 0; i < 200; ++i) {
        Workers workers(4);
        std::atomic<int> calls{0};
        if (i % 2 == 0) workers.forBlocks(256, [&](std::size_t, std::size_t, std::size_t) { ++calls; });
        EXPECT_EQ(calls, i % 2 == 0 ? 4 : 0);
    }
}

}
}
