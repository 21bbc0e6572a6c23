// The whole program on a screen, with a real mouse and keyboard.
#include "tests/editor_desk_glfw/screen.hpp"
#include "tests/editor_view/golden.hpp"
#include "tests/session/trial.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace stairwise::editor {
namespace {

namespace fs = std::filesystem;

std::string digestIn(const fs::path& folder)
{
    const auto summary =
        nlohmann::json::parse(contentOf(folder / "state/run" / kSavedScenario / "summary.json"), nullptr, false);
    return summary.is_object() ? summary.value("digest", std::string()) : std::string();
}

TEST(AfternoonOnAScreen, EndsWithTheResultOfTheCommandLine)
{
    const OwnFolder own;
    const fs::path folder = trialIn(own);
    auto screen = Screen::open(folder, 1366, 768);
    if (!screen) GTEST_SKIP() << "Xvfb, xdotool or xclip are missing";
    if (!screen->start(STAIRWISE_EDITOR, {}, 1.0)) GTEST_SKIP() << "no OpenGL 3.3 under Xvfb";
    const Hand hand = screen->hand(
        [&](const std::string& name, const std::string&) { writePicture("screen-" + name + ".png", screen->seen()); });
    const std::string session = sessionOf("afternoon.session");
    const std::string wrong = play(parseSession(session), hand, namesIn(folder));
    if (!wrong.empty()) writePicture("screen-failed.png", screen->seen());
    ASSERT_EQ(wrong, "");
    const std::string drawn = digestIn(folder);
    screen->end();
    ASSERT_NE(drawn, "");
    ASSERT_TRUE(fs::exists(folder / kSavedSchool));
    EXPECT_EQ(drawn, digestOnCommandLine(STAIRWISE_PROGRAM, folder / kSavedScenario));

    fs::remove_all(folder / "state/run");
    ASSERT_TRUE(screen->start(STAIRWISE_EDITOR, (folder / kSavedSchool).string(), 1.0));
    EXPECT_EQ(play(parseSession("click do.run\nwait\n"), screen->hand({}), {}), "");
    EXPECT_EQ(digestIn(folder), drawn);
}

}
}
