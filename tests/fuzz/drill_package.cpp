// Whatever stands in a file that says it is a package: it is opened, or refused, and nothing else happens.
#include "sim/record/filed_result.hpp"
#include "sim/record/hazards.hpp"
#include "sim/record/package.hpp"
#include "sim/record/review.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

namespace {

void readAll(const std::string& text)
{
    using namespace stairwise;
    (void)parsePlan(text, "p");
    (void)parseRecord(text, "r");
    (void)parseSummary(text, "s");
    (void)parseFiledResult(text, "f");
    (void)parseHazardsPart(text, "h");
}

}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace stairwise;
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    (void)openPackage(bytes, "fuzz");
    readAll(bytes);
    const auto parts = partsOf(bytes, "fuzz");
    if (!parts) return 0;
    if (parts.value().size() > kMostParts) std::abort();
    for (const PackagePart& part : parts.value()) {
        if (!isPartName(part.name) || part.bytes.size() > size) std::abort();
        readAll(part.bytes);
    }
    return 0;
}
