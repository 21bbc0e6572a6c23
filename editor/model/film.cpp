#include "editor/model/film.hpp"

#include "editor/model/colours.hpp"
#include "editor/model/playback.hpp"
#include "sim/base/system.hpp"
#include "sim/report/phrases.hpp"
#include "sim/report/plan.hpp"
#include "sim/report/sheet.hpp"

#include <fmt/format.h>

#include <cmath>

namespace stairwise::editor {
namespace {

namespace fs = std::filesystem;

constexpr double kPixelsPerPoint = 1.5; // 1263 × 892 pixels; even sides are asked of films by ffmpeg's filter below

// What is under the people, and what lies over them.
struct Stage {
    A4Sheet sheet;
    std::vector<Shape> below;
    std::vector<Shape> above;
};

Stage stageOf(const FilmOrder& order)
{
    Stage stage;
    constexpr Area kEmpty{{0.0, 0.0}, {10.0, 10.0}};
    stage.sheet = sheetFor(hullOf(order.derived->walkable, order.storey).value_or(kEmpty));
    const Plan plan{*order.derived->school, order.derived->walkable, order.storey, stage.sheet.point, order.language};
    addFloors(stage.below, plan);
    addAssemblyAreas(stage.below, plan);
    addStairs(stage.below, plan);
    addWalls(stage.above, plan);
    addDoors(stage.above, plan);
    Labels labels(stage.sheet.plan, stage.sheet.point);
    putNames(labels, plan);
    stage.above.insert(stage.above.end(), labels.shapes().begin(), labels.shapes().end());
    return stage;
}

std::vector<Shape> discsOf(const PeopleShown& people, const FilmOrder& order, const std::vector<Colour>& colours)
{
    std::vector<Shape> discs;
    const auto& surfaces = order.derived->walkable.surfaces;
    for (std::size_t i = 0; i < people.at.size(); ++i) {
        const std::uint32_t surface = people.surface[i];
        if (surface >= surfaces.size() || surfaces[surface].storey != order.storey) continue;
        discs.emplace_back(DiscShape{people.at[i], static_cast<double>(people.radius[i]), colours[people.person[i]]});
    }
    return discs;
}

Picture frameOf(const Stage& stage, const PeopleShown& people, const FilmOrder& order,
                const std::vector<Colour>& colours)
{
    A4Sheet sheet = stage.sheet;
    auto& shapes = sheet.picture.shapes;
    shapes.insert(shapes.end(), stage.below.begin(), stage.below.end());
    const auto discs = discsOf(people, order, colours);
    shapes.insert(shapes.end(), discs.begin(), discs.end());
    shapes.insert(shapes.end(), stage.above.begin(), stage.above.end());
    addTitle(sheet, {storeyName(*order.derived->school, order.storey, order.language),
                     say({"film.moment",
                          {fmt::format("{}:{:04.1f}", static_cast<int>(people.time) / 60, std::fmod(people.time, 60.0)),
                           fmt::to_string(people.at.size())}},
                         order.language),
                     false});
    return std::move(sheet.picture);
}

Fault cancelled()
{
    return {"", "", {"film.cancelled", {}}, {"film.cancelled.mend", {}}};
}

Done drawFrames(const FilmOrder& order, const Staging& staging, CancelToken cancel, const Progress& progress)
{
    const auto playback = Playback::open(order.trace);
    if (!playback) return playback.fault();
    const Stage stage = stageOf(order);
    const auto colours = groupColours(playback.value().head(), *order.derived->school);
    const double each = order.speed / order.framesPerSecond;
    const auto frames = static_cast<int>(playback.value().duration() / each) + 1;
    if (frames > kMostFilmFrames)
        return Fault{"", "", {"film.too_long", {fmt::to_string(frames)}}, {"film.too_long.mend", {}}};
    for (int i = 0; i < frames; ++i) {
        if (cancel.cancelled()) return cancelled();
        const auto people = playback.value().at(i * each);
        if (!people) return people.fault();
        const Picture picture = frameOf(stage, people.value(), order, colours);
        const std::string name = fmt::format("frame{:05}.png", i + 1);
        if (Done step = staging.write(name, toPng(picture, kPixelsPerPoint)); !step) return step;
        if (progress)
            progress({static_cast<double>(i + 1) / (frames + 1), i * each, static_cast<std::size_t>(i + 1),
                      static_cast<std::size_t>(frames)});
    }
    return done();
}

bool joinFrames(const FilmOrder& order, const fs::path& folder)
{
    if (!hasProgram("ffmpeg")) return false;
    return runProgram({"ffmpeg", "-y", "-loglevel", "error", "-framerate", fmt::format("{}", order.framesPerSecond),
                       "-i", (folder / "frame%05d.png").string(), "-vf", "crop=trunc(iw/2)*2:trunc(ih/2)*2", "-pix_fmt",
                       "yuv420p", (folder / "film.mp4").string()});
}

}

Result<Message> makeFilm(const FilmOrder& order, CancelToken cancel, const Progress& progress)
{
    auto staging = Staging::open(order.folder);
    if (!staging) return staging.fault();
    if (Done drawn = drawFrames(order, staging.value(), cancel, progress); !drawn) return drawn.fault();
    const bool film = joinFrames(order, staging.value().folder());
    if (Done moved = staging.value().commit(); !moved) return moved.fault();
    const std::string folder = order.folder.string();
    return film ? Message{"film.made", {folder}} : Message{"film.pictures_made", {folder}};
}

}
