#include "sim/run/checkpoint.hpp"

#include "sim/base/system.hpp"
#include "sim/scenario/scenario_file.hpp"
#include "sim/school/school_file.hpp"
#include "sim/trace/pack.hpp"

#include <fmt/format.h>

namespace stairwise {
namespace {

constexpr std::string_view kMagic = "SWCHECK\n";
constexpr std::uint32_t kVersion = 3;
constexpr std::size_t kLargest = std::size_t{4} << 30; // bytes; assumed: a trace of 100,000 people for an hour

void packAll(auto& way, auto& checkpoint)
{
    way(checkpoint.school, checkpoint.scenario, checkpoint.walkable, checkpoint.time, checkpoint.state,
        checkpoint.trace);
}

Digest checksumOf(std::uint32_t version, std::uint32_t engine, std::string_view body)
{
    Hasher hasher;
    hasher.add(version);
    hasher.add(engine);
    hasher.add(body);
    return hasher.digest();
}

Fault refusal(const std::string& name, Message what, Message mend = {"checkpoint.again", {}})
{
    return {name, "", std::move(what), std::move(mend)};
}

}

Fault damagedCheckpoint()
{
    return refusal("", {"checkpoint.damaged", {}});
}

Checkpoint checkpointOf(const RunResult& result, std::string trace)
{
    return {kEngineNumber,  result.schoolHash, result.scenarioHash, result.walkableHash,
            result.endTime, result.state,      std::move(trace)};
}

// Version and engine stand first, so that a program of another version can still say whose the file is.
std::string bytesOf(const Checkpoint& checkpoint)
{
    Packer body;
    packAll(body, checkpoint);
    const auto engine = static_cast<std::uint32_t>(checkpoint.engine);
    Packer head;
    head(kVersion, engine, checksumOf(kVersion, engine, body.bytes()));
    return std::string(kMagic) + head.bytes() + body.bytes();
}

Result<Checkpoint> checkpointFrom(std::string_view bytes, const std::string& name)
{
    if (!bytes.starts_with(kMagic)) return refusal(name, {"checkpoint.none", {}}, {"checkpoint.none.mend", {}});
    ByteSource head(bytes.substr(kMagic.size()));
    const std::uint32_t version = head.u32();
    const std::uint32_t engine = head.u32();
    const Digest checksum{head.u64(), head.u64()};
    if (head.failed()) return refusal(name, {"checkpoint.damaged", {}});
    if (version != kVersion)
        return refusal(name, {"checkpoint.version", {fmt::format("{}", version), fmt::format("{}", kVersion)}});
    const std::string_view body = head.take(head.left());
    if (checksum != checksumOf(version, engine, body)) return refusal(name, {"checkpoint.damaged", {}});
    Checkpoint checkpoint;
    checkpoint.engine = static_cast<int>(engine);
    Unpacker way(body);
    packAll(way, checkpoint);
    if (!way.whole()) return refusal(name, {"checkpoint.damaged", {}});
    return checkpoint;
}

Result<Checkpoint> readCheckpoint(const std::filesystem::path& path)
{
    const auto bytes = readFile(path, kLargest);
    if (!bytes) return bytes.fault();
    return checkpointFrom(bytes.value(), path.string());
}

Done belongs(const Checkpoint& checkpoint, const School& school, const Scenario& scenario, const Walkable& walkable)
{
    if (checkpoint.engine != kEngineNumber)
        return refusal("",
                       {"checkpoint.engine", {fmt::format("{}", checkpoint.engine), fmt::format("{}", kEngineNumber)}});
    if (checkpoint.school != hashOf(school)) return refusal("", {"checkpoint.school", {}}, {"checkpoint.same", {}});
    if (checkpoint.scenario != hashOf(scenario))
        return refusal("", {"checkpoint.scenario", {}}, {"checkpoint.same", {}});
    if (checkpoint.walkable != walkable.hash) return refusal("", {"checkpoint.walkable", {}});
    return done();
}

}
