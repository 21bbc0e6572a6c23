#pragma once

#include "tests/house/sources.hpp"

#include <regex>

namespace stairwise::house {

struct FunctionShape {
    std::string head; // its declaration, in one line
    std::size_t line = 0;
    std::size_t lines = 0; // of its body
};

struct Shape {
    std::vector<FunctionShape> functions;
    std::vector<std::string> variables; // declared outside of functions and types, and not constant
};

/// Reads braces, not C++: enough for sources that clang-format has laid out.
class ShapeReader {
public:
    explicit ShapeReader(const Code& code) : text_(code.text) {}

    Shape run()
    {
        for (std::size_t i = 0; i < text_.size(); ++i) {
            const char c = text_[i];
            if (c == '{')
                open(i);
            else if (c == '}')
                close(i);
            else if (c == ';')
                endDeclaration(i);
            else if (c == '(')
                ++round_;
            else if (c == ')')
                --round_;
        }
        return std::move(shape_);
    }

private:
    enum class Kind { Scope, Type, Function, Inner, Initializer };
    struct Level {
        Kind kind;
        std::size_t at;
        std::string head;
    };

    [[nodiscard]] std::string head(std::size_t end) const
    {
        static const std::regex spaces(R"(\s+)");
        std::string text = std::regex_replace(text_.substr(begin_, end - begin_), spaces, " ");
        text.erase(0, text.find_first_not_of(' '));
        return text;
    }

    [[nodiscard]] Kind kindOf(const std::string& head) const
    {
        static const std::regex type(R"((^|[^(<]\b)(class|struct|union|enum)\b[^()]*$)");
        if (!levels_.empty() && levels_.back().kind != Kind::Scope && levels_.back().kind != Kind::Type)
            return Kind::Inner;
        if (round_ > 0) return Kind::Inner;
        if (head.starts_with("namespace") || head.starts_with("extern \"")) {
            if (head.find('(') == std::string::npos) return Kind::Scope;
        }
        if (std::regex_search(head, type)) return Kind::Type;
        if (head.find('=') != std::string::npos && head.find("operator") == std::string::npos &&
            head.find('=') < head.find('('))
            return Kind::Initializer;
        return head.find('(') != std::string::npos ? Kind::Function : Kind::Initializer;
    }

    void open(std::size_t i)
    {
        const std::string text = head(i);
        const Kind kind = kindOf(text);
        levels_.push_back({kind, i, text});
        if (kind == Kind::Scope || kind == Kind::Type) begin_ = i + 1;
    }

    void close(std::size_t i)
    {
        if (levels_.empty()) return;
        const Level level = levels_.back();
        levels_.pop_back();
        if (level.kind == Kind::Function) {
            const std::size_t first = lineOf(text_, level.at);
            const std::size_t last = lineOf(text_, i);
            shape_.functions.push_back({level.head, first, last > first ? last - first - 1 : 0});
        }
        if (level.kind != Kind::Inner && level.kind != Kind::Initializer) begin_ = i + 1;
    }

    void endDeclaration(std::size_t i)
    {
        if (round_ > 0) return;
        const bool outside = std::ranges::all_of(levels_, [](const Level& l) { return l.kind == Kind::Scope; });
        if (outside) noteVariable(head(i));
        if (levels_.empty() || levels_.back().kind == Kind::Scope || levels_.back().kind == Kind::Type) begin_ = i + 1;
    }

    void noteVariable(const std::string& text)
    {
        static const std::regex harmless(
            R"(^$|^(using|typedef|template|class|struct|enum|union|friend|static_assert|extern|namespace|__extension__)\b|\b(const|constexpr)\b)");
        if (std::regex_search(text, harmless)) return;
        if (text.find('(') < text.find('=')) return; // a function is declared
        shape_.variables.push_back(text);
    }

    const std::string& text_;
    Shape shape_;
    std::vector<Level> levels_;
    std::size_t begin_ = 0;
    int round_ = 0;
};

inline Shape shapeOf(const Code& code)
{
    return ShapeReader(code).run();
}

}
