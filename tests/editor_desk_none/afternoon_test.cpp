#include "tests/session/inner_hand.hpp"
#include "tests/session/trial.hpp"

#include "sim/base/system.hpp"

#include <gtest/gtest.h>

namespace stairwise::editor {
namespace {

namespace fs = std::filesystem;

struct Attended {
    std::string wrong;
    std::string digest;
};

// A person at a window that nobody sees.
Attended attend(const fs::path& folder, const std::string& session, const std::string& file)
{
    auto window = Window::open({"", 1366, 768, 1.0});
    Habits habits;
    Desk desk(folder / "state", habits, nullptr);
    if (!file.empty()) fulfil(desk.editor(), OpenFile{file});
    Attended attended;
    attended.wrong = play(parseSession(session), innerHand(desk, window.value()), namesIn(folder));
    if (desk.editor().outcome && desk.editor().outcome->result)
        attended.digest = desk.editor().outcome->result->digest.hex();
    return attended;
}

TEST(Afternoon, EndsWithTheResultOfTheCommandLine)
{
    const OwnFolder own;
    const fs::path folder = trialIn(own);
    const std::string session = sessionOf("afternoon.session");
    const Attended drawn = attend(folder, session, {});
    ASSERT_EQ(drawn.wrong, "");
    ASSERT_NE(drawn.digest, "");
    ASSERT_TRUE(fs::exists(folder / kSavedSchool));
    EXPECT_EQ(drawn.digest, digestOnCommandLine(STAIRWISE_PROGRAM, folder / kSavedScenario));
    const Attended opened = attend(folder, "click do.run\nwait\n", (folder / kSavedSchool).string());
    EXPECT_EQ(opened.wrong, "");
    EXPECT_EQ(opened.digest, drawn.digest);
}

}
}
