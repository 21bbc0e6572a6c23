#include "sim/record/drill_picture.hpp"

#include "sim/record/document_text.hpp"
#include "sim/record/drill_store.hpp"
#include "sim/record/seal.hpp"

#include <algorithm>
#include <array>

namespace stairwise {
namespace {

constexpr std::string_view kFormat = "stairwise-picture";
constexpr std::string_view kListFormat = "stairwise-pictures";
constexpr Text kBase64{2 * kLargestPicture};
constexpr std::string_view kPngHead = "\x89PNG\r\n\x1a\n";
// What a picture is made of and looks like; all other chunks tell of something else (PNG specification, 11).
constexpr std::array<std::string_view, 12> kPngKept = {"IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA",
                                                       "cHRM", "sRGB", "sBIT", "bKGD", "pHYs", "hIST"};

std::uint32_t big(std::string_view bytes, std::size_t at, std::size_t count)
{
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < count; ++i) value = (value << 8U) | static_cast<unsigned char>(bytes[at + i]);
    return value;
}

std::optional<std::string> cleanPng(std::string_view bytes)
{
    std::string clean(kPngHead);
    for (std::size_t at = kPngHead.size(); at + 12 <= bytes.size();) {
        const std::size_t whole = std::size_t{12} + big(bytes, at, 4);
        if (whole > bytes.size() - at) return std::nullopt;
        const std::string_view kind = bytes.substr(at + 4, 4);
        if (std::ranges::find(kPngKept, kind) != kPngKept.end()) clean += bytes.substr(at, whole);
        if (kind == "IEND") return clean;
        at += whole;
    }
    return std::nullopt;
}

/// Where the coded lines that begin at `at` end: at the next marker that is no restart and no stuffed byte.
std::size_t endOfScan(std::string_view bytes, std::size_t at)
{
    for (; at + 1 < bytes.size(); ++at) {
        const auto next = static_cast<unsigned char>(bytes[at + 1]);
        const bool restart = next >= 0xd0 && next <= 0xd7;
        if (static_cast<unsigned char>(bytes[at]) == 0xff && next != 0 && next != 0xff && !restart) return at;
    }
    return bytes.size();
}

std::optional<std::string> cleanJpeg(std::string_view bytes)
{
    std::string clean(bytes.substr(0, 2));
    for (std::size_t at = 2; at + 4 <= bytes.size() || bytes.substr(at, 2) == "\xff\xd9";) {
        if (static_cast<unsigned char>(bytes[at]) != 0xff) return std::nullopt;
        const auto marker = static_cast<unsigned char>(bytes[at + 1]);
        if (marker == 0xd9) return clean + "\xff\xd9"; // and nothing that hides behind it
        if (marker == 0xff) {                          // a filling byte
            ++at;
            continue;
        }
        const std::size_t whole = std::size_t{2} + big(bytes, at + 2, 2);
        if (whole < 4 || whole > bytes.size() - at) return std::nullopt;
        std::size_t end = at + whole;
        if (marker == 0xda) end = endOfScan(bytes, end); // the picture itself
        // APP0 says how dots are counted, APP14 which colours they have; the other APPs and comments are the camera's.
        const bool told = (marker > 0xe0 && marker <= 0xef && marker != 0xee) || marker == 0xfe;
        if (!told) clean += bytes.substr(at, end - at);
        at = end;
    }
    return std::nullopt;
}

constexpr std::size_t kMostPlaces = 200; // assumed: every face of a class of 60, three times over

void readPlace(const JsonPlace& at, BlurredPlace& place)
{
    constexpr Number kPercent{0.0, 100.0, "%"};
    std::vector<double> four;
    listOf(kPercent, 4)(at, four);
    if (!at.good()) return;
    four.resize(4);
    place = {four[0], four[1], four[2], four[3]};
    if (!isWithin(place)) at.refuse({"record.blur.bad", {at.path()}}, {"record.blur.bad.mend", {}});
}

constexpr auto readPicture = [](JsonObject& o, DrillPicture& picture) {
    o.need("name", picture.name, kNameText);
    o.may("place", picture.place, kLongText);
    o.may("text", picture.text, kLongText);
    o.may("seconds", picture.seconds, kSeconds);
    o.may("blurred", picture.blurred, listOf(readPlace, kMostPlaces));
    o.need("base64", picture.bytes, kBase64);
    o.may("filed_base64", picture.filed, kBase64);
};

void putPicture(JsonWriter& w, const DrillPicture& picture)
{
    w.key("name").text(picture.name);
    w.textIfAny("place", picture.place);
    w.textIfAny("text", picture.text);
    writeIfAny(w, "seconds", picture.seconds);
    if (picture.blurred.empty()) return;
    w.key("blurred").beginList();
    for (const BlurredPlace& place : picture.blurred) {
        w.beginList(JsonWriter::Shape::OneLine);
        for (const double value : {place.left, place.top, place.wide, place.high}) w.number(value);
        w.endList();
    }
    w.endList();
}

Done putInArchive(Archive& archive, const std::string& drill, const DrillPicture& picture)
{
    const std::string number = picture.name.substr(0, picture.name.find('.'));
    Document document{kPictureKind, drill + "-" + number, 0, {}, {}, {}, picture.text + " " + picture.place, {}, {}};
    document.words = picture.text + " " + picture.place;
    document.body = documentText(kFormat, [&](JsonWriter& w) {
        putPicture(w, picture);
        w.key("base64").text(base64Of(picture.bytes));
        if (!picture.filed.empty()) w.key("filed_base64").text(base64Of(picture.filed));
    });
    const auto kept = archive.put({&document, 1});
    return kept ? done() : Done(kept.fault());
}

/// What was coded anew may have grown.
Done fits(const std::string& bytes, const std::string& file)
{
    if (bytes.size() <= kLargestPicture) return done();
    return Fault{file, "", {"record.picture.grown", {}}, {"record.picture.large.mend", {}}};
}

}

Result<std::string> withoutMetadata(std::string_view bytes, const std::string& file)
{
    std::optional<std::string> clean;
    if (bytes.starts_with(kPngHead)) clean = cleanPng(bytes);
    if (bytes.starts_with("\xff\xd8\xff")) clean = cleanJpeg(bytes);
    if (!clean) return Fault{file, "", {"record.picture.none", {}}, {"record.picture.none.mend", {}}};
    return *std::move(clean);
}

Result<std::string> keepPicture(Archive& archive, const std::string& drill, DrillPicture picture,
                                const std::string& file)
{
    auto turned = upright(picture.bytes, file);
    if (!turned) return turned.fault();
    auto clean = withoutMetadata(turned.value().value_or(picture.bytes), file);
    if (!clean) return clean.fault();
    if (auto small = fits(clean.value(), file); !small) return small.fault();
    const auto known = picturesIn(archive, drill);
    if (!known) return known.fault();
    picture.bytes = std::move(clean).value();
    picture.name = std::to_string(known.value().size() + 1) + (picture.bytes.starts_with(kPngHead) ? ".png" : ".jpg");
    if (const Done kept = putInArchive(archive, drill, picture); !kept) return kept.fault();
    return picture.name;
}

Result<DrillPicture> blurPicture(Archive& archive, const std::string& drill, const std::string& name,
                                 const std::optional<BlurredPlace>& place)
{
    auto pictures = picturesIn(archive, drill);
    if (!pictures) return pictures.fault();
    const auto found = std::ranges::find(pictures.value(), name, &DrillPicture::name);
    if (found == pictures.value().end())
        return archive.database().fault({"record.blur.none", {name}}, {"record.blur.none.mend", {}});
    DrillPicture picture = std::move(*found);
    if (picture.blurred.size() >= kMostPlaces && place)
        return Fault{name, "", {"record.blur.many", {std::to_string(kMostPlaces)}}, {"record.blur.many.mend", {}}};
    if (place) picture.blurred.push_back(*place);
    if (!place) picture.blurred.clear();
    picture.filed.clear();
    if (!picture.blurred.empty()) {
        auto made = blurred(picture.bytes, picture.blurred, name);
        if (!made) return made.fault();
        if (auto small = fits(made.value(), name); !small) return small.fault();
        picture.filed = std::move(made).value();
    }
    if (const Done kept = putInArchive(archive, drill, picture); !kept) return kept.fault();
    return picture;
}

Result<std::vector<DrillPicture>> picturesIn(Archive& archive, const std::string& drill)
{
    std::vector<DrillPicture> pictures;
    for (int number = 1;; ++number) {
        const auto found = archive.get(kPictureKind, drill + "-" + std::to_string(number));
        if (!found) return found.fault();
        if (!found.value()) return pictures;
        auto picture =
            readDocument<DrillPicture>(found.value()->body, kFormat, archive.database().path().string(), readPicture);
        if (!picture) return picture.fault();
        picture.value().bytes = fromBase64(picture.value().bytes);
        picture.value().filed = fromBase64(picture.value().filed);
        pictures.push_back(std::move(picture).value());
    }
}

Result<std::vector<PackagePart>> pictureParts(Archive& archive, const std::string& drill)
{
    auto pictures = picturesIn(archive, drill);
    if (!pictures) return pictures.fault();
    std::vector<PackagePart> parts;
    if (pictures.value().empty()) return parts;
    parts.push_back({"pictures.json", documentText(kListFormat, [&](JsonWriter& w) {
                         writeObjects(w, "pictures", pictures.value(), putPicture);
                     })});
    for (DrillPicture& picture : pictures.value())
        parts.push_back(
            {"pictures/" + picture.name, std::move(picture.blurred.empty() ? picture.bytes : picture.filed)});
    return parts;
}

}
