// The afternoon drawn off screen, at the sizes and scales of offices: its pictures lie in the build folder and, at the
// usual size, in docs/editor-tour.md.
#include "tests/editor_view/golden.hpp"
#include "tests/session/drill_plan.hpp"
#include "tests/session/inner_hand.hpp"
#include "tests/session/trial.hpp"

#include <gtest/gtest.h>

namespace stairwise::editor {
namespace {

namespace fs = std::filesystem;

struct Screen {
    int width = 1366;
    int height = 768;
    double scale = 1.0;
    Language language = Language::Chinese;
    const char* name = "";
};

void PrintTo(const Screen& screen, std::ostream* out)
{
    *out << screen.name;
}

class Tour : public testing::TestWithParam<Screen> {};

// Plays sessions of tests/session and keeps its pictures.
void show(const Screen& screen, const std::string& tour, std::initializer_list<const char*> sessionFiles)
{
    auto window = Window::open({"", screen.width, screen.height, screen.scale});
    if (!window.ok()) GTEST_SKIP() << "no OpenGL 3.3 through EGL";
    auto canvas = Canvas::create();
    ASSERT_TRUE(canvas.ok());
    const OwnFolder own;
    const fs::path folder = trialIn(own);
    Habits habits;
    habits.looks.language = screen.language;
    Desk desk(folder / "state", habits, &canvas.value());
    const auto picture = [&](const std::string& name, const std::string&) {
        writePicture(tour + "-" + screen.name + "-" + name + ".png",
                     grabbed(window.value().width(), window.value().height()));
    };
    std::string session;
    for (const char* file : sessionFiles) session += sessionOf(file);
    auto names = namesIn(folder);
    names["archive"] = (folder / "school.archive").string();
    putDrill(names["archive"]);
    EXPECT_EQ(play(parseSession(session), innerHand(desk, window.value(), picture), names), "");
}

TEST_P(Tour, ShowsEveryStep)
{
    show(GetParam(), "tour", {"afternoon.session"});
}

INSTANTIATE_TEST_SUITE_P(Screens, Tour,
                         testing::Values(Screen{1366, 768, 1.0, Language::Chinese, "1366"},
                                         Screen{1366, 768, 1.5, Language::Chinese, "1366x1.5"},
                                         Screen{1920, 1080, 1.0, Language::Chinese, "1920"},
                                         Screen{1920, 1080, 1.5, Language::Chinese, "1920x1.5"},
                                         Screen{1366, 768, 1.0, Language::English, "english"}),
                         [](const testing::TestParamInfo<Screen>& one) {
                             std::string name = one.param.name;
                             std::ranges::replace(name, '.', '_');
                             return name;
                         });

TEST(PlansTour, ShowsTwoPlansSideBySideTheAtlasAndTheSearch)
{
    show({1366, 768, 1.0, Language::Chinese, "1366"}, "plans",
         {"afternoon.session", "plans.session", "planning.session"});
}

TEST(DrillTour, ShowsADayInTheYard)
{
    show({1366, 768, 1.0, Language::Chinese, "1366"}, "drill", {"drill.session"});
}

TEST(RiskTour, ShowsWhereItBecomesDangerous)
{
    show({1366, 768, 1.0, Language::Chinese, "1366"}, "risks", {"risks.session"});
}

}
}
