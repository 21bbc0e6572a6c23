#include "sim/record/document_text.hpp"
#include "sim/record/drill_record.hpp"

namespace stairwise {
namespace {

constexpr std::string_view kFormat = "stairwise-drill-record";
constexpr std::size_t kMost = 10'000; // of any list; assumed

void putClass(JsonWriter& w, const ClassDay& one)
{
    w.key("id").text(one.id);
    w.key("name").text(one.name);
    writeIfAny(w, "left_s", one.left);
    writeIfAny(w, "out_s", one.out);
    writeIfAny(w, "assembled_s", one.assembled);
    writeIfAny(w, "counted_s", one.counted);
    writeIfAny(w, "expected", one.expected);
    writeIfAny(w, "present", one.present);
    writeIfAny(w, "on_leave", one.onLeave);
    writeIfAny(w, "missing", one.missing);
    w.textIfAny("reason", one.reason);
}

void putPlace(JsonWriter& w, const PlaceDay& place)
{
    w.key("id").text(place.id);
    w.key("name").text(place.name);
    writeIfAny(w, "clear_s", place.clear);
}

void putRemark(JsonWriter& w, const Remark& remark)
{
    w.key("text").text(remark.text);
    w.textIfAny("place", remark.place);
    writeIfAny(w, "seconds", remark.seconds);
}

struct NamedText {
    std::string name;
    std::string text;
};
constexpr auto readFact = [](JsonObject& o, NamedText& fact) {
    o.need("name", fact.name, kNameText);
    o.need("text", fact.text, kLongText);
};
constexpr auto readClass = [](JsonObject& o, ClassDay& one) {
    o.need("id", one.id, kNameText);
    o.need("name", one.name, kNameText);
    o.may("left_s", one.left, kSeconds);
    o.may("out_s", one.out, kSeconds);
    o.may("assembled_s", one.assembled, kSeconds);
    o.may("counted_s", one.counted, kSeconds);
    o.may("expected", one.expected, kCount);
    o.may("present", one.present, kCount);
    o.may("on_leave", one.onLeave, kCount);
    o.may("missing", one.missing, kCount);
    o.may("reason", one.reason, kLongText);
};
constexpr auto readPlace = [](JsonObject& o, PlaceDay& place) {
    o.need("id", place.id, kNameText);
    o.need("name", place.name, kNameText);
    o.may("clear_s", place.clear, kSeconds);
};
constexpr auto readRemark = [](JsonObject& o, Remark& remark) {
    o.need("text", remark.text, kLongText);
    o.may("place", remark.place, kLongText);
    o.may("seconds", remark.seconds, kSeconds);
};

}

std::string formatRecord(const DrillRecord& record)
{
    return documentText(kFormat, [&](JsonWriter& w) {
        w.key("kind").text("measured");
        w.key("drill").text(record.drill);
        w.key("school").text(record.school);
        if (record.date) w.key("date").text(textOf(*record.date));
        w.textIfAny("start", record.start);
        writeIfAny(w, "end_s", record.end);
        writeIfAny(w, "all_out_s", record.allOut);
        writeObjects(
            w, "facts", record.facts,
            [](JsonWriter& writer, const auto& fact) {
                writer.key("name").text(fact.first);
                writer.key("text").text(fact.second);
            },
            JsonWriter::Shape::OneLine);
        writeObjects(w, "classes", record.classes, putClass, JsonWriter::Shape::OneLine);
        writeObjects(w, "stairs", record.stairs, putPlace, JsonWriter::Shape::OneLine);
        writeObjects(w, "exits", record.exits, putPlace, JsonWriter::Shape::OneLine);
        writeObjects(w, "notes", record.notes, putRemark, JsonWriter::Shape::OneLine);
        writeObjects(w, "injuries", record.injuries, putRemark, JsonWriter::Shape::OneLine);
        w.key("events").whole(record.events);
    });
}

Result<DrillRecord> parseRecord(std::string_view text, const std::string& file)
{
    return readDocument<DrillRecord>(text, kFormat, file, [](JsonObject& o, DrillRecord& record) {
        std::string kind;
        std::vector<NamedText> facts;
        o.need("kind", kind, kNameText);
        o.need("drill", record.drill, IdText{});
        o.need("school", record.school, kNameText);
        o.may("date", record.date, DateText{});
        o.may("start", record.start, kNameText);
        o.may("end_s", record.end, kSeconds);
        o.may("all_out_s", record.allOut, kSeconds);
        o.need("facts", facts, listOf(ObjectOf{readFact}, kMost));
        o.need("classes", record.classes, listOf(ObjectOf{readClass}, kMost));
        o.need("stairs", record.stairs, listOf(ObjectOf{readPlace}, kMost));
        o.need("exits", record.exits, listOf(ObjectOf{readPlace}, kMost));
        o.need("notes", record.notes, listOf(ObjectOf{readRemark}, kMost));
        o.need("injuries", record.injuries, listOf(ObjectOf{readRemark}, kMost));
        o.need("events", record.events, kCount);
        for (auto& fact : facts) record.facts[std::move(fact.name)] = std::move(fact.text);
    });
}

}
