#pragma once

#include <sys/wait.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <string>

namespace stairwise::program {

namespace fs = std::filesystem;

/// What a command answered.
struct Answer {
    int code = -1;
    std::string said; // output and errors
};
inline Answer answerOf(const std::string& arguments)
{
    Answer answer;
    FILE* pipe = popen((std::string(STAIRWISE_PROGRAM) + " " + arguments + " --lang en 2>&1").c_str(), "r");
    if (pipe == nullptr) return answer;
    std::array<char, 4096> part{};
    while (const std::size_t read = fread(part.data(), 1, part.size(), pipe)) answer.said.append(part.data(), read);
    const int status = pclose(pipe);
    if (WIFEXITED(status)) answer.code = WEXITSTATUS(status);
    return answer;
}

/// A folder that is gone afterwards.
class Folder {
public:
    explicit Folder(const std::string& name) : path_(fs::temp_directory_path() / ("stairwise-program-" + name))
    {
        fs::remove_all(path_);
        fs::create_directories(path_);
    }
    ~Folder() { fs::remove_all(path_); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    [[nodiscard]] fs::path operator/(const std::string& name) const { return path_ / name; }
    [[nodiscard]] std::string text() const { return path_.string(); }

private:
    fs::path path_;
};

}
