#include "sim/base/xml.hpp"

#include <gtest/gtest.h>

namespace stairwise {
namespace {

TEST(Xml, HoldsEveryTextButControlCharacters)
{
    EXPECT_EQ(xmlText("<一 & \"b\">\n\x01\x1f"), "&lt;一 &amp; &quot;b&quot;&gt;\n");
    EXPECT_EQ(xmlText(""), "");
}

}
}
