#include "sim/school/fold.hpp"

#include <utility>

namespace stairwise {
namespace {

constexpr std::pair<std::string_view, char> kSigns[] = {
    {"\u3000", ' '}, {"\u00a0", ' '}, {"\ufeff", ' '}, {"【", '('}, {"】", ')'}, {"〔", '('}, {"〕", ')'},
    {"「", '('},     {"」", ')'},     {"〈", '('},     {"〉", ')'}, {"《", '('}, {"》", ')'}, {"—", '-'},
    {"–", '-'},      {"−", '-'},      {"·", '-'},      {"•", '-'},  {"。", '-'}, {"、", '-'}, {"～", '-'},
};

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

char simple(char c)
{
    if (c >= 'A' && c <= 'Z') return static_cast<char>(c - 'A' + 'a');
    if (c == '[' || c == '{' || c == '<') return '(';
    if (c == ']' || c == '}' || c == '>') return ')';
    if (c == '.' || c == '_' || c == '/' || c == '~' || c == ',') return '-';
    return static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
}

// U+FF01 … U+FF5E are ! … ~, in UTF-8 EF BC 81 … EF BD 9E.
bool isFullWidth(std::string_view text)
{
    if (text.size() < 3 || text[0] != '\xef') return false;
    const auto third = static_cast<unsigned char>(text[2]);
    return (text[1] == '\xbc' && third >= 0x81) || (text[1] == '\xbd' && third <= 0x9e);
}

char fromFullWidth(std::string_view text)
{
    const int third = static_cast<unsigned char>(text[2]);
    return static_cast<char>(text[1] == '\xbc' ? third - 0x81 + '!' : third - 0x80 + '`');
}

std::string signsMadeOne(std::string_view text)
{
    std::string out;
    while (!text.empty()) {
        std::size_t used = 1;
        char sign = text.front();
        if (isFullWidth(text)) {
            sign = fromFullWidth(text);
            used = 3;
        }
        for (const auto& [from, to] : kSigns)
            if (text.starts_with(from)) {
                sign = to;
                used = from.size();
            }
        out += simple(sign);
        text.remove_prefix(used);
    }
    return out;
}

}

std::string folded(std::string_view text)
{
    const std::string spaced = signsMadeOne(text);
    std::string out;
    bool blank = false;
    for (const char c : spaced) {
        if (c != ' ' && blank && !out.empty() && isDigit(out.back()) && isDigit(c)) out += '-';
        blank = c == ' ';
        if (!blank) out += c;
    }
    return out;
}

}
