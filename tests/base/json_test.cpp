#include "sim/base/json.hpp"
#include "sim/base/json_read.hpp"
#include "sim/base/json_version.hpp"
#include "sim/base/json_write.hpp"

#include <gtest/gtest.h>

#include <string>

namespace stairwise {
namespace {

Fault faultOf(std::string_view text)
{
    auto value = parseJson(text, "x.json");
    return value.ok() ? Fault{} : value.fault();
}

TEST(Json, IsReadIntoValues)
{
    const JsonValue root = parseJson(R"({"a": [1, 2.5, true, null, "π"]})", "x").value();
    const auto& list = *memberOf(root, "a")->as<JsonValue::List>();
    EXPECT_EQ(*list[0].as<std::int64_t>(), 1);
    EXPECT_EQ(*list[1].as<double>(), 2.5);
    EXPECT_TRUE(*list[2].as<bool>());
    EXPECT_NE(list[3].as<std::monostate>(), nullptr);
    EXPECT_EQ(*list[4].as<std::string>(), "π");
}

TEST(Json, FaultsNameLineAndColumn)
{
    EXPECT_EQ(faultOf("{\n  \"a\": 1,\n  \"b\": x\n}").place, "3:8");
    EXPECT_EQ(faultOf("{\n  \"a\": 1\n  \"b\": 2\n}").place, "3:3");
    EXPECT_EQ(faultOf("{\"a\": 1").what.key, "json.cut");
    EXPECT_EQ(faultOf(" \n").what.key, "json.empty");
    EXPECT_EQ(faultOf("{} {}").place, "1:4");
}

TEST(Json, NumbersThatAreNotFiniteAreRefused)
{
    for (const char* text : {"[NaN]", "[-Infinity]", "[1e999]", "[-1e999]", "[nan]", "[inf]"})
        EXPECT_EQ(faultOf(text).what.key, "json.not_finite") << text;
    EXPECT_EQ(faultOf("[1, -1e999]").place, "1:5");
}

TEST(Json, KeysThatStandTwiceAreRefusedByPath)
{
    const Fault fault = faultOf(R"({"a": [{}, {"b": 1, "c": 2, "b": 3}]})");
    EXPECT_EQ(fault.what.key, "json.key_twice");
    EXPECT_EQ(fault.place, "a[1].b");
    EXPECT_EQ(faultOf(R"({"b": 1, "b": 3})").place, "b");
}

TEST(Json, DeepAndLongTextsAreRefused)
{
    EXPECT_TRUE(parseJson(std::string(64, '[') + std::string(64, ']'), "x").ok());
    EXPECT_EQ(faultOf(std::string(65, '[') + std::string(65, ']')).what.key, "json.too_deep");
    EXPECT_EQ(faultOf(std::string(1'000'000, '[')).what.key, "json.too_deep");
    std::string many = "[0";
    for (std::size_t i = 0; i < kMostJsonValues; ++i) many += ",0";
    EXPECT_EQ(faultOf(many + "]").what.key, "json.too_many");
}

TEST(Json, TextThatIsNoUtf8IsRefused)
{
    EXPECT_EQ(faultOf("[\"\xff\"]").what.key, "json.not_json");
}

struct Pair {
    int first = 0;
    std::string second;
};
void readPair(const JsonPlace& at, Pair& out)
{
    JsonObject object(at);
    object.need("first", out.first, Whole{0, 9, "mm"});
    object.may("second", out.second, kNameText);
}
std::optional<Fault> readingOf(std::string_view text)
{
    const JsonValue root = parseJson(text, "x").value();
    JsonFaults faults{"x", {}};
    std::vector<Pair> pairs;
    listOf(readPair, 3)(JsonPlace(root, faults), pairs);
    return faults.first;
}

TEST(JsonReader, KeepsTheFirstFaultWithItsPlace)
{
    EXPECT_FALSE(readingOf(R"([{"first": 1}, {"first": 2, "second": "b"}])").has_value());
    EXPECT_EQ(readingOf(R"([{"first": 1}, {"first": 10}, {"first": 11}])")->place, "[1].first");
    EXPECT_EQ(readingOf(R"([{"second": "a"}])")->what.key, "json.missing_key");
    EXPECT_EQ(readingOf(R"([{"second": "a"}])")->place, "[0].first");
    EXPECT_EQ(readingOf("[{},{},{},{}]")->what.key, "json.list_too_long");
}

TEST(JsonReader, AnUnknownKeyIsToldWithTheNearestKnownOne)
{
    const auto fault = readingOf(R"([{"frist": 1}])");
    EXPECT_EQ(fault->what, (Message{"json.unknown_key", {"frist"}}));
    EXPECT_EQ(fault->mend, (Message{"json.did_you_mean", {"first"}}));
    EXPECT_EQ(readingOf(R"([{"first": 1, "colour": 1}])")->mend, (Message{"json.write_one_of", {"first, second"}}));
}

TEST(JsonWriter, WritesBackWhatCannotBeMistaken)
{
    JsonWriter writer;
    writer.beginObject();
    writer.key("text").text("a\"b\\c\n\tπ");
    writer.key("numbers").beginList(JsonWriter::Shape::OneLine);
    for (const double value : {0.1, 20.0, -0.0, 1e-7, 1e300}) writer.number(value);
    writer.endList();
    writer.key("none").beginList();
    writer.endList();
    writer.endObject();
    EXPECT_EQ(std::move(writer).finished(), "{\n  \"text\": \"a\\\"b\\\\c\\n\\u0009π\",\n"
                                            "  \"numbers\": [0.1, 20, 0, 1e-07, 1e+300],\n  \"none\": []\n}\n");
}

// Migrations of a format that is three versions old.
void rename(JsonValue& root)
{
    for (auto& member : *root.as<JsonValue::Object>())
        if (member.key == "width") member.key = "clearWidth";
}
void thousandfold(JsonValue& root)
{
    for (auto& member : *root.as<JsonValue::Object>())
        if (member.key == "clearWidth") member.value.held = 1000 * *member.value.as<std::int64_t>();
}
constexpr Migration kMigrations[] = {rename, thousandfold};

Result<JsonValue> current(std::string_view text)
{
    return currentVersion(parseJson(text, "x").value(), "door", kMigrations, "x");
}

TEST(JsonVersion, OlderFilesAreBroughtForwardOneVersionAfterAnother)
{
    const JsonValue first = current(R"({"format": "door", "version": 1, "width": 2})").value();
    EXPECT_EQ(*memberOf(first, "clearWidth")->as<std::int64_t>(), 2000);
    const JsonValue second = current(R"({"format": "door", "version": 2, "clearWidth": 2})").value();
    EXPECT_EQ(*memberOf(second, "clearWidth")->as<std::int64_t>(), 2000);
    const JsonValue third = current(R"({"format": "door", "version": 3, "clearWidth": 2})").value();
    EXPECT_EQ(*memberOf(third, "clearWidth")->as<std::int64_t>(), 2);
    EXPECT_EQ(memberOf(third, "version"), nullptr);
}

TEST(JsonVersion, NewerAndForeignFilesAreRefused)
{
    EXPECT_EQ(current(R"({"format": "door", "version": 4})").fault().mend.key, "json.newer_version.mend");
    EXPECT_EQ(current(R"({"format": "gate", "version": 1})").fault().what.key, "json.other_format");
    EXPECT_EQ(current(R"({"format": "door"})").fault().place, "version");
    EXPECT_EQ(current("[]").fault().what.key, "json.not_object");
}

}
}
