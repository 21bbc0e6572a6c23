#include "tests/house/shape.hpp"

#include <gtest/gtest.h>

namespace stairwise::house {
namespace {

constexpr std::size_t kFileLines = 400;
constexpr std::size_t kFunctionLines = 40;
constexpr std::uintmax_t kTrackedBytes = 1 << 20;

struct Exception {
    const char* file; // a name that ends in / or _ stands for all that begin so
    std::size_t fileLines;
    std::size_t functionLines;
    const char* reason;
};
constexpr Exception kExceptions[] = {
    {"sim/words/table_", 2000, 2000, "a table of texts, no logic"},
};

bool within(const Exception& exception, const std::string& name)
{
    const std::string_view pattern = exception.file;
    return pattern.ends_with('_') || pattern.ends_with('/') ? name.starts_with(pattern) : name == pattern;
}

std::size_t limitOf(const std::string& name, std::size_t Exception::*member, std::size_t usual)
{
    for (const auto& exception : kExceptions)
        if (within(exception, name)) return exception.*member;
    return usual;
}

TEST(Sizes, AFileIsOneIdea)
{
    std::vector<std::string> findings;
    for (const std::string folder : {"sim", "editor", "tests"})
        for (const auto& file : sourcesUnder(folder)) {
            const std::string name = nameOf(file);
            const std::string text = textOf(file);
            const auto lines = static_cast<std::size_t>(std::ranges::count(text, '\n'));
            if (lines > limitOf(name, &Exception::fileLines, kFileLines))
                findings.push_back(name + " has " + std::to_string(lines) + " lines");
        }
    EXPECT_TRUE(findings.empty()) << listed(findings);
}

TEST(Sizes, AFunctionDoesOneThing)
{
    std::vector<std::string> findings;
    std::size_t functions = 0;
    std::vector<fs::path> files = sourcesUnder("sim");
    for (const auto& file : sourcesUnder("editor")) files.push_back(file);
    for (const auto& file : files) {
        const std::string name = nameOf(file);
        for (const auto& function : shapeOf(codeOf(file)).functions) {
            ++functions;
            if (function.lines > limitOf(name, &Exception::functionLines, kFunctionLines))
                findings.push_back(name + ":" + std::to_string(function.line) + " has " +
                                   std::to_string(function.lines) + " lines: " + function.head);
        }
    }
    EXPECT_TRUE(findings.empty()) << listed(findings);
    EXPECT_GT(functions, 50U) << "the reader of shapes sees no functions";
}

TEST(Sizes, EveryExceptionIsStillNeeded)
{
    for (const auto& exception : kExceptions) {
        const auto files = sourcesUnder("sim");
        EXPECT_TRUE(std::ranges::any_of(files, [&](const fs::path& f) { return within(exception, nameOf(f)); }))
            << exception.file << " is not there";
        EXPECT_FALSE(std::string_view(exception.reason).empty());
    }
}

TEST(Sizes, NothingTrackedIsLargerThanAMebibyte)
{
    std::vector<std::string> findings;
    for (const auto& file : trackedFiles())
        if (fs::is_regular_file(file) && fs::file_size(file) > kTrackedBytes) findings.push_back(nameOf(file));
    EXPECT_TRUE(findings.empty()) << listed(findings);
}

}
}
