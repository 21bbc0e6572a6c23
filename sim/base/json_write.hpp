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
    void key(std::string_view name);
    void text(std::string_view value);
    void whole(std::int64_t value);
    void number(double value); // finite; the shortest digits that read back as the same
    void yesNo(bool value);

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

}
