#include "sim/stagger/why.hpp"

#include <algorithm>
#include <map>

namespace stairwise {
namespace {

constexpr double kNobody = 1e-6; // of what is allowed

std::vector<PlaceStrain> strainsOf(const School& school, const Packing& packing, const SlotPlan& plan)
{
    std::map<std::string, std::vector<double>> fullest; // by tick
    const auto courses = coursesOf(packing.problem, plan);
    const std::vector<double> allowed = allowedAt(packing);
    for (std::size_t p = 0; p < courses.size(); ++p) {
        std::vector<double>& own = fullest[packing.places[p].owner];
        own.resize(std::max(own.size(), courses[p].size()), 0.0);
        for (std::size_t k = 0; k < courses[p].size(); ++k) own[k] = std::max(own[k], courses[p][k] / allowed[p]);
    }
    std::vector<PlaceStrain> strains;
    for (const auto& [id, course] : fullest) {
        PlaceStrain strain{id};
        std::size_t first = 0;
        std::size_t end = course.size();
        while (first < end && course[first] < kNobody) ++first;
        while (end > first && course[end - 1] < kNobody) --end;
        if (first == end) continue;
        strain.from = static_cast<double>(first) * packing.problem.tick;
        strain.to = static_cast<double>(end) * packing.problem.tick;
        for (std::size_t k = first; k < end; ++k) strain.mean += course[k] / static_cast<double>(end - first);
        for (std::size_t c = 0; c < school.classes.size(); ++c)
            if (nameOf(packing.choices[c][plan.options[c]].way) == id || (packing.gate && packing.gate->id.value == id))
                strain.pupils += school.classes[c].pupils;
        strains.push_back(std::move(strain));
    }
    std::ranges::stable_sort(strains, std::ranges::greater{}, [](const PlaceStrain& s) { return s.to - s.from; });
    return strains;
}

LastClass lastOf(const Packing& packing, const SlotPlan& plan)
{
    const SlotProblem& problem = packing.problem;
    LastClass last;
    double latest = -1.0;
    for (std::size_t job = 0; job < problem.jobs.size(); ++job) {
        const double out = plan.times[job] + problem.jobs[job].options[plan.options[job]].last;
        if (out > latest) last.schoolClass = job;
        latest = std::max(latest, out);
    }
    const auto job = static_cast<std::uint32_t>(last.schoolClass);
    std::map<std::uint32_t, std::size_t> barred;
    for (double time = problem.jobs[job].earliest; time < plan.times[job] - 1e-9; time += problem.step)
        for (std::uint32_t o = 0; o < problem.jobs[job].options.size(); ++o) {
            if (time + problem.jobs[job].options[o].last >= latest) continue; // no gain
            ++last.tries;
            const auto over = overfilledBy(problem, plan, job, o, time);
            last.barred += over.empty() ? 0 : 1;
            for (const std::uint32_t place : over) ++barred[place];
        }
    for (const auto& [place, tries] : barred) last.by.push_back({packing.places[place].element, tries});
    std::ranges::stable_sort(last.by, std::ranges::greater{}, &LastClass::Barred::tries);
    return last;
}

}

WhyNotQuicker whyNotQuicker(const School& school, const Packing& packing, const SlotPlan& plan)
{
    WhyNotQuicker why;
    if (plan.times.size() != school.classes.size() || plan.times.empty()) return why;
    why.strains = strainsOf(school, packing, plan);
    why.last = lastOf(packing, plan);
    return why;
}

}
