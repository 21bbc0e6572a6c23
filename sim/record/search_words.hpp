#pragma once

#include <string>
#include <string_view>

namespace stairwise {

/// Chinese has no blanks between words, and SQLite's trigrams find none of two characters, as most Chinese words are.
/// So every Chinese character is indexed as a word, and a word that is looked for as a phrase of them.

/// "三2班 S1" → "三 2 班 S1".
[[nodiscard]] std::string spaced(std::string_view text);
/// What FTS5 is asked for: every word as a phrase, all of them. Empty: no words.
[[nodiscard]] std::string ftsQuery(std::string_view words);
/// Every text in a JSON body, a line each; another body as it is.
[[nodiscard]] std::string textsIn(std::string_view body);
/// About 60 characters of the text around the first of the words.
[[nodiscard]] std::string excerptOf(std::string_view text, std::string_view words);

}
