// The readers of sources that the other tests here stand on.
#include "tests/house/shape.hpp"

#include <gtest/gtest.h>

namespace stairwise::house {
namespace {

Code blanked(const std::string& source)
{
    return Blanker(source).run();
}

TEST(Blanker, TakesOutCommentsAndTheInsidesOfLiterals)
{
    const Code code = blanked("a // \"no\"\n/* { */ f(\"x}\", '\"', 8'000); # b\n#define C \\\n D\n g(R\"m(a\")m\")");
    EXPECT_EQ(code.text.find('{'), std::string::npos);
    EXPECT_EQ(code.text.find('}'), std::string::npos);
    EXPECT_EQ(code.text.find('D'), std::string::npos);
    EXPECT_NE(code.text.find("8'000"), std::string::npos);
    ASSERT_EQ(code.literals.size(), 2U);
    EXPECT_EQ(code.literals[0].text, "x}");
    EXPECT_EQ(code.literals[1].text, "a\"");
}

TEST(ShapeReader, MeasuresFunctionsWhereverTheyStand)
{
    const Code code = blanked("namespace n {\n"
                              "struct S {\n    int f() const\n    {\n        return 1;\n    }\n    int g = 0;\n};\n"
                              "constexpr int kA[] = {\n    1,\n    2,\n};\n"
                              "int h(int a)\n{\n    if (a) {\n        return a;\n    }\n"
                              "    for (;;) { ++a; }\n    return S{}.f();\n}\n}\n");
    const Shape shape = shapeOf(code);
    ASSERT_EQ(shape.functions.size(), 2U);
    EXPECT_EQ(shape.functions[0].lines, 1U);
    EXPECT_EQ(shape.functions[1].lines, 5U);
    EXPECT_TRUE(shape.variables.empty()) << listed(shape.variables);
}

TEST(ShapeReader, SeesVariablesOutsideOfFunctions)
{
    const Shape shape = shapeOf(blanked("namespace {\nint counter = 0;\nstd::atomic<bool> flag{false};\n"
                                        "constexpr double kA = 1.0;\nusing A = B;\nint f(int a = 3);\nclass C;\n}\n"
                                        "void g() { int inner = 1; }\nstruct T {\n    int member = 0;\n};\n"));
    ASSERT_EQ(shape.variables.size(), 2U) << listed(shape.variables);
    EXPECT_EQ(shape.variables[0], "int counter = 0");
    EXPECT_TRUE(shape.variables[1].starts_with("std::atomic<bool> flag"));
}

}
}
