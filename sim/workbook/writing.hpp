#pragma once

#include <string>
#include <variant>
#include <vector>

namespace stairwise {

/// What a paper says, as a value: printed as pages (sim/report/paper.hpp), or given to a word processor (docx.hpp).

struct TitlePart {
    std::string text;
};
struct HeadingPart {
    std::string text;
};
struct ParagraphPart {
    std::string text;
};
struct ItemPart { // with a dot before it
    std::string text;
};
/// A name and what stands for it; empty: nobody knows it yet.
struct FieldPart {
    std::string name;
    std::string text;
};
/// The head row stands again on every page.
struct TablePart {
    std::vector<double> shares; // of the width, for each column; 1 together
    std::vector<std::string> head;
    std::vector<std::vector<std::string>> rows;
    double least = 0.0; // points that a row is high at least: room to write in
};
/// Lines to sign on, and a square for the stamp.
struct SignaturesPart {
    std::vector<std::string> who;
    std::string stamp;
};
struct NewPagePart {};

using WritingPart =
    std::variant<TitlePart, HeadingPart, ParagraphPart, ItemPart, FieldPart, TablePart, SignaturesPart, NewPagePart>;
struct Writing {
    std::string foot; // of every page, beside its number
    std::vector<WritingPart> parts;
};

}
