#include "editor/panels/plan_view.hpp"

#include "editor/model/picking.hpp"
#include "editor/panels/people_layer.hpp"
#include "editor/panels/plan_ink.hpp"
#include "editor/panels/plan_layers.hpp"
#include "editor/panels/plan_marks.hpp"
#include "sim/report/section.hpp"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <vector>

namespace stairwise::editor {
namespace {

constexpr Colour kPaper{252, 252, 251};

Vec2 sizeOf(const Place& area)
{
    return {static_cast<double>(area.right - area.left), static_cast<double>(area.bottom - area.top)};
}

// Where the hand is, from the upper left corner of the view.
Vec2 handIn(const Place& area)
{
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    return {static_cast<double>(mouse.x - area.left), static_cast<double>(mouse.y - area.top)};
}

void include(Extent& extent, const Backdrop& backdrop, Vec2 pixels)
{
    const Vec2 along{std::cos(backdrop.turn), std::sin(backdrop.turn)};
    for (const double x : {0.0, pixels.x * backdrop.metresPerPixel})
        for (const double y : {0.0, pixels.y * backdrop.metresPerPixel}) {
            const Vec2 at = toMetres(backdrop.at) + Vec2{along.x * x - along.y * y, along.y * x + along.x * y};
            extent.low = {std::min(extent.low.x, at.x), std::min(extent.low.y, at.y)};
            extent.high = {std::max(extent.high.x, at.x), std::max(extent.high.y, at.y)};
        }
}

void fitOrbit(Face& face)
{
    FaceState& state = face.state;
    const Extent extent = extentOf(schoolOf(face.editor), face.editor.storey);
    state.orbit = fitted(state.orbit, extent.low, extent.high, 0.0, heightOf(schoolOf(face.editor)), state.camera.size);
}

void moveCamera(Face& face, const Place& area)
{
    const ImGuiIO& io = ImGui::GetIO();
    Camera& camera = face.state.camera;
    if (io.MouseWheel != 0.0F) camera = zoomed(camera, handIn(area), std::pow(1.2, static_cast<double>(io.MouseWheel)));
    const bool pulls =
        ImGui::IsMouseDragging(ImGuiMouseButton_Middle, 0.0F) || ImGui::IsMouseDragging(ImGuiMouseButton_Right, 0.0F);
    if (pulls) camera = moved(camera, {static_cast<double>(io.MouseDelta.x), static_cast<double>(io.MouseDelta.y)});
}

void moveOrbit(Face& face)
{
    const ImGuiIO& io = ImGui::GetIO();
    if (io.MouseWheel != 0.0F)
        face.state.orbit = neared(face.state.orbit, std::pow(1.15, static_cast<double>(io.MouseWheel)));
    for (const ImGuiMouseButton each : {ImGuiMouseButton_Left, ImGuiMouseButton_Right, ImGuiMouseButton_Middle})
        if (ImGui::IsMouseDragging(each, 0.0F))
            face.state.orbit =
                turned(face.state.orbit, {static_cast<double>(io.MouseDelta.x), static_cast<double>(io.MouseDelta.y)});
}

// The whole, or two halves where two walks are played.
std::vector<Place> sidesOf(const Editor& editor, const Place& area)
{
    if (!editor.beside || editor.looks.view != ViewKind::Plan) return {area};
    const float middle = std::round((area.left + area.right) / 2.0F);
    return {{area.left, area.top, middle - 1.0F, area.bottom}, {middle + 1.0F, area.top, area.right, area.bottom}};
}

// On this side, where there are two.
bool handOn(const Place& side, const Place& area)
{
    const float x = ImGui::GetIO().MousePos.x;
    return (x >= side.left || side.left == area.left) && (x < side.right || side.right == area.right);
}

const std::string& nameShown(const Editor& editor)
{
    return calledOf(editor.outcome->order.scenario, editor.outcome->order.scenarioFile);
}

// The left button and the hand's moves, as the tools want them.
void takeHand(Face& face, const Place& area)
{
    const ImGuiIO& io = ImGui::GetIO();
    Pointer pointer;
    pointer.at = toMetres(face.state.camera, handIn(area));
    pointer.pixel = 1.0 / face.state.camera.pixelsPerMetre * face.unit;
    pointer.shift = io.KeyShift;
    pointer.alt = io.KeyAlt;
    if (io.MouseDelta.x != 0.0F || io.MouseDelta.y != 0.0F) face.out.emplace_back(pointer);
    if (ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left))
        pointer.kind = PointerKind::DoublePress;
    else if (ImGui::IsMouseClicked(ImGuiMouseButton_Left))
        pointer.kind = PointerKind::Press;
    else if (ImGui::IsMouseReleased(ImGuiMouseButton_Left))
        pointer.kind = PointerKind::Release;
    else
        return;
    face.out.emplace_back(pointer);
}

}

struct PlanView::Inside {
    const Canvas* canvas = nullptr;
    PlanLayers layers;
    PeopleLayer people;
    PeopleLayer others; // of the walk that is played beside
    struct Sheet {
        Layer layer; // empty: not a picture, or nothing is drawn
        Vec2 size;   // pixels
    };
    std::map<std::string, Sheet> images; // by file
    struct Sheets {
        std::shared_ptr<const School> school;
        std::vector<Layer> layers;
        std::vector<double> heights;
    } sheets;

    void takeHandOn(Face& face, const Place& area);
    void draw(Face& face, const Place& area, const PeopleLayer& walk);
    void drawFlat(Face& face, const PeopleLayer& walk);
    const Sheet& imageOf(const Face& face, const Backdrop& backdrop);
    void takeAim(Face& face);
    void drawBackdrop(Face& face);
    void drawStacked(Face& face);
    void drawSection(Face& face, const Place& area);
    void makeSheets(const Derived& derived);
};

PlanView::PlanView(const Canvas* canvas) : inside_(std::make_unique<Inside>())
{
    inside_->canvas = canvas;
}

PlanView::~PlanView() = default;

const PlanView::Inside::Sheet& PlanView::Inside::imageOf(const Face& face, const Backdrop& backdrop)
{
    const auto folder = face.editor.file.empty() ? std::filesystem::path() : face.editor.file.parent_path();
    const std::string path = (folder / backdrop.file).string();
    const auto found = images.find(path);
    if (found != images.end()) return found->second;
    Sheet sheet;
    if (const auto image = readImage(path)) {
        sheet.size = {static_cast<double>(image.value().width), static_cast<double>(image.value().height)};
        if (canvas != nullptr) sheet.layer = canvas->readyImage(image.value());
    }
    return images.emplace(path, std::move(sheet)).first->second;
}

void PlanView::Inside::takeAim(Face& face)
{
    FaceState& state = face.state;
    if (face.editor.looks.view == ViewKind::Stacked && state.shown != ViewKind::Stacked) fitOrbit(face);
    state.shown = face.editor.looks.view;
    if (state.aim == face.editor.aim.number) return;
    state.aim = face.editor.aim.number;
    if (face.editor.aim.at) {
        state.camera.centre = *face.editor.aim.at;
        state.camera.pixelsPerMetre = std::max(state.camera.pixelsPerMetre, 20.0);
        return;
    }
    Extent extent = extentOf(schoolOf(face.editor), face.editor.storey);
    for (const Backdrop& backdrop : face.editor.history.now().backdrops) {
        if (!(backdrop.storey == face.editor.storey) || !face.editor.looks.backdrop) continue;
        const Vec2 size = imageOf(face, backdrop).size;
        const PlanElements drawn = elementsOf(schoolOf(face.editor), face.editor.storey);
        if (drawn.spaces.empty() && size.x > 0.0) extent = {toMetres(backdrop.at), toMetres(backdrop.at)};
        include(extent, backdrop, size);
    }
    state.camera = fitted(state.camera, extent.low, extent.high);
    fitOrbit(face);
}

void PlanView::Inside::drawBackdrop(Face& face)
{
    if (!face.editor.looks.backdrop) return;
    for (const Backdrop& backdrop : face.editor.history.now().backdrops) {
        if (!(backdrop.storey == face.editor.storey)) continue;
        const Sheet& sheet = imageOf(face, backdrop);
        if (!sheet.layer.empty())
            canvas->drawImage(sheet.layer, face.state.camera, toMetres(backdrop.at), backdrop.metresPerPixel,
                              backdrop.turn, backdrop.fade);
    }
}

void PlanView::Inside::drawFlat(Face& face, const PeopleLayer& walk)
{
    const Camera& camera = face.state.camera;
    const double scale = static_cast<double>(face.unit);
    if (face.editor.looks.grid) canvas->draw(canvas->ready(gridShapes(camera)), camera, 1.0);
    drawBackdrop(face);
    layers.follow(*canvas, face);
    layers.drawUnderPeople(*canvas, camera, scale);
    walk.drawHeat(*canvas, camera);
    walk.drawFlat(*canvas, camera);
    layers.drawOverPeople(*canvas, camera, scale);
    const auto ghost =
        ghostOf(face.editor.drawing, sceneOf(face.editor, face.derived), 1.0 / camera.pixelsPerMetre * face.unit);
    if (!ghost.empty()) canvas->draw(canvas->ready(ghost), camera, scale);
}

void PlanView::Inside::makeSheets(const Derived& derived)
{
    sheets = {};
    sheets.school = derived.school;
    const auto add = [&](const StoreyId& storey, double height) {
        auto shapes = floorShapes(derived, storey, 0.05);
        const auto walls = wallShapes(derived, storey, 0.05);
        shapes.insert(shapes.end(), walls.begin(), walls.end());
        if (shapes.empty()) return;
        sheets.layers.push_back(canvas->ready(shapes));
        sheets.heights.push_back(height);
    };
    const bool storeys =
        std::ranges::any_of(derived.school->buildings, [](const Building& b) { return !b.storeys.empty(); });
    if (!storeys) add({}, 0.0);
    for (const Building& building : derived.school->buildings)
        for (const auto& storey : building.storeys) add(storey->id, storey->elevation / 1000.0);
}

void PlanView::Inside::drawStacked(Face& face)
{
    if (face.derived == nullptr) return;
    if (sheets.school != face.derived->school) makeSheets(*face.derived);
    std::vector<Canvas::Sheet> shown;
    for (std::size_t i = 0; i < sheets.layers.size(); ++i) shown.push_back({&sheets.layers[i], sheets.heights[i]});
    std::ranges::sort(shown, {}, &Canvas::Sheet::height);
    const auto& walkable = face.editor.walked != nullptr ? face.editor.walked->walkable : face.derived->walkable;
    canvas->drawStacked(shown, people.standing(walkable), face.state.orbit, face.state.camera.size,
                        static_cast<double>(face.unit));
}

void PlanView::Inside::drawSection(Face& face, const Place& area)
{
    const Stair* stair = stairInSection(face.editor);
    if (stair == nullptr || face.derived == nullptr) return;
    const auto shapes = sectionShapes(schoolOf(face.editor), face.derived->walkable, *stair);
    const Camera camera = cameraFor(shapes, face.state.camera);
    canvas->draw(canvas->ready(shapes), camera, static_cast<double>(face.unit));
    std::vector<Body> bodies;
    const auto& walkable = face.editor.walked != nullptr ? face.editor.walked->walkable : face.derived->walkable;
    const PeopleShown& shown = people.people();
    for (std::size_t i = 0; i < shown.at.size(); ++i)
        if (const auto at = inSection(walkable, *stair, shown.surface[i], shown.at[i]))
            bodies.push_back({*at + Vec2{0.0, 0.8}, 0.2F, people.colours()[i]}); // at the height of the chest
    canvas->drawBodies(bodies, camera);
    writeTexts(shapes, camera, area, face.unit);
}

void PlanView::Inside::takeHandOn(Face& face, const Place& area)
{
    if (face.editor.looks.view == ViewKind::Stacked) return moveOrbit(face);
    if (face.editor.looks.view == ViewKind::Section) return;
    moveCamera(face, area);
    takeHand(face, area);
}

void PlanView::Inside::draw(Face& face, const Place& area, const PeopleLayer& walk)
{
    const ImGuiIO& io = ImGui::GetIO();
    canvas->into({static_cast<int>(area.left), static_cast<int>(area.top), static_cast<int>(area.right - area.left),
                  static_cast<int>(area.bottom - area.top), static_cast<int>(io.DisplaySize.y)});
    canvas->clear(kPaper);
    switch (face.editor.looks.view) {
    case ViewKind::Plan:
        return drawFlat(face, walk);
    case ViewKind::Stacked:
        return drawStacked(face);
    case ViewKind::Section:
        return drawSection(face, area);
    }
}

void PlanView::draw(Face& face, const Place& area)
{
    Inside& in = *inside_;
    const auto sides = sidesOf(face.editor, area);
    face.state.camera.size = sizeOf(sides.front());
    in.takeAim(face);
    in.people.follow(face, playedOf(face.editor));
    if (sides.size() > 1) in.others.follow(face, besideOf(face.editor));
    ImGui::SetNextWindowPos({area.left, area.top});
    ImGui::SetNextWindowSize({area.right - area.left, area.bottom - area.top});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0.0F, 0.0F});
    constexpr ImGuiWindowFlags kFlags = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoBackground |
                                        ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoBringToFrontOnFocus |
                                        ImGuiWindowFlags_NoScrollWithMouse | ImGuiWindowFlags_NoSavedSettings;
    ImGui::Begin("plan", nullptr, kFlags);
    ImGui::InvisibleButton("plan.hand", {area.right - area.left, area.bottom - area.top},
                           ImGuiButtonFlags_MouseButtonLeft | ImGuiButtonFlags_MouseButtonRight |
                               ImGuiButtonFlags_MouseButtonMiddle);
    mark(face, "plan");
    const bool flat = face.editor.looks.view == ViewKind::Plan;
    for (std::size_t side = 0; side < sides.size(); ++side) {
        const Place& here = sides[side];
        const PeopleLayer& walk = side == 0 ? in.people : in.others;
        if ((ImGui::IsItemHovered() || ImGui::IsItemActive()) && handOn(here, area)) in.takeHandOn(face, here);
        if (in.canvas != nullptr) in.draw(face, here, walk);
        if (!flat) continue;
        ImGui::PushClipRect({here.left, here.top}, {here.right, here.bottom}, true);
        writePlan(face, here);
        if (side == 0) writeMarks(face, here);
        writeLegend(face, here, walk);
        if (sides.size() > 1)
            writeWalk(face, here, side == 0 ? nameShown(face.editor) : face.editor.beside->name, walk);
        ImGui::PopClipRect();
    }
    if (sides.size() > 1) // what lies between the two
        ImGui::GetWindowDrawList()->AddRectFilled({sides[0].right, area.top}, {sides[1].left, area.bottom},
                                                  IM_COL32(95, 102, 112, 255));
    ImGui::End();
    ImGui::PopStyleVar();
}

}
