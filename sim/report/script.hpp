#pragma once

#include "sim/words/words.hpp"
#include "sim/workbook/writing.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace stairwise {

/// Writes a paper in one language: names of things by their keys in sim/words, what stands for them as it is.
class Script {
public:
    Script(Language language, const Message& foot) : language_(language), writing_{say(foot, language), {}} {}

    [[nodiscard]] Language language() const { return language_; }
    [[nodiscard]] std::string text(std::string_view key) const { return say(key, language_); }
    [[nodiscard]] std::string text(const Message& message) const { return say(message, language_); }

    void title(const Message& message) { put(TitlePart{text(message)}); }
    void heading(std::string_view key) { put(HeadingPart{text(key)}); }
    void paragraph(std::string words) { put(ParagraphPart{std::move(words)}); }
    void item(std::string words) { put(ItemPart{std::move(words)}); }
    void field(std::string_view key, std::string words) { put(FieldPart{text(key), std::move(words)}); }
    /// Without rows yet: to be filled and put. `least`: see TablePart.
    [[nodiscard]] TablePart table(std::vector<double> shares, const std::vector<std::string_view>& keys,
                                  double least = 0.0) const
    {
        TablePart made{std::move(shares), {}, {}, least};
        for (const std::string_view key : keys) made.head.push_back(text(key));
        return made;
    }
    /// With room for the stamp.
    void signatures(const std::vector<std::string_view>& keys)
    {
        SignaturesPart part{{}, text("plan.stamp")};
        for (const std::string_view key : keys) part.who.push_back(text(key));
        put(std::move(part));
    }
    /// The first page begins by itself.
    void newPage()
    {
        if (!writing_.parts.empty()) put(NewPagePart{});
    }
    void put(WritingPart part) { writing_.parts.push_back(std::move(part)); }

    [[nodiscard]] Writing finished() && { return std::move(writing_); }

private:
    Language language_;
    Writing writing_;
};

}
