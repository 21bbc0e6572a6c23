#include "sim/cli/plan_file.hpp"

#include "sim/base/system.hpp"
#include "sim/scenario/scenario_file.hpp"

namespace stairwise {
namespace {

namespace fs = std::filesystem;

bool sameFile(const fs::path& a, const fs::path& b)
{
    std::error_code error;
    return fs::equivalent(a, b, error) && !error;
}

fs::path folderOf(const fs::path& file)
{
    return file.has_parent_path() ? file.parent_path() : fs::path(".");
}

std::string schoolSeenFrom(const fs::path& to, const fs::path& scenario, const std::string& school)
{
    std::error_code error;
    const fs::path file = fs::weakly_canonical(folderOf(scenario) / school, error);
    if (error) return school;
    const fs::path seen = fs::proximate(file, fs::weakly_canonical(folderOf(to), error), error);
    return error ? school : seen.generic_string();
}

}

Done mayWritePlan(const fs::path& file, const char* option, const fs::path& from, const Scenario& scenario)
{
    if (file.empty()) return done();
    if (sameFile(file, from) || sameFile(file, folderOf(from) / scenario.school))
        return Fault{file.string(), option, {"posts.same_file", {}}, {"posts.same_file.mend", {}}};
    if (fs::is_directory(file))
        return Fault{file.string(), option, {"file.not_regular", {}}, {"file.not_regular.mend", {}}};
    if (!fs::is_directory(folderOf(file)))
        return Fault{folderOf(file).string(), option, {"file.missing", {}}, {"file.missing.mend", {}}};
    return done();
}

Done writePlan(const fs::path& file, const fs::path& from, Scenario scenario)
{
    scenario.school = schoolSeenFrom(file, from, scenario.school);
    return writeFile(file, formatScenario(scenario));
}

}
