#include "sim/egress/code_rules.hpp"

#include <algorithm>

namespace stairwise {
namespace {

constexpr Rule kRules[] = {checkStairs,    checkCorridors,   checkDoors,  checkClassroomDoors,
                           checkDistances, checkTotalWidths, checkStoreys};

}

std::vector<Code> codesInForce(const CodeSettings& settings)
{
    const bool school = settings.kind == SchoolKind::Primary || settings.kind == SchoolKind::Secondary;
    switch (settings.edition) {
    case CodeEdition::Gb50099_2011:
        return {school ? Code::Gb50099 : Code::Gb55037};
    case CodeEdition::Gb50016_2014:
        return {Code::Gb50016};
    case CodeEdition::Gb55037_2022:
        return {Code::Gb55037};
    case CodeEdition::Strictest:
        break;
    }
    return {school ? Code::Gb50099 : Code::Gb50016, Code::Gb55037};
}

std::optional<Clause> strictest(std::span<const Clause> clauses, const std::vector<Code>& codes)
{
    std::optional<Clause> found;
    for (const Clause& clause : clauses) {
        const bool holds = std::ranges::find(codes, clause.code) != codes.end();
        if (holds && (!found || clause.limit > found->limit)) found = clause;
    }
    return found;
}

bool Site::holds(Code code) const
{
    return std::ranges::find(codes, code) != codes.end();
}

std::vector<Finding> codeFindings(const School& school, const Walkable& walkable, const Network& network)
{
    const Site site{school, walkable, network, codesInForce(school.code)};
    std::vector<Finding> findings;
    for (const Rule rule : kRules) rule(site, findings);
    return findings;
}

}
