#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include <unistd.h>

namespace stairwise {

/// The bytes of a file; none where there is no such file.
inline std::string contentOf(const std::filesystem::path& path)
{
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

/// A folder that no other test has, whatever runs beside it. Gone with it.
class OwnFolder {
public:
    OwnFolder()
    {
        static int made = 0;
        const std::string own = "stairwise-test-" + std::to_string(::getpid()) + "-" + std::to_string(made++);
        path_ = std::filesystem::temp_directory_path() / own;
        std::filesystem::remove_all(path_); // of a killed test that had the same number
        std::filesystem::create_directories(path_);
    }
    ~OwnFolder()
    {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    OwnFolder(const OwnFolder&) = delete;
    OwnFolder& operator=(const OwnFolder&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }
    [[nodiscard]] std::filesystem::path operator/(const std::string& name) const { return path_ / name; }
    [[nodiscard]] std::string text() const { return path_.string(); }

private:
    std::filesystem::path path_;
};

}
