#pragma once

#include "sim/base/result.hpp"

#include <filesystem>
#include <string>
#include <string_view>

namespace stairwise {

/// What makes a package trustworthy: SHA-256 of every part, Ed25519 over the list of them (libsodium).

/// 64 hexadecimal digits.
[[nodiscard]] std::string sha256(std::string_view bytes);

[[nodiscard]] std::string base64Of(std::string_view bytes);
/// Empty where it is no such text.
[[nodiscard]] std::string fromBase64(std::string_view text);

/// All as hexadecimal digits.
struct KeyPair {
    std::string publicKey; // 64
    std::string secretKey; // 128
};
[[nodiscard]] KeyPair newKeyPair();
/// 128 digits; the same for the same bytes and key.
[[nodiscard]] std::string signatureOf(std::string_view bytes, const KeyPair& key);
[[nodiscard]] bool signedBy(std::string_view bytes, std::string_view signature, std::string_view publicKey);
/// The first 16 digits in groups of four: what people compare over the telephone.
[[nodiscard]] std::string shortKey(std::string_view publicKey);
[[nodiscard]] bool isHex(std::string_view text, std::size_t digits);

/// A school's key with its handle at the bureau, as the key file keeps it: JSON, readable by its owner alone. Never
/// written over; refused when others may read it.
struct SchoolKey {
    std::string school; // handle
    std::string name;
    KeyPair key;
};
[[nodiscard]] Done writeKey(const std::filesystem::path& path, const SchoolKey& key);
[[nodiscard]] Result<SchoolKey> readKey(const std::filesystem::path& path);

}
