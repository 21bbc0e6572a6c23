#pragma once

#include "sim/base/finding.hpp"
#include "sim/base/message.hpp"
#include "sim/base/result.hpp"

#include <span>
#include <string>
#include <string_view>

namespace stairwise {

enum class Language { English, Chinese };

/// "zh", "zh_CN.UTF-8" → Chinese; all else English.
[[nodiscard]] Language languageOf(std::string_view code);

/// One entry of the translation table: every text that a person reads, in both languages. Places are {0}, {1}, …
struct Word {
    std::string_view key;
    std::string_view english;
    std::string_view chinese;
};
/// Sorted by key; table_*.cpp hold one part each.
[[nodiscard]] std::span<const Word> words();

/// The text with its places filled. An unknown key is a bug: it ends the program.
[[nodiscard]] std::string say(const Message& message, Language language);
[[nodiscard]] std::string say(std::string_view key, Language language);
/// Is it what the key stands for, in either language?
[[nodiscard]] bool says(std::string_view text, std::string_view key);

/// "file: place: what is wrong; how to mend it" in one line.
[[nodiscard]] std::string line(const Fault& fault, Language language);
/// "warning: element (storey): what; measured …, required … (source); mend" in one line.
[[nodiscard]] std::string line(const Finding& finding, Language language);

}
