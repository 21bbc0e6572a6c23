#pragma once

#include "editor/model/editor.hpp"

#include <filesystem>

namespace stairwise::editor {

/// Of the run that is shown or goes on; empty: none yet.
[[nodiscard]] std::filesystem::path traceOf(const Editor& editor);
/// The walk of the run, as soon and as far as it can be played.
void openPlayback(Editor& editor);

/// The files that `stairwise simulate --out` writes, of the run shown.
void exportResults(Editor& editor, const std::filesystem::path& folder);
/// PNG pictures of the plan shown, and film.mp4 where ffmpeg is there.
void exportFilm(Editor& editor, const ExportFilm& wish);

}
