#pragma once

#include "editor/model/document.hpp"
#include "sim/stagger/atlas.hpp"
#include "sim/walkable/walkable.hpp"

#include <memory>

namespace stairwise::editor {

/// The failure atlas of the library (sim/stagger/atlas.hpp), walked in the background: every stair and exit out of use
/// in turn, in each situation of the document; the same as `stairwise atlas` gives of the same files.
struct Atlas {
    Document document; // as it was
    AtlasPlan plan;
    AtlasResult result;
    std::shared_ptr<const Walkable> walkable;
};
/// Was it made of this school and these situations?
[[nodiscard]] bool isOf(const Atlas& atlas, const Document& now);

struct Editor;
/// So many seeds each. What the atlas of the same plan has walked already is not walked again.
void startAtlas(Editor& editor, std::size_t seeds);
/// Takes up what has been walked.
void takeAtlas(Editor& editor);
void dropAtlas(Editor& editor);

}
