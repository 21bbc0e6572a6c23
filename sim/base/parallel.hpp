#pragma once

#include <cstddef>
#include <functional>
#include <memory>

namespace stairwise {

/// People per block. Work is cut into the same blocks whatever the number of threads, and what is summed is summed
/// by block in block order, so the number of threads cannot change a result. 64 share better than 256 among threads.
inline constexpr std::size_t kBlock = 64;

[[nodiscard]] constexpr std::size_t blocksOf(std::size_t count)
{
    return (count + kBlock - 1) / kBlock;
}

/// A few threads that wait for short pieces of work. One caller at a time.
class Workers {
public:
    /// threads ≥ 1; the caller is one of them.
    explicit Workers(unsigned threads);
    ~Workers();
    Workers(const Workers&) = delete;
    Workers& operator=(const Workers&) = delete;

    [[nodiscard]] unsigned threads() const;

    using Piece = std::function<void(std::size_t block, std::size_t begin, std::size_t end)>;
    /// Calls work(block, begin, end) once for every block of [0, count), in any order, and returns when all are done.
    /// blockSize ≥ 1; a piece must not throw.
    void forBlocks(std::size_t count, const Piece& work, std::size_t blockSize = kBlock);

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}
