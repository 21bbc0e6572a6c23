#include "sim/stagger/walked_runs.hpp"

#include "sim/scenario/scenario_file.hpp"
#include "sim/school/school_file.hpp"
#include "sim/trace/pack.hpp"

namespace stairwise {

void pack(auto& way, Same<PassageResult> auto& passage)
{
    way(passage.id, passage.name, passage.width, passage.passed, passage.first, passage.last, passage.clear,
        passage.peakFlow, passage.times);
}

void pack(auto& way, Same<GateCourse> auto& course)
{
    way(course.clear, course.mostWaiting, course.mostAt);
}

void pack(auto& way, Same<PlanRun> auto& run)
{
    way(run.seed, run.ending, run.clearance, run.peaks, run.seconds, run.flow, run.classes, run.stairs, run.exits,
        run.gate, run.gateShare);
}

void pack(auto& way, Same<PlanWalker::ClassAlone> auto& alone)
{
    way(alone.loads, alone.last, alone.peak, alone.atGate);
}

namespace {

constexpr std::string_view kMagic = "SWSTAGR\n";
constexpr std::uint32_t kVersion = 1;

std::pair<std::uint64_t, std::uint64_t> keyOf(const Digest& asked)
{
    return {asked.high, asked.low};
}

Fault refusal(const std::string& name, Message what)
{
    return {name, "--state", std::move(what), {"stagger.state.mend", {}}};
}

Digest checksumOf(const Digest& search, std::string_view body)
{
    Hasher hasher;
    hasher.add(kVersion);
    hasher.add(search.high);
    hasher.add(search.low);
    hasher.add(body);
    return hasher.digest();
}

template <class T>
std::optional<T> found(const std::map<std::pair<std::uint64_t, std::uint64_t>, T>& all, const Digest& asked)
{
    const auto at = all.find(keyOf(asked));
    return at == all.end() ? std::nullopt : std::optional(at->second);
}

}

std::optional<PlanRun> WalkedRuns::plan(const Digest& asked) const
{
    const std::lock_guard lock(mutex_);
    return found(plans_, asked);
}

std::optional<PlanWalker::ClassAlone> WalkedRuns::alone(const Digest& asked) const
{
    const std::lock_guard lock(mutex_);
    return found(alone_, asked);
}

void WalkedRuns::add(const Digest& asked, const PlanRun& run)
{
    const std::lock_guard lock(mutex_);
    plans_.insert_or_assign(keyOf(asked), run);
}

void WalkedRuns::add(const Digest& asked, const PlanWalker::ClassAlone& run)
{
    const std::lock_guard lock(mutex_);
    alone_.insert_or_assign(keyOf(asked), run);
}

std::size_t WalkedRuns::size() const
{
    const std::lock_guard lock(mutex_);
    return plans_.size() + alone_.size();
}

Digest searchOf(const School& school, const Scenario& scenario, const Walkable& walkable, double limit,
                const std::optional<GateModel>& gate)
{
    Hasher hasher;
    hasher.add(std::int32_t{kEngineNumber});
    for (const Digest& digest : {hashOf(school), hashOf(scenario), walkable.hash}) {
        hasher.add(digest.high);
        hasher.add(digest.low);
    }
    hasher.add(limit);
    hasher.add(std::uint32_t{gate ? 1U : 0U});
    if (!gate) return hasher.digest();
    hasher.add(gate->id.value);
    hasher.add(gate->flow);
    hasher.add(gate->mostWaiting.value_or(-1.0));
    hasher.add(gate->wait);
    return hasher.digest();
}

std::string bytesOf(const WalkedRuns& runs, const Digest& search)
{
    Packer body;
    {
        const std::lock_guard lock(runs.mutex_);
        body(runs.plans_, runs.alone_);
    }
    Packer head;
    head(kVersion, search, checksumOf(search, body.bytes()));
    return std::string(kMagic) + head.bytes() + body.bytes();
}

Done fill(WalkedRuns& runs, std::string_view bytes, const std::string& name, const Digest& search)
{
    if (!bytes.starts_with(kMagic)) return refusal(name, {"stagger.state.none", {}});
    ByteSource head(bytes.substr(kMagic.size()));
    const std::uint32_t version = head.u32();
    const Digest its{head.u64(), head.u64()};
    const Digest checksum{head.u64(), head.u64()};
    const std::string_view body = head.take(head.left());
    if (head.failed() || version != kVersion || checksum != checksumOf(its, body))
        return refusal(name, {"stagger.state.damaged", {}});
    if (its != search) return refusal(name, {"stagger.state.other", {}});
    const std::lock_guard lock(runs.mutex_);
    Unpacker way(body);
    way(runs.plans_, runs.alone_);
    if (!way.whole()) return refusal(name, {"stagger.state.damaged", {}});
    return done();
}

}
