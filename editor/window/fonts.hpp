#pragma once

#include <set>
#include <string_view>

namespace stairwise::editor {

/// The one font of the window, made ready in ImGui's atlas for the characters that are needed. A wide set is long in
/// the making, so that the first picture is drawn with the program's own texts alone.
class Fonts {
public:
    explicit Fonts(double scale) : scale_(scale) {}

    /// The program's own texts and what was needed up to now: about 0.05 s.
    void buildFew();
    /// GB 2312 and signs as well: about a quarter of a second. Later builds are of all.
    void buildAll();

    /// Everything anew in another size, when next built.
    void rescale(double scale);

    /// Rarer characters of names and of what is typed.
    void need(std::string_view text);
    void need(char32_t character);
    /// What is needed is not in the atlas yet: build, then give ImGui's backend the new texture.
    [[nodiscard]] bool wanting() const;
    void build();

private:
    void make();
    double scale_ = 1.0;
    bool all_ = false;
    std::set<char32_t> characters_; // needed
    std::set<char32_t> built_;
};

}
