#include "editor/model/exporting.hpp"

#include "editor/model/film.hpp"
#include "sim/base/system.hpp"
#include "sim/report/output.hpp"

namespace stairwise::editor {
namespace {

namespace fs = std::filesystem;

Result<Message> writeRun(const RunOutcome& outcome, const Derived& derived, const fs::path& folder, Language language)
{
    auto staging = Staging::open(folder);
    if (!staging) return staging.fault();
    if (Done step = writeResults(*outcome.result, *derived.school, derived.walkable, staging.value(), language); !step)
        return step.fault();
    std::error_code error;
    if (!outcome.trace.empty()) fs::copy_file(outcome.trace, staging.value().folder() / kTraceFile, error);
    if (Done step = staging.value().commit(); !step) return step.fault();
    return Message{"editor.results_written", {folder.string()}};
}

// The school as it was walked, not as it may have been drawn on since.
std::shared_ptr<const Derived> derivedOfRun(const Editor& editor)
{
    if (editor.walked != nullptr) return editor.walked;
    return derivedOf(editor.outcome->order.school, editor.deriver->latest().get());
}

}

fs::path traceOf(const Editor& editor)
{
    if (editor.outcome) return editor.outcome->trace;
    return editor.runner->running() ? editor.runner->state().trace : fs::path();
}

void openPlayback(Editor& editor)
{
    if (editor.playback) {
        if (editor.runner->running()) editor.playback->refresh();
        return;
    }
    const fs::path trace = traceOf(editor);
    std::error_code error;
    if (trace.empty() || !fs::exists(trace, error)) return;
    auto playback = Playback::open(trace);
    if (playback) editor.playback.emplace(std::move(playback).value());
}

void exportResults(Editor& editor, const fs::path& folder)
{
    if (!editor.outcome || !editor.outcome->result) return;
    const auto language = editor.looks.language;
    editor.work->begin({"work.results", {}},
                       [outcome = *editor.outcome, derived = derivedOfRun(editor), folder, language](
                           CancelToken, const Progress&) { return writeRun(outcome, *derived, folder, language); });
}

void exportFilm(Editor& editor, const ExportFilm& wish)
{
    if (!editor.outcome) return;
    FilmOrder order{derivedOfRun(editor), editor.outcome->trace, editor.storey, wish.folder, wish.framesPerSecond,
                    wish.speed,           editor.looks.language};
    editor.work->begin({"work.film", {}}, [order = std::move(order)](CancelToken cancel, const Progress& progress) {
        return makeFilm(order, cancel, progress);
    });
}

}
