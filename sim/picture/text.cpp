#include "sim/picture/text.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace stairwise {
namespace {

constexpr char32_t kBroken = 0xfffd;

struct Lead {
    int more = -1; // bytes that follow; -1: no lead byte
    char32_t bits = 0;
    char32_t least = 0; // smaller values are written too long
};

Lead leadOf(unsigned char byte)
{
    if (byte < 0x80) return {0, byte, 0};
    if (byte >= 0xc2 && byte < 0xe0) return {1, static_cast<char32_t>(byte & 0x1f), 0x80};
    if (byte >= 0xe0 && byte < 0xf0) return {2, static_cast<char32_t>(byte & 0x0f), 0x800};
    if (byte >= 0xf0 && byte < 0xf5) return {3, static_cast<char32_t>(byte & 0x07), 0x10000};
    return {};
}

// XML 1.0 allows no control characters and no U+FFFE, U+FFFF.
char32_t printable(char32_t point)
{
    if (point < 0x20 || (point >= 0x7f && point < 0xa0)) return U' ';
    const bool surrogate = point >= 0xd800 && point < 0xe000;
    return surrogate || point > 0x10ffff || (point & 0xfffe) == 0xfffe ? kBroken : point;
}

void append(std::string& text, char32_t point)
{
    const auto put = [&](char32_t byte) { text += static_cast<char>(static_cast<unsigned char>(byte)); };
    if (point < 0x80) return put(point);
    if (point < 0x800) {
        put(0xc0 | (point >> 6));
    } else {
        if (point < 0x10000) {
            put(0xe0 | (point >> 12));
        } else {
            put(0xf0 | (point >> 18));
            put(0x80 | ((point >> 12) & 0x3f));
        }
        put(0x80 | ((point >> 6) & 0x3f));
    }
    put(0x80 | (point & 0x3f));
}

template <std::size_t N> bool within(const std::array<std::pair<char32_t, char32_t>, N>& ranges, char32_t point)
{
    return std::ranges::any_of(ranges, [&](auto range) { return point >= range.first && point <= range.second; });
}

}

std::vector<char32_t> codePoints(std::string_view text)
{
    std::vector<char32_t> points;
    for (std::size_t i = 0; i < text.size();) {
        const Lead lead = leadOf(static_cast<unsigned char>(text[i++]));
        char32_t point = lead.bits;
        int missing = lead.more;
        for (; missing > 0 && i < text.size() && (static_cast<unsigned char>(text[i]) & 0xc0) == 0x80; --missing)
            point = (point << 6) | (static_cast<unsigned char>(text[i++]) & 0x3f);
        points.push_back(missing != 0 || point < lead.least ? kBroken : printable(point));
    }
    return points;
}

std::string utf8(const std::vector<char32_t>& points)
{
    std::string text;
    for (const char32_t point : points) append(text, point);
    return text;
}

bool wide(char32_t point)
{
    // Unicode 15 East Asian Width W and F, the blocks that occur in names.
    static constexpr std::array<std::pair<char32_t, char32_t>, 9> kWide = {{{0x1100, 0x115f},
                                                                            {0x2e80, 0x303e},
                                                                            {0x3041, 0xa4cf},
                                                                            {0xac00, 0xd7a3},
                                                                            {0xf900, 0xfaff},
                                                                            {0xfe30, 0xfe6f},
                                                                            {0xff00, 0xff60},
                                                                            {0xffe0, 0xffe6},
                                                                            {0x1f300, 0x3fffd}}};
    return within(kWide, point);
}

bool joinsTheOneBefore(char32_t point)
{
    static constexpr std::array<std::pair<char32_t, char32_t>, 4> kJoining = {
        {{0x300, 0x36f}, {0x200b, 0x200f}, {0xfe00, 0xfe0f}, {0x20d0, 0x20ff}}};
    return within(kJoining, point);
}

double roughWidth(std::string_view text, double size)
{
    double width = 0.0;
    for (const char32_t point : codePoints(text))
        if (!joinsTheOneBefore(point)) width += wide(point) ? size : 0.55 * size;
    return width;
}

namespace {

// What may not begin a line in Chinese, and the same marks in Latin.
bool closes(char32_t point)
{
    constexpr std::u32string_view kMarks = U"，。；：、？！）》”’％%,.;:?!)…–/～";
    return kMarks.find(point) != std::u32string_view::npos;
}

// What may not end one.
bool opens(char32_t point)
{
    constexpr std::u32string_view kMarks = U"（《“‘([～–/";
    return kMarks.find(point) != std::u32string_view::npos;
}

// The longest beginning of `points` that fits, at least one character.
std::size_t lineEnd(const std::vector<char32_t>& points, double size, double widest)
{
    std::size_t fits = 0;
    std::size_t best = 0; // the last place where a line may end
    double width = 0.0;
    for (std::size_t i = 0; i < points.size(); ++i) {
        width += roughWidth(utf8({points[i]}), size);
        if (width > widest && points[i] != U' ') break;
        fits = i + 1;
        const bool last = fits == points.size();
        const bool between =
            !last && (wide(points[i]) || wide(points[fits])) && !closes(points[fits]) && !opens(points[i]);
        if (last || points[i] == U' ' || between) best = fits;
    }
    return std::max<std::size_t>(best > 0 ? best : fits, 1);
}

}

std::vector<std::string> wrapped(std::string_view text, double size, double widest)
{
    std::vector<char32_t> rest = codePoints(text);
    std::vector<std::string> lines;
    while (!rest.empty()) {
        const auto end = rest.begin() + static_cast<std::ptrdiff_t>(lineEnd(rest, size, widest));
        std::vector<char32_t> line(rest.begin(), end);
        rest.erase(rest.begin(), end);
        while (!line.empty() && line.back() == U' ') line.pop_back();
        while (!rest.empty() && rest.front() == U' ') rest.erase(rest.begin());
        if (!line.empty()) lines.push_back(utf8(line));
    }
    return lines;
}

FittedText fit(std::string_view text, double size, double widest, const MeasureText& measure)
{
    std::vector<char32_t> points = codePoints(text);
    FittedText fitted{utf8(points), size};
    if (widest <= 0.0) return fitted;
    const double width = measure(fitted.text, size);
    if (width <= widest) return fitted;
    fitted.size = std::max(std::min(kSmallestText, size), size * widest / width * 0.995); // fonts are not quite linear
    while (!points.empty() && measure(fitted.text, fitted.size) > widest) {
        points.pop_back();
        std::vector<char32_t> cut = points;
        if (!cut.empty()) cut.push_back(U'…');
        fitted.text = utf8(cut);
    }
    return fitted;
}

}
