#include "sim/base/json_write.hpp"
#include "sim/report/register_report.hpp"
#include "sim/report/script.hpp"

namespace stairwise {
namespace {

constexpr EntryKind kKinds[] = {EntryKind::NightDuty,    EntryKind::Round,        EntryKind::Inspection,
                                EntryKind::StandingPlan, EntryKind::ParentLetter, EntryKind::PupilDuty};

std::string_view keyOf(EntryKind kind)
{
    constexpr std::string_view kKeys[] = {"register.night_duty",    "register.round",         "register.inspection",
                                          "register.standing_plan", "register.parent_letter", "register.pupil_duty"};
    return kKeys[static_cast<std::size_t>(kind)];
}

std::string countsOf(const RegisterEntry& entry)
{
    if (!entry.count) return {};
    return std::to_string(*entry.count) + (entry.of ? "/" + std::to_string(*entry.of) : std::string());
}

}

std::string entryKindName(EntryKind kind, Language language)
{
    return say(keyOf(kind), language);
}

std::string registerText(const std::vector<RegisterEntry>& entries, Language language)
{
    std::string text;
    for (const RegisterEntry& entry : entries)
        text += say({"register.line",
                     {textOf(entry.date), entryKindName(entry.kind, language), entry.place, entry.who, entry.text,
                      countsOf(entry)}},
                    language) +
                "\n";
    return text.empty() ? say("archive.nothing", language) + "\n" : text;
}

std::string registerJson(const std::vector<RegisterEntry>& entries)
{
    JsonWriter w;
    w.beginObject();
    writeObjects(
        w, "entries", entries,
        [](JsonWriter& writer, const RegisterEntry& entry) {
            writer.key("kind").text(codeOf(entry.kind));
            writer.key("date").text(textOf(entry.date));
            writer.textIfAny("place", entry.place);
            writer.textIfAny("who", entry.who);
            writer.textIfAny("text", entry.text);
            if (entry.count) writer.key("count").whole(*entry.count);
            if (entry.of) writer.key("of").whole(*entry.of);
        },
        JsonWriter::Shape::OneLine);
    w.endObject();
    return std::move(w).finished();
}

Writing registerWriting(const std::vector<RegisterEntry>& entries, Language language)
{
    Script w(language, {"register.title", {}});
    w.title({"register.title", {}});
    for (const EntryKind kind : kKinds) {
        TablePart table = w.table({0.14, 0.2, 0.16, 0.38, 0.12}, {"register.date", "register.place", "register.who",
                                                                  "register.text", "register.count"});
        for (const RegisterEntry& entry : entries)
            if (entry.kind == kind)
                table.rows.push_back({textOf(entry.date), entry.place, entry.who, entry.text, countsOf(entry)});
        if (table.rows.empty()) continue;
        w.heading(keyOf(kind));
        w.put(std::move(table));
    }
    return std::move(w).finished();
}

}
