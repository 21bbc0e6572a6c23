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

constexpr auto readPicture = [](JsonObject& o, DrillPicture& picture) {
    o.need("name", picture.name, kNameText);
    o.may("place", picture.place, kLongText);
    o.may("text", picture.text, kLongText);
    o.may("seconds", picture.seconds, kSeconds);
    o.need("base64", picture.bytes, kBase64);
};

void putPicture(JsonWriter& w, const DrillPicture& picture)
{
    w.key("name").text(picture.name);
    w.textIfAny("place", picture.place);
    w.textIfAny("text", picture.text);
    writeIfAny(w, "seconds", picture.seconds);
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
    const auto clean = withoutMetadata(picture.bytes, file);
    if (!clean) return clean.fault();
    const auto known = picturesIn(archive, drill);
    if (!known) return known.fault();
    const std::string number = std::to_string(known.value().size() + 1);
    picture.name = number + (clean.value().starts_with(kPngHead) ? ".png" : ".jpg");
    Document document{kPictureKind, drill + "-" + number, 0, {}, {}, {}, picture.text + " " + picture.place, {}, {}};
    document.words = picture.text + " " + picture.place;
    document.body = documentText(kFormat, [&](JsonWriter& w) {
        putPicture(w, picture);
        w.key("base64").text(base64Of(clean.value()));
    });
    const auto kept = archive.put({&document, 1});
    if (!kept) return kept.fault();
    return picture.name;
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
        parts.push_back({"pictures/" + picture.name, std::move(picture.bytes)});
    return parts;
}

}
