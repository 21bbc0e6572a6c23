#include "sim/base/system.hpp"

#include "sim/base/lanes.hpp"

#include <fmt/format.h>

#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <fontconfig/fontconfig.h>
#include <fstream>
#include <iconv.h>
#include <spawn.h>

#include <memory>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

namespace stairwise {
namespace fs = std::filesystem;
namespace {

Fault systemFault(const fs::path& path, int error)
{
    return {path.string(), "", {"file.cannot_write", {std::strerror(error)}}, {"file.cannot_write.mend", {}}};
}

// Closes its file at the end of the block, so that every early return is safe.
struct Descriptor {
    int number = -1;
    ~Descriptor()
    {
        if (number >= 0) ::close(number);
    }
};

int writeThrough(int descriptor, std::string_view bytes)
{
    while (!bytes.empty()) {
        const auto written = ::write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return errno;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return 0;
}

int writeAll(int descriptor, std::string_view bytes)
{
    if (const int error = writeThrough(descriptor, bytes)) return error;
    return ::fsync(descriptor) == 0 ? 0 : errno;
}

int createDurably(const fs::path& path, std::string_view bytes)
{
    const Descriptor file{::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644)};
    return file.number < 0 ? errno : writeAll(file.number, bytes);
}

void syncFolder(const fs::path& folder)
{
    const Descriptor file{::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
    if (file.number >= 0) ::fsync(file.number);
}

fs::path folderOf(const fs::path& path)
{
    return path.has_parent_path() ? path.parent_path() : fs::path(".");
}

// The deepest first.
std::vector<fs::path> missingFolders(fs::path folder)
{
    std::vector<fs::path> missing;
    std::error_code error;
    for (; !folder.empty() && !fs::exists(folder, error); folder = folder.parent_path()) missing.push_back(folder);
    return missing;
}

void removeEmpty(const std::vector<fs::path>& folders)
{
    for (const auto& folder : folders) ::rmdir(folder.c_str()); // refuses a folder that holds anything
}

std::atomic<bool> interrupted{false}; // a signal handler can reach nothing else

extern "C" void onInterrupt(int signal)
{
    if (interrupted.exchange(true)) {
        std::signal(signal, SIG_DFL);
        std::raise(signal);
    }
}

}

Result<std::string> readFile(const fs::path& path, std::size_t limit)
{
    const Fault missing{path.string(), "", {"file.missing", {}}, {"file.missing.mend", {}}};
    std::error_code error;
    if (!fs::exists(path, error)) return missing;
    if (!fs::is_regular_file(path, error))
        return Fault{path.string(), "", {"file.not_regular", {}}, {"file.not_regular.mend", {}}};
    const auto size = fs::file_size(path, error);
    if (error) return missing;
    if (size > limit) {
        const auto mb = [](std::size_t bytes) { return fmt::format("{:.1f}", static_cast<double>(bytes) / 1e6); };
        return Fault{path.string(), "", {"file.too_large", {mb(size), mb(limit)}}, {"file.too_large.mend", {}}};
    }
    std::string bytes(size, '\0');
    std::ifstream stream(path, std::ios::binary);
    if (!stream.read(bytes.data(), static_cast<std::streamsize>(size)))
        return Fault{path.string(), "", {"file.cannot_read", {}}, {"file.cannot_read.mend", {}}};
    return bytes;
}

std::optional<std::string> utf8From(const char* encoding, std::string_view bytes)
{
    const iconv_t converter = ::iconv_open("UTF-8", encoding);
    if (converter == reinterpret_cast<iconv_t>(-1)) return {};
    std::string text(3 * bytes.size() + 4, '\0'); // a character of one byte may take three
    char* from = const_cast<char*>(bytes.data()); // iconv does not write there
    char* to = text.data();
    std::size_t left = bytes.size();
    std::size_t room = text.size();
    const bool whole = ::iconv(converter, &from, &left, &to, &room) != static_cast<std::size_t>(-1) && left == 0;
    ::iconv_close(converter);
    if (!whole) return {};
    text.resize(text.size() - room);
    return text;
}

std::optional<std::string> bytesWrittenBy(const std::function<bool(const std::string& name)>& write)
{
    std::error_code error;
    std::string folder = (fs::temp_directory_path(error) / "stairwise-XXXXXX").string();
    if (error || ::mkdtemp(folder.data()) == nullptr) return {};
    constexpr std::size_t kMost = 256U << 20U; // bytes
    const std::string name = folder + "/file";
    std::optional<std::string> written;
    if (write(name))
        if (auto bytes = readFile(name, kMost)) written = std::move(bytes).value();
    fs::remove_all(folder, error);
    return written;
}

Done createPrivateFile(const fs::path& path, std::string_view bytes)
{
    int error = 0;
    {
        const Descriptor file{::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600)};
        if (file.number < 0) return systemFault(path, errno);
        error = writeAll(file.number, bytes);
    }
    if (error != 0) {
        ::unlink(path.c_str());
        return systemFault(path, error);
    }
    syncFolder(folderOf(path));
    return done();
}

fs::path hiddenPart(const fs::path& path)
{
    return folderOf(path) / fmt::format(".{}.{}.part", path.filename().string(), ::getpid());
}

Done moveDurably(const fs::path& from, const fs::path& to)
{
    if (::rename(from.c_str(), to.c_str()) != 0) return systemFault(to, errno);
    syncFolder(folderOf(to));
    return done();
}

Done writeFile(const fs::path& path, std::string_view bytes)
{
    std::error_code ignored;
    // A rename would put a file in the place of a device.
    if (fs::exists(path, ignored) && !fs::is_regular_file(path, ignored))
        return Fault{path.string(), "", {"file.not_regular", {}}, {"file.not_regular.mend", {}}};
    const fs::path part = hiddenPart(path);
    int error = createDurably(part, bytes);
    if (error == 0 && ::rename(part.c_str(), path.c_str()) != 0) error = errno;
    if (error != 0) {
        ::unlink(part.c_str());
        return systemFault(path, error);
    }
    syncFolder(folderOf(path));
    return done();
}

AppendFile::AppendFile(fs::path path, fs::path written, int descriptor)
    : path_(std::move(path)), written_(std::move(written)), descriptor_(descriptor)
{
}

AppendFile::AppendFile(AppendFile&& other) noexcept
    : path_(std::move(other.path_)), written_(std::move(other.written_)),
      descriptor_(std::exchange(other.descriptor_, -1)), error_(other.error_), size_(other.size_)
{
}

Result<AppendFile> AppendFile::create(const fs::path& path, Appears appears)
{
    const fs::path written = appears == Appears::AtOnce ? path : hiddenPart(path);
    const int descriptor = ::open(written.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    if (descriptor < 0) return systemFault(path, errno);
    return AppendFile(path, written, descriptor);
}

AppendFile::~AppendFile()
{
    if (descriptor_ < 0) return;
    ::close(descriptor_);
    if (written_ != path_) ::unlink(written_.c_str());
}

void AppendFile::append(std::string_view bytes)
{
    size_ += bytes.size();
    if (error_ == 0 && descriptor_ >= 0) error_ = writeThrough(descriptor_, bytes);
}

Done AppendFile::finish()
{
    if (descriptor_ < 0) return systemFault(path_, EBADF);
    if (error_ == 0 && ::fsync(descriptor_) != 0) error_ = errno;
    if (error_ == 0 && written_ != path_ && ::rename(written_.c_str(), path_.c_str()) != 0) error_ = errno;
    if (error_ != 0) return systemFault(path_, error_); // the destructor closes and clears away
    ::close(std::exchange(descriptor_, -1));
    syncFolder(folderOf(path_));
    return done();
}

Staging::Staging(fs::path target, fs::path folder, std::vector<fs::path> parents)
    : target_(std::move(target)), folder_(std::move(folder)), parents_(std::move(parents))
{
}

Result<Staging> Staging::open(const fs::path& target)
{
    std::error_code error;
    const fs::path clean = target.has_filename() ? target : target.parent_path();
    const bool exists = fs::exists(clean, error);
    if (exists && !fs::is_directory(clean, error)) return systemFault(target, ENOTDIR);
    std::vector<fs::path> parents = missingFolders(folderOf(clean));
    const fs::path folder = hiddenPart(exists ? clean / "stairwise" : clean);
    fs::create_directories(folderOf(clean), error);
    int number = error.value();
    if (number == 0 && ::mkdir(folder.c_str(), 0755) != 0) number = errno;
    if (number == 0) return Staging(clean, folder, std::move(parents));
    removeEmpty(parents);
    return systemFault(target, number);
}

Staging::~Staging()
{
    std::error_code ignored;
    if (!folder_.empty()) fs::remove_all(folder_, ignored);
    removeEmpty(parents_);
}

Done Staging::write(const std::string& name, std::string_view bytes) const
{
    const int error = createDurably(folder_ / name, bytes);
    return error == 0 ? done() : Done(systemFault(target_ / name, error));
}

Done Staging::commit()
{
    std::error_code error;
    if (!fs::exists(target_, error)) {
        syncFolder(folder_);
        fs::rename(folder_, target_, error);
        if (error) return systemFault(target_, error.value());
    } else {
        std::vector<fs::path> names;
        for (const auto& entry : fs::directory_iterator(folder_)) names.push_back(entry.path().filename());
        // Looked at before the first one moves: all or none.
        for (const auto& name : names)
            if (fs::is_directory(target_ / name, error)) return systemFault(target_ / name, EISDIR);
        for (const auto& name : names) {
            fs::rename(folder_ / name, target_ / name, error);
            if (error) return systemFault(target_ / name, error.value());
        }
        fs::remove_all(folder_, error);
        syncFolder(target_);
    }
    syncFolder(folderOf(target_));
    folder_.clear();
    parents_.clear();
    return done();
}

CancelToken cancelOnInterrupt()
{
    std::signal(SIGINT, onInterrupt);
    std::signal(SIGTERM, onInterrupt);
    return CancelToken(&interrupted);
}

std::string environmentLanguage()
{
    for (const char* name : {"STAIRWISE_LANG", "LC_ALL", "LC_MESSAGES", "LANG"})
        if (const char* value = std::getenv(name); value != nullptr && *value != '\0') return value;
    return {};
}

fs::path stateFolder()
{
    const char* state = std::getenv("XDG_STATE_HOME");
    if (state != nullptr && *state != '\0') return fs::path(state) / "stairwise";
    const char* home = std::getenv("HOME");
    if (home != nullptr && *home != '\0') return fs::path(home) / ".local" / "state" / "stairwise";
    return {};
}

int processNumber()
{
    return ::getpid();
}

bool isRunning(int process)
{
    return process > 0 && (::kill(process, 0) == 0 || errno == EPERM);
}

bool hasProgram(const std::string& name)
{
    const char* path = std::getenv("PATH");
    std::string_view rest = path == nullptr ? "" : path;
    while (!rest.empty()) {
        const auto colon = std::min(rest.find(':'), rest.size());
        const fs::path program = fs::path(rest.substr(0, colon)) / name;
        if (::access(program.c_str(), X_OK) == 0) return true;
        rest.remove_prefix(std::min(colon + 1, rest.size()));
    }
    return false;
}

bool runProgram(const std::vector<std::string>& arguments)
{
    if (arguments.empty()) return false;
    std::vector<char*> words;
    for (const std::string& argument : arguments) words.push_back(const_cast<char*>(argument.c_str()));
    words.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
        posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", O_RDWR, 0);
    pid_t child = 0;
    const int error = ::posix_spawnp(&child, words[0], &actions, nullptr, words.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    if (error != 0) return false;
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

std::optional<FontFile> findFont(const std::string& language)
{
    const auto text = [](const char* value) { return reinterpret_cast<const FcChar8*>(value); };
    using Pattern = std::unique_ptr<FcPattern, void (*)(FcPattern*)>;
    const std::unique_ptr<FcConfig, void (*)(FcConfig*)> config(FcInitLoadConfigAndFonts(), FcConfigDestroy);
    const Pattern wish(FcPatternCreate(), FcPatternDestroy);
    if (config == nullptr || wish == nullptr) return std::nullopt;
    FcPatternAddString(wish.get(), FC_LANG, text(language.c_str()));
    FcPatternAddString(wish.get(), FC_FAMILY, text("sans-serif"));
    FcConfigSubstitute(config.get(), wish.get(), FcMatchPattern);
    FcDefaultSubstitute(wish.get());
    FcResult result = FcResultNoMatch;
    const Pattern match(FcFontMatch(config.get(), wish.get(), &result), FcPatternDestroy);
    FcChar8* path = nullptr;
    if (match == nullptr || FcPatternGetString(match.get(), FC_FILE, 0, &path) != FcResultMatch) return std::nullopt;
    FontFile file{reinterpret_cast<const char*>(path), 0};
    FcPatternGetInteger(match.get(), FC_INDEX, 0, &file.index);
    return file;
}

bool isTerminal(int stream)
{
    return ::isatty(stream) == 1;
}

bool wideLanes()
{
#if defined(__x86_64__)
    return __builtin_cpu_supports("avx2") != 0;
#else
    return false;
#endif
}
}
