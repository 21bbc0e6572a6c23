#pragma once

#include "sim/import/import.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace stairwise {

/// Small drawings in the bim-json form, so that tests read as sentences. Metres.
class DrawingMaker {
public:
    struct Rectangle {
        double x, y, width, depth;
    };
    nlohmann::json json = {{"NameBuilding", "Test block"}, {"Level", nlohmann::json::array()}};

    DrawingMaker& level(const std::string& name, double z)
    {
        json["Level"].push_back({{"NameLevel", name}, {"ZLevel", z}, {"BuildElement", nlohmann::json::array()}});
        return *this;
    }
    DrawingMaker& room(const std::string& id, Rectangle r, const std::string& name = "")
    {
        return add("Room", id, r, {}, name);
    }
    DrawingMaker& zone(const std::string& id, Rectangle r) { return add("Staircase", id, r, {}); }
    DrawingMaker& door(const std::string& id, Rectangle r, std::vector<std::string> rooms)
    {
        return add("DoorWayInt", id, r, std::move(rooms));
    }
    DrawingMaker& opening(const std::string& id, Rectangle r, std::vector<std::string> rooms)
    {
        return add("DoorWay", id, r, std::move(rooms));
    }
    DrawingMaker& exit(const std::string& id, Rectangle r, std::vector<std::string> rooms)
    {
        return add("DoorWayOut", id, r, std::move(rooms));
    }
    nlohmann::json& last() { return json["Level"].back()["BuildElement"].back(); }
    [[nodiscard]] Result<Imported> import() const { return importBimJson(json.dump(), "block.json"); }

private:
    DrawingMaker& add(const char* sign, const std::string& id, Rectangle r, std::vector<std::string> output,
                      const std::string& name = "")
    {
        const auto point = [](double x, double y) { return nlohmann::json{{"x", x}, {"y", y}}; };
        const nlohmann::json points = {point(r.x, r.y), point(r.x + r.width, r.y), point(r.x + r.width, r.y + r.depth),
                                       point(r.x, r.y + r.depth), point(r.x, r.y)};
        nlohmann::json ring;
        ring["points"] = points;
        json["Level"].back()["BuildElement"].push_back({{"Id", id},
                                                        {"Name", name.empty() ? "n " + id : name},
                                                        {"Sign", sign},
                                                        {"SizeZ", 3.0},
                                                        {"XY", nlohmann::json::array({ring})},
                                                        {"Output", output}});
        return *this;
    }
};

/// A corridor with a room, an exit and a stair zone to a second storey that has the same.
inline DrawingMaker smallBlock()
{
    DrawingMaker maker;
    for (const int storey : {1, 2}) {
        const std::string n = std::to_string(storey);
        maker.level("Storey " + n, 3.0 * (storey - 1));
        maker.room("corridor" + n, {0.0, 0.0, 10.0, 2.0}).room("room" + n, {0.0, 2.2, 6.0, 5.0});
        maker.zone("zone" + n, {7.0, 2.2, 2.6, 5.0});
        maker.door("door" + n, {2.0, 1.9, 1.0, 0.4}, {"corridor" + n, "room" + n});
        maker.door("stairdoor" + n, {7.3, 1.9, 1.2, 0.4}, {"corridor" + n, "zone" + n});
        if (storey == 1) {
            maker.exit("exit1", {9.8, 0.3, 0.5, 1.4}, {"corridor1"});
            maker.opening("rise1", {7.0, 2.2, 2.6, 5.0}, {"zone1", "zone2"});
        }
    }
    return maker;
}

inline std::vector<const Finding*> findingsOf(const Imported& imported, std::string_view rule)
{
    std::vector<const Finding*> found;
    for (const Finding& finding : imported.findings)
        if (finding.rule == rule) found.push_back(&finding);
    return found;
}

inline bool guessed(const School& school, std::string_view element, std::string_view field)
{
    return std::ranges::any_of(school.guesses,
                               [&](const Guess& guess) { return guess.element == element && guess.field == field; });
}

}
