#pragma once

#include <algorithm>
#include <cctype>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace stairwise::house {

namespace fs = std::filesystem;

inline fs::path root()
{
    return fs::path(STAIRWISE_SOURCE_DIR);
}

inline std::string textOf(const fs::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

inline std::string nameOf(const fs::path& file)
{
    return file.lexically_relative(root()).generic_string();
}

/// All files under a folder of the repository, in the order of their names.
inline std::vector<fs::path> filesUnder(const fs::path& folder)
{
    std::vector<fs::path> files;
    if (fs::exists(folder))
        for (auto it = fs::recursive_directory_iterator(folder); it != fs::recursive_directory_iterator(); ++it) {
            const std::string name = nameOf(it->path());
            if (name == "build" || name == "out" || name == ".git" || name == ".cache")
                it.disable_recursion_pending();
            else if (it->is_regular_file())
                files.push_back(it->path());
        }
    std::ranges::sort(files);
    return files;
}

inline std::vector<fs::path> sourcesUnder(const std::string& folder)
{
    std::vector<fs::path> files = filesUnder(root() / folder);
    std::erase_if(files, [](const fs::path& f) { return f.extension() != ".cpp" && f.extension() != ".hpp"; });
    return files;
}

/// What git keeps; everything there is where there is no git.
inline std::vector<fs::path> trackedFiles()
{
    const std::string command = "git -C '" + root().string() + "' ls-files -z 2>/dev/null";
    std::vector<fs::path> files;
    if (FILE* pipe = ::popen(command.c_str(), "r"); pipe != nullptr) {
        std::string name;
        for (int c = std::fgetc(pipe); c != EOF; c = std::fgetc(pipe)) {
            if (c != 0) {
                name += static_cast<char>(c);
                continue;
            }
            if (fs::exists(root() / name)) files.push_back(root() / name);
            name.clear();
        }
        ::pclose(pipe);
    }
    return files.empty() ? filesUnder(root()) : files;
}

inline std::size_t lineOf(std::string_view text, std::size_t at)
{
    return static_cast<std::size_t>(std::ranges::count(text.substr(0, at), '\n')) + 1;
}

struct Literal {
    std::string text;     // between the quotes, escapes as written
    std::size_t at = 0;   // of the opening quote
    std::size_t past = 0; // behind the closing quote
};

/// A source with comments, directives and the insides of literals blanked; every character keeps its place.
struct Code {
    std::string text;
    std::vector<Literal> literals;
};

class Blanker {
public:
    explicit Blanker(std::string source) : source_(std::move(source)) { code_.text = source_; }

    Code run()
    {
        bool lineStart = true;
        while (at_ < source_.size()) {
            const char c = source_[at_];
            if (starts("//") || (lineStart && c == '#'))
                blankTo(endOfLogicalLine());
            else if (starts("/*"))
                blankTo(after("*/", at_ + 2));
            else if (starts("R\"") && !(at_ > 0 && isWord(source_[at_ - 1])))
                raw();
            else if (c == '"')
                quoted();
            else if (c == '\'' && !(at_ > 0 && isWord(source_[at_ - 1])))
                blankTo(closing('\''));
            else
                ++at_;
            lineStart = c == '\n' || (lineStart && c == ' ');
        }
        return std::move(code_);
    }

private:
    static bool isWord(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }
    [[nodiscard]] bool starts(std::string_view mark) const { return source_.compare(at_, mark.size(), mark) == 0; }
    [[nodiscard]] std::size_t after(const std::string& mark, std::size_t from) const
    {
        const auto found = source_.find(mark, from);
        return found == std::string::npos ? source_.size() : found + mark.size();
    }
    [[nodiscard]] std::size_t endOfLogicalLine() const
    {
        std::size_t end = source_.find('\n', at_);
        while (end != std::string::npos && source_[end - 1] == '\\') end = source_.find('\n', end + 1);
        return std::min(end, source_.size());
    }
    [[nodiscard]] std::size_t closing(char quote) const
    {
        std::size_t i = at_ + 1;
        while (i < source_.size() && source_[i] != quote) i += source_[i] == '\\' ? 2 : 1;
        return std::min(i + 1, source_.size());
    }
    void blankTo(std::size_t end)
    {
        for (; at_ < end; ++at_)
            if (source_[at_] != '\n') code_.text[at_] = ' ';
    }
    void keep(std::size_t begin, std::size_t end, std::size_t past)
    {
        code_.literals.push_back({source_.substr(begin, end - begin), at_, past});
        const std::size_t from = at_;
        blankTo(past);
        code_.text[from] = '"';
        code_.text[past - 1] = '"';
    }
    void quoted()
    {
        const std::size_t past = closing('"');
        keep(at_ + 1, past - 1, past);
    }
    void raw()
    {
        const std::size_t open = source_.find('(', at_);
        const std::string mark = ")" + source_.substr(at_ + 2, open - at_ - 2) + "\"";
        const std::size_t past = after(mark, open);
        keep(open + 1, past - mark.size(), past);
    }

    std::string source_;
    Code code_;
    std::size_t at_ = 0;
};

inline Code codeOf(const fs::path& file)
{
    return Blanker(textOf(file)).run();
}

/// Every finding on a line of its own, so that one run of a test shows them all.
inline std::string listed(const std::vector<std::string>& findings)
{
    std::string text;
    for (const auto& finding : findings) text += "\n  " + finding;
    return text;
}

}
