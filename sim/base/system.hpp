#pragma once

#include "sim/base/progress.hpp"
#include "sim/base/result.hpp"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace stairwise {

/// All that differs between operating systems stands in system.cpp.

/// The whole file. Refuses what is missing, is no regular file, or is larger than `limit` bytes.
[[nodiscard]] Result<std::string> readFile(const std::filesystem::path& path, std::size_t limit);

/// Text in another encoding, by its usual name ("GB18030", "UTF-16LE"), as UTF-8; nothing where it is no such text.
[[nodiscard]] std::optional<std::string> utf8From(const char* encoding, std::string_view bytes);

/// The bytes that `write` puts into a file it is given the name of, for libraries that know no other way. The file has
/// no other reader and is gone afterwards. Nothing where it could not be made or `write` says so.
[[nodiscard]] std::optional<std::string> bytesWrittenBy(const std::function<bool(const std::string& name)>& write);

/// Written beside, fsynced, renamed: the old file or the new one, never half of either.
[[nodiscard]] Done writeFile(const std::filesystem::path& path, std::string_view bytes);

/// A new file for the owner's eyes alone, durable when it returns. Refused where one is there.
[[nodiscard]] Done createPrivateFile(const std::filesystem::path& path, std::string_view bytes);

/// Where a file is written before it is moved to `path`: hidden, beside it, of this process.
[[nodiscard]] std::filesystem::path hiddenPart(const std::filesystem::path& path);
/// A file that is synced already to its place, the folder synced behind it.
[[nodiscard]] Done moveDurably(const std::filesystem::path& from, const std::filesystem::path& to);

/// A file that grows. Nothing is written after the first error; finish() tells it. What a run writes as it goes appears
/// at once, so that it can be read while it grows and after a power cut; what is of no use in half appears when
/// finished.
class AppendFile {
public:
    enum class Appears { AtOnce, WhenFinished };
    [[nodiscard]] static Result<AppendFile> create(const std::filesystem::path& path, Appears appears);
    AppendFile(AppendFile&& other) noexcept;
    AppendFile& operator=(AppendFile&&) = delete;
    ~AppendFile(); // unfinished, what should appear when finished is removed

    void append(std::string_view bytes);
    [[nodiscard]] std::uint64_t size() const { return size_; } // bytes given so far
    [[nodiscard]] Done finish();                               // fsyncs, and closes

private:
    AppendFile(std::filesystem::path path, std::filesystem::path written, int descriptor);
    std::filesystem::path path_;
    std::filesystem::path written_; // where the bytes go until finish()
    int descriptor_ = -1;
    int error_ = 0;
    std::uint64_t size_ = 0;
};

/// A folder filled as a whole. Files are written into a hidden folder (inside the target, so that it may be a mount
/// point, or beside it where there is no target yet); commit() makes them durable and moves them in (other files that
/// stand in the target stay). Without commit nothing of it remains, parent folders included.
class Staging {
public:
    [[nodiscard]] static Result<Staging> open(const std::filesystem::path& target);
    Staging(Staging&& other) noexcept
        : target_(std::move(other.target_)), folder_(std::exchange(other.folder_, {})),
          parents_(std::exchange(other.parents_, {}))
    {
    }
    Staging& operator=(Staging&&) = delete;
    ~Staging();

    [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }
    [[nodiscard]] Done write(const std::string& name, std::string_view bytes) const;
    [[nodiscard]] Done commit();

private:
    Staging(std::filesystem::path target, std::filesystem::path folder, std::vector<std::filesystem::path> parents);
    std::filesystem::path target_;
    std::filesystem::path folder_;               // empty once committed
    std::vector<std::filesystem::path> parents_; // folders made for it, the deepest first; empty once committed
};

/// Cancelled by Ctrl-C and by SIGTERM from the first call on. A second Ctrl-C ends the program at once.
[[nodiscard]] CancelToken cancelOnInterrupt();

/// "zh_CN.UTF-8" or "" where the environment names no language.
[[nodiscard]] std::string environmentLanguage();

/// Where a program keeps what a person does not look for: autosaves, habits. "stairwise" in the system's folder for
/// such; it need not exist. Empty where the system names none.
[[nodiscard]] std::filesystem::path stateFolder();

/// Number of this process, and whether one of that number is running.
[[nodiscard]] int processNumber();
[[nodiscard]] bool isRunning(int process);

/// Is there a program of that name on the search path?
[[nodiscard]] bool hasProgram(const std::string& name);
/// Runs a program and waits for it; its output is thrown away. True: it ended well.
[[nodiscard]] bool runProgram(const std::vector<std::string>& arguments);

/// A font of this computer that has the characters of a language ("zh-cn").
struct FontFile {
    std::filesystem::path path;
    int index = 0; // of the face, in a file that holds several
};
[[nodiscard]] std::optional<FontFile> findFont(const std::string& language);

/// True where a person watches the stream (1 output, 2 error) on a terminal.
[[nodiscard]] bool isTerminal(int stream);

}
