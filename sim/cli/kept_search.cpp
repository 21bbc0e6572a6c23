#include "sim/cli/kept_search.hpp"

#include "sim/base/system.hpp"
#include "sim/stagger/stagger.hpp"

namespace stairwise {
namespace {

constexpr std::chrono::seconds kPause{20};             // between two writes; assumed: little is lost
constexpr std::size_t kLargest = std::size_t{2} << 30; // bytes; assumed: some thousand runs of a large campus

Result<Digest> searchAsked(const Case& input, const StaggerRules& rules)
{
    const auto& [school, scenario] = input;
    if (const Done known = checkRules(rules, school); !known) return known.fault();
    const Setting setting = settingOf(school, scenario);
    std::optional<GateModel> gate;
    if (rules.gate) {
        auto made = gateOf(school, setting, *rules.gate);
        if (!made) return made.fault();
        gate = std::move(made).value();
    }
    return searchOf(school, scenario, setting.walkable, loadLimitOf(rules, scenario), gate);
}

}

Result<std::unique_ptr<KeptSearch>> KeptSearch::open(const std::filesystem::path& file, const Case& input,
                                                     const StaggerRules& rules)
{
    const auto search = searchAsked(input, rules);
    if (!search) return search.fault();
    std::unique_ptr<KeptSearch> kept(new KeptSearch(file, search.value()));
    std::error_code error;
    if (std::filesystem::exists(file, error)) {
        const auto bytes = readFile(file, kLargest);
        if (!bytes) return bytes.fault();
        if (const Done filled = fill(kept->runs_, bytes.value(), file.string(), search.value()); !filled)
            return filled.fault();
    } else if (const Done written = kept->write(); !written) {
        return written.fault(); // said before a long search, not after it
    }
    return kept;
}

void KeptSearch::tick()
{
    if (std::chrono::steady_clock::now() - written_ > kPause) static_cast<void>(write()); // the last write is told
}

Done KeptSearch::write()
{
    Done done = writeFile(file_, bytesOf(runs_, search_));
    written_ = std::chrono::steady_clock::now(); // a large file that takes long is not written all the time
    return done;
}

}
