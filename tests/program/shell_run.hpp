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

}
