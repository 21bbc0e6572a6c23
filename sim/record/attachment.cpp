#include "sim/record/attachment.hpp"

#include "sim/record/document_text.hpp"
#include "sim/record/drill_picture.hpp"
#include "sim/record/package.hpp"
#include "sim/record/seal.hpp"
#include "sim/workbook/docx.hpp"

#include <algorithm>

namespace stairwise {
namespace {

constexpr std::string_view kFormat = "stairwise-attachment";
constexpr Text kBase64{2 * kLargestAttachment};

struct Attachment {
    std::string name;
    std::string bytes; // base64 in the archive
};

Result<PackagePart> cleaned(std::string name, std::string_view bytes, const std::string& file)
{
    name = name.substr(0, name.rfind('.'));
    if (!isHandle(name)) return Fault{file, "", {"attachment.name", {name}}, {"attachment.name.mend", {}}};
    if (bytes.starts_with("%PDF-")) return PackagePart{name + ".pdf", std::string(bytes)};
    if (isDocx(bytes)) return PackagePart{name + ".docx", std::string(bytes)};
    auto picture = withoutMetadata(bytes, file);
    if (!picture) return Fault{file, "", {"attachment.none", {}}, {"attachment.none.mend", {}}};
    const char* ending = bytes.starts_with("\xff\xd8") ? ".jpg" : ".png";
    return PackagePart{name + ending, std::move(picture).value()};
}

}

Result<std::string> attach(Archive& archive, const std::string& drill, const std::string& name, std::string_view bytes,
                           const std::string& file)
{
    const auto part = cleaned(name, bytes, file);
    if (!part) return part.fault();
    Document document{kAttachmentKind, drill + "/" + part.value().name, 0, {}, {}, {}, part.value().name, {}, {}};
    document.words = part.value().name;
    document.body = documentText(kFormat, [&](JsonWriter& w) {
        w.key("name").text(part.value().name);
        w.key("base64").text(base64Of(part.value().bytes));
    });
    const auto kept = archive.put({&document, 1});
    if (!kept) return kept.fault();
    return part.value().name;
}

Result<std::vector<PackagePart>> attachmentParts(Archive& archive, const std::string& drill)
{
    const auto listed = archive.list({kAttachmentKind, {}, {}, false, 100'000});
    if (!listed) return listed.fault();
    std::vector<PackagePart> parts;
    for (const Document& one : listed.value()) {
        if (!one.key.starts_with(drill + "/")) continue;
        const auto found = archive.get(kAttachmentKind, one.key);
        if (!found) return found.fault();
        const auto read = readDocument<Attachment>(found.value()->body, kFormat, archive.database().path().string(),
                                                   [](JsonObject& o, Attachment& attachment) {
                                                       o.need("name", attachment.name, kNameText);
                                                       o.need("base64", attachment.bytes, kBase64);
                                                   });
        if (!read) return read.fault();
        parts.push_back({"attached/" + read.value().name, fromBase64(read.value().bytes)});
    }
    std::ranges::sort(parts, {}, &PackagePart::name);
    return parts;
}

}
