#pragma once

#include "sim/picture/picture.hpp"
#include "sim/words/words.hpp"
#include "sim/workbook/writing.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace stairwise {

/// A paper of A4 upright, written from the top down; it turns the page where one is full. In black on white.
class Paper {
public:
    /// `foot` stands at the foot of every page, beside its number.
    Paper(Language language, std::string foot) : language_(language), foot_(std::move(foot)) {}

    void title(const std::string& text);
    void heading(const std::string& text);
    void paragraph(const std::string& text);
    void item(const std::string& text); // with a dot before it
    /// A name and what stands for it, "—" where that is empty.
    void field(const std::string& name, const std::string& text);
    /// A row is as high as its highest cell.
    using Table = TablePart;
    void table(const Table& table);
    /// Lines to sign on, and a square for the stamp.
    void signatures(const std::vector<std::string>& who, const std::string& stamp);
    void space(double points);
    void turnPage() { turn(); }
    void add(const Writing& writing);
    /// So that what is so high does not part from what stands before it.
    void keep(double points);

    [[nodiscard]] std::vector<Picture> pages() &&;

private:
    void turn();
    void lines(const std::string& text, double size, double left, double width);
    enum class RowKind { Head, Body };
    void row(const Table& table, const std::vector<std::string>& cells, RowKind kind);
    void text(double left, double size, const std::string& what, double widest);
    void line(Vec2 from, Vec2 to);

    Language language_;
    std::string foot_;
    std::vector<Picture> pages_;
    double y_ = 0.0; // points above the foot of the page
};
[[nodiscard]] std::vector<Picture> pagesOf(const Writing& writing, Language language);
/// The same pages as a file, called what stands at their foot.
[[nodiscard]] std::string pdfOf(const Writing& writing, Language language);

}
