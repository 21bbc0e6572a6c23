#include "sim/record/seal.hpp"

#include "sim/base/system.hpp"
#include "sim/record/document_text.hpp"

#include <sodium.h>

#include <cstdlib>
#include <vector>

namespace stairwise {
namespace {

namespace fs = std::filesystem;
using Bytes = std::vector<unsigned char>;

constexpr std::size_t kMostKeyFile = 4096; // bytes
constexpr std::string_view kFormat = "stairwise-key";

void ready()
{
    if (sodium_init() < 0) std::abort(); // without chance from the system there is nothing to promise
}

const unsigned char* bytesOf(std::string_view text)
{
    return reinterpret_cast<const unsigned char*>(text.data());
}

std::string hexOf(const Bytes& bytes)
{
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text;
    for (const unsigned char byte : bytes) {
        text += kDigits[byte >> 4U];
        text += kDigits[byte & 15U];
    }
    return text;
}

Bytes fromHex(std::string_view text, std::size_t size)
{
    Bytes bytes(size);
    std::size_t read = 0;
    if (sodium_hex2bin(bytes.data(), size, text.data(), text.size(), nullptr, &read, nullptr) != 0 || read != size)
        return {};
    return bytes;
}

}

std::string sha256(std::string_view bytes)
{
    Bytes hash(crypto_hash_sha256_BYTES);
    crypto_hash_sha256(hash.data(), bytesOf(bytes), bytes.size());
    return hexOf(hash);
}

std::string base64Of(std::string_view bytes)
{
    std::string text(sodium_base64_encoded_len(bytes.size(), sodium_base64_VARIANT_ORIGINAL), ' ');
    sodium_bin2base64(text.data(), text.size(), bytesOf(bytes), bytes.size(), sodium_base64_VARIANT_ORIGINAL);
    text.pop_back(); // its zero
    return text;
}

std::string fromBase64(std::string_view text)
{
    std::string bytes(text.size(), ' ');
    std::size_t size = 0;
    const int failed = sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), text.data(),
                                         text.size(), nullptr, &size, nullptr, sodium_base64_VARIANT_ORIGINAL);
    bytes.resize(failed == 0 ? size : 0);
    return bytes;
}

KeyPair newKeyPair()
{
    ready();
    Bytes open(crypto_sign_PUBLICKEYBYTES);
    Bytes secret(crypto_sign_SECRETKEYBYTES);
    crypto_sign_keypair(open.data(), secret.data());
    return {hexOf(open), hexOf(secret)};
}

std::string signatureOf(std::string_view bytes, const KeyPair& key)
{
    ready();
    const Bytes secret = fromHex(key.secretKey, crypto_sign_SECRETKEYBYTES);
    if (secret.empty()) std::abort(); // readKey lets no other in
    Bytes signature(crypto_sign_BYTES);
    crypto_sign_detached(signature.data(), nullptr, bytesOf(bytes), bytes.size(), secret.data());
    return hexOf(signature);
}

bool signedBy(std::string_view bytes, std::string_view signature, std::string_view publicKey)
{
    const Bytes open = fromHex(publicKey, crypto_sign_PUBLICKEYBYTES);
    const Bytes mark = fromHex(signature, crypto_sign_BYTES);
    if (open.empty() || mark.empty()) return false;
    return crypto_sign_verify_detached(mark.data(), bytesOf(bytes), bytes.size(), open.data()) == 0;
}

std::string shortKey(std::string_view publicKey)
{
    std::string text;
    for (std::size_t i = 0; i < 16 && i < publicKey.size(); ++i) {
        if (i > 0 && i % 4 == 0) text += '-';
        text += publicKey[i];
    }
    return text;
}

bool isHex(std::string_view text, std::size_t digits)
{
    return text.size() == digits && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

Done writeKey(const fs::path& path, const SchoolKey& key)
{
    std::error_code error;
    if (fs::exists(path, error))
        return Fault{path.string(), "", {"record.key.there", {}}, {"record.key.there.mend", {}}};
    return createPrivateFile(path, documentText(kFormat, [&](JsonWriter& writer) {
                                 writer.key("school").text(key.school);
                                 writer.key("name").text(key.name);
                                 writer.key("public").text(key.key.publicKey);
                                 writer.key("secret").text(key.key.secretKey);
                             }));
}

Result<SchoolKey> readKey(const fs::path& path)
{
    const auto text = readFile(path, kMostKeyFile);
    if (!text) return text.fault();
    using fs::perms;
    if ((fs::status(path).permissions() & (perms::group_all | perms::others_all)) != perms::none)
        return Fault{path.string(), "", {"record.key.open", {}}, {"record.key.open.mend", {}}};
    auto read = readDocument<SchoolKey>(text.value(), kFormat, path.string(), [](JsonObject& object, SchoolKey& key) {
        object.need("school", key.school, IdText{});
        object.need("name", key.name, kNameText);
        object.need("public", key.key.publicKey, kNameText);
        object.need("secret", key.key.secretKey, kNameText);
    });
    if (!read) return read;
    const auto& [open, secret] = read.value().key;
    // The second half of a secret key is the public one.
    if (isHex(open, 64) && isHex(secret, 128) && secret.ends_with(open)) return read;
    return Fault{path.string(), "secret", {"record.key.damaged", {}}, {"record.key.damaged.mend", {}}};
}

}
