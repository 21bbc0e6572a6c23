#include "sim/school/chinese_numerals.hpp"

#include <fmt/format.h>

#include <array>
#include <vector>

namespace stairwise {
namespace {

constexpr std::array<std::string_view, 11> kDigits = {"〇", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"};
constexpr int kTen = 10;

std::optional<std::vector<int>> digitsOf(std::string_view text)
{
    std::vector<int> digits;
    while (!text.empty()) {
        const auto digit = chineseDigit(text);
        if (!digit) return {};
        digits.push_back(digit->value);
        text.remove_prefix(digit->length);
    }
    return digits;
}

// 十, 十二, 二十, 二十三
std::optional<int> tensAndOnes(const std::vector<int>& digits, std::size_t ten)
{
    if (ten > 1 || digits.size() > ten + 2) return {};
    const int tens = ten == 0 ? 1 : digits[0];
    const int ones = digits.size() > ten + 1 ? digits[ten + 1] : 0;
    if (tens == 0 || tens == kTen || ones == kTen) return {};
    return kTen * tens + ones;
}

}

std::string chineseNumeral(int number)
{
    if (number < 0 || number > 99) return fmt::to_string(number);
    if (number <= kTen) return std::string(kDigits.at(static_cast<std::size_t>(number)));
    const int tens = number / kTen;
    const int ones = number % kTen;
    return (tens > 1 ? chineseNumeral(tens) : "") + "十" + (ones > 0 ? chineseNumeral(ones) : "");
}

std::optional<ChineseDigit> chineseDigit(std::string_view text)
{
    for (std::size_t i = 0; i < kDigits.size(); ++i)
        if (text.starts_with(kDigits[i])) return ChineseDigit{static_cast<int>(i), kDigits[i].size()};
    constexpr std::pair<std::string_view, int> kOthers[] = {{"零", 0}, {"○", 0}, {"两", 2}};
    for (const auto& [sign, value] : kOthers)
        if (text.starts_with(sign)) return ChineseDigit{value, sign.size()};
    return {};
}

std::optional<int> chineseNumber(std::string_view text)
{
    constexpr std::size_t kMostDigits = 4;
    const auto digits = digitsOf(text);
    if (!digits || digits->empty() || digits->size() > kMostDigits) return {};
    for (std::size_t i = 0; i < digits->size(); ++i)
        if ((*digits)[i] == kTen) return tensAndOnes(*digits, i);
    int number = 0;
    for (const int digit : *digits) number = kTen * number + digit;
    return number;
}

}
