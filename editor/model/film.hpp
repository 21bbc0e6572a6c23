#pragma once

#include "editor/model/derived.hpp"
#include "editor/model/running.hpp"
#include "sim/base/progress.hpp"
#include "sim/words/words.hpp"

#include <filesystem>
#include <memory>

namespace stairwise::editor {

struct FilmOrder {
    std::shared_ptr<const Derived> derived; // of the school that was walked in
    std::filesystem::path trace;
    StoreyId storey; // none: the grounds
    std::filesystem::path folder;
    double framesPerSecond = 25.0;
    double speed = 10.0; // simulated seconds a second
    Language language = Language::Chinese;
};
inline constexpr int kMostFilmFrames = 20'000; // assumed: a quarter of an hour

/// frame00001.png … and film.mp4 where ffmpeg is there. The folder appears whole or not at all.
[[nodiscard]] Result<Message> makeFilm(const FilmOrder& order, CancelToken cancel, const Progress& progress);

}
