#include "sim/base/utf8.hpp"

namespace stairwise {

bool isUtf8(std::string_view text)
{
    std::size_t follow = 0;
    for (const char one : text) {
        const auto byte = static_cast<unsigned char>(one);
        const bool continues = (byte & 0xC0U) == 0x80U;
        if (continues != (follow > 0)) return false;
        if (continues)
            --follow;
        else if (byte >= 0xF5U || byte == 0xC0U || byte == 0xC1U)
            return false;
        else
            follow = byte >= 0xF0U ? 3 : byte >= 0xE0U ? 2 : byte >= 0x80U ? 1 : 0;
    }
    return follow == 0;
}

std::string_view beginningOf(std::string_view text, std::size_t bytes)
{
    if (bytes >= text.size()) return text;
    while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0U) == 0x80U) --bytes; // it continues a character
    return text.substr(0, bytes);
}

std::string shortened(std::string_view text, std::size_t bytes)
{
    const std::string_view beginning = beginningOf(text, bytes);
    return std::string(beginning) + (beginning.size() < text.size() ? "…" : "");
}

}
