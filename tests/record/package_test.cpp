#include "sim/record/package.hpp"
#include "tests/record/sample.hpp"

#include <gtest/gtest.h>

namespace stairwise {
namespace {

const std::vector<PackagePart> kParts = {{"plan.json", "{\"a\": 1}\n"},
                                         {"pictures/1.jpg", std::string("\xff\xd8\0x", 4)}};

Manifest manifest()
{
    Manifest one;
    one.school = "S100";
    one.schoolName = "实验学校";
    one.drill = "2026-03-fire";
    one.date = {2026, 3, 12};
    one.filed = {2026, 3, 20};
    one.engine = 3;
    return one;
}

std::string key(const Result<Package>& package)
{
    return package ? std::string("opened") : std::string(package.fault().what.key);
}

TEST(Package, IsTheSameBytesForTheSameInput)
{
    const KeyPair pair = newKeyPair();
    const std::string bytes = sealed(manifest(), kParts, pair);
    EXPECT_EQ(bytes, sealed(manifest(), {kParts[1], kParts[0]}, pair)) << "in whatever order the parts come";
    const auto opened = openPackage(bytes, "p.drill");
    ASSERT_TRUE(opened);
    EXPECT_EQ(opened.value().publicKey, pair.publicKey);
    EXPECT_EQ(opened.value().parts.size(), 2U);
    EXPECT_EQ(opened.value().manifest.schoolName, "实验学校");
    EXPECT_EQ(packageName(opened.value().manifest), "S100_2026-03-fire_v1.drill");
}

TEST(Package, WithOneByteChangedAnywhereIsRefused)
{
    const std::string bytes = sealed(manifest(), kParts, newKeyPair());
    for (std::size_t i = 0; i < bytes.size(); ++i)
        for (const char change : {char(1), char(0x80)}) {
            std::string changed = bytes;
            changed[i] = static_cast<char>(changed[i] ^ change);
            ASSERT_FALSE(openPackage(changed, "p.drill")) << "byte " << i;
        }
    EXPECT_FALSE(openPackage(bytes.substr(0, bytes.size() - 1), "p.drill"));
    EXPECT_FALSE(openPackage(bytes + "x", "p.drill"));
    EXPECT_FALSE(openPackage("x" + bytes, "p.drill"));
    EXPECT_FALSE(openPackage("", "p.drill"));
}

TEST(Package, NamesThePartThatWasChanged)
{
    const std::string bytes = sealed(manifest(), kParts, newKeyPair());
    std::string changed = bytes;
    changed[changed.find("{\"a\": 1}")] = '[';
    const auto opened = openPackage(changed, "p.drill");
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.fault().place, "plan.json");
    EXPECT_EQ(key(opened), "record.package.part_changed");
}

TEST(Package, OfAnotherSignerWithTheOldKeysNameIsForged)
{
    const KeyPair school = newKeyPair();
    KeyPair thief = newKeyPair();
    thief.publicKey = school.publicKey;
    EXPECT_EQ(key(openPackage(sealed(manifest(), kParts, thief), "p.drill")), "record.package.forged");
}

TEST(Package, WithAPartThatTheManifestDoesNotKnowIsRefused)
{
    const KeyPair pair = newKeyPair();
    const auto parts = partsOf(sealed(manifest(), kParts, pair), "p").value();
    auto more = parts;
    more.push_back({"extra.json", "{}"});
    EXPECT_EQ(key(openPackage(zipOf(more), "p")), "record.package.part_strange");
    auto fewer = parts;
    fewer.pop_back();
    EXPECT_EQ(key(openPackage(zipOf(fewer), "p")), "record.package.part_gone");
    EXPECT_EQ(key(openPackage(zipOf({parts[0]}), "p")), "record.package.none");
}

TEST(Package, HasPartsWithPlainNamesOnly)
{
    for (const char* good : {"plan.json", "school.school.json", "pictures/1.jpg", "a-b_c.X"})
        EXPECT_TRUE(isPartName(good)) << good;
    for (const char* bad : {"", "/etc/passwd", "../x", "a/../x", "a/b/c", ".hidden", "a/.b", "a/", "C:x", "a\\b",
                            "\xd1\xa7\xd0\xa3.json", "学校.json", "a b", "a\nb"})
        EXPECT_FALSE(isPartName(bad)) << bad;
}

/// A central directory entry that zipOf would never write.
std::string withName(const std::string& name)
{
    std::string zip = zipOf({{std::string(name.size(), 'a'), "bytes"}});
    for (std::size_t at = zip.find(std::string(name.size(), 'a')); at != std::string::npos;
         at = zip.find(std::string(name.size(), 'a'), at))
        zip.replace(at, name.size(), name);
    return zip;
}

TEST(Zip, OfStrangersIsRefusedByWhatIsWrongWithIt)
{
    const auto why = [](const std::string& zip) { return std::string(partsOf(zip, "z").fault().what.key); };
    EXPECT_EQ(why(withName("../../escape")), "record.zip.name");
    EXPECT_EQ(why(withName("/etc/passwd")), "record.zip.name");
    EXPECT_EQ(why(withName("\xd1\xa7\xd0\xa3.json")), "record.zip.name");
    const std::string plain = zipOf({{"plan.json", "bytes"}});
    const std::size_t entry = plain.rfind("PK\x01\x02");
    const auto changed = [&](std::size_t at, const std::string& bytes) {
        std::string zip = plain;
        return zip.replace(entry + at, bytes.size(), bytes);
    };
    EXPECT_EQ(why(changed(38, std::string("\0\0\xff\xa1", 4))), "record.zip.link");
    EXPECT_EQ(why(changed(24, "\xff\xff\xff\x7f")), "record.zip.bomb");
    EXPECT_EQ(why(changed(10, std::string("\x08\0", 2))), "record.zip.packed");
    EXPECT_EQ(why(changed(42, "\xff\xff\xff\xff")), "record.zip.broken");
    std::string many = plain;
    many.replace(many.size() - 12, 2, "\xff\xff");
    EXPECT_EQ(why(many), "record.zip.many");
    // What says that its sizes stand elsewhere (zip64): 10 GB, or 100,000 entries.
    EXPECT_EQ(why(changed(20, "\xff\xff\xff\xff\xff\xff\xff\xff")), "record.zip.bomb");
    // Stored, but of another size than it states: its bytes would be another part's.
    EXPECT_EQ(why(changed(20, std::string("\xff\0\0\0\xff\0\0\0", 8))), "record.zip.broken");
    std::string same = zipOf({{"a1", "x"}, {"a2", "y"}});
    same[same.rfind("a2") + 1] = '1';
    EXPECT_EQ(why(same), "record.zip.twice");
}

}
}
