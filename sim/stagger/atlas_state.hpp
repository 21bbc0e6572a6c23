#pragma once

#include "sim/stagger/atlas.hpp"

#include <filesystem>
#include <string>
#include <string_view>

namespace stairwise {

/// The runs of an atlas that are done, kept in its folder, so that a second call goes on: canonical JSON with the
/// engine number and the hashes of school, floors and situations.
inline constexpr const char* kAtlasStateName = "atlas_state.json";
inline constexpr int kAtlasStateVersion = 1;

[[nodiscard]] std::string formatAtlasState(const AtlasPlan& plan, const Walkable& walkable,
                                           const std::vector<AtlasRun>& runs);
/// Refused: runs of another engine, school or floor, or of a situation that is not one of the plan's. Runs of elements
/// and seeds that are not asked for now are kept.
[[nodiscard]] Result<std::vector<AtlasRun>> parseAtlasState(std::string_view text, const std::string& name,
                                                            const AtlasPlan& plan, const Walkable& walkable);
/// None where there is no such file yet.
[[nodiscard]] Result<std::vector<AtlasRun>> readAtlasState(const std::filesystem::path& path, const AtlasPlan& plan,
                                                           const Walkable& walkable);

}
