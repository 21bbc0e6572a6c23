#include "sim/base/system.hpp"
#include "sim/base/utf8.hpp"
#include "sim/school/fold.hpp"
#include "sim/workbook/table_text.hpp"
#include "sim/stagger/rota.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace stairwise {
namespace {

constexpr std::size_t kMostBytes = 1U << 20U; // assumed
constexpr std::string_view kHeads[] = {"name", "names", "teacher", "姓名", "教师", "教师姓名", "值周教师"};

bool isHead(const std::string& cell)
{
    return std::ranges::find(kHeads, folded(cell)) != std::ranges::end(kHeads);
}

bool hasControls(std::string_view text)
{
    return std::ranges::any_of(text, [](char c) { return (c >= 0 && c < ' ') || c == 0x7F; });
}

class Names {
public:
    explicit Names(std::string file) : file_(std::move(file)) {}
    void add(std::size_t line, const std::vector<std::string>& row)
    {
        std::size_t cells = row.size();
        while (cells > 0 && row[cells - 1].empty()) --cells; // spreadsheets leave commas behind
        if (cells == 0 || fault_) return;
        if (cells > 1) return columns(line, row, cells);
        const std::string& name = row.front();
        if (names_.empty() && lines_.empty() && isHead(name)) return;
        const auto [known, isNew] = lines_.try_emplace(name, line);
        if (!isNew)
            refuse(line, {"rota.name_twice", {name, fmt::to_string(known->second)}}, {"rota.name_twice.mend", {}});
        else if (name.size() > kLongestName || hasControls(name))
            refuse(line, {"rota.no_name", {}}, {"rota.no_name.mend", {fmt::to_string(kLongestName)}});
        else
            names_.push_back(name);
    }
    [[nodiscard]] Result<std::vector<std::string>> names() &&
    {
        if (!fault_ && names_.empty()) refuse(0, {"rota.no_names", {}}, {"rota.no_names.mend", {}});
        if (!fault_ && names_.size() > kMostNames)
            refuse(0, {"rota.many_names", {fmt::to_string(kMostNames)}}, {"rota.no_names.mend", {}});
        if (fault_) return *fault_;
        return std::move(names_);
    }

private:
    void columns(std::size_t line, const std::vector<std::string>& row, std::size_t cells)
    {
        const auto other = std::ranges::find_if(row, [](const std::string& cell) { return !isHead(cell); });
        refuse(line, {"rota.columns", {fmt::to_string(cells), other == row.end() ? row.front() : *other}},
               {"rota.columns.mend", {}});
    }
    void refuse(std::size_t line, Message what, Message mend)
    {
        fault_ = Fault{file_, line > 0 ? fmt::to_string(line) : "", std::move(what), std::move(mend)};
    }

    std::string file_;
    std::vector<std::string> names_;
    std::map<std::string, std::size_t> lines_;
    std::optional<Fault> fault_;
};

}

Result<std::vector<std::string>> parseNames(std::string_view text, const std::string& file)
{
    if (!isUtf8(text)) return Fault{file, "", {"rota.not_utf8", {}}, {"rota.not_utf8.mend", {}}};
    const TableText table = tableOf(text);
    Names names(file);
    for (std::size_t i = 0; i < table.rows.size(); ++i) names.add(i + 1, table.rows[i]);
    return std::move(names).names();
}

Result<std::vector<std::string>> readNames(const std::filesystem::path& path)
{
    const auto text = readFile(path, kMostBytes);
    if (!text) return text.fault();
    return parseNames(text.value(), path.string());
}

}
