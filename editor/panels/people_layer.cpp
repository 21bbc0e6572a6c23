#include "editor/panels/people_layer.hpp"

#include "editor/model/colours.hpp"
#include "sim/geometry/polygon.hpp"

#include <algorithm>

namespace stairwise::editor {
namespace {

// Squares whose middle lies on the floor: others would paint walls.
HeatField cutTo(const Surface& surface, const HeatField& field)
{
    HeatField cut = field;
    for (int row = 0; row < field.grid.rows; ++row)
        for (int column = 0; column < field.grid.columns; ++column) {
            float& value = cut.values[field.grid.cell(column, row)];
            if (value >= 0.0F && !contains(surface.area, field.grid.centre(column, row))) value = -1.0F;
        }
    return cut;
}

double greatestOf(const std::vector<HeatField>& fields)
{
    double greatest = 0.0;
    for (const HeatField& field : fields)
        for (const float value : field.values) greatest = std::max(greatest, static_cast<double>(value));
    return greatest;
}

HeatRamp rampOf(HeatKind kind, double greatest)
{
    const HeatRange range = rangeOf(kind, greatest);
    const bool stepped = kind == HeatKind::LevelOfService || isPressure(kind);
    return {range.colours, range.from, range.to, stepped ? HeatRamp::Between::Stepped : HeatRamp::Between::Mixed};
}

}

void PeopleLayer::follow(const Face& face, const Played& played)
{
    if (walked_ != played.walked || trace_ != played.trace) {
        walked_ = played.walked;
        trace_ = played.trace;
        maker_.reset();
        use_.reset();
        time_.clear();
    }
    people_ = {};
    if (played.playback != nullptr)
        if (auto people = played.playback->at(face.editor.playing.time)) people_ = std::move(people).value();
    followColours(face.editor, played);
    followHeat(face, played);
}

void PeopleLayer::followColours(const Editor& editor, const Played& played)
{
    shown_.clear();
    here_.clear();
    if (played.playback == nullptr) {
        coloured_.reset();
        return;
    }
    const TraceHead& head = played.playback->head();
    if (coloured_ != editor.history.now().school || groups_.size() != head.people.size()) {
        coloured_ = editor.history.now().school;
        groups_ = groupColours(head, *coloured_);
    }
    for (std::size_t i = 0; i < people_.at.size(); ++i) {
        const std::uint32_t surface = people_.surface[i];
        here_.push_back(surface < head.storeys.size() && head.storeys[surface] == editor.storey.value);
        Colour colour = groups_[people_.person[i]];
        if (editor.looks.people == PeopleColour::BySpeed) colour = speedColour(people_.speed[i]);
        if (editor.looks.people == PeopleColour::ByWait)
            colour = people_.wait.empty() ? Colour{150, 150, 150} : waitColour(people_.wait[i]);
        shown_.push_back(colour);
    }
}

void PeopleLayer::followHeat(const Face& face, const Played& played)
{
    const Editor& editor = face.editor;
    heat_.clear();
    switch (editor.looks.heat) {
    case HeatKind::None:
        return;
    case HeatKind::TimeToExit:
        if (face.derived != nullptr) followTime(*face.derived, editor.storey);
        return;
    case HeatKind::PeakDensity:
    case HeatKind::PeakPressure:
    case HeatKind::PeakForce:
        return followPeaks(editor, played);
    case HeatKind::Use:
        return followUse(editor, played);
    case HeatKind::Density:
    case HeatKind::LevelOfService:
    case HeatKind::Pressure:
        return followMoment(editor, played);
    }
}

void PeopleLayer::followTime(const Derived& derived, const StoreyId& storey)
{
    if (time_.empty() || derived.walkable.surfaces.size() != time_.size())
        time_ = timeToExit(derived.walkable, derived.network, {}, {});
    ramp_ = rampOf(HeatKind::TimeToExit, greatestOf(time_));
    takeHeat(derived, storey, time_);
}

void PeopleLayer::followPeaks(const Editor& editor, const Played& played)
{
    if (walked_ == nullptr || played.result == nullptr) return;
    const auto fields = peaksOf(played.result->maps, editor.looks.heat);
    ramp_ = rampOf(editor.looks.heat, greatestOf(fields));
    takeHeat(*walked_, editor.storey, fields);
    if (editor.looks.heat == HeatKind::PeakPressure) toSteps();
}

void PeopleLayer::followUse(const Editor& editor, const Played& played)
{
    if (walked_ == nullptr || played.playback == nullptr) return;
    if (!use_)
        if (auto use = UseSoFar::open(played.trace, std::shared_ptr<const Walkable>(walked_, &walked_->walkable)))
            use_.emplace(std::move(use).value());
    if (!use_) return;
    use_->refresh();
    ramp_ = rampOf(HeatKind::Use, greatestOf(use_->upTo(played.playback->duration())));
    takeHeat(*walked_, editor.storey, use_->upTo(editor.playing.time));
}

void PeopleLayer::followMoment(const Editor& editor, const Played& played)
{
    if (walked_ == nullptr || played.playback == nullptr) return;
    const auto frame = played.playback->frameAt(editor.playing.time);
    if (!frame || frame.value() == nullptr) return;
    if (!maker_) maker_ = std::make_unique<HeatMaker>(std::shared_ptr<const Walkable>(walked_, &walked_->walkable));
    const Frame& now = *frame.value();
    const HeatKind kind = editor.looks.heat;
    ramp_ = rampOf(kind, 0.0);
    takeHeat(*walked_, editor.storey,
             kind == HeatKind::Density    ? maker_->density(now)
             : kind == HeatKind::Pressure ? maker_->pressure(now)
                                          : maker_->service(now));
    if (kind == HeatKind::Pressure) toSteps();
}

void PeopleLayer::toSteps()
{
    for (HeatField& field : heat_)
        for (float& value : field.values)
            if (value >= 0.0F) value = static_cast<float>(pressureStep(value));
}

void PeopleLayer::takeHeat(const Derived& derived, const StoreyId& storey, const std::vector<HeatField>& fields)
{
    for (std::size_t s = 0; s < fields.size() && s < derived.walkable.surfaces.size(); ++s) {
        const Surface& surface = derived.walkable.surfaces[s];
        if (surface.storey == storey && !fields[s].values.empty()) heat_.push_back(cutTo(surface, fields[s]));
    }
}

void PeopleLayer::drawHeat(const Canvas& canvas, const Camera& camera) const
{
    constexpr double kFade = 0.85; // what lies under it can still be made out
    std::vector<const HeatField*> fields;
    for (const HeatField& field : heat_) fields.push_back(&field);
    if (!fields.empty()) canvas.drawHeat(fields, ramp_, kFade, camera);
}

void PeopleLayer::drawFlat(const Canvas& canvas, const Camera& camera) const
{
    std::vector<Body> bodies;
    for (std::size_t i = 0; i < here_.size(); ++i)
        if (here_[i]) bodies.push_back({people_.at[i], people_.radius[i], shown_[i]});
    if (!bodies.empty()) canvas.drawBodies(bodies, camera);
}

std::vector<StandingBody> PeopleLayer::standing(const Walkable& walkable) const
{
    std::vector<StandingBody> bodies;
    for (std::size_t i = 0; i < shown_.size(); ++i) {
        const std::uint32_t surface = people_.surface[i];
        if (surface >= walkable.surfaces.size()) continue;
        const double height = heightAt(walkable.surfaces[surface], people_.at[i]);
        bodies.push_back({people_.at[i], static_cast<float>(height), people_.radius[i], shown_[i]});
    }
    return bodies;
}

}
