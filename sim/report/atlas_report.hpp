#pragma once

#include "sim/base/system.hpp"
#include "sim/picture/picture.hpp"
#include "sim/stagger/atlas.hpp"
#include "sim/words/words.hpp"

#include <string>
#include <vector>

namespace stairwise {

/// The failure atlas on paper.

/// An atlas and the names of everything in it.
struct NamedAtlas {
    const AtlasPlan& plan;
    const AtlasResult& result;
    std::vector<std::string> elements;   // as AtlasPlan::elements: "West stair", "Nothing out of use"
    std::vector<std::string> situations; // as AtlasPlan::situations
    struct Place {
        std::string name;
        std::string storey;
    };
    std::vector<std::vector<Place>> places; // as AtlasResult::cells: of the worst risk point; empty: there is none
};
[[nodiscard]] NamedAtlas namedAtlas(const AtlasPlan& plan, const AtlasResult& result, const Walkable& walkable,
                                    Language language);

/// "stair", "exit", "door"; "nothing": for programs.
[[nodiscard]] const char* codeOf(OutOfUse kind);

/// "3:25", or how many are left in the building; – for a cell that was not walked.
[[nodiscard]] std::string clearanceOf(const AtlasCell& cell, Language language);
/// The same, and how much more or less that is than with nothing out of use: "10:53 (+2:36)".
[[nodiscard]] std::string clearanceAgainst(const AtlasCell& cell, const AtlasCell& usual, Language language);

/// For a terminal.
[[nodiscard]] std::string atlasText(const NamedAtlas& atlas, Language language);
/// One row for each element in each situation.
[[nodiscard]] std::string atlasCsv(const NamedAtlas& atlas, Language language);
[[nodiscard]] std::string atlasJson(const NamedAtlas& atlas, Language language);
/// A table: rows are what is out of use, columns situations; a cell has the colour of its rank.
[[nodiscard]] Picture atlasPicture(const NamedAtlas& atlas, Language language);
inline constexpr std::size_t kMostAtlasRows = 150; // in a picture; 2 pixels a point make a PNG of 10,000 (assumed)

/// atlas.csv, atlas.json, atlas.svg and atlas.png.
[[nodiscard]] Done writeAtlas(const NamedAtlas& atlas, const Staging& staging, Language language);

}
