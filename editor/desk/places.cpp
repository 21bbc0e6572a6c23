#include "editor/desk/places.hpp"

#include <fmt/format.h>

#include <sstream>

namespace stairwise::editor {

Places placesOf(const Desk& desk)
{
    Places places;
    places.widgets = desk.probe();
    if (const auto plan = places.widgets.find("plan"); plan != places.widgets.end()) places.plan = plan->second;
    places.camera = desk.face().camera;
    places.revision = desk.editor().history.revision();
    places.pictures = desk.pictures();
    places.atRest = desk.atRest();
    const HandSeen hand = handSeen();
    places.hand = hand.at;
    places.held = hand.held;
    return places;
}

std::string formatPlaces(const Places& places)
{
    std::string text =
        fmt::format("rest {}\nrevision {}\npictures {}\nhand {} {} {}\ncamera {} {} {}\n", places.atRest ? 1 : 0,
                    places.revision, places.pictures, places.hand.x, places.hand.y, places.held, places.camera.centre.x,
                    places.camera.centre.y, places.camera.pixelsPerMetre);
    // The name last: it may hold blanks.
    for (const auto& [name, place] : places.widgets)
        text += fmt::format("widget {} {} {} {} {}\n", place.left, place.top, place.right, place.bottom, name);
    return text + "end\n";
}

std::optional<Places> parsePlaces(std::string_view text)
{
    if (!text.ends_with("end\n")) return std::nullopt;
    Places places;
    std::istringstream lines{std::string(text)};
    std::string word;
    while (lines >> word && word != "end") {
        if (word == "rest") {
            lines >> places.atRest;
        } else if (word == "revision") {
            lines >> places.revision;
        } else if (word == "pictures") {
            lines >> places.pictures;
        } else if (word == "hand") {
            lines >> places.hand.x >> places.hand.y >> places.held;
        } else if (word == "camera") {
            lines >> places.camera.centre.x >> places.camera.centre.y >> places.camera.pixelsPerMetre;
        } else {
            Place place;
            lines >> place.left >> place.top >> place.right >> place.bottom;
            std::string name;
            std::getline(lines >> std::ws, name);
            places.widgets[name] = place;
        }
    }
    if (const auto plan = places.widgets.find("plan"); plan != places.widgets.end()) places.plan = plan->second;
    places.camera.size = {static_cast<double>(places.plan.right - places.plan.left),
                          static_cast<double>(places.plan.bottom - places.plan.top)};
    return places;
}

Vec2 inWindow(const Places& places, Vec2 metres)
{
    const Vec2 in = toScreen(places.camera, metres);
    return {in.x + static_cast<double>(places.plan.left), in.y + static_cast<double>(places.plan.top)};
}

}
