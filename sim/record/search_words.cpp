#include "sim/record/search_words.hpp"

#include "sim/base/json.hpp"

#include <algorithm>
#include <sstream>
#include <vector>

namespace stairwise {
namespace {

constexpr std::size_t kAround = 60; // bytes of an excerpt before the word, and twice as many after it

std::size_t lengthAt(std::string_view text, std::size_t at)
{
    const auto lead = static_cast<unsigned char>(text[at]);
    const std::size_t length = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    return std::min(length, text.size() - at);
}

// CJK characters and marks: all of three bytes from U+2E80 on, and of four.
bool standsAlone(std::string_view character)
{
    if (character.size() < 3) return false;
    return character.size() == 4 || static_cast<unsigned char>(character[0]) > 0xe2 ||
           static_cast<unsigned char>(character[1]) >= 0xba;
}

void gather(const JsonValue& value, std::string& out)
{
    if (const auto* text = value.as<std::string>()) {
        out += *text;
        out += '\n';
    }
    if (const auto* list = value.as<JsonValue::List>())
        for (const JsonValue& item : *list) gather(item, out);
    if (const auto* object = value.as<JsonValue::Object>())
        for (const JsonMember& member : *object) gather(member.value, out);
}

bool isContinuation(char c)
{
    return (static_cast<unsigned char>(c) & 0xc0U) == 0x80U;
}

}

std::string spaced(std::string_view text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        const std::string_view character = text.substr(i, lengthAt(text, i));
        const bool alone = standsAlone(character);
        if (alone && !out.empty() && out.back() != ' ') out += ' ';
        out += character;
        if (alone) out += ' ';
        i += character.size();
    }
    return out;
}

std::string ftsQuery(std::string_view words)
{
    std::string plain(words);
    std::ranges::replace(plain, '"', ' ');
    std::istringstream stream(plain);
    std::string query;
    for (std::string word; stream >> word;) query += (query.empty() ? "\"" : " \"") + spaced(word) + "\"";
    return query;
}

std::string textsIn(std::string_view body)
{
    const auto parsed = parseJson(body, "");
    if (!parsed) return std::string(body);
    std::string texts;
    gather(parsed.value(), texts);
    return texts;
}

std::string excerptOf(std::string_view text, std::string_view words)
{
    const std::string_view first = words.substr(0, words.find(' '));
    const auto found = text.find(first);
    if (found == std::string_view::npos) return {};
    std::size_t begin = found > kAround ? found - kAround : 0;
    std::size_t end = std::min(text.size(), found + first.size() + 2 * kAround);
    while (begin < found && isContinuation(text[begin])) ++begin;
    while (end < text.size() && isContinuation(text[end])) --end;
    std::string excerpt(text.substr(begin, end - begin));
    std::ranges::replace(excerpt, '\n', ' ');
    return excerpt;
}

}
