#include "sim/stagger/posts.hpp"

#include "sim/run/many_runs.hpp"
#include "sim/run/setting.hpp"

#include <algorithm>
#include <chrono>
#include <map>
#include <memory>
#include <mutex>
#include <utility>

namespace stairwise {
namespace {

using Posts = std::vector<StairPost>;
using Place = std::pair<SurfaceIndex, std::size_t>; // surface, stretch

Place placeOf(const RiskPoint& point)
{
    return {point.surface, point.stretch};
}

Warden wardenAt(const StairPost& post)
{
    Warden warden;
    warden.stair = post.stair;
    warden.storey = post.storey;
    warden.task = WardenTask::Meter;
    return warden;
}

bool onStairs(const Walkable& walkable, const RiskPoint& point)
{
    return walkable.surfaces[point.surface].kind != SurfaceKind::Space;
}

bool metersAllDay(const Warden& warden, const StairPost& post)
{
    return warden.task == WardenTask::Meter && warden.stair == post.stair && warden.storey == post.storey &&
           warden.classes.empty() && warden.from == 0.0 && !warden.to;
}

struct OneRun {
    Ending ending = Ending::Empty;
    std::optional<double> clearance;
    std::vector<RiskPoint> points;
};

PostTrial trialOf(const Walkable& walkable, Posts posts, const std::vector<OneRun>& runs)
{
    PostTrial trial;
    trial.posts = std::move(posts);
    trial.runs = runs.size();
    const auto count = static_cast<double>(runs.size());
    std::map<Place, PlaceRisk> places;
    bool everybodyOut = true;
    double clearances = 0.0;
    for (const OneRun& run : runs) {
        trial.notEmpty += run.ending == Ending::Empty ? 0 : 1;
        everybodyOut = everybodyOut && run.clearance;
        clearances += run.clearance.value_or(0.0);
        for (const RiskPoint& point : run.points) {
            trial.rank = std::max(trial.rank, point.rank);
            PlaceRisk& place = places.try_emplace(placeOf(point), PlaceRisk{point, 0.0}).first->second;
            place.index += riskIndex(point) / count;
            trial.risk += riskIndex(point) / count;
            if (onStairs(walkable, point)) trial.onStairs += riskIndex(point) / count;
            if (riskIndex(point) > riskIndex(place.typical)) place.typical = point;
        }
    }
    if (everybodyOut) trial.clearance = clearances / count;
    for (auto& [where, place] : places) trial.places.push_back(std::move(place));
    std::ranges::stable_sort(trial.places, std::ranges::greater{}, &PlaceRisk::index);
    return trial;
}

/// Walks plans of posts, each once: what is asked again is remembered.
class Search {
public:
    Search(const School& school, const Scenario& scenario, const Setting& setting, const PostsAsk& ask,
           CancelToken cancel, const Progress& progress)
        : school_(school), scenario_(scenario), setting_(setting), ask_(ask), cancel_(cancel), progress_(progress)
    {
    }
    /// Runs that it will take at most, those that are done included.
    void reckonWith(std::size_t more) { reckoned_ = done_ + more * ask_.seeds; }
    /// In the order asked for; nothing when cancelled.
    [[nodiscard]] std::optional<std::vector<PostTrial>> tried(const std::vector<Posts>& plans);
    /// The most promising ones that are still free; those that look down on nothing are left out.
    [[nodiscard]] Posts candidatesFor(const Posts& possible, const PostTrial& now) const;
    [[nodiscard]] bool counts(const RiskPoint& point) const
    {
        return ask_.by == RiskCounted::Everywhere || onStairs(setting_.walkable, point);
    }
    [[nodiscard]] std::size_t done() const { return done_; }

private:
    void walk(Setting& own, const Posts& posts, std::size_t seed, std::optional<OneRun>& run);
    void tell() const
    {
        const double share = reckoned_ > 0 ? static_cast<double>(done_) / static_cast<double>(reckoned_) : 1.0;
        if (progress_) progress_({share, 0.0, done_, reckoned_});
    }

    const School& school_;
    const Scenario& scenario_;
    const Setting& setting_;
    const PostsAsk& ask_;
    CancelToken cancel_;
    const Progress& progress_;
    std::map<Posts, PostTrial> known_; // by the posts in their order
    std::size_t done_ = 0;
    std::size_t reckoned_ = 0;
    std::mutex told_;
};

Posts inOrder(Posts posts)
{
    std::ranges::sort(posts);
    return posts;
}

void Search::walk(Setting& own, const Posts& posts, std::size_t seed, std::optional<OneRun>& run)
{
    Scenario scenario = withPosts(scenario_, posts);
    scenario.seed += seed;
    own.start = startOf(school_, scenario, own.walkable, own.network);
    RunOptions one;
    one.threads = 1;
    one.bound = false;
    one.hand = false;
    RunResult result = simulate(school_, scenario, own, one, {}, cancel_, {});
    if (result.ending == Ending::Cancelled) return;
    const std::lock_guard lock(told_);
    run = OneRun{result.ending, result.clearance, std::move(result.riskPoints)};
    ++done_;
    tell();
}

std::optional<std::vector<PostTrial>> Search::tried(const std::vector<Posts>& plans)
{
    std::vector<Posts> open;
    for (const Posts& plan : plans) {
        const Posts ordered = inOrder(plan);
        if (!known_.contains(ordered) && std::ranges::find(open, ordered) == open.end()) open.push_back(ordered);
    }
    tell();
    std::vector<std::optional<OneRun>> runs(open.size() * ask_.seeds);
    manyRuns(runs.size(), ask_.threads, cancel_, [&] {
        const auto own = std::make_shared<Setting>(setting_); // the ways are shared, the people are its own
        return [&, own](std::size_t i) { walk(*own, open[i / ask_.seeds], i % ask_.seeds, runs[i]); };
    });
    if (!std::ranges::all_of(runs, [](const auto& run) { return run.has_value(); })) return std::nullopt;
    for (std::size_t p = 0; p < open.size(); ++p) {
        std::vector<OneRun> own;
        for (std::size_t s = 0; s < ask_.seeds; ++s) own.push_back(std::move(*runs[p * ask_.seeds + s]));
        known_.emplace(open[p], trialOf(setting_.walkable, open[p], own));
    }
    std::vector<PostTrial> trials;
    for (const Posts& plan : plans) {
        trials.push_back(known_.at(inOrder(plan)));
        trials.back().posts = plan; // as they were chosen
    }
    return trials;
}

Posts Search::candidatesFor(const Posts& possible, const PostTrial& now) const
{
    std::vector<PlaceRisk> places = now.places;
    std::erase_if(places, [&](const PlaceRisk& place) { return !counts(place.typical); });
    std::vector<std::pair<double, StairPost>> promising;
    for (const StairPost& post : possible) {
        if (std::ranges::find(now.posts, post) != now.posts.end()) continue;
        const double promise = promiseOf(school_, setting_.walkable, post, places);
        if (promise > 0.0) promising.emplace_back(promise, post);
    }
    std::ranges::stable_sort(promising, std::ranges::greater{}, [](const auto& one) { return one.first; });
    promising.resize(std::min(promising.size(), ask_.candidates));
    Posts posts;
    for (auto& [promise, post] : promising) posts.push_back(std::move(post));
    return posts;
}

std::vector<Posts> eachWith(const Posts& posts, const Posts& candidates)
{
    std::vector<Posts> plans;
    for (const StairPost& candidate : candidates) {
        plans.push_back(posts);
        plans.back().push_back(candidate);
    }
    return plans;
}

std::vector<Posts> eachWithout(const Posts& posts)
{
    std::vector<Posts> plans(posts.size(), posts);
    for (std::size_t i = 0; i < posts.size(); ++i) plans[i].erase(plans[i].begin() + static_cast<std::ptrdiff_t>(i));
    return plans;
}

// A place that keeps somebody in is no place for a teacher, whatever it lowers.
const PostTrial* bestOf(const std::vector<PostTrial>& trials, const PostTrial& now, RiskCounted by)
{
    const PostTrial* best = nullptr;
    for (const PostTrial& trial : trials)
        if (trial.notEmpty <= now.notEmpty && (best == nullptr || counted(trial, by) < counted(*best, by)))
            best = &trial;
    return best;
}

// What is relieved is a place that counts; what is burdened may be any.
void tellChanges(ChosenPost& chosen, const PostTrial& before, const Search& search)
{
    std::map<Place, PlaceChange> changes;
    for (const PlaceRisk& place : before.places) changes[placeOf(place.typical)] = {place.typical, place.index, 0.0};
    for (const PlaceRisk& place : chosen.with.places)
        changes.try_emplace(placeOf(place.typical), PlaceChange{place.typical, 0.0, 0.0}).first->second.after =
            place.index;
    double lowest = 0.0;
    double highest = 0.0;
    for (const auto& [where, change] : changes) {
        const double by = change.after - change.before;
        const bool relieved = by < lowest && search.counts(change.typical);
        if (relieved) chosen.lowered = change;
        if (by > highest) chosen.raised = change;
        if (relieved) lowest = by;
        highest = std::max(highest, by);
    }
}

// One teacher after another; what of it was cut off says nothing.
void choose(PostsResult& result, Search& search, const Posts& possible, const PostsAsk& ask)
{
    const double least = ask.leastGain * counted(result.without, ask.by);
    while (result.chosen.size() < ask.teachers) {
        const PostTrial now = lastOf(result);
        result.end = PostsEnd::NoRisk;
        if (counted(now, ask.by) <= 0.0) return;
        const Posts candidates = search.candidatesFor(possible, now);
        result.end = PostsEnd::NoPlace;
        if (candidates.empty()) return;
        const std::size_t left = ask.teachers - result.chosen.size();
        search.reckonWith(left * candidates.size() + result.chosen.size() + left);
        const auto trials = search.tried(eachWith(now.posts, candidates));
        result.end = PostsEnd::Stopped;
        if (!trials) return;
        const PostTrial* best = bestOf(*trials, now, ask.by);
        result.end = PostsEnd::LittleGain;
        if (best != nullptr) result.next = *best;
        if (best == nullptr || counted(now, ask.by) - counted(*best, ask.by) < least) return;
        result.next.reset();
        result.chosen.push_back({best->posts.back(), *best, candidates.size(), {}, {}});
        tellChanges(result.chosen.back(), now, search);
    }
    result.end = PostsEnd::AllPlaced;
}

// Who moves leaves a post empty: the plan is that without the post of who moved. So the best cover is the same for all.
void cover(PostsResult& result, Search& search, const PostsAsk& ask)
{
    if (result.end == PostsEnd::Stopped || result.chosen.empty()) return;
    search.reckonWith(result.chosen.size());
    const auto empty = search.tried(eachWithout(lastOf(result).posts));
    if (!empty) {
        result.end = PostsEnd::Stopped;
        return;
    }
    const auto spared = std::ranges::min_element(*empty, {}, [&ask](const PostTrial& trial) {
        return std::pair(trial.notEmpty, counted(trial, ask.by)); // who is kept in comes before every crowd
    });
    for (const PostTrial& trial : *empty) {
        Absence absence{trial, {}, counted(trial, ask.by)};
        const double gain = counted(trial, ask.by) - counted(*spared, ask.by);
        const bool worth = trial.notEmpty > spared->notEmpty || gain >= ask.leastGain * counted(result.without, ask.by);
        if (&trial != &*spared && worth) {
            absence.from = static_cast<std::size_t>(spared - empty->begin());
            absence.covered = counted(*spared, ask.by);
        }
        result.absences.push_back(std::move(absence));
    }
}

}

std::vector<StairPost> possiblePosts(const School& school, const Scenario& scenario)
{
    Posts posts;
    for (const Building& building : school.buildings)
        for (const Stair& stair : building.stairs)
            for (std::size_t s = 1; s < stair.storeys.size(); ++s) posts.push_back({stair.id, stair.storeys[s]});
    std::erase_if(posts, [&](const StairPost& post) {
        return std::ranges::any_of(scenario.wardens, [&](const Warden& warden) { return metersAllDay(warden, post); });
    });
    return posts;
}

Scenario withPosts(Scenario scenario, const std::vector<StairPost>& posts)
{
    for (const StairPost& post : posts) scenario.wardens.push_back(wardenAt(post));
    return scenario;
}

double promiseOf(const School& school, const Walkable& walkable, const StairPost& post,
                 const std::vector<PlaceRisk>& places)
{
    constexpr double kOffTheStair = 0.25; // a hall below may be filled by other stairs too; assumed
    const Stair* stair = findStair(school, post.stair);
    const Storey* storey = findStorey(school, post.storey);
    if (stair == nullptr || storey == nullptr) return 0.0;
    const auto below = static_cast<int>(std::ranges::find(stair->storeys, post.storey) - stair->storeys.begin());
    double promise = 0.0;
    for (const PlaceRisk& place : places) {
        const Surface& surface = walkable.surfaces[place.typical.surface];
        // A warden keeps the landing free, too, before which people are held.
        const int rise = surface.kind == SurfaceKind::FloorLanding ? surface.rise - 1 : surface.rise;
        if (surface.stair == post.stair && rise <= below)
            promise += place.index / (1.0 + (below - std::max(rise, 1))); // others join in between; assumed
        else if (surface.kind == SurfaceKind::Space && surface.elevation < storey->elevation / 1000.0)
            promise += kOffTheStair * place.index;
    }
    return promise;
}

const PostTrial& lastOf(const PostsResult& result)
{
    return result.chosen.empty() ? result.without : result.chosen.back().with;
}

PostsResult postsOf(const School& school, const Scenario& scenario, const Setting& setting, const PostsAsk& ask,
                    CancelToken cancel, const Progress& progress)
{
    const auto begin = std::chrono::steady_clock::now();
    const Posts possible = possiblePosts(school, scenario);
    Search search(school, scenario, setting, ask, cancel, progress);
    search.reckonWith(1 + ask.teachers * std::min(possible.size(), ask.candidates) + ask.teachers);
    PostsResult result;
    if (const auto without = search.tried({Posts{}})) {
        result.without = without->front();
        choose(result, search, possible, ask);
        cover(result, search, ask);
    } else {
        result.end = PostsEnd::Stopped;
    }
    result.walked = search.done();
    result.wallSeconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    return result;
}

}
