#pragma once

#include "sim/picture/text.hpp"
#include "sim/report/clip.hpp"
#include "sim/report/pictures.hpp"

#include <gtest/gtest.h>

namespace stairwise {

struct PlacedText {
    std::string text;
    Area area; // points of paper
};

inline std::vector<PlacedText> textsOf(const Picture& picture)
{
    std::vector<PlacedText> texts;
    for (const Shape& shape : picture.shapes) {
        const auto* text = std::get_if<TextShape>(&shape);
        if (text == nullptr) continue;
        const FittedText fitted = fit(text->text, text->size, text->widest,
                                      [](const std::string& t, double size) { return roughWidth(t, size); });
        const double wide = roughWidth(fitted.text, fitted.size);
        const Vec2 at = (text->at - picture.low) * picture.pointsPerMetre;
        const double left = at.x - wide * (text->anchor == Anchor::Left     ? 0.0
                                           : text->anchor == Anchor::Centre ? 0.5
                                                                            : 1.0);
        texts.push_back({fitted.text, {{left, at.y}, {left + wide, at.y + 0.75 * fitted.size}}});
    }
    return texts;
}

/// The same without their places.
inline std::vector<std::string> wordsOn(const Picture& picture)
{
    std::vector<std::string> words;
    for (PlacedText& text : textsOf(picture)) words.push_back(std::move(text.text));
    return words;
}

/// No text lies over another or leaves the paper.
inline void expectTextsApart(const StoreyPicture& picture)
{
    const Vec2 paper = paperSize(picture.picture);
    const auto texts = textsOf(picture.picture);
    for (std::size_t i = 0; i < texts.size(); ++i) {
        EXPECT_TRUE(texts[i].area.low.x >= 0 && texts[i].area.low.y >= 0 && texts[i].area.high.x <= paper.x &&
                    texts[i].area.high.y <= paper.y)
            << picture.file << ": " << texts[i].text;
        for (std::size_t j = i + 1; j < texts.size(); ++j)
            EXPECT_FALSE(overlap(texts[i].area, texts[j].area))
                << picture.file << ": " << texts[i].text << " and " << texts[j].text;
    }
}

}
