#include "sim/record/document_text.hpp"
#include "sim/record/record_words.hpp"
#include "sim/record/review.hpp"
#include "sim/words/words.hpp"

namespace stairwise {
namespace {

constexpr std::string_view kFormat = "stairwise-drill-summary";
constexpr std::size_t kMost = 2000;

constexpr WordFor<Measure> kMeasureWords[] = {{Measure::AllOut, "all_out"},         {Measure::RoomLeft, "class_left"},
                                              {Measure::ClassOut, "class_out"},     {Measure::Assembled, "assembled"},
                                              {Measure::StairClear, "stair_clear"}, {Measure::ExitClear, "exit_clear"}};
constexpr WordFor<Within> kWithinWords[] = {{Within::Inside, "inside"},
                                            {Within::Earlier, "earlier"},
                                            {Within::Later, "later"},
                                            {Within::NotMeasured, "not_measured"},
                                            {Within::NotPredicted, "not_predicted"}};

void putCompared(JsonWriter& w, const ComparedTime& one)
{
    w.key("what").text(codeOf(one.measure));
    w.textIfAny("id", one.id);
    w.textIfAny("name", one.name);
    writeIfAny(w, "measured_s", one.measured);
    writeIfAny(w, "predicted_p10_s", one.predicted.low);
    writeIfAny(w, "predicted_median_s", one.predicted.median);
    writeIfAny(w, "predicted_p90_s", one.predicted.high);
    w.key("within").text(codeOf(one.within));
}

void putFitted(JsonWriter& w, std::string_view key, const Fitted& fit)
{
    w.key(key).beginObject(JsonWriter::Shape::OneLine);
    w.key("known").yesNo(fit.factor.has_value());
    if (fit.factor) {
        w.key("factor").number(*fit.factor);
        w.key("low_95").number(fit.low);
        w.key("high_95").number(fit.high);
    }
    w.key("classes").whole(fit.classes);
    w.key("fewest").whole(kFewestClasses);
    w.endObject();
}

void putSaid(JsonWriter& w, const DrillSummary& summary)
{
    w.key("said").beginObject();
    writeObjects(
        w, "risks", summary.risks,
        [](JsonWriter& writer, const SaidPair& risk) {
            writer.key("what").text(risk.what);
            writer.key("text").text(risk.text);
        },
        JsonWriter::Shape::OneLine);
    writeObjects(
        w, "faults", summary.faults,
        [](JsonWriter& writer, const FaultFound& fault) {
            writer.key("text").text(fault.text);
            writer.key("place").text(fault.place);
            writer.key("owner").text(fault.owner);
            if (fault.due) writer.key("due").text(textOf(*fault.due));
        },
        JsonWriter::Shape::OneLine);
    w.key("comments").text(summary.comments);
    w.key("changes").text(summary.changes);
    w.endObject();
}

constexpr auto readPair = [](JsonObject& o, SaidPair& pair) {
    o.need("what", pair.what, kLongText);
    o.need("text", pair.text, kLongText);
};
constexpr auto readFault = [](JsonObject& o, FaultFound& fault) {
    o.need("text", fault.text, kLongText);
    o.may("place", fault.place, kLongText);
    o.may("owner", fault.owner, kNameText);
    o.may("due", fault.due, DateText{});
};
constexpr auto readSaid = [](JsonObject& o, DrillSummary& summary) {
    o.may("risks", summary.risks, listOf(ObjectOf{readPair}, kMost));
    o.may("faults", summary.faults, listOf(ObjectOf{readFault}, kMost));
    o.may("comments", summary.comments, kLongText);
    o.may("changes", summary.changes, kLongText);
};

/// What stands in the file for people and is worked out anew.
struct Skipped {
    void operator()(const JsonPlace&, int&) const {}
};

}

std::string_view codeOf(Measure measure)
{
    return wordFor(kMeasureWords, measure);
}

std::string_view codeOf(Within within)
{
    return wordFor(kWithinWords, within);
}

std::string formatSummary(const DrillSummary& summary)
{
    return documentText(kFormat, [&](JsonWriter& w) {
        w.key("drill").text(summary.drill);
        w.key("school").text(summary.school);
        if (summary.date) w.key("date").text(textOf(*summary.date));
        putSaid(w, summary);
        w.key("inside").whole(summary.review.inside);
        w.key("outside").whole(summary.review.outside);
        writeObjects(w, "times", summary.review.times, putCompared, JsonWriter::Shape::OneLine);
        putFitted(w, "pre_movement_factor", summary.review.preMovement);
        putFitted(w, "speed_factor", summary.review.speed);
        w.key("doubts").beginList();
        for (const Message& doubt : summary.doubts) w.text(say(doubt, Language::Chinese));
        w.endList();
    });
}

Result<DrillSummary> parseSummary(std::string_view text, const std::string& file)
{
    return readDocument<DrillSummary>(text, kFormat, file, [](JsonObject& o, DrillSummary& summary) {
        int skipped = 0;
        o.need("drill", summary.drill, IdText{});
        o.need("school", summary.school, kNameText);
        o.may("date", summary.date, DateText{});
        o.need("said", summary, ObjectOf{readSaid});
        for (const std::string_view key :
             {"inside", "outside", "times", "pre_movement_factor", "speed_factor", "doubts"})
            o.may(key, skipped, Skipped{});
    });
}

}
