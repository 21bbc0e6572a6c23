#include "sim/record/package.hpp"

#include "sim/record/document_text.hpp"
#include "sim/record/record_words.hpp"

#include <algorithm>

namespace stairwise {
namespace {

constexpr std::string_view kFormat = "stairwise-drill";
constexpr const char* kManifestName = "manifest.json";
constexpr const char* kSignatureName = "manifest.sig";
constexpr std::string_view kMethod = "ed25519 ";
constexpr Whole kBytes{0, static_cast<std::int64_t>(kLargestPackage), "bytes"};

/// A handle that a file name can hold.
struct HandleText {
    void operator()(const JsonPlace& at, std::string& out) const
    {
        kNameText(at, out);
        if (at.good() && !isHandle(out)) at.refuse({"record.package.handle", {}}, {"record.package.handle.mend", {}});
    }
};

constexpr auto readPart = [](JsonObject& o, ManifestPart& part) {
    o.need("name", part.name, kNameText);
    o.need("sha256", part.sha256, kNameText);
    o.need("bytes", part.bytes, kBytes);
};

Result<Manifest> parseManifest(std::string_view text, const std::string& file)
{
    return readDocument<Manifest>(text, kFormat, file, [](JsonObject& o, Manifest& manifest) {
        o.need("school", manifest.school, HandleText{});
        o.need("school_name", manifest.schoolName, kNameText);
        o.need("drill", manifest.drill, HandleText{});
        o.need("filing_version", manifest.version, Whole{1, 100'000});
        o.may("replaces", manifest.replaces, kNameText);
        o.need("kind", manifest.kind, oneOf(kDrillKindWords));
        o.need("date", manifest.date, DateText{});
        o.need("filed", manifest.filed, DateText{});
        o.need("engine", manifest.engine, Whole{1, 1'000'000});
        o.may("program", manifest.program, kNameText);
        o.need("parts", manifest.parts, listOf(ObjectOf{readPart}, kMostParts));
    });
}

/// "ed25519 KEY SIGNATURE\n".
std::string signatureText(std::string_view manifest, const KeyPair& key)
{
    return std::string(kMethod) + key.publicKey + " " + signatureOf(manifest, key) + "\n";
}

/// The key, if the text is a signature of the manifest by it.
std::optional<std::string> keyOf(std::string_view text, std::string_view manifest)
{
    if (!text.starts_with(kMethod) || text.size() != kMethod.size() + 64 + 1 + 128 + 1) return std::nullopt;
    const auto key = text.substr(kMethod.size(), 64);
    const auto signature = text.substr(kMethod.size() + 65, 128);
    if (!isHex(key, 64) || !isHex(signature, 128) || !signedBy(manifest, signature, key)) return std::nullopt;
    return std::string(key);
}

/// What is not as the manifest has it.
std::optional<Fault> unlike(const Manifest& manifest, const std::vector<PackagePart>& parts, const std::string& file)
{
    const auto fault = [&](const std::string& part, Message what) {
        return Fault{file, part, std::move(what), {"record.package.again.mend", {}}};
    };
    for (std::size_t i = 0; i < std::max(parts.size(), manifest.parts.size()); ++i) {
        if (i >= parts.size()) return fault(manifest.parts[i].name, {"record.package.part_gone", {}});
        if (i >= manifest.parts.size() || parts[i].name != manifest.parts[i].name)
            return fault(parts[i].name, {"record.package.part_strange", {}});
        if (sha256(parts[i].bytes) != manifest.parts[i].sha256)
            return fault(parts[i].name, {"record.package.part_changed", {}});
    }
    return std::nullopt;
}

}

bool isHandle(std::string_view text)
{
    const auto fits = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    };
    return !text.empty() && text.size() <= kLongestId && std::ranges::all_of(text, fits);
}

std::string packageName(const Manifest& manifest)
{
    return manifest.school + "_" + manifest.drill + "_v" + std::to_string(manifest.version) + ".drill";
}

std::string formatManifest(const Manifest& manifest)
{
    return documentText(kFormat, [&](JsonWriter& w) {
        w.key("school").text(manifest.school);
        w.key("school_name").text(manifest.schoolName);
        w.key("drill").text(manifest.drill);
        w.key("filing_version").whole(manifest.version);
        w.textIfAny("replaces", manifest.replaces);
        w.key("kind").text(codeOf(manifest.kind));
        w.key("date").text(textOf(manifest.date));
        w.key("filed").text(textOf(manifest.filed));
        w.key("engine").whole(manifest.engine);
        w.textIfAny("program", manifest.program);
        writeObjects(
            w, "parts", manifest.parts,
            [](JsonWriter& writer, const ManifestPart& part) {
                writer.key("name").text(part.name);
                writer.key("sha256").text(part.sha256);
                writer.key("bytes").whole(static_cast<std::int64_t>(part.bytes));
            },
            JsonWriter::Shape::OneLine);
    });
}

std::string sealed(Manifest manifest, std::vector<PackagePart> parts, const KeyPair& key)
{
    std::ranges::sort(parts, {}, &PackagePart::name);
    manifest.parts.clear();
    for (const PackagePart& part : parts) manifest.parts.push_back({part.name, sha256(part.bytes), part.bytes.size()});
    const std::string text = formatManifest(manifest);
    std::vector<PackagePart> all = {{kManifestName, text}, {kSignatureName, signatureText(text, key)}};
    std::ranges::move(parts, std::back_inserter(all));
    return zipOf(all);
}

Result<Package> openPackage(std::string_view bytes, const std::string& file)
{
    auto unzipped = partsOf(bytes, file);
    if (!unzipped) return unzipped.fault();
    std::vector<PackagePart> all = std::move(unzipped).value();
    if (all.size() < 2 || all[0].name != kManifestName || all[1].name != kSignatureName)
        return Fault{file, kManifestName, {"record.package.none", {}}, {"record.package.none.mend", {}}};
    const std::string& text = all[0].bytes;
    const auto key = keyOf(all[1].bytes, text);
    if (!key) return Fault{file, kManifestName, {"record.package.forged", {}}, {"record.package.again.mend", {}}};
    auto manifest = parseManifest(text, file + ": " + kManifestName);
    if (!manifest) return manifest.fault();
    const bool asWritten = formatManifest(manifest.value()) == text && zipOf(all) == bytes;
    Package package{std::move(manifest).value(), *key, sha256(bytes), {all.begin() + 2, all.end()}};
    if (auto fault = unlike(package.manifest, package.parts, file)) return *std::move(fault);
    if (!asWritten) // what stands around the parts
        return Fault{file, "zip", {"record.package.frame_changed", {}}, {"record.package.again.mend", {}}};
    return package;
}

}
