#include "sim/record/database.hpp"

#include <sqlite3.h>

#include <cstdlib>
#include <utility>

namespace stairwise {
namespace {

namespace fs = std::filesystem;

constexpr int kWait = 10'000; // milliseconds for another program that writes; assumed

// DELETE and EXTRA: the folder is synced after the journal is gone, so that what was acknowledged survives a pulled
// plug, and the archive is one file that can be carried on a stick. (WAL needs two more, and shared memory.)
constexpr const char* kManners =
    "PRAGMA journal_mode = DELETE; PRAGMA synchronous = EXTRA; PRAGMA foreign_keys = ON; "
    "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA cache_size = -65536;";

int bind(sqlite3_stmt* statement, int place, const SqlValue& cell)
{
    if (const auto* whole = std::get_if<std::int64_t>(&cell)) return sqlite3_bind_int64(statement, place, *whole);
    if (const auto* number = std::get_if<double>(&cell)) return sqlite3_bind_double(statement, place, *number);
    if (const auto* text = std::get_if<std::string>(&cell))
        return sqlite3_bind_text64(statement, place, text->data(), text->size(), SQLITE_TRANSIENT, SQLITE_UTF8);
    return sqlite3_bind_null(statement, place);
}

SqlValue cellAt(sqlite3_stmt* statement, int column)
{
    switch (sqlite3_column_type(statement, column)) {
    case SQLITE_INTEGER:
        return std::int64_t{sqlite3_column_int64(statement, column)};
    case SQLITE_FLOAT:
        return sqlite3_column_double(statement, column);
    case SQLITE_NULL:
        return {};
    default: {
        const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement, column));
        const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement, column));
        return bytes == nullptr ? std::string() : std::string(bytes, size);
    }
    }
}

SqlRow rowOf(sqlite3_stmt* statement)
{
    SqlRow row;
    for (int i = 0; i < sqlite3_column_count(statement); ++i) row.push_back(cellAt(statement, i));
    return row;
}

template <class T> const T& need(const SqlRow& row, std::size_t column)
{
    const T* found = column < row.size() ? std::get_if<T>(&row[column]) : nullptr;
    if (found == nullptr) std::abort();
    return *found;
}

}

std::string textAt(const SqlRow& row, std::size_t column)
{
    return need<std::string>(row, column);
}

std::int64_t wholeAt(const SqlRow& row, std::size_t column)
{
    return need<std::int64_t>(row, column);
}

Result<Database> Database::open(const fs::path& path, Opening opening, const std::string& vfs)
{
    const int create = opening == Opening::CreateIfMissing ? SQLITE_OPEN_CREATE : 0;
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_PRIVATECACHE | create;
    std::error_code error;
    if (create == 0 && vfs.empty() && !fs::exists(path, error))
        return Fault{path.string(), "", {"record.archive.missing", {}}, {"record.archive.missing.mend", {}}};
    sqlite3* handle = nullptr;
    const int opened = sqlite3_open_v2(path.c_str(), &handle, flags, vfs.empty() ? nullptr : vfs.c_str());
    Database database(handle, path); // closes it, whatever comes
    if (opened != SQLITE_OK) return database.trouble();
    sqlite3_busy_timeout(handle, kWait);
    if (auto set = database.script(kManners); !set) return set.fault();
    return database;
}

Database::Database(Database&& other) noexcept
    : handle_(std::exchange(other.handle_, nullptr)), path_(std::move(other.path_)),
      statements_(std::exchange(other.statements_, {}))
{
}

Database::~Database()
{
    for (const auto& [sql, statement] : statements_) sqlite3_finalize(statement);
    sqlite3_close_v2(handle_);
}

Fault Database::trouble() const
{
    const int code = handle_ == nullptr ? SQLITE_NOMEM : sqlite3_errcode(handle_);
    if (code == SQLITE_NOTADB) return fault({"record.archive.not_one", {}}, {"record.archive.not_one.mend", {}});
    if (code == SQLITE_CORRUPT) return fault({"record.archive.damaged", {}}, {"record.archive.damaged.mend", {}});
    const char* why = handle_ == nullptr ? sqlite3_errstr(code) : sqlite3_errmsg(handle_);
    return fault({"record.archive.trouble", {why}}, {"record.archive.trouble.mend", {}});
}

Done Database::script(const std::string& sql)
{
    if (sqlite3_exec(handle_, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) return trouble();
    return done();
}

Result<sqlite3_stmt*> Database::prepared(std::string_view sql, const SqlRow& cells)
{
    auto found = statements_.find(sql);
    if (found == statements_.end()) {
        sqlite3_stmt* made = nullptr;
        const auto size = static_cast<int>(sql.size());
        if (sqlite3_prepare_v3(handle_, sql.data(), size, SQLITE_PREPARE_PERSISTENT, &made, nullptr) != SQLITE_OK)
            return trouble();
        found = statements_.emplace(sql, made).first;
    }
    sqlite3_stmt* statement = found->second;
    for (std::size_t i = 0; i < cells.size(); ++i)
        if (bind(statement, static_cast<int>(i) + 1, cells[i]) != SQLITE_OK) return trouble();
    return statement;
}

Result<std::vector<SqlRow>> Database::rows(std::string_view sql, const SqlRow& cells)
{
    const auto statement = prepared(sql, cells);
    if (!statement) return statement.fault();
    std::vector<SqlRow> all;
    int step = sqlite3_step(statement.value());
    for (; step == SQLITE_ROW; step = sqlite3_step(statement.value())) all.push_back(rowOf(statement.value()));
    if (step != SQLITE_DONE) {
        Fault fault = trouble(); // before the reset makes it another
        sqlite3_reset(statement.value());
        return fault;
    }
    sqlite3_reset(statement.value());
    sqlite3_clear_bindings(statement.value());
    return all;
}

Done Database::execute(std::string_view sql, const SqlRow& cells)
{
    const auto all = rows(sql, cells);
    return all ? done() : Done(all.fault());
}

Result<std::int64_t> Database::number(std::string_view sql, const SqlRow& cells)
{
    const auto all = rows(sql, cells);
    if (!all) return all.fault();
    const bool some = !all.value().empty() && !all.value().front().empty();
    const auto* whole = some ? std::get_if<std::int64_t>(&all.value().front().front()) : nullptr;
    return whole == nullptr ? std::int64_t{0} : *whole;
}

Done Database::transaction(const std::function<Done()>& work)
{
    // At once: whoever would write later might find that another has written meanwhile.
    if (auto begun = script("BEGIN IMMEDIATE"); !begun) return begun;
    Done result = work();
    if (result) result = script("COMMIT");
    if (!result && sqlite3_get_autocommit(handle_) == 0) (void)script("ROLLBACK");
    return result;
}

Done Database::copyTo(const fs::path& path)
{
    auto target = open(path, Opening::CreateIfMissing);
    if (!target) return target.fault();
    sqlite3* to = target.value().handle_;
    sqlite3_backup* backup = sqlite3_backup_init(to, "main", handle_, "main");
    if (backup == nullptr) return target.value().trouble();
    const int step = sqlite3_backup_step(backup, -1);
    sqlite3_backup_finish(backup);
    if (step != SQLITE_DONE) return target.value().trouble();
    return done();
}

}
