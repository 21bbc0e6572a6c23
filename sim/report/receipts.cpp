#include "sim/base/json_write.hpp"
#include "sim/report/bureau_report.hpp"
#include "sim/report/paper.hpp"

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

std::vector<Picture> receiptPages(std::span<const Receipt> receipts, Language language)
{
    Paper paper(language, say("bureau.receipt", language));
    for (const Receipt& receipt : receipts) {
        if (!receipt.manifest) continue;
        const Manifest& manifest = *receipt.manifest;
        paper.turnPage();
        paper.title(say("bureau.receipt", language));
        paper.field(say("bureau.school", language), manifest.schoolName + " (" + manifest.school + ")");
        paper.field(say("bureau.drill", language), manifest.drill);
        paper.field(say("bureau.version", language), std::to_string(manifest.version));
        paper.field(say("bureau.date", language), textOf(manifest.date));
        paper.field(say("bureau.received", language), textOf(receipt.received));
        paper.field("SHA-256", receipt.sha256);
        paper.field(say("bureau.verdict", language), verdictName(receipt.verdict, language));
        const auto reasons = reasonsOf(receipt, language);
        if (!reasons.empty()) paper.heading(say("bureau.reasons", language));
        for (const std::string& reason : reasons) paper.item(reason);
        if (!receipt.remarks.empty()) paper.heading(say("bureau.remarks", language));
        for (const std::string& remark : said(receipt.remarks, language)) paper.item(remark);
        paper.signatures({say("bureau.clerk", language), say("plan.signed_on", language)}, say("plan.stamp", language));
    }
    return std::move(paper).pages();
}

}
