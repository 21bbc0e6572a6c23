#include "sim/base/json_write.hpp"
#include "sim/report/bureau_report.hpp"
#include "sim/report/script.hpp"

namespace stairwise {
namespace {

std::string verdictName(Receiving verdict, Language language)
{
    constexpr std::string_view kKeys[] = {"bureau.accepted", "bureau.sent_back", "bureau.duplicate", "bureau.refused"};
    return say(kKeys[static_cast<std::size_t>(verdict)], language);
}

std::vector<std::string> said(const std::vector<Message>& messages, Language language)
{
    std::vector<std::string> texts;
    for (const Message& message : messages) texts.push_back(say(message, language));
    return texts;
}

/// Why, for people: the fault of a refused one, the reasons of one that is sent back.
std::vector<std::string> reasonsOf(const Receipt& receipt, Language language)
{
    if (receipt.fault) return {line(*receipt.fault, language)};
    return said(receipt.reasons, language);
}

void putTexts(JsonWriter& w, std::string_view key, const std::vector<std::string>& texts)
{
    w.key(key).beginList();
    for (const std::string& text : texts) w.text(text);
    w.endList();
}

void putReceipt(JsonWriter& w, const Receipt& receipt, Language language)
{
    w.key("file").text(receipt.file);
    w.key("verdict").text(codeOf(receipt.verdict));
    putTexts(w, "reasons", reasonsOf(receipt, language));
    putTexts(w, "remarks", said(receipt.remarks, language));
    if (!receipt.manifest) return;
    w.key("school").text(receipt.manifest->school);
    w.key("drill").text(receipt.manifest->drill);
    w.key("filing_version").whole(receipt.manifest->version);
    w.key("date").text(textOf(receipt.manifest->date));
    w.key("received").text(textOf(receipt.received));
    w.key("late").yesNo(receipt.late);
    w.key("sha256").text(receipt.sha256);
}

}

std::string receiptText(const Receipt& receipt, Language language)
{
    if (receipt.fault) return line(*receipt.fault, language) + "\n";
    std::string text = say({"bureau.line", {receipt.file, verdictName(receipt.verdict, language)}}, language) + "\n";
    for (const std::string& reason : reasonsOf(receipt, language)) text += "  - " + reason + "\n";
    for (const std::string& remark : said(receipt.remarks, language)) text += "  · " + remark + "\n";
    return text;
}

std::string receiptsJson(std::span<const Receipt> receipts, Language language)
{
    JsonWriter w;
    w.beginObject();
    if (receipts.size() == 1)
        putReceipt(w, receipts.front(), language);
    else
        writeObjects(w, "packages", receipts,
                     [&](JsonWriter& writer, const Receipt& receipt) { putReceipt(writer, receipt, language); });
    w.endObject();
    return std::move(w).finished();
}

Writing receiptsWriting(std::span<const Receipt> receipts, Language language)
{
    Script w(language, {"bureau.receipt", {}});
    for (const Receipt& receipt : receipts) {
        if (!receipt.manifest) continue;
        const Manifest& manifest = *receipt.manifest;
        w.newPage();
        w.title({"bureau.receipt", {}});
        w.field("bureau.school", manifest.schoolName + " (" + manifest.school + ")");
        w.field("bureau.drill", manifest.drill);
        w.field("bureau.version", std::to_string(manifest.version));
        w.field("bureau.date", textOf(manifest.date));
        w.field("bureau.received", textOf(receipt.received));
        w.put(FieldPart{"SHA-256", receipt.sha256});
        w.field("bureau.verdict", verdictName(receipt.verdict, language));
        const auto reasons = reasonsOf(receipt, language);
        if (!reasons.empty()) w.heading("bureau.reasons");
        for (const std::string& reason : reasons) w.item(reason);
        if (!receipt.remarks.empty()) w.heading("bureau.remarks");
        for (const Message& remark : receipt.remarks) w.item(w.text(remark));
        w.signatures({"bureau.clerk", "plan.signed_on"});
    }
    return std::move(w).finished();
}

}
