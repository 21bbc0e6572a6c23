#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace stairwise {

/// 一 … 九十九; digits beyond.
[[nodiscard]] std::string chineseNumeral(int number);
/// Of the first sign only, 〇 … 九, 两; 10 for 十. `length`: its bytes.
struct ChineseDigit {
    int value = 0;
    std::size_t length = 0;
};
[[nodiscard]] std::optional<ChineseDigit> chineseDigit(std::string_view text);
/// The whole text as a number: 十二, 二十, 三〇二; nothing where it is none.
[[nodiscard]] std::optional<int> chineseNumber(std::string_view text);

}
