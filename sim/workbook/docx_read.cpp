#include "sim/workbook/docx.hpp"

#include "sim/base/utf8.hpp"
#include "sim/workbook/table_text.hpp"
#include "sim/workbook/xml_names.hpp"
#include "sim/workbook/zip_parts.hpp"

#include <pugixml.hpp>

namespace stairwise {
namespace {

constexpr std::size_t kMostTables = 1000; // assumed
constexpr std::size_t kMostCells = 200'000;
constexpr const char* kBody = "word/document.xml";

Fault damaged(const std::string& file, const char* place)
{
    return {file, place, {"docx.damaged", {}}, {"docx.damaged.mend", {}}};
}

/// Goes through the document node by node, however deep a maker has put them into one another.
class Gatherer : public pugi::xml_tree_walker {
public:
    std::vector<DocxTable> tables;
    bool tooMany = false;

    bool for_each(pugi::xml_node& node) override
    {
        if (cell_ && depth() <= *cell_) cell_.reset();
        if (node.type() == pugi::node_pcdata) return true;
        const std::string_view name = localName(node.name());
        if (name == "tbl" && !cell_) tables.emplace_back(); // a table within a cell is text of the cell
        if (name == "tr" && !cell_ && !tables.empty()) tables.back().emplace_back();
        if (name == "tc" && !cell_ && !tables.empty() && !tables.back().empty()) {
            tables.back().back().emplace_back();
            cell_ = depth();
            ++count_;
        } else if (cell_) {
            addText(node, name);
        }
        tooMany = tables.size() > kMostTables || count_ > kMostCells;
        return !tooMany;
    }

private:
    void addText(const pugi::xml_node& node, std::string_view name)
    {
        std::string& cell = tables.back().back().back();
        if (name == "t") cell += node.text().get();
        if (name == "tab") cell += ' ';
        if (name == "br" || (name == "p" && !cell.empty())) cell += '\n';
    }

    std::optional<int> cell_; // depth of the one that one is in
    std::size_t count_ = 0;
};

}

bool isDocx(std::string_view bytes)
{
    return bytes.starts_with("PK\x03\x04") && bytes.find(kBody) != std::string_view::npos;
}

Result<std::vector<DocxTable>> tablesInDocx(std::string_view bytes, const std::string& file)
{
    const auto parts = partsOfZip(bytes, file);
    if (!parts) return damaged(file, "");
    const auto body = parts.value()(kBody);
    if (!body || !body.value()) return damaged(file, kBody);
    pugi::xml_document document;
    const std::string& text = *body.value();
    if (!isUtf8(text) || !document.load_buffer(text.data(), text.size(), pugi::parse_default | pugi::parse_ws_pcdata))
        return damaged(file, kBody);
    Gatherer gatherer;
    document.traverse(gatherer);
    if (gatherer.tooMany) return Fault{file, kBody, {"docx.too_large", {}}, {"docx.too_large.mend", {}}};
    for (DocxTable& table : gatherer.tables)
        for (auto& row : table)
            for (std::string& cell : row) cell = trimmed(cell);
    return std::move(gatherer.tables);
}

}
