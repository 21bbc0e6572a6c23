#include "sim/workbook/table_text.hpp"

#include <array>
#include <charconv>
#include <utility>

namespace stairwise {
namespace {

using Marks = std::array<std::string_view, 2>;
constexpr Marks kTabs{"\t", "\t"};
constexpr Marks kSemicolons{";", "；"};
constexpr Marks kCommas{",", "，"};

bool anyIn(std::string_view text, const Marks& marks)
{
    return text.find(marks[0]) != std::string_view::npos || text.find(marks[1]) != std::string_view::npos;
}

Marks marksOf(std::string_view text)
{
    return anyIn(text, kTabs) ? kTabs : anyIn(text, kSemicolons) ? kSemicolons : kCommas;
}

class Reader {
public:
    explicit Reader(std::string_view text) : rest_(text), marks_(marksOf(text)) {}
    TableText table() &&
    {
        while (!rest_.empty() && !table_.cut) next();
        endCell();
        endRow();
        return std::move(table_);
    }

private:
    void next()
    {
        for (const std::string_view mark : marks_)
            if (eat(mark)) return endCell();
        if (eat("\r\n") || eat("\n") || eat("\r")) {
            endCell();
            return endRow();
        }
        if (rest_.front() == '"' && trimmed(cell_).empty()) return quoted();
        cell_ += rest_.front();
        rest_.remove_prefix(1);
    }
    // "a ""b""" is a "b"; a quote that is never closed ends with the text.
    void quoted()
    {
        rest_.remove_prefix(1);
        while (!rest_.empty()) {
            if (eat("\"\""))
                cell_ += '"';
            else if (eat("\""))
                return;
            else {
                cell_ += rest_.front();
                rest_.remove_prefix(1);
            }
        }
    }
    bool eat(std::string_view word)
    {
        if (!rest_.starts_with(word)) return false;
        rest_.remove_prefix(word.size());
        return true;
    }
    void endCell()
    {
        if (row_.size() < kMostTableColumns) row_.push_back(trimmed(cell_));
        cell_.clear();
    }
    void endRow()
    {
        if (row_.size() == 1 && row_[0].empty()) row_.clear();
        table_.rows.push_back(std::exchange(row_, {}));
        table_.cut = table_.rows.size() >= kMostTableRows;
    }

    std::string_view rest_;
    Marks marks_;
    std::string cell_;
    std::vector<std::string> row_;
    TableText table_;
};

}

std::string trimmed(std::string_view cell)
{
    constexpr std::array<std::string_view, 3> kBlanks{"\u3000", "\u00a0", "\ufeff"};
    for (bool again = true; again;) {
        again = false;
        for (const std::string_view blank : kBlanks) {
            if (cell.starts_with(blank))
                cell.remove_prefix(blank.size());
            else if (cell.ends_with(blank))
                cell.remove_suffix(blank.size());
            else
                continue;
            again = true;
        }
        const auto first = cell.find_first_not_of(" \t\r\n");
        if (first == std::string_view::npos) return {};
        const auto last = cell.find_last_not_of(" \t\r\n");
        again = again || last - first + 1 < cell.size();
        cell = cell.substr(first, last - first + 1);
    }
    return std::string(cell);
}

std::optional<int> wholeIn(std::string_view cell, int least, int most)
{
    int value = 0;
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    const bool whole = error == std::errc{} && end == cell.data() + cell.size();
    return whole && value >= least && value <= most ? std::optional(value) : std::nullopt;
}

TableText tableOf(std::string_view text)
{
    return Reader(text).table();
}

}
