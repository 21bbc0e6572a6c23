#pragma once

#include "sim/record/drill_plan.hpp"
#include "sim/record/seal.hpp"
#include "sim/record/stored_zip.hpp"

#include <string>
#include <vector>

namespace stairwise {

/// The sealed package *.drill: a stored zip of manifest.json (a SHA-256 of every part), manifest.sig (the school's
/// Ed25519 signature of it) and the parts by name. The same input and key give the same bytes. What was filed is never
/// overwritten: a correction is a new version that names the one before.

struct ManifestPart {
    std::string name;
    std::string sha256;
    std::size_t bytes = 0;
    friend bool operator==(const ManifestPart&, const ManifestPart&) = default;
};
struct Manifest {
    std::string school; // its handle at the bureau
    std::string schoolName;
    std::string drill;
    int version = 1;
    std::string replaces; // SHA-256 of the version before; empty: the first
    DrillKind kind = DrillKind::Fire;
    Date date;  // of the drill
    Date filed; // as the school says
    int engine = 0;
    std::vector<ManifestPart> parts;
    std::string program = {}; // version of the one that sealed it; empty: not told
};
[[nodiscard]] std::string formatManifest(const Manifest& manifest);

struct Package {
    Manifest manifest;
    std::string publicKey; // that it is signed with; whether it is the school's, who receives it must know
    std::string sha256;    // of the whole file
    std::vector<PackagePart> parts;
};

/// PackagePart names are checked (isPartName), none twice. The manifest's list of parts is filled here.
[[nodiscard]] std::string sealed(Manifest manifest, std::vector<PackagePart> parts, const KeyPair& key);
/// Refuses, in one line that names the part, whatever sealed() did not make: one changed byte anywhere is found.
[[nodiscard]] Result<Package> openPackage(std::string_view bytes, const std::string& file);

/// Letters, digits, - and _: what may stand in a file name on every system.
[[nodiscard]] bool isHandle(std::string_view text);
/// "150902001_2026-03-fire_v2.drill".
[[nodiscard]] std::string packageName(const Manifest& manifest);

}
