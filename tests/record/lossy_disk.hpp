#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <map>
#include <memory>
#include <string>

namespace stairwise {

/// A disk in memory that forgets, when the plug is pulled, what was not synced: a killed process loses no page cache, a
/// pulled plug does. SQLite reaches it as a VFS by its name.
class LossyDisk {
public:
    explicit LossyDisk(std::string name);
    ~LossyDisk();
    LossyDisk(const LossyDisk&) = delete;
    LossyDisk& operator=(const LossyDisk&) = delete;

    [[nodiscard]] const std::string& name() const { return name_; }
    /// From now on the disk fails after so many more writes, syncs and deletions.
    void pullPlugAfter(std::int64_t operations) { left_ = operations; }
    [[nodiscard]] bool isPulled() const { return left_ == 0; }
    [[nodiscard]] std::int64_t operations() const { return operations_; }
    /// Power again: what was synced is there. `kept` picks, by its bits, which unsynced writes had reached the disk by
    /// themselves, torn in the middle.
    void powerAgain(std::uint64_t kept);

    struct File {
        std::string now;    // as programs see it
        std::string synced; // as the plate holds it
        bool there = false;
        bool thereSynced = false;
    };
    [[nodiscard]] std::shared_ptr<File> file(const std::string& path);
    /// One operation; false: the plug is out.
    [[nodiscard]] bool operate();
    [[nodiscard]] std::map<std::string, std::shared_ptr<File>>& files() { return files_; }

private:
    std::string name_;
    sqlite3_vfs vfs_{};
    std::map<std::string, std::shared_ptr<File>> files_;
    std::int64_t left_ = -1; // -1: for ever
    std::int64_t operations_ = 0;
};

}
