#include "sim/stagger/loads_file.hpp"

#include "sim/base/json_read.hpp"
#include "sim/base/json_version.hpp"
#include "sim/base/json_write.hpp"
#include "sim/base/system.hpp"
#include "sim/school/school_file.hpp"

#include <algorithm>
#include <cmath>

namespace stairwise {
namespace {

constexpr std::size_t kLargestLoads = 256U << 20U; // bytes
constexpr std::size_t kMost = 100000;              // places, classes, seconds
constexpr Number kSeconds{0.0, 86400.0, "s"};
constexpr Number kLoad{0.0, 1e9};
constexpr Text kHashText{32};

// Four decimals: a hundredth of a pupil on any flight.
double rounded(double load)
{
    return std::round(load * 1e4) / 1e4;
}

void putUse(JsonWriter& writer, const PlaceUse& use)
{
    writer.key("place").whole(use.place);
    writer.key("first").whole(use.first);
    writer.key("loads").beginList(JsonWriter::Shape::OneLine);
    for (const float load : use.loads) writer.number(rounded(load));
    writer.endList();
}

void putWay(JsonWriter& writer, const WayChoice& choice, const SlotOption& option)
{
    writer.beginObject();
    writer.textIfAny("stair", choice.way.stair.value);
    writer.textIfAny("exit", choice.way.exit.value);
    writer.key("seconds").number(rounded(choice.seconds));
    writer.key("over").number(option.over);
    writer.key("last").number(rounded(option.last));
    writer.key("walk").number(rounded(option.walk));
    writeObjects(writer, "uses", option.uses, putUse, JsonWriter::Shape::OneLine);
    writer.endObject();
}

struct ReadWay {
    std::size_t places;

    void operator()(const JsonPlace& at, std::pair<WayChoice, SlotOption>& out) const
    {
        auto& [choice, option] = out;
        JsonObject object(at);
        object.may("stair", choice.way.stair, IdText{});
        object.may("exit", choice.way.exit, IdText{});
        object.need("seconds", choice.seconds, kSeconds);
        object.need("over", option.over, kSeconds);
        object.need("last", option.last, kSeconds);
        object.need("walk", option.walk, kSeconds);
        const auto most = static_cast<std::int64_t>(places) - 1;
        object.need("uses", option.uses,
                    listOf(
                        [most](const JsonPlace& place, PlaceUse& use) {
                            JsonObject one(place);
                            one.need("place", use.place, Whole{0, most});
                            one.need("first", use.first, Whole{0, kMost});
                            one.need("loads", use.loads,
                                     listOf(
                                         [](const JsonPlace& load, float& to) {
                                             double value = 0.0;
                                             kLoad(load, value);
                                             to = static_cast<float>(value);
                                         },
                                         kMost));
                        },
                        kMost));
    }
};

struct OneClass {
    ClassId id;
    std::vector<std::pair<WayChoice, SlotOption>> ways;
};

void readGate(const JsonPlace& at, GateModel& gate)
{
    JsonObject object(at);
    object.need("id", gate.id, IdText{});
    object.need("flow", gate.flow, kLoad);
    object.may("mostWaiting", gate.mostWaiting, kLoad);
    object.need("wait", gate.wait, kSeconds);
}

void readAll(const JsonPlace& at, Packing& packing, std::vector<OneClass>& classes, std::string& school)
{
    JsonObject object(at);
    object.need("school", school, kHashText);
    object.need("limit", packing.limit, Number{0.1, 10.0});
    object.need("step", packing.problem.step, Number{1.0, 600.0, "s"});
    std::vector<std::pair<PackedPlace, double>> places;
    object.need("places", places,
                listOf(
                    [](const JsonPlace& place, std::pair<PackedPlace, double>& out) {
                        JsonObject one(place);
                        one.need("place", out.first.element, kNameText);
                        one.need("of", out.first.owner, IdText{});
                        one.need("bears", out.second, Number{1e-6, 1e9});
                    },
                    kMost));
    for (auto& [place, bears] : places) {
        packing.places.push_back(std::move(place));
        packing.problem.bears.push_back(bears);
    }
    object.may("gate", packing.gate, readGate);
    const std::size_t ofGate = packing.gate ? kGatePlaces : 0;
    packing.stairPlaces = static_cast<std::uint32_t>(packing.places.size() - std::min(ofGate, packing.places.size()));
    const ReadWay way{packing.places.size()};
    object.need("classes", classes,
                listOf(
                    [&way](const JsonPlace& one, OneClass& out) {
                        JsonObject own(one);
                        own.need("class", out.id, IdText{});
                        own.need("ways", out.ways, listOf(way, kMost));
                    },
                    kMost));
}

Fault foreign(const std::string& name)
{
    return {name, "school", {"stagger.loads.other", {}}, {"stagger.loads.other.mend", {}}};
}

}

std::filesystem::path loadsBeside(const std::filesystem::path& plan)
{
    std::string name = plan.filename().string();
    for (const std::string_view end : {std::string_view(".json"), std::string_view(".scenario")})
        if (name.ends_with(end)) name.resize(name.size() - end.size());
    return plan.parent_path() / (name + ".loads.json");
}

std::string formatLoads(const School& school, const Packing& packing)
{
    JsonWriter writer;
    writer.beginObject();
    writer.key("format").text("stairwise-loads");
    writer.key("version").whole(kLoadsVersion);
    writer.key("school").text(hashOf(school).hex());
    writer.key("limit").number(packing.limit);
    writer.key("step").number(packing.problem.step);
    writer.key("places").beginList();
    for (std::size_t p = 0; p < packing.places.size(); ++p) {
        writer.beginObject(JsonWriter::Shape::OneLine);
        writer.key("place").text(packing.places[p].element);
        writer.key("of").text(packing.places[p].owner);
        writer.key("bears").number(rounded(packing.problem.bears[p]));
        writer.endObject();
    }
    writer.endList();
    if (const auto& gate = packing.gate) {
        writer.key("gate").beginObject(JsonWriter::Shape::OneLine);
        writer.key("id").text(gate->id.value);
        writer.key("flow").number(gate->flow);
        if (gate->mostWaiting) writer.key("mostWaiting").number(*gate->mostWaiting);
        writer.key("wait").number(gate->wait);
        writer.endObject();
    }
    writer.key("classes").beginList();
    for (std::size_t c = 0; c < school.classes.size(); ++c) {
        writer.beginObject();
        writer.key("class").text(school.classes[c].id.value);
        writer.key("ways").beginList();
        for (std::size_t o = 0; o < packing.choices[c].size(); ++o)
            putWay(writer, packing.choices[c][o], packing.problem.jobs[c].options[o]);
        writer.endList();
        writer.endObject();
    }
    writer.endList();
    writer.endObject();
    return std::move(writer).finished();
}

Result<Packing> parseLoads(std::string_view text, const std::string& name, const School& school)
{
    auto values = parseJson(text, name);
    if (!values) return values.fault();
    constexpr std::span<const Migration> kNone;
    const auto current = currentVersion(std::move(values).value(), "stairwise-loads", kNone, name);
    if (!current) return current.fault();
    JsonFaults faults{name, {}};
    Packing packing;
    std::vector<OneClass> classes;
    std::string of;
    readAll(JsonPlace(current.value(), faults), packing, classes, of);
    if (faults.first) return std::move(*faults.first);
    if (of != hashOf(school).hex() || classes.size() != school.classes.size()) return foreign(name);
    for (std::size_t c = 0; c < classes.size(); ++c) {
        if (classes[c].id != school.classes[c].id || classes[c].ways.empty()) return foreign(name);
        SlotJob& job = packing.problem.jobs.emplace_back();
        auto& choices = packing.choices.emplace_back();
        for (auto& [choice, option] : classes[c].ways) {
            choices.push_back(choice);
            job.options.push_back(std::move(option));
        }
    }
    return packing;
}

Result<Packing> readLoads(const std::filesystem::path& path, const School& school)
{
    const auto text = readFile(path, kLargestLoads);
    if (!text) return text.fault();
    return parseLoads(text.value(), path.string(), school);
}

}
