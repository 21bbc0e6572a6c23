#pragma once

#include "sim/base/result.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace stairwise {

/// SQLite, as much of it as the archive needs; its header is seen by database.cpp alone.

/// Nothing, a whole number, a number or a text.
using SqlValue = std::variant<std::monostate, std::int64_t, double, std::string>;
using SqlRow = std::vector<SqlValue>;
/// Of a row that was read; a bug where the column holds something else.
[[nodiscard]] std::string textAt(const SqlRow& row, std::size_t column);
[[nodiscard]] std::int64_t wholeAt(const SqlRow& row, std::size_t column);

enum class Opening { Existing, CreateIfMissing };

/// One connection, for one thread. What an execute() outside of a transaction, or a transaction(), has answered as done
/// is on the disk: the journal is rolled back, synchronous is EXTRA. Faults name the file.
class Database {
public:
    /// `vfs`: empty, the system's own.
    [[nodiscard]] static Result<Database> open(const std::filesystem::path& path, Opening opening,
                                               const std::string& vfs = {});
    Database(Database&& other) noexcept;
    Database& operator=(Database&&) = delete;
    ~Database();

    [[nodiscard]] Done script(const std::string& sql); // several statements, without places
    [[nodiscard]] Done execute(std::string_view sql, const SqlRow& cells = {});
    [[nodiscard]] Result<std::vector<SqlRow>> rows(std::string_view sql, const SqlRow& cells = {});
    /// The first cell of the first row, a whole number; 0 where there is none.
    [[nodiscard]] Result<std::int64_t> number(std::string_view sql, const SqlRow& cells = {});
    /// All of what `work` does, or nothing of it. Not within another.
    [[nodiscard]] Done transaction(const std::function<Done()>& work);
    /// A whole copy at a path where nothing is, while others go on reading and writing here.
    [[nodiscard]] Done copyTo(const std::filesystem::path& path);

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }
    [[nodiscard]] Fault fault(Message what, Message mend) const { return {path_.string(), "", what, mend}; }

private:
    Database(sqlite3* handle, std::filesystem::path path) : handle_(handle), path_(std::move(path)) {}
    [[nodiscard]] Fault trouble() const;
    [[nodiscard]] Result<sqlite3_stmt*> prepared(std::string_view sql, const SqlRow& cells);

    sqlite3* handle_ = nullptr;
    std::filesystem::path path_;
    std::map<std::string, sqlite3_stmt*, std::less<>> statements_; // each is parsed once
};

}
