#include "sim/record/document_text.hpp"
#include "sim/record/record_words.hpp"

namespace stairwise {
namespace {

constexpr Number kSeconds{0.0, 86400.0, "s"};
constexpr Whole kPeople{0, 1'000'000};

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

std::string_view codeOf(Seen what)
{
    return wordFor(kSeenWords, what);
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
        o.need("what", event.what, oneOf(kSeenWords));
        o.may("id", event.id, kNameText);
        o.may("seconds", event.seconds, kSeconds);
        o.may("expected", event.expected, kPeople);
        o.may("present", event.present, kPeople);
        o.may("on_leave", event.onLeave, kPeople);
        o.may("missing", event.missing, kPeople);
        o.may("text", event.text, kLongText);
        o.may("place", event.place, kLongText);
        o.may("struck", event.struck, kPeople);
    }
    if (faults.first) return *faults.first;
    return event;
}

}
