#include "sim/report/pictures.hpp"
#include "sim/report/plan.hpp"
#include "tests/report/sample.hpp"
#include "tests/report/texts_of.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace stairwise {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

std::vector<std::string> filesOf(const std::vector<StoreyPicture>& pictures)
{
    std::vector<std::string> names;
    for (const auto& picture : pictures) names.push_back(picture.file);
    return names;
}

class Pictures : public testing::Test {
protected:
    const School school_ = sample::school();
    const Walkable walkable_ = walkableOf(school_);
    const RunResult result_ = sample::emptied(walkable_);

    [[nodiscard]] std::vector<StoreyPicture> both(Language language) const
    {
        auto all = densityPictures(result_, school_, walkable_, language);
        for (auto& flow : flowPictures(result_, school_, walkable_, language)) all.push_back(std::move(flow));
        return all;
    }
};

TEST_F(Pictures, AreOneAStoreyAndOneOfTheGrounds)
{
    EXPECT_THAT(filesOf(both(Language::Chinese)),
                ElementsAre("density_F1", "density_F2", "density_grounds", "flow_F1", "flow_F2", "flow_grounds"));
}

TEST_F(Pictures, ShowNoGroundsWhereNobodyWalked)
{
    RunResult result = result_;
    for (const SurfaceIndex s : surfacesOn(walkable_, {}))
        result.maps[s].peak.assign(result.maps[s].peak.size(), 0.0F),
            result.maps[s].crossings.assign(result.maps[s].crossings.size(), 0.0F);
    EXPECT_THAT(filesOf(densityPictures(result, school_, walkable_, Language::Chinese)),
                ElementsAre("density_F1", "density_F2"));
}

TEST_F(Pictures, AreNotMadeWhereNothingWasMeasured)
{
    RunResult result = result_;
    result.maps.clear();
    EXPECT_TRUE(densityPictures(result, school_, walkable_, Language::Chinese).empty());
    EXPECT_TRUE(flowPictures(result, school_, walkable_, Language::Chinese).empty());
}

TEST_F(Pictures, SayWhatTheyShowWithUnitsAndThatItIsSimulated)
{
    for (const StoreyPicture& picture : both(Language::Chinese)) {
        const std::string svg = toSvg(picture.picture);
        EXPECT_THAT(svg, HasSubstr("示范中学")) << picture.file;
        EXPECT_THAT(svg, HasSubstr("模拟值")) << picture.file;
        EXPECT_THAT(svg, HasSubstr("随机种子 7")) << picture.file;
        EXPECT_THAT(svg, HasSubstr("放学疏散")) << picture.file;
        EXPECT_THAT(svg, HasSubstr("3分25秒")) << picture.file;
        EXPECT_THAT(svg, HasSubstr(picture.file.starts_with("flow") ? "人/m<" : "人/m²")) << picture.file;
        EXPECT_THAT(svg, HasSubstr(" m<")) << picture.file; // scale bar
    }
    const std::string first = toSvg(both(Language::Chinese).front().picture);
    for (const char* name : {"教学楼 一层", "101教室", "七年级（1）班", "化学与生物综合探究实验室", "走廊", "卫生间",
                             "一号楼梯", ">西门<", "安全出口 南门"})
        EXPECT_THAT(first, HasSubstr(name));
}

TEST_F(Pictures, OfTheGroundsShowBuildingsGatesAndAssemblyAreas)
{
    const std::string svg = toSvg(both(Language::Chinese).at(2).picture);
    for (const char* name : {"室外场地", ">教学楼<", ">操场<", ">东校门<", ">一号集合点<"})
        EXPECT_THAT(svg, HasSubstr(name));
}

TEST_F(Pictures, HaveNoTextOverAnotherOrBeyondThePaper)
{
    for (const Language language : {Language::Chinese, Language::English})
        for (const StoreyPicture& picture : both(language)) expectTextsApart(picture);
}

TEST_F(Pictures, AreAFourAcrossWithThePlanFillingIt)
{
    const Picture picture = both(Language::Chinese).front().picture;
    EXPECT_NEAR(paperSize(picture).x, 842.0, 1e-6);
    EXPECT_NEAR(paperSize(picture).y, 595.0, 1e-6);
    EXPECT_NEAR(picture.pointsPerMetre, (760.0 - 88.0) / 40.1, 0.3); // corridor and the wall of the western exit
}

TEST_F(Pictures, TellInRedThatNotEverybodyIsOut)
{
    const auto colourOfRun = [&](const RunResult& result) {
        const auto pictures = densityPictures(result, school_, walkable_, Language::Chinese);
        for (const Shape& shape : pictures.front().picture.shapes)
            if (const auto* text = std::get_if<TextShape>(&shape);
                text != nullptr && text->text.starts_with("放学疏散"))
                return std::pair{text->colour, text->text};
        return std::pair{Colour{}, std::string()};
    };
    EXPECT_FALSE(colourOfRun(result_).first == kLockedRed);
    const auto [colour, text] = colourOfRun(sample::notEmptied(walkable_));
    EXPECT_TRUE(colour == kLockedRed);
    EXPECT_THAT(text, HasSubstr("未全部疏散"));
    EXPECT_THAT(text, Not(HasSubstr("用时")));
}

TEST_F(Pictures, OfIdsThatFilesCannotBearHaveNamesOfTheirOwn)
{
    School school = school_;
    for (std::size_t i = 0; i < 2; ++i) {
        Storey storey = *school.buildings[0].storeys[i];
        storey.id.value = i == 0 ? "a/B" : "A:b";
        school.buildings[0].stairs.clear();
        school.buildings[0].storeys[i] = std::make_shared<const Storey>(storey);
    }
    const Walkable walkable = walkableOf(school);
    const auto pictures = densityPictures(sample::emptied(walkable), school, walkable, Language::English);
    EXPECT_THAT(filesOf(pictures), ElementsAre("density_a_B", "density_A_b_2", "density_grounds"));
}

TEST_F(Pictures, OfEqualResultsAreEqual)
{
    const auto once = both(Language::Chinese);
    const auto again = both(Language::Chinese);
    for (std::size_t i = 0; i < once.size(); ++i) EXPECT_EQ(toSvg(once[i].picture), toSvg(again[i].picture));
}

TEST_F(Pictures, DrawTheLockedDoorRedAndTheExitsGreen)
{
    const Picture picture = both(Language::Chinese).front().picture;
    const auto lines = [&](Colour colour) {
        return std::ranges::count_if(picture.shapes, [&](const Shape& shape) {
            const auto* line = std::get_if<LineShape>(&shape);
            return line != nullptr && line->colour == colour;
        });
    };
    EXPECT_EQ(lines(kExitGreen), 2 + 1); // two exits, one sample in the legend
    EXPECT_EQ(lines(kLockedRed), 1 + 1);
}

}
}
