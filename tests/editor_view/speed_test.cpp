// What drawing costs on this computer: printed, not judged, since computers differ.
#include "tests/editor_view/crowd.hpp"
#include "tests/editor_view/easel.hpp"
#include "tests/editor_view/timing.hpp"

namespace stairwise::editor {
namespace {

constexpr int kWide = 1920;
constexpr int kHigh = 1080;

class Speed : public Easel {
protected:
    void prepare()
    {
        sample_.school = rooms();
        sample_.walkable = walkableOf(sample_.school);
        box_ = boxOfStorey(sample_, storey_);
        camera_.size = size();
        camera_ = fitted(camera_, toMetres(box_.low), toMetres(box_.high));
        floors_ = floorsOf(sample_, storey_, 1.0 / camera_.pixelsPerMetre);
        lines_ = linesOf(sample_, storey_, 1.0 / camera_.pixelsPerMetre);
    }
    /// A hand that moves the plan.
    [[nodiscard]] Camera at(int frame) const { return moved(camera_, {0.5 * frame, 0.25 * frame}); }

    Sample sample_;
    StoreyId storey_{"F1"};
    Box box_;
    Camera camera_;
    std::vector<Shape> floors_;
    std::vector<Shape> lines_;
};

TEST_F(Speed, OfAStoreyOf200Rooms)
{
    open(kWide, kHigh);
    if (IsSkipped()) return;
    prepare();
    std::cout << "renderer: " << reinterpret_cast<const char*>(glGetString(GL_RENDERER)) << '\n';
    const auto begin = Clock::now();
    const Layer floors = canvas().ready(floors_);
    const Layer lines = canvas().ready(lines_);
    std::cout << fmt::format("made ready: {:.1f} ms, {} shapes\n", millisecondsSince(begin),
                             floors_.size() + lines_.size());
    time("200 rooms", [&](int frame) {
        canvas().clear({255, 255, 255});
        canvas().draw(floors, at(frame), 1.0);
        canvas().draw(lines, at(frame), 1.0);
    });
    const Camera near = zoomed(camera_, size() * 0.5, 8.0);
    time("the same from near", [&](int frame) {
        canvas().clear({255, 255, 255});
        canvas().draw(floors, moved(near, {1.0 * frame, 0.0}), 1.0);
        canvas().draw(lines, moved(near, {1.0 * frame, 0.0}), 1.0);
    });
}

TEST_F(Speed, Of2000PeopleOverHeat)
{
    open(kWide, kHigh);
    if (IsSkipped()) return;
    prepare();
    const Layer floors = canvas().ready(floors_);
    const Layer lines = canvas().ready(lines_);
    std::vector<HeatField> fields;
    for (const Surface& surface : sample_.walkable.surfaces) fields.push_back(waves(surface.area));
    std::vector<const HeatField*> shown;
    for (const HeatField& field : fields) shown.push_back(&field);
    const HeatRamp ramp{{{255, 255, 204}, {253, 141, 60}, {128, 0, 38}}, 0.0, 6.0};
    const auto draw = [&](const Camera& seen, const std::vector<Body>& people) {
        canvas().clear({255, 255, 255});
        canvas().draw(floors, seen, 1.0);
        canvas().drawHeat(shown, ramp, 0.7, seen);
        canvas().draw(lines, seen, 1.0);
        canvas().drawBodies(people, seen);
    };
    const std::vector<Body> people = bodiesIn(box_, 2000);
    time("200 rooms, heat and 2,000 people", [&](int frame) { draw(at(frame), people); });
    const Camera near = zoomed(camera_, size() * 0.5, 8.0);
    const Vec2 low = toMetres(near, {0.0, size().y});
    const Vec2 high = toMetres(near, {size().x, 0.0});
    const std::vector<Body> crowd = bodiesIn({toMillimetres(low), toMillimetres(high)}, 2000);
    time("the same, all of them near", [&](int) { draw(near, crowd); });
}

TEST_F(Speed, OfFiveStoreysInSpace)
{
    open(kWide, kHigh);
    if (IsSkipped()) return;
    prepare();
    const Layer layer = canvas().ready(planOf(sample_, storey_, 1.0 / camera_.pixelsPerMetre));
    std::vector<Canvas::Sheet> sheets;
    std::vector<StandingBody> people;
    for (int storey = 0; storey < 5; ++storey) {
        sheets.push_back({&layer, 8.0 * storey});
        for (const Body& body : bodiesIn(box_, 400))
            people.push_back({body.at, 8.0F * static_cast<float>(storey), body.radius, body.colour});
    }
    const Orbit orbit = fitted(Orbit{}, toMetres(box_.low), toMetres(box_.high), 0.0, 32.0, size());
    time("five such storeys stacked, 2,000 people", [&](int frame) {
        canvas().clear({255, 255, 255});
        canvas().drawStacked(sheets, people, turned(orbit, {1.0 * frame, 0.0}), size(), 1.0);
    });
}

}
}
