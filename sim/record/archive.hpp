#pragma once

#include "sim/record/database.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace stairwise {

/// The archive: one SQLite file (application_id "STAW") that holds every record with all of its versions. What a
/// function here has answered as done is on the disk.
inline constexpr std::int64_t kArchiveId = 0x53544157;

struct Document {
    std::string kind;
    std::string key;
    int version = 0;    // given by the archive
    std::string date;   // "2026-03-12"; empty: of no day
    std::string saved;  // UTC; given by the archive
    std::string author; // may be empty
    std::string title;
    std::string body;       // JSON, or what a paper says
    std::string sha256;     // of the body; given by the archive
    std::string words = {}; // that it is found by, besides the title; empty: all texts of the body. Not given back
};
struct ArchivedEvent {
    int number = 0;         // 1, 2, 3 …
    std::int64_t saved = 0; // milliseconds since 1970, UTC
    std::string body;
};
struct ArchiveFilter {
    std::string kind; // empty: every
    std::string from; // date; empty: from the beginning
    std::string to;
    bool everyVersion = false;
    std::size_t most = 1000;
};

class Archive {
public:
    /// Brings an older archive up to date. Refuses what is none, and one of a newer program.
    [[nodiscard]] static Result<Archive> open(const std::filesystem::path& path, Opening opening,
                                              const std::string& vfs = {});

    /// All of them, or none. A body that is its newest version's already makes no new one. Answers their versions.
    [[nodiscard]] Result<std::vector<int>> put(std::span<const Document> documents);
    /// The newest version, or that one.
    [[nodiscard]] Result<std::optional<Document>> get(const std::string& kind, const std::string& key,
                                                      std::optional<int> version = {});
    /// Newest first; bodies are left out.
    [[nodiscard]] Result<std::vector<Document>> list(const ArchiveFilter& filter);
    /// Documents that hold every word; a word is found within others where it is Chinese. Newest first, with an excerpt
    /// as the body.
    [[nodiscard]] Result<std::vector<Document>> search(const std::string& words, std::size_t most);

    /// Answers its number.
    [[nodiscard]] Result<int> addEvent(const std::string& drill, const std::string& body, std::int64_t at);
    [[nodiscard]] Result<std::vector<ArchivedEvent>> events(const std::string& drill);

    /// A whole copy in one file, written beside and renamed. Refused where something is.
    [[nodiscard]] Done backup(const std::filesystem::path& path);
    /// Reads everything: SQLite's own check, and the digest of every body. Answers how many documents there are.
    [[nodiscard]] Result<std::int64_t> check();

    [[nodiscard]] Database& database() { return database_; }

private:
    explicit Archive(Database database) : database_(std::move(database)) {}
    [[nodiscard]] Result<int> putOne(const Document& document, const std::string& saved);
    Database database_;
};

/// A backup as a new archive. Refused where one is, or where the backup is not whole.
[[nodiscard]] Done restoreArchive(const std::filesystem::path& backup, const std::filesystem::path& archive);

}
