#include "sim/record/document_text.hpp"
#include "sim/record/record_words.hpp"

namespace stairwise {
namespace {

void putEvent(JsonWriter& w, const DrillEvent& event)
{
    w.key("what").text(codeOf(event.what));
    w.textIfAny("id", event.id);
    writeIfAny(w, "seconds", event.seconds);
    writeIfAny(w, "expected", event.expected);
    writeIfAny(w, "present", event.present);
    writeIfAny(w, "on_leave", event.onLeave);
    writeIfAny(w, "missing", event.missing);
    w.textIfAny("text", event.text);
    w.textIfAny("place", event.place);
    writeIfAny(w, "struck", event.struck);
}

}

std::string_view codeOf(DayMark what)
{
    return wordFor(kMarkWords, what);
}

std::string formatEvent(const DrillEvent& event)
{
    JsonWriter writer;
    writer.beginObject(JsonWriter::Shape::OneLine);
    putEvent(writer, event);
    writer.endObject();
    std::string text = std::move(writer).finished();
    text.pop_back();
    return text;
}

Result<DrillEvent> parseEvent(std::string_view text, const std::string& name)
{
    const auto parsed = parseJson(text, name);
    if (!parsed) return parsed.fault();
    JsonFaults faults{name, {}};
    DrillEvent event;
    {
        const JsonPlace root(parsed.value(), faults);
        JsonObject o(root);
        o.need("what", event.what, oneOf(kMarkWords));
        o.may("id", event.id, kNameText);
        o.may("seconds", event.seconds, kSeconds);
        o.may("expected", event.expected, kCount);
        o.may("present", event.present, kCount);
        o.may("on_leave", event.onLeave, kCount);
        o.may("missing", event.missing, kCount);
        o.may("text", event.text, kLongText);
        o.may("place", event.place, kLongText);
        o.may("struck", event.struck, kCount);
    }
    if (faults.first) return *faults.first;
    return event;
}

}
