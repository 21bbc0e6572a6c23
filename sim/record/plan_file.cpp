#include "sim/record/document_text.hpp"
#include "sim/record/drill_plan.hpp"
#include "sim/record/record_words.hpp"

namespace stairwise {
namespace {

constexpr std::string_view kFormat = "stairwise-plan";
constexpr std::size_t kMost = 2000; // of any list; assumed: a large school has 120 classes

void putTexts(JsonWriter& writer, std::string_view key, const std::vector<std::string>& texts)
{
    writer.key(key).beginList(JsonWriter::Shape::OneLine);
    for (const std::string& text : texts) writer.text(text);
    writer.endList();
}

void putPairs(JsonWriter& writer, std::string_view key, const std::vector<SaidPair>& pairs)
{
    writeObjects(
        writer, key, pairs,
        [](JsonWriter& w, const SaidPair& pair) {
            w.key("what").text(pair.what);
            w.key("text").text(pair.text);
        },
        JsonWriter::Shape::OneLine);
}

void putSaid(JsonWriter& writer, const SaidOfDrill& said)
{
    writer.key("said").beginObject();
    writer.key("number").text(said.number);
    writer.key("author").text(said.author);
    writer.key("reviewer").text(said.reviewer);
    writer.key("principal").text(said.principal);
    if (said.date) writer.key("date").text(textOf(*said.date));
    writer.key("time").text(said.time);
    writer.key("place").text(said.place);
    writer.key("kind").text(codeOf(said.kind));
    writer.key("scope").text(said.scope);
    writer.key("purpose").text(said.purpose);
    writer.key("commander").text(said.commander);
    writer.key("signal").text(said.signal);
    writer.key("notice").text(said.notice);
    writeObjects(
        writer, "phases", said.phases,
        [](JsonWriter& w, const Phase& phase) {
            w.key("name").text(phase.name);
            writeIfAny(w, "seconds", phase.seconds);
        },
        JsonWriter::Shape::OneLine);
    writeObjects(writer, "teams", said.teams, [](JsonWriter& w, const Team& team) {
        w.key("name").text(team.name);
        w.key("leader").text(team.leader);
        putTexts(w, "members", team.members);
        w.key("duties").text(team.duties);
    });
    putPairs(writer, "wardens", said.wardens);
    putPairs(writer, "places", said.places);
    putPairs(writer, "helpers", said.helpers);
    putPairs(writer, "equipment", said.equipment);
    putPairs(writer, "answers", said.answers);
    writer.endObject();
}

void putDerived(JsonWriter& writer, const DerivedOfDrill& derived)
{
    writer.key("derived").beginObject();
    writer.key("school").text(derived.school);
    writer.key("scenario").text(derived.scenario);
    writer.key("situation").text(derived.situation);
    writer.key("classes").whole(derived.classes);
    writer.key("pupils").whole(derived.pupils);
    writer.key("staff").whole(derived.staff);
    writer.key("take_cover_s").number(derived.takeCover);
    writeObjects(writer, "participants", derived.participants, [](JsonWriter& w, const PlannedClass& one) {
        w.key("id").text(one.id);
        w.key("name").text(one.name);
        w.key("pupils").whole(one.pupils);
        w.key("assisted").whole(one.assisted);
        w.key("room").text(one.room);
        putTexts(w, "stairs", one.stairs);
        putTexts(w, "exits", one.exits);
        writeIfAny(w, "order", one.order);
        writeIfAny(w, "release_s", one.release);
        w.key("area").text(one.area);
    });
    putTexts(writer, "posts", derived.posts);
    putTexts(writer, "blocked", derived.blocked);
    writer.endObject();
}

void putTimeFields(JsonWriter& writer, const PredictedTime& time)
{
    if (!time.id.empty()) {
        writer.key("id").text(time.id);
        writer.key("name").text(time.name);
    }
    writeIfAny(writer, "p10_s", time.low);
    writeIfAny(writer, "median_s", time.median);
    writeIfAny(writer, "p90_s", time.high);
    writer.key("runs").whole(time.runs);
}

void putTimes(JsonWriter& writer, std::string_view key, const std::vector<PredictedTime>& times)
{
    writeObjects(writer, key, times, putTimeFields, JsonWriter::Shape::OneLine);
}

void putSimulated(JsonWriter& writer, const SimulatedOfDrill& simulated)
{
    writer.key("simulated").beginObject();
    writer.key("engine").whole(simulated.engine);
    writer.key("digest").text(simulated.digest);
    writer.key("runs").whole(simulated.runs);
    writer.key("not_empty").whole(simulated.notEmpty);
    writer.key("enough_runs").yesNo(simulated.enough);
    writeIfAny(writer, "lower_bound_s", simulated.lowerBound);
    writer.key("clearance").beginObject(JsonWriter::Shape::OneLine);
    putTimeFields(writer, simulated.clearance);
    writer.endObject();
    putTimes(writer, "rooms", simulated.rooms);
    putTimes(writer, "classes", simulated.classes);
    putTimes(writer, "assembled", simulated.assembled);
    putTimes(writer, "stairs", simulated.stairs);
    putTimes(writer, "exits", simulated.exits);
    writeObjects(writer, "risk_points", simulated.risks, [](JsonWriter& w, const PlannedRisk& risk) {
        w.key("place").text(risk.place);
        w.key("storey").text(risk.storey);
        w.key("rank").whole(risk.rank);
        w.key("from_s").number(risk.from);
        w.key("to_s").number(risk.to);
        w.key("share_of_runs").number(risk.shareOfRuns);
        putTexts(w, "why", risk.why);
        putTexts(w, "help", risk.help);
    });
    writer.key("other_risk_points").whole(simulated.otherRisks);
    writer.endObject();
}

struct TextList {
    void operator()(const JsonPlace& at, std::vector<std::string>& out) const { listOf(kLongText, kMost)(at, out); }
};

constexpr auto readPair = [](JsonObject& o, SaidPair& pair) {
    o.need("what", pair.what, kLongText);
    o.need("text", pair.text, kLongText);
};
constexpr auto readPhase = [](JsonObject& o, Phase& phase) {
    o.need("name", phase.name, kNameText);
    o.may("seconds", phase.seconds, kSeconds);
};
constexpr auto readTeam = [](JsonObject& o, Team& team) {
    o.need("name", team.name, kNameText);
    o.may("leader", team.leader, kNameText);
    o.may("members", team.members, TextList{});
    o.may("duties", team.duties, kLongText);
};

constexpr auto readSaid = [](JsonObject& o, SaidOfDrill& said) {
    o.may("number", said.number, kNameText);
    o.may("author", said.author, kNameText);
    o.may("reviewer", said.reviewer, kNameText);
    o.may("principal", said.principal, kNameText);
    o.may("date", said.date, DateText{});
    o.may("time", said.time, kNameText);
    o.may("place", said.place, kNameText);
    o.may("kind", said.kind, oneOf(kDrillKindWords));
    o.may("scope", said.scope, kNameText);
    o.may("purpose", said.purpose, kLongText);
    o.may("commander", said.commander, kNameText);
    o.may("signal", said.signal, kLongText);
    o.may("notice", said.notice, kLongText);
    o.may("phases", said.phases, listOf(ObjectOf{readPhase}, kMost));
    o.may("teams", said.teams, listOf(ObjectOf{readTeam}, kMost));
    o.may("wardens", said.wardens, listOf(ObjectOf{readPair}, kMost));
    o.may("places", said.places, listOf(ObjectOf{readPair}, kMost));
    o.may("helpers", said.helpers, listOf(ObjectOf{readPair}, kMost));
    o.may("equipment", said.equipment, listOf(ObjectOf{readPair}, kMost));
    o.may("answers", said.answers, listOf(ObjectOf{readPair}, kMost));
};

constexpr auto readParticipant = [](JsonObject& o, PlannedClass& one) {
    o.need("id", one.id, kNameText);
    o.need("name", one.name, kNameText);
    o.need("pupils", one.pupils, kCount);
    o.may("assisted", one.assisted, kCount);
    o.may("room", one.room, kNameText);
    o.may("stairs", one.stairs, TextList{});
    o.may("exits", one.exits, TextList{});
    o.may("order", one.order, kCount);
    o.may("release_s", one.release, kSeconds);
    o.may("area", one.area, kNameText);
};

constexpr auto readDerived = [](JsonObject& o, DerivedOfDrill& derived) {
    o.need("school", derived.school, kNameText);
    o.need("scenario", derived.scenario, kNameText);
    o.need("situation", derived.situation, kNameText);
    o.need("classes", derived.classes, kCount);
    o.need("pupils", derived.pupils, kCount);
    o.need("staff", derived.staff, kCount);
    o.need("take_cover_s", derived.takeCover, kSeconds);
    o.need("participants", derived.participants, listOf(ObjectOf{readParticipant}, kMost));
    o.need("posts", derived.posts, TextList{});
    o.need("blocked", derived.blocked, TextList{});
};

constexpr auto readTime = [](JsonObject& o, PredictedTime& time) {
    o.may("id", time.id, kNameText);
    o.may("name", time.name, kNameText);
    o.may("p10_s", time.low, kSeconds);
    o.may("median_s", time.median, kSeconds);
    o.may("p90_s", time.high, kSeconds);
    o.need("runs", time.runs, kCount);
};

constexpr auto readRisk = [](JsonObject& o, PlannedRisk& risk) {
    o.need("place", risk.place, kLongText);
    o.need("storey", risk.storey, kNameText);
    o.need("rank", risk.rank, Whole{1, 5});
    o.need("from_s", risk.from, kSeconds);
    o.need("to_s", risk.to, kSeconds);
    o.need("share_of_runs", risk.shareOfRuns, Number{0.0, 1.0});
    o.need("why", risk.why, TextList{});
    o.need("help", risk.help, TextList{});
};

constexpr auto readSimulated = [](JsonObject& o, SimulatedOfDrill& simulated) {
    o.need("engine", simulated.engine, kCount);
    o.need("digest", simulated.digest, kNameText);
    o.need("runs", simulated.runs, kCount);
    o.need("not_empty", simulated.notEmpty, kCount);
    o.need("enough_runs", simulated.enough, YesNo{});
    o.may("lower_bound_s", simulated.lowerBound, kSeconds);
    o.need("clearance", simulated.clearance, ObjectOf{readTime});
    o.need("rooms", simulated.rooms, listOf(ObjectOf{readTime}, kMost));
    o.need("classes", simulated.classes, listOf(ObjectOf{readTime}, kMost));
    o.need("assembled", simulated.assembled, listOf(ObjectOf{readTime}, kMost));
    o.need("stairs", simulated.stairs, listOf(ObjectOf{readTime}, kMost));
    o.need("exits", simulated.exits, listOf(ObjectOf{readTime}, kMost));
    o.need("risk_points", simulated.risks, listOf(ObjectOf{readRisk}, kMost));
    o.need("other_risk_points", simulated.otherRisks, kCount);
};

}

std::string formatPlan(const DrillPlan& plan)
{
    return documentText(kFormat, [&](JsonWriter& writer) {
        writer.key("drill").text(plan.drill);
        putSaid(writer, plan.said);
        putDerived(writer, plan.derived);
        putSimulated(writer, plan.simulated);
        writer.key("not_known").beginList(JsonWriter::Shape::OneLine);
        for (const auto key : notKnown(plan)) writer.text(key.substr(key.find('.') + 1));
        writer.endList();
    });
}

Result<DrillPlan> parsePlan(std::string_view text, const std::string& file)
{
    return readDocument<DrillPlan>(text, kFormat, file, [](JsonObject& o, DrillPlan& plan) {
        std::vector<std::string> notKnownOnes; // written for people; worked out anew
        o.need("drill", plan.drill, IdText{});
        o.need("said", plan.said, ObjectOf{readSaid});
        o.need("derived", plan.derived, ObjectOf{readDerived});
        o.need("simulated", plan.simulated, ObjectOf{readSimulated});
        o.may("not_known", notKnownOnes, TextList{});
    });
}

}
