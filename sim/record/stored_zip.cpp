#include "sim/record/stored_zip.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <optional>

namespace stairwise {
namespace {

// APPNOTE.TXT 6.3.10 of PKWARE, 4.3.
constexpr std::uint32_t kLocal = 0x04034b50;
constexpr std::uint32_t kCentral = 0x02014b50;
constexpr std::uint32_t kEnd = 0x06054b50;
constexpr std::size_t kLocalSize = 30;
constexpr std::size_t kCentralSize = 46;
constexpr std::size_t kEndSize = 22;
constexpr std::uint16_t kNeeded = 20;     // version 2.0
constexpr std::uint16_t kMadeBy = 0x0314; // Unix, so that the mode below is read
constexpr std::uint16_t kDay = 0x0021;    // 1980-01-01, the first that there is
constexpr std::uint32_t kMode = 0100644U << 16U;
constexpr std::uint32_t kKind = 0170000U; // of a mode
constexpr std::uint32_t kRegular = 0100000U;
constexpr std::uint32_t kLink = 0120000U;

constexpr std::array<std::uint32_t, 256> crcTable()
{
    std::array<std::uint32_t, 256> table{};
    for (std::uint32_t i = 0; i < 256; ++i) {
        std::uint32_t value = i;
        for (int bit = 0; bit < 8; ++bit) value = (value & 1U) != 0 ? 0xedb88320U ^ (value >> 1U) : value >> 1U;
        table[i] = value;
    }
    return table;
}

std::uint32_t crc32(std::string_view bytes)
{
    static constexpr auto kTable = crcTable();
    std::uint32_t value = 0xffffffffU;
    for (const char c : bytes) value = kTable[(value ^ static_cast<unsigned char>(c)) & 255U] ^ (value >> 8U);
    return value ^ 0xffffffffU;
}

void put16(std::string& out, std::size_t value)
{
    out += static_cast<char>(value & 255U);
    out += static_cast<char>((value >> 8U) & 255U);
}
void put32(std::string& out, std::size_t value)
{
    put16(out, value & 0xffffU);
    put16(out, (value >> 16U) & 0xffffU);
}

std::uint32_t get16(std::string_view bytes, std::size_t at)
{
    const auto byte = [&](std::size_t i) { return static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[i])); };
    return byte(at) | (byte(at + 1) << 8U);
}
std::uint32_t get32(std::string_view bytes, std::size_t at)
{
    return get16(bytes, at) | (get16(bytes, at + 2) << 16U);
}

void putSizes(std::string& out, const PackagePart& part)
{
    put16(out, kNeeded);
    put16(out, 0); // no flags: names are ASCII
    put16(out, 0); // stored
    put16(out, 0); // midnight
    put16(out, kDay);
    put32(out, crc32(part.bytes));
    put32(out, part.bytes.size());
    put32(out, part.bytes.size());
    put16(out, part.name.size());
    put16(out, 0); // no extra field
}

/// One entry of the central directory.
struct Entry {
    std::string name;
    std::uint32_t madeBy = 0;
    std::uint32_t method = 0;
    std::uint32_t packed = 0; // bytes
    std::uint32_t size = 0;
    std::uint32_t mode = 0;
    std::uint32_t local = 0; // where its bytes begin
    std::size_t next = 0;    // of the directory
};

std::optional<Entry> entryAt(std::string_view zip, std::size_t at, std::size_t end)
{
    if (at + kCentralSize > end || get32(zip, at) != kCentral) return std::nullopt;
    Entry entry;
    const std::size_t name = get16(zip, at + 28);
    entry.next = at + kCentralSize + name + get16(zip, at + 30) + get16(zip, at + 32);
    if (entry.next > end) return std::nullopt;
    entry.name = zip.substr(at + kCentralSize, name);
    entry.madeBy = get16(zip, at + 4);
    entry.method = get16(zip, at + 10);
    entry.packed = get32(zip, at + 20);
    entry.size = get32(zip, at + 24);
    entry.mode = get32(zip, at + 38) >> 16U;
    entry.local = get32(zip, at + 42);
    return entry;
}

/// What a terminal can show of a name that somebody else chose.
std::string shown(std::string_view name)
{
    std::string text;
    for (const char c : name.substr(0, kLongestPartName)) text += c > ' ' && c < 0x7f ? c : '?';
    return text;
}

std::optional<Fault> refusal(const Entry& entry, const std::string& file)
{
    const auto fault = [&](Message what) {
        return Fault{file, shown(entry.name), std::move(what), {"record.zip.unsafe.mend", {}}};
    };
    if (!isPartName(entry.name)) return fault({"record.zip.name", {}});
    const std::uint32_t kind = entry.mode & kKind;
    if (kind == kLink) return fault({"record.zip.link", {}});
    if (kind != kRegular && kind != 0) return fault({"record.zip.special", {}});
    if (entry.size > kLargestPackage) return fault({"record.zip.bomb", {std::to_string(entry.size)}});
    if (entry.method != 0 || entry.packed != entry.size) return fault({"record.zip.packed", {}});
    return std::nullopt;
}

/// Of the part's bytes; nothing where it does not lie before the directory.
std::optional<std::string_view> bytesOf(const Entry& entry, std::string_view zip, std::size_t directory)
{
    const std::size_t local = entry.local;
    if (local + kLocalSize > directory || get32(zip, local) != kLocal) return std::nullopt;
    const std::size_t begin = local + kLocalSize + get16(zip, local + 26) + get16(zip, local + 28);
    if (begin + entry.size > directory) return std::nullopt;
    return zip.substr(begin, entry.size);
}

}

bool isPartName(std::string_view name)
{
    if (name.empty() || name.size() > kLongestPartName || name.back() == '/') return false;
    bool start = true;
    int folders = 0;
    for (const char c : name) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (start ? !letter : !letter && c != '.' && c != '_' && c != '-' && c != '/') return false;
        start = c == '/';
        folders += start ? 1 : 0;
    }
    return folders <= 1;
}

std::string zipOf(const std::vector<PackagePart>& parts)
{
    std::string zip;
    std::string directory;
    for (const PackagePart& part : parts) {
        if (!isPartName(part.name)) std::abort(); // a bug: names are ours
        const std::size_t local = zip.size();
        put32(zip, kLocal);
        putSizes(zip, part);
        zip += part.name;
        zip += part.bytes;
        put32(directory, kCentral);
        put16(directory, kMadeBy);
        putSizes(directory, part);
        put16(directory, 0); // no comment
        put16(directory, 0); // disk
        put16(directory, 0); // internal attributes
        put32(directory, kMode);
        put32(directory, local);
        directory += part.name;
    }
    const std::size_t begin = zip.size();
    zip += directory;
    put32(zip, kEnd);
    put32(zip, 0); // disks
    put16(zip, parts.size());
    put16(zip, parts.size());
    put32(zip, directory.size());
    put32(zip, begin);
    put16(zip, 0); // no comment
    return zip;
}

Result<std::vector<PackagePart>> partsOf(std::string_view zip, const std::string& file)
{
    const Fault broken{file, "", {"record.zip.broken", {}}, {"record.zip.broken.mend", {}}};
    if (zip.size() < kEndSize || zip.size() > kLargestPackage) return broken;
    const std::size_t end = zip.size() - kEndSize;
    if (get32(zip, end) != kEnd) return broken;
    const std::size_t count = get16(zip, end + 10);
    if (count > kMostParts) {
        const std::string most = std::to_string(kMostParts);
        return Fault{file, "", {"record.zip.many", {most}}, {"record.zip.unsafe.mend", {}}};
    }
    const std::size_t directory = get32(zip, end + 16);
    if (directory > end) return broken;
    std::vector<PackagePart> parts;
    std::size_t at = directory;
    std::size_t sum = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const auto entry = entryAt(zip, at, end);
        if (!entry) return broken;
        if (auto refused = refusal(*entry, file)) return *std::move(refused);
        const auto bytes = bytesOf(*entry, zip, directory);
        if (!bytes || (sum += bytes->size()) > zip.size()) return broken; // entries that share their bytes
        if (std::ranges::any_of(parts, [&](const PackagePart& part) { return part.name == entry->name; }))
            return Fault{file, entry->name, {"record.zip.twice", {}}, {"record.zip.unsafe.mend", {}}};
        parts.push_back({entry->name, std::string(*bytes)});
        at = entry->next;
    }
    return parts;
}

}
