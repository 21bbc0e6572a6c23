#include "sim/record/archive.hpp"

#include "sim/base/system.hpp"
#include "sim/record/dates.hpp"
#include "sim/record/migrations.hpp"
#include "sim/record/seal.hpp"
#include "sim/record/search_words.hpp"

#include <fmt/format.h>

namespace stairwise {
namespace {

namespace fs = std::filesystem;

Done migrate(Database& database, std::int64_t version)
{
    const auto newest = static_cast<std::int64_t>(kMigrationNames.size());
    return database.transaction([&]() -> Done {
        for (auto next = version; next < newest; ++next) {
            const auto name = kMigrationNames[static_cast<std::size_t>(next)];
            if (auto step = database.script(std::string(migrationText(name))); !step) return step;
        }
        return database.script(
            fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {};", kArchiveId, newest));
    });
}

// An empty file is a new archive; whatever else is there must say that it is one.
Done broughtUpToDate(Database& database)
{
    const auto id = database.number("PRAGMA application_id");
    if (!id) return id.fault();
    const auto version = database.number("PRAGMA user_version");
    if (!version) return version.fault();
    const auto tables = database.number("SELECT count(*) FROM sqlite_schema");
    if (!tables) return tables.fault();
    const bool fresh = id.value() == 0 && version.value() == 0 && tables.value() == 0;
    if (!fresh && id.value() != kArchiveId)
        return database.fault({"record.archive.not_one", {}}, {"record.archive.not_one.mend", {}});
    const auto newest = static_cast<std::int64_t>(kMigrationNames.size());
    if (version.value() > newest)
        return database.fault({"record.archive.newer", {std::to_string(version.value()), std::to_string(newest)}},
                              {"record.archive.newer.mend", {}});
    return version.value() == newest ? done() : migrate(database, version.value());
}

Document documentOf(const SqlRow& row)
{
    return {textAt(row, 0), textAt(row, 1), static_cast<int>(wholeAt(row, 2)),
            textAt(row, 3), textAt(row, 4), textAt(row, 5),
            textAt(row, 6), textAt(row, 7), textAt(row, 8)};
}

Fault somethingThere(const fs::path& path)
{
    return {path.string(), "", {"record.archive.there", {}}, {"record.archive.there.mend", {}}};
}

}

Result<Archive> Archive::open(const fs::path& path, Opening opening, const std::string& vfs)
{
    auto database = Database::open(path, opening, vfs);
    if (!database) return database.fault();
    if (auto ready = broughtUpToDate(database.value()); !ready) return ready.fault();
    return Archive(std::move(database).value());
}

Result<int> Archive::putOne(const Document& document, const std::string& saved)
{
    const std::string digest = sha256(document.body);
    const auto newest = database_.rows(
        "SELECT version, sha256 FROM document WHERE kind = ?1 AND key = ?2 ORDER BY version DESC LIMIT 1",
        {document.kind, document.key});
    if (!newest) return newest.fault();
    const bool known = !newest.value().empty();
    const std::int64_t before = known ? wholeAt(newest.value()[0], 0) : 0;
    if (known && textAt(newest.value()[0], 1) == digest) return static_cast<int>(before);
    const auto id = database_.number("INSERT INTO document (kind, key, version, date, saved, author, title, body, "
                                     "sha256) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) RETURNING id",
                                     {document.kind, document.key, before + 1, document.date, saved, document.author,
                                      document.title, document.body, digest});
    if (!id) return id.fault();
    const std::string words =
        spaced(document.title + "\n" + (document.words.empty() ? textsIn(document.body) : document.words));
    const auto indexed =
        database_.execute("INSERT INTO document_words (rowid, words) VALUES (?1, ?2)", {id.value(), words});
    if (!indexed) return indexed.fault();
    return static_cast<int>(before + 1);
}

Result<std::vector<int>> Archive::put(std::span<const Document> documents)
{
    const std::string saved = utcText(nowMs());
    std::vector<int> versions;
    const Done kept = database_.transaction([&]() -> Done {
        for (const Document& document : documents) {
            const auto version = putOne(document, saved);
            if (!version) return version.fault();
            versions.push_back(version.value());
        }
        return done();
    });
    if (!kept) return kept.fault();
    return versions;
}

Result<std::optional<Document>> Archive::get(const std::string& kind, const std::string& key,
                                             std::optional<int> version)
{
    const auto rows =
        database_.rows("SELECT kind, key, version, date, saved, author, title, body, sha256 FROM document WHERE "
                       "kind = ?1 AND key = ?2 AND (?3 IS NULL OR version = ?3) ORDER BY version DESC LIMIT 1",
                       {kind, key, version ? SqlValue(std::int64_t{*version}) : SqlValue()});
    if (!rows) return rows.fault();
    if (rows.value().empty()) return std::optional<Document>();
    return std::optional(documentOf(rows.value().front()));
}

Result<std::vector<Document>> Archive::list(const ArchiveFilter& filter)
{
    const auto rows = database_.rows(
        "SELECT kind, key, version, date, saved, author, title, '', sha256 FROM document AS one WHERE "
        "(?1 = '' OR kind = ?1) AND (?2 = '' OR date >= ?2) AND (?3 = '' OR date <= ?3) AND (?4 OR NOT EXISTS "
        "(SELECT 1 FROM document AS next WHERE next.kind = one.kind AND next.key = one.key AND "
        "next.version > one.version)) ORDER BY date DESC, id DESC LIMIT ?5",
        {filter.kind, filter.from, filter.to, std::int64_t{filter.everyVersion},
         static_cast<std::int64_t>(filter.most)});
    if (!rows) return rows.fault();
    std::vector<Document> all;
    for (const SqlRow& row : rows.value()) all.push_back(documentOf(row));
    return all;
}

Result<std::vector<Document>> Archive::search(const std::string& words, std::size_t most)
{
    const std::string query = ftsQuery(words);
    if (query.empty()) return std::vector<Document>();
    const auto rows =
        database_.rows("SELECT kind, key, version, date, saved, author, title, body, sha256 FROM document WHERE id IN "
                       "(SELECT rowid FROM document_words WHERE document_words MATCH ?1) ORDER BY id DESC LIMIT ?2",
                       {query, static_cast<std::int64_t>(most)});
    if (!rows) return rows.fault();
    std::vector<Document> found;
    for (const SqlRow& row : rows.value()) {
        found.push_back(documentOf(row));
        found.back().body = excerptOf(textsIn(found.back().body), words);
    }
    return found;
}

Result<int> Archive::addEvent(const std::string& drill, const std::string& body, std::int64_t at)
{
    const auto number = database_.number("INSERT INTO event (drill, number, saved, body) SELECT ?1, "
                                         "coalesce(max(number), 0) + 1, ?2, ?3 FROM event WHERE drill = ?1 "
                                         "RETURNING number",
                                         {drill, at, body});
    if (!number) return number.fault();
    return static_cast<int>(number.value());
}

Result<std::vector<ArchivedEvent>> Archive::events(const std::string& drill)
{
    const auto rows = database_.rows("SELECT number, saved, body FROM event WHERE drill = ?1 ORDER BY number", {drill});
    if (!rows) return rows.fault();
    std::vector<ArchivedEvent> all;
    for (const SqlRow& row : rows.value())
        all.push_back({static_cast<int>(wholeAt(row, 0)), wholeAt(row, 1), textAt(row, 2)});
    return all;
}

Done Archive::backup(const fs::path& path)
{
    std::error_code error;
    if (fs::exists(path, error)) return somethingThere(path);
    const fs::path part = hiddenPart(path);
    fs::remove(part, error);
    Done copied = database_.copyTo(part);
    if (copied) copied = moveDurably(part, path);
    if (!copied) fs::remove(part, error);
    return copied;
}

Result<std::int64_t> Archive::check()
{
    const auto state = database_.rows("PRAGMA integrity_check(1)");
    if (!state) return state.fault();
    const Fault damaged = database_.fault({"record.archive.damaged", {}}, {"record.archive.damaged.mend", {}});
    if (state.value().empty() || textAt(state.value()[0], 0) != "ok") return damaged;
    const auto last = database_.number("SELECT coalesce(max(id), 0) FROM document");
    if (!last) return last.fault();
    std::int64_t count = 0;
    for (std::int64_t id = 1; id <= last.value(); ++id) { // one at a time: an archive may be larger than the memory
        const auto row = database_.rows("SELECT body, sha256 FROM document WHERE id = ?1", {id});
        if (!row) return row.fault();
        if (row.value().empty()) continue;
        if (sha256(textAt(row.value()[0], 0)) != textAt(row.value()[0], 1)) return damaged;
        ++count;
    }
    return count;
}

Done restoreArchive(const fs::path& backup, const fs::path& archive)
{
    auto opened = Archive::open(backup, Opening::Existing);
    if (!opened) return opened.fault();
    if (const auto whole = opened.value().check(); !whole) return whole.fault();
    return opened.value().backup(archive);
}

}
