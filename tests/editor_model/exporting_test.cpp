// What leaves the editor: the files of the command line, and pictures of the walk.
#include "editor/model/exporting.hpp"

#include "editor/model/film.hpp"
#include "sim/base/system.hpp"
#include "tests/editor_model/hand.hpp"
#include "tests/editor_model/traces.hpp"
#include "tests/files.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <array>
#include <cstdlib>
#include <set>

namespace stairwise::editor {
namespace {

namespace fs = std::filesystem;

const fs::path kScenario = fs::path(STAIRWISE_SOURCE_DIR) / "scenarios" / "w1.scenario.json";

/// An editor in which the first workload has been run.
struct Walked {
    OwnFolder folder;
    Editor editor{emptyDocument("new")};

    Walked()
    {
        editor.folder = folder / "state";
        editor.looks.language = Language::English;
        fulfil(editor, OpenFile{kScenario});
        fulfil(editor, Do{"do.run"});
        editor.runner->wait();
        editor.deriver->wait();
        tick(editor, 0.0);
        EXPECT_TRUE(editor.outcome && editor.outcome->result);
    }
    void finish()
    {
        editor.work->wait();
        tick(editor, 0.0);
    }
};

std::set<std::string> namesIn(const fs::path& folder)
{
    std::set<std::string> names;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(folder, error)) names.insert(entry.path().filename().string());
    return names;
}

/// Without what is of the machine.
nlohmann::json summaryIn(const fs::path& folder)
{
    auto summary = nlohmann::json::parse(contentOf(folder / "summary.json"));
    for (const char* key : {"wall_s", "step_s", "agent_steps_per_s"}) summary.erase(key);
    return summary;
}

TEST(Exporting, TheResultsAreTheFilesOfTheCommandLineByteForByte)
{
    Walked run;
    const std::string command = std::string("STAIRWISE_LANG=en ") + STAIRWISE_PROGRAM + " simulate " +
                                kScenario.string() + " --out " + (run.folder / "by-hand").string() + " > /dev/null";
    ASSERT_EQ(std::system(command.c_str()), 0);
    fulfil(run.editor, ExportResults{run.folder / "by-editor"});
    run.finish();
    ASSERT_TRUE(run.editor.notice.has_value());
    EXPECT_EQ(run.editor.notice->severity, Severity::Note) << run.editor.notice->text;
    const auto names = namesIn(run.folder / "by-hand");
    EXPECT_FALSE(names.empty());
    EXPECT_EQ(namesIn(run.folder / "by-editor"), names);
    for (const std::string& name : names)
        if (name != "summary.json") {
            EXPECT_TRUE(contentOf(run.folder / "by-editor" / name) == contentOf(run.folder / "by-hand" / name)) << name;
        }
    EXPECT_EQ(summaryIn(run.folder / "by-editor"), summaryIn(run.folder / "by-hand"));
}

TEST(Exporting, WhatWasWalkedIsExportedThoughItHasBeenDrawnOnSince)
{
    Walked run;
    fulfil(run.editor, ExportResults{run.folder / "before"});
    run.finish();
    const Hand hand(run.editor);
    hand.take(ToolKind::Room);
    hand.drag({60000, 60000}, {70000, 70000});
    run.editor.deriver->wait();
    fulfil(run.editor, ExportResults{run.folder / "after"});
    run.finish();
    for (const std::string& name : namesIn(run.folder / "before"))
        EXPECT_TRUE(contentOf(run.folder / "after" / name) == contentOf(run.folder / "before" / name)) << name;
}

TEST(Exporting, AFolderThatCannotBeIsTold)
{
    Walked run;
    ASSERT_TRUE(writeFile(run.folder / "file", "x").ok());
    fulfil(run.editor, ExportResults{run.folder / "file/under"});
    run.finish();
    ASSERT_TRUE(run.editor.notice.has_value());
    EXPECT_EQ(run.editor.notice->severity, Severity::Error);
}

/// Width and height that a PNG's head names.
std::array<std::uint32_t, 2> sizeOf(const std::string& png)
{
    const auto at = [&](std::size_t i) {
        std::uint32_t value = 0;
        for (std::size_t k = 0; k < 4; ++k) value = value << 8U | static_cast<unsigned char>(png.at(i + k));
        return value;
    };
    return {at(16), at(20)};
}

TEST(Film, HasOnePictureAStepAllOfOneSize)
{
    Walked run;
    fulfil(run.editor, ExportFilm{run.folder / "film", 2.0, 20.0});
    run.finish();
    ASSERT_TRUE(run.editor.notice.has_value());
    EXPECT_EQ(run.editor.notice->severity, Severity::Note) << run.editor.notice->text;
    auto names = namesIn(run.folder / "film");
    EXPECT_EQ(names.erase("film.mp4"), hasProgram("ffmpeg") ? 1U : 0U);
    EXPECT_EQ(names.size(), static_cast<std::size_t>(run.editor.playback->duration() / 10.0) + 1);
    std::set<std::array<std::uint32_t, 2>> sizes;
    for (const std::string& name : names) sizes.insert(sizeOf(contentOf(run.folder / "film" / name)));
    ASSERT_EQ(sizes.size(), 1U);
    EXPECT_GT((*sizes.begin())[0], 1000U);
    EXPECT_GT((*sizes.begin())[1], 700U);
    EXPECT_FALSE(contentOf(run.folder / "film" / "frame00001.png") ==
                 contentOf(run.folder / "film" / "frame00002.png")); // somebody has moved
}

TEST(Film, ThatIsCancelledLeavesNothing)
{
    Walked run;
    fulfil(run.editor, ExportFilm{run.folder / "film", 25.0, 1.0});
    EXPECT_TRUE(run.editor.work->running());
    fulfil(run.editor, Do{"do.cancel_work"});
    run.finish();
    EXPECT_FALSE(fs::exists(run.folder / "film"));
    EXPECT_TRUE(run.editor.notice.has_value());
}

TEST(Film, OfTooManyPicturesIsRefused)
{
    Walked run;
    fulfil(run.editor, ExportFilm{run.folder / "film", 1000.0, 0.1});
    run.finish();
    EXPECT_FALSE(fs::exists(run.folder / "film"));
    ASSERT_TRUE(run.editor.notice.has_value());
    EXPECT_EQ(run.editor.notice->severity, Severity::Error);
}

}
}
