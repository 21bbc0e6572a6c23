#include "sim/record/blur.hpp"

#include "sim/record/drill_picture.hpp"
#include "sim/record/pixels.hpp"
#include "tests/files.hpp"

#include <gtest/gtest.h>

#include <set>

namespace stairwise {
namespace {

/// Every dot another than its neighbours; the left part redder, the upper part greener.
Pixels chequered(int width, int height, int channels)
{
    Pixels pixels{width, height, channels, {}};
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            for (int c = 0; c < channels; ++c) {
                const int ramp = c == 0 ? 255 - 255 * x / width : c == 1 ? 255 - 255 * y / height : 60 * ((x + y) % 3);
                pixels.dots.push_back(static_cast<std::uint8_t>(c == 3 ? 255 : ramp));
            }
    return pixels;
}

std::string fileOf(int width, int height, int channels)
{
    return formatPixels(chequered(width, height, channels), "p").value();
}

int redAt(const Pixels& pixels, int x, int y)
{
    return pixels.dots[pixels.at(x, y)];
}
int greenAt(const Pixels& pixels, int x, int y)
{
    return pixels.dots[pixels.at(x, y) + 1];
}

TEST(Blur, LeavesEightTilesAcrossAPlaceAndTheRestAsItWas)
{
    const Pixels before = chequered(400, 320, 4);
    const std::string filed = blurred(fileOf(400, 320, 4), {{{25.0, 25.0, 50.0, 50.0}}}, "p").value();
    const Pixels after = pixelsOf(filed, "p").value();
    ASSERT_EQ(after.width, 400);
    std::set<std::vector<std::uint8_t>> colours;
    for (int y = 0; y < 320; ++y)
        for (int x = 0; x < 400; ++x) {
            const auto dot = after.dots.begin() + static_cast<std::ptrdiff_t>(after.at(x, y));
            if (x >= 100 && x < 300 && y >= 80 && y < 240)
                colours.emplace(dot, dot + 3);
            else
                ASSERT_EQ(*dot, before.dots[before.at(x, y)]) << x << ", " << y;
        }
    EXPECT_GT(colours.size(), 8U);
    EXPECT_LE(colours.size(), 64U);
}

TEST(Blur, OfASmallFaceLeavesNoFace)
{
    const std::string filed = blurred(fileOf(400, 320, 4), {{{50.0, 50.0, 3.0, 3.0}}}, "p").value();
    const Pixels after = pixelsOf(filed, "p").value();
    EXPECT_EQ(redAt(after, 200, 160), redAt(after, 211, 169)) << "twelve by ten dots are one tile";
}

TEST(Blur, OfAJpegIsAJpegWithoutAnythingBesidesThePicture)
{
    const std::string filed = blurred(fileOf(160, 120, 3), {{{0.0, 0.0, 100.0, 100.0}}}, "p").value();
    EXPECT_EQ(withoutMetadata(filed, "p").value(), filed);
    EXPECT_EQ(pixelsOf(filed, "p").value().channels, 3);
}

TEST(Blur, IsAskedInPercentWithinThePicture)
{
    EXPECT_EQ(parseBlurredPlace("40,20,15.5,25"), (BlurredPlace{40.0, 20.0, 15.5, 25.0}));
    EXPECT_TRUE(parseBlurredPlace("0,0,100,100"));
    for (const char* bad : {"", "1,2,3", "1,2,3,4,5", "1,2,3,4,", "1,2,,4", "-1,2,3,4", "90,2,20,4", "1,2,0,4",
                            "nan,2,3,4", "1,2,3,x", "1e999,2,3,4"})
        EXPECT_FALSE(parseBlurredPlace(bad)) << bad;
}

/// What a camera writes that was held another way (EXIF).
std::string heldAs(char orientation, const std::string& jpeg, bool little)
{
    using namespace std::string_literals;
    const std::string tiff = little ? "II*\0\x08\0\0\0\1\0\x12\1\3\0\1\0\0\0"s + orientation + "\0\0\0\0\0\0\0"s
                                    : "MM\0*\0\0\0\x08\0\1\1\x12\0\3\0\0\0\1\0"s + orientation + "\0\0\0\0\0\0"s;
    const std::string exif = "Exif\0\0"s + tiff;
    return jpeg.substr(0, 2) + "\xff\xe1\0"s + static_cast<char>(exif.size() + 2) + exif + jpeg.substr(2);
}

TEST(Upright, IsAPictureAsAViewerShowsItHoweverTheCameraWasHeld)
{
    const std::string jpeg = fileOf(160, 120, 3); // redder to the left, greener above
    struct Held {
        char orientation;
        bool swapped;
        int red; // 1: to the left, -1: to the right, where it is; after a swap of what was above
        int green;
    };
    for (const auto& [orientation, swapped, red, green] : {Held{2, false, -1, 1},
                                                           {3, false, -1, -1},
                                                           {4, false, 1, -1},
                                                           {5, true, 1, 1},
                                                           {6, true, 1, -1},
                                                           {7, true, -1, -1},
                                                           {8, true, -1, 1}}) {
        const auto made = upright(heldAs(orientation, jpeg, orientation % 2 == 0), "p");
        ASSERT_TRUE(made);
        ASSERT_TRUE(made.value()) << int{orientation};
        const Pixels turned = pixelsOf(*made.value(), "p").value();
        EXPECT_EQ(turned.width, swapped ? 120 : 160);
        const int right = turned.width - 20;
        const int below = turned.height - 20;
        const int redWay = swapped ? redAt(turned, 20, 20) - redAt(turned, 20, below)
                                   : redAt(turned, 20, 20) - redAt(turned, right, 20);
        const int greenWay = swapped ? greenAt(turned, 20, 20) - greenAt(turned, right, 20)
                                     : greenAt(turned, 20, 20) - greenAt(turned, 20, below);
        EXPECT_GT(redWay * red, 0) << int{orientation};
        EXPECT_GT(greenWay * green, 0) << int{orientation};
    }
    EXPECT_FALSE(upright(jpeg, "p").value());
    EXPECT_FALSE(upright(heldAs(1, jpeg, true), "p").value());
    EXPECT_FALSE(upright(heldAs(9, jpeg, true), "p").value());
    EXPECT_FALSE(upright("\xff\xd8\xff\xe1\xff\xff"
                         "Exif",
                         "p")
                     .value());
}

TEST(Pixels, OfWhatIsNoPictureAreRefused)
{
    const std::string png = fileOf(40, 30, 4);
    std::string huge = png;
    huge.replace(16, 8, std::string("\0\xff\xff\xff\0\xff\xff\xff", 8));
    const std::string jpeg = fileOf(40, 30, 3);
    std::string wide = jpeg;
    const std::size_t frame = wide.find("\xff\xc0");
    ASSERT_NE(frame, std::string::npos);
    wide.replace(frame + 5, 4, "\xfe\xfe\xfe\xfe");
    for (const std::string& bad : {std::string(), std::string("text"), png.substr(0, 30), png.substr(0, png.size() / 2),
                                   huge, jpeg.substr(0, 40), wide})
        EXPECT_FALSE(pixelsOf(bad, "p"));
    EXPECT_EQ(pixelsOf(wide, "p").fault().what.key, "record.picture.large");
}

TEST(Picture, WithAMarkedFaceIsFiledWithoutItAndKeptWithIt)
{
    const OwnFolder folder;
    Archive archive = Archive::open(folder / "a.archive", Opening::CreateIfMissing).value();
    const std::string original = withoutMetadata(fileOf(160, 120, 3), "p").value();
    const std::string drill = "2026-03-fire";
    ASSERT_EQ(keepPicture(archive, drill, {{}, "gate", "all out", 90.0, original}, "p.jpg").value(), "1.jpg");
    EXPECT_EQ(pictureParts(archive, drill).value().at(1).bytes, original);
    const BlurredPlace face{10.0, 10.0, 30.0, 30.0};
    EXPECT_FALSE(blurPicture(archive, drill, "2.jpg", face));
    const std::string filed = blurPicture(archive, drill, "1.jpg", face).value().filed;
    EXPECT_NE(filed, original);
    const auto parts = pictureParts(archive, drill).value();
    EXPECT_EQ(parts.at(1).name, "pictures/1.jpg");
    EXPECT_EQ(parts.at(1).bytes, filed);
    EXPECT_NE(parts.at(0).bytes.find("[10, 10, 30, 30]"), std::string::npos) << "the bureau is told";
    EXPECT_EQ(picturesIn(archive, drill).value().at(0).bytes, original);
    EXPECT_EQ(blurPicture(archive, drill, "1.jpg", BlurredPlace{50.0, 50.0, 9.0, 9.0}).value().blurred.size(), 2U);
    ASSERT_TRUE(blurPicture(archive, drill, "1.jpg", {}));
    EXPECT_EQ(pictureParts(archive, drill).value().at(1).bytes, original);
}

}
}
