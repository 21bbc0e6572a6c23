#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace stairwise {

/// Text as code points; bytes that are no UTF-8 become U+FFFD, control characters a space.
[[nodiscard]] std::vector<char32_t> codePoints(std::string_view text);
[[nodiscard]] std::string utf8(const std::vector<char32_t>& points);
/// Chinese characters, full-width marks and the like: one em on paper, two columns on a terminal.
[[nodiscard]] bool wide(char32_t point);
[[nodiscard]] bool joinsTheOneBefore(char32_t point); // accents and joiners take no room of their own

/// Width in the unit of `size`, without a font: one em for wide characters, 0.55 em for others (assumed: the mean of
/// Noto Sans CJK SC's Latin letters and digits).
[[nodiscard]] double roughWidth(std::string_view text, double size);

/// Lines at most `widest` points wide by roughWidth, broken at blanks and between Chinese characters, never before a
/// closing mark; a word wider than a line is cut.
[[nodiscard]] std::vector<std::string> wrapped(std::string_view text, double size, double widest);

inline constexpr double kSmallestText = 5.0; // points; smaller cannot be read on paper (assumed)
/// What is printed in place of `text` so that it is at most `widest` wide (0: as it is): smaller, then cut.
struct FittedText {
    std::string text;
    double size = 0.0;
};
using MeasureText = std::function<double(const std::string& text, double size)>;
[[nodiscard]] FittedText fit(std::string_view text, double size, double widest, const MeasureText& measure);

}
