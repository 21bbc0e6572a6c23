#pragma once

#include "sim/base/json_read.hpp"
#include "sim/scenario/scenario.hpp"

namespace stairwise {

/// The words that stand for enumerators in files.
inline constexpr WordFor<Situation> kSituationWords[] = {
    {Situation::Dismissal, "dismissal"},
    {Situation::Fire, "fire"},
    {Situation::Earthquake, "earthquake"},
    {Situation::Break, "break"},
    {Situation::Arrival, "arrival"},
    {Situation::ReturnFromPlayground, "return_from_playground"},
    {Situation::WakingFromNap, "waking_from_nap"},
    {Situation::Assembly, "assembly"},
    {Situation::NightInDormitory, "night_in_dormitory"},
};
inline constexpr WordFor<Distribution::Kind> kDistributionWords[] = {
    {Distribution::Kind::Constant, "constant"}, {Distribution::Kind::Uniform, "uniform"},
    {Distribution::Kind::Normal, "normal"},     {Distribution::Kind::LogNormal, "log_normal"},
    {Distribution::Kind::Gamma, "gamma"},       {Distribution::Kind::Weibull, "weibull"},
};
inline constexpr WordFor<RouteChoice> kRouteChoiceWords[] = {
    {RouteChoice::Nearest, "nearest"}, {RouteChoice::LeastCrowded, "least_crowded"}, {RouteChoice::Given, "given"}};
inline constexpr WordFor<TeacherPlace> kTeacherPlaceWords[] = {
    {TeacherPlace::OwnTime, "own_time"}, {TeacherPlace::Head, "head"}, {TeacherPlace::Tail, "tail"}};
inline constexpr WordFor<HelpFrom> kHelpFromWords[] = {{HelpFrom::Pupils, "pupils"}, {HelpFrom::Teacher, "teacher"}};
inline constexpr WordFor<EventKind> kEventKindWords[] = {{EventKind::Shut, "shut"}, {EventKind::Open, "open"},
                                                         {EventKind::Fall, "fall"}, {EventKind::Dark, "dark"},
                                                         {EventKind::Dim, "dim"},   {EventKind::Light, "light"}};
inline constexpr WordFor<WardenTask> kWardenTaskWords[] = {
    {WardenTask::Hold, "hold"}, {WardenTask::Meter, "meter"}, {WardenTask::Send, "send"}, {WardenTask::Files, "files"}};
inline constexpr WordFor<Lighting> kLightingWords[] = {
    {Lighting::Normal, "normal"}, {Lighting::Dim, "dim"}, {Lighting::Dark, "dark"}};
inline constexpr WordFor<Motivation> kMotivationWords[] = {
    {Motivation::Walk, "walk"}, {Motivation::Hurry, "hurry"}, {Motivation::Push, "push"}};
inline constexpr WordFor<Model> kModelWords[] = {{Model::Agents, "agents"}, {Model::Hydraulic, "hydraulic"}};
inline constexpr WordFor<Destination> kDestinationWords[] = {
    {Destination::OutOfBuilding, "out_of_building"}, {Destination::Assembly, "assembly"}, {Destination::Gate, "gate"}};

}
