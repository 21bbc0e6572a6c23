#include "sim/trace/trace_format.hpp"

#include "sim/trace/bytes.hpp"

namespace stairwise {
namespace {

std::uint64_t folded(const Hasher& hasher)
{
    const Digest digest = hasher.digest();
    return digest.high ^ digest.low;
}

void putTexts(std::string& to, const std::vector<std::string>& texts)
{
    putVarint(to, texts.size());
    for (const std::string& text : texts) putText(to, text);
}

// Each entry takes a byte at least, so the count is held against the bytes before memory is taken.
bool takeTexts(ByteSource& from, std::vector<std::string>& texts)
{
    const std::uint64_t count = from.varint();
    if (from.failed() || count > from.left()) return false;
    texts.reserve(count);
    for (std::uint64_t i = 0; i < count && !from.failed(); ++i) texts.push_back(from.text());
    return !from.failed();
}

}

std::uint64_t checksumOf(const BlockHead& head, std::string_view payload)
{
    Hasher hasher;
    for (const std::uint32_t word : {head.tag, head.bytes, head.first, head.count}) hasher.add(word);
    hasher.add(payload);
    return folded(hasher);
}

std::string blockOf(std::uint32_t tag, std::uint32_t first, std::uint32_t count, std::string_view payload)
{
    const BlockHead head{tag, static_cast<std::uint32_t>(payload.size()), first, count, 0};
    std::string bytes;
    bytes.reserve(kBlockHeadBytes + payload.size());
    for (const std::uint32_t word : {head.tag, head.bytes, head.first, head.count}) put32(bytes, word);
    put64(bytes, checksumOf(head, payload));
    bytes += payload;
    return bytes;
}

BlockHead blockHeadOf(std::string_view bytes)
{
    ByteSource from(bytes);
    BlockHead head;
    for (std::uint32_t* word : {&head.tag, &head.bytes, &head.first, &head.count}) *word = from.u32();
    head.checksum = from.u64();
    return head;
}

std::uint64_t headChecksum(std::uint32_t version, std::string_view bytes)
{
    Hasher hasher;
    hasher.add(version);
    hasher.add(bytes);
    return folded(hasher);
}

std::string bytesOf(const TraceHead& head)
{
    std::string body;
    for (const std::string* text : {&head.school, &head.scenario}) putText(body, *text);
    put64(body, head.seed);
    putSigned(body, head.engine);
    putText(body, head.walkableHash);
    putDouble(body, head.interval);
    putTexts(body, head.surfaces);
    putTexts(body, head.storeys);
    putVarint(body, head.people.size());
    for (const TracedPerson& person : head.people) {
        putText(body, person.group);
        putSigned(body, person.radius);
    }
    std::string bytes(kTraceMagic);
    put32(bytes, kTraceVersion);
    put32(bytes, static_cast<std::uint32_t>(body.size()));
    put64(bytes, headChecksum(kTraceVersion, body));
    return bytes + body;
}

bool headOf(std::string_view bytes, TraceHead& head)
{
    ByteSource from(bytes);
    for (std::string* text : {&head.school, &head.scenario}) *text = from.text();
    head.seed = from.u64();
    head.engine = static_cast<int>(from.signedVarint());
    head.walkableHash = from.text();
    head.interval = from.real();
    if (!takeTexts(from, head.surfaces) || !takeTexts(from, head.storeys)) return false;
    const std::uint64_t people = from.varint();
    if (from.failed() || people > from.left() / 2) return false; // two bytes a person at least
    head.people.resize(people);
    for (TracedPerson& person : head.people) {
        person.group = from.text();
        person.radius = static_cast<std::int32_t>(from.signedVarint());
    }
    return !from.failed() && from.left() == 0 && head.interval > 0.0 && head.interval < 1e6;
}

}
