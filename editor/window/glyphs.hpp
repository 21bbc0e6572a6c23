#pragma once

#include <set>
#include <string_view>

namespace stairwise::editor {

/// Which characters a font is made ready for.

/// The code points of a UTF-8 text; what is broken in it is passed over.
void addCharacters(std::set<char32_t>& characters, std::string_view text);

/// Chinese characters in common use: all that GB/T 2312 has.
void addGb2312(std::set<char32_t>& characters);
/// Latin letters with pinyin's accents, Greek, punctuation of both scripts, arrows, mathematical and geometric signs,
/// encircled numbers, full-width forms: ① ≤ → ℃ ² ×.
void addSigns(std::set<char32_t>& characters);
/// All that the program itself says, in both languages.
void addOwnTexts(std::set<char32_t>& characters);

}
