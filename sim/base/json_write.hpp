#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace stairwise {

/// Writes canonical JSON: keys in the order they are put, two blanks a level, one line feed at the end. What is begun
/// on one line stays on it.
class JsonWriter {
public:
    enum class Shape { Lines, OneLine };
    void beginObject(Shape shape = Shape::Lines) { begin('{', shape); }
    void endObject() { end('}'); }
    void beginList(Shape shape = Shape::Lines) { begin('[', shape); }
    void endList() { end(']'); }
    JsonWriter& key(std::string_view name); // writer.key("id").text("A101")
    void text(std::string_view value);
    void whole(std::int64_t value);
    void number(double value); // finite; the shortest digits that read back as the same
    void yesNo(bool value);

    void textIfAny(std::string_view name, std::string_view value)
    {
        if (!value.empty()) key(name).text(value);
    }

    [[nodiscard]] std::string finished() &&;

private:
    struct Level {
        Shape shape;
        bool empty = true;
    };
    void begin(char bracket, Shape shape);
    void end(char bracket);
    void separate();
    void quote(std::string_view value);
    std::string text_;
    std::vector<Level> levels_;
    bool afterKey_ = false;
};

/// A list of objects, each filled by put(writer, thing).
template <class Things, class Put>
void writeObjects(JsonWriter& writer, std::string_view key, const Things& things, const Put& put,
                  JsonWriter::Shape shape = JsonWriter::Shape::Lines)
{
    writer.key(key).beginList();
    for (const auto& thing : things) {
        writer.beginObject(shape);
        put(writer, thing);
        writer.endObject();
    }
    writer.endList();
}
/// The same, left out where it is empty.
template <class Things, class Put>
void writeObjectsIfAny(JsonWriter& writer, std::string_view key, const Things& things, const Put& put,
                       JsonWriter::Shape shape = JsonWriter::Shape::Lines)
{
    if (!things.empty()) writeObjects(writer, key, things, put, shape);
}
/// Handles on one line.
template <class Ids> void writeIds(JsonWriter& writer, std::string_view key, const Ids& ids)
{
    writer.key(key).beginList(JsonWriter::Shape::OneLine);
    for (const auto& id : ids) writer.text(id.value);
    writer.endList();
}
template <class Ids> void writeIdsIfAny(JsonWriter& writer, std::string_view key, const Ids& ids)
{
    if (!ids.empty()) writeIds(writer, key, ids);
}

}
