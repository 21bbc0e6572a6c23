#pragma once

#include "editor/model/editor.hpp"

#include <filesystem>

namespace stairwise::editor {

/// Documents come and go.

[[nodiscard]] Document sampleDocument();
/// What was open makes way; `file` empty: never saved.
void beginDocument(Editor& editor, Document document, const std::filesystem::path& file);

void openFile(Editor& editor, const std::filesystem::path& path);
void importDrawing(Editor& editor, const std::filesystem::path& path);
void saveTo(Editor& editor, const std::filesystem::path& path);
void setBackdrop(Editor& editor, const std::filesystem::path& picture);
void pasteClasses(Editor& editor, const std::string& text);

}
