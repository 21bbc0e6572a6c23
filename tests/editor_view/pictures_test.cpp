// Pictures drawn off screen, compared with those in tests/golden.
#include "tests/editor_view/crowd.hpp"
#include "tests/editor_view/easel.hpp"
#include "tests/editor_view/golden.hpp"

namespace stairwise::editor {
namespace {

class Pictures : public Easel {
protected:
    [[nodiscard]] Camera camera(const Box& box) const
    {
        Camera camera;
        camera.size = size();
        return fitted(camera, toMetres(box.low), toMetres(box.high));
    }
};

TEST_F(Pictures, AStoreyIsDrawnAsInTheReport)
{
    open(960, 540);
    if (IsSkipped()) return;
    const Sample sample = sampleSchool();
    const StoreyId storey = sample.school.buildings.front().storeys.front()->id;
    const Camera seen = camera(boxOfStorey(sample, storey));
    canvas().draw(canvas().ready(planOf(sample, storey, 1.0 / seen.pixelsPerMetre)), seen, 1.0);
    expectGolden(picture(), "storey");
}

TEST_F(Pictures, TheStairIsReadableFromNear)
{
    open(640, 480);
    if (IsSkipped()) return;
    const Sample sample = sampleSchool();
    const StoreyId storey = sample.school.buildings.front().storeys.front()->id;
    Box box{{kFarthestMm, kFarthestMm}, {-kFarthestMm, -kFarthestMm}};
    for (const SurfaceIndex s : surfacesOn(sample.walkable, storey)) {
        if (sample.walkable.surfaces[s].stair != sample.school.buildings.front().stairs.front().id) continue;
        for (const Point p : sample.walkable.surfaces[s].area.outer) {
            box.low = {std::min(box.low.x, p.x), std::min(box.low.y, p.y)};
            box.high = {std::max(box.high.x, p.x), std::max(box.high.y, p.y)};
        }
    }
    const Camera seen = camera(box);
    canvas().draw(canvas().ready(planOf(sample, storey, 1.0 / seen.pixelsPerMetre)), seen, 1.5);
    expectGolden(picture(), "stair");
}

TEST_F(Pictures, FillsLinesAndDiscsKeepTheirOrderAndEdges)
{
    open(400, 300);
    if (IsSkipped()) return;
    const Colour ink{40, 60, 90};
    const std::vector<std::vector<Vec2>> frame{{{1, 1}, {9, 1}, {9, 7}, {1, 7}}, {{3, 3}, {7, 3}, {7, 5}, {3, 5}}};
    const std::vector<Vec2> star{{12, 1}, {14, 7}, {16, 1}, {11, 5}, {17, 5}};
    const std::vector<Shape> shapes{
        FillShape{frame, {230, 190, 120}},
        LineShape{frame[0], true, 3.0, ink},
        FillShape{{star}, {120, 190, 160}}, // crosses itself: the middle is clear
        LineShape{star, true, 1.0, ink},
        DiscShape{{5, 10}, 1.5, {200, 80, 70}},
        DiscShape{{6, 10}, 1.5, {70, 80, 200, 120}},
        LineShape{{{9, 9}, {11, 11}, {13, 9}, {15, 11}, {15.3, 9}}, false, 6.0, {40, 60, 90, 120}},
        LineShape{{{1, 12}, {17, 12.4}}, false, 0.3, ink},
    };
    Camera seen;
    seen.size = size();
    canvas().draw(canvas().ready(shapes), fitted(seen, {0.5, 0.5}, {17.5, 13}), 1.0);
    expectGolden(picture(), "shapes");
}

TEST_F(Pictures, PeopleStandOverHeatInTheirColours)
{
    open(960, 540);
    if (IsSkipped()) return;
    const Sample sample = sampleSchool();
    const StoreyId storey = sample.school.buildings.front().storeys.front()->id;
    const Box box = boxOfStorey(sample, storey);
    const Camera seen = camera(box);
    const double point = 1.0 / seen.pixelsPerMetre;
    std::vector<HeatField> fields;
    for (const SurfaceIndex s : surfacesOn(sample.walkable, storey))
        fields.push_back(waves(sample.walkable.surfaces[s].area));
    std::vector<const HeatField*> shown;
    for (const HeatField& field : fields) shown.push_back(&field);
    canvas().draw(canvas().ready(floorsOf(sample, storey, point)), seen, 1.0);
    canvas().drawHeat(shown, {{{255, 255, 204}, {253, 141, 60}, {128, 0, 38}}, 0.0, 6.0}, 0.7, seen);
    canvas().draw(canvas().ready(linesOf(sample, storey, point)), seen, 1.0);
    canvas().drawBodies(bodiesIn(box, 200), seen);
    expectGolden(picture(), "people");
}

TEST_F(Pictures, APaperPlanLiesTurnedUnderTheDrawing)
{
    open(400, 300);
    if (IsSkipped()) return;
    Image paper{64, 48, {}};
    for (int y = 0; y < paper.height; ++y)
        for (int x = 0; x < paper.width; ++x) {
            const bool head = y < 8; // dark above, so that upside down is seen
            const bool left = x < 8;
            const auto shade = static_cast<std::uint8_t>((x / 8 + y / 8) % 2 == 0 ? 255 : 215);
            paper.rgba.insert(paper.rgba.end(), {head ? std::uint8_t{60} : shade, left ? std::uint8_t{120} : shade,
                                                 shade, std::uint8_t{255}});
        }
    Camera seen;
    seen.size = size();
    seen = fitted(seen, {0, 0}, {8, 6});
    canvas().drawImage(canvas().readyImage(paper), seen, {2.0, 1.0}, 0.08, 0.3, 0.6);
    expectGolden(picture(), "backdrop");
}

TEST_F(Pictures, StoreysStandStackedInSpace)
{
    open(640, 480);
    if (IsSkipped()) return;
    const Sample sample = sampleSchool();
    const Building& building = sample.school.buildings.front();
    std::vector<Layer> layers;
    std::vector<double> heights;
    std::vector<StandingBody> people;
    Box whole = boxOfStorey(sample, building.storeys.front()->id);
    for (const auto& storey : building.storeys) {
        layers.push_back(canvas().ready(planOf(sample, storey->id, 0.1)));
        heights.push_back(2.0 * sample.walkable.surfaces[surfacesOn(sample.walkable, storey->id).front()].elevation);
        for (const Body& body : bodiesIn(boxOfStorey(sample, storey->id), 200))
            people.push_back({body.at, static_cast<float>(heights.back()), body.radius, body.colour});
    }
    std::vector<Canvas::Sheet> sheets;
    for (std::size_t i = 0; i < layers.size(); ++i) sheets.push_back({&layers[i], heights[i]});
    const Orbit orbit =
        fitted(Orbit{}, toMetres(whole.low), toMetres(whole.high), heights.front(), heights.back(), size());
    canvas().clear({225, 229, 234});
    canvas().drawStacked(sheets, people, orbit, size(), 1.0);
    expectGolden(picture(), "stacked");
}

}
}
