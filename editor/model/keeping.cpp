#include "editor/model/keeping.hpp"

#include "editor/model/opening.hpp"
#include "sim/base/json_read.hpp"
#include "sim/base/json_version.hpp"
#include "sim/base/json_write.hpp"
#include "sim/base/system.hpp"
#include "sim/school/school_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace stairwise::editor {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr std::string_view kPrefix = "autosave-";
constexpr std::string_view kEnding = ".document.json";
constexpr std::string_view kHabits = "habits.json";

int numberIn(const std::string& name)
{
    int number = 0;
    const auto digits = std::string_view(name).substr(kPrefix.size());
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return number;
}

constexpr WordFor<Language> kLanguageWords[] = {{Language::English, "en"}, {Language::Chinese, "zh"}};

void readPath(const JsonPlace& at, fs::path& out)
{
    std::string text;
    kLongText(at, text);
    out = text;
}

}

// The newest document wanted is written; what was wanted in between is passed over.
struct Autosave::Inside {
    fs::path path;
    std::mutex mutex;
    std::condition_variable_any changed;
    std::optional<Document> wanted; // guarded
    bool writing = false;           // guarded
    Clock::time_point last = Clock::now();
    std::uint64_t revision = 0;
    std::jthread thread;

    void run(const std::stop_token& stop)
    {
        std::unique_lock lock(mutex);
        while (changed.wait(lock, stop, [&] { return wanted.has_value(); })) {
            const Document document = std::move(*wanted);
            wanted.reset();
            writing = true;
            lock.unlock();
            std::error_code error;
            fs::create_directories(path.parent_path(), error);
            // A disk that is full is told when the person saves; the autosave before stays.
            static_cast<void>(writeFile(path, formatDocument(document)));
            lock.lock();
            writing = false;
            changed.notify_all();
        }
    }
};

Autosave::Autosave(fs::path folder) : inside_(std::make_unique<Inside>())
{
    inside_->path = folder / fmt::format("{}{}{}", kPrefix, processNumber(), kEnding);
    inside_->thread = std::jthread([in = inside_.get()](const std::stop_token& stop) { in->run(stop); });
}

Autosave::~Autosave()
{
    wait();
}

void Autosave::consider(const Editor& editor)
{
    const bool changed = editor.history.revision() != inside_->revision;
    if (changed && Clock::now() - inside_->last >= kAutosaveEvery) now(editor);
}

void Autosave::now(const Editor& editor)
{
    inside_->last = Clock::now();
    inside_->revision = editor.history.revision();
    const std::lock_guard lock(inside_->mutex);
    inside_->wanted = editor.history.now();
    inside_->changed.notify_all();
}

void Autosave::wait()
{
    std::unique_lock lock(inside_->mutex);
    inside_->changed.wait(lock, [&] { return !inside_->wanted && !inside_->writing; });
}

void Autosave::discard()
{
    wait();
    std::error_code error;
    fs::remove(inside_->path, error);
}

std::vector<fs::path> leftBehind(const fs::path& folder)
{
    std::vector<fs::path> found;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(folder, error)) {
        const std::string name = entry.path().filename().string();
        if (name.starts_with(kPrefix) && name.ends_with(kEnding) && !isRunning(numberIn(name)))
            found.push_back(entry.path());
    }
    std::ranges::sort(found, [](const fs::path& a, const fs::path& b) {
        std::error_code ignored;
        return fs::last_write_time(a, ignored) > fs::last_write_time(b, ignored);
    });
    return found;
}

void restore(Editor& editor, const fs::path& autosave, bool wanted)
{
    if (wanted) {
        const auto text = readFile(autosave, 4 * kLargestFile);
        if (!text) return tell(editor, text.fault());
        auto document = parseDocument(text.value(), autosave.string());
        if (!document) return tell(editor, document.fault());
        beginDocument(editor, std::move(document).value(), {});
        editor.saved = emptyDocument({}); // nothing of it stands in a file of the person's own yet
    }
    std::error_code error;
    fs::remove(autosave, error);
    std::erase(editor.leftBehind, autosave);
    editor.dialog = editor.leftBehind.empty() || wanted ? Dialog::None : Dialog::Restore;
}

Habits readHabits(const fs::path& folder)
{
    Habits habits;
    habits.looks.language = languageOf(environmentLanguage().empty() ? "zh" : environmentLanguage());
    const auto text = readFile(folder / kHabits, kLargestFile);
    if (!text) return habits;
    auto values = parseJson(text.value(), std::string(kHabits));
    if (!values) return habits;
    const auto current = currentVersion(std::move(values).value(), "stairwise-habits", {}, std::string(kHabits));
    if (!current) return habits;
    JsonFaults faults{std::string(kHabits), {}};
    Habits read = habits;
    {
        const JsonPlace root(current.value(), faults);
        JsonObject object(root);
        object.need("language", read.looks.language, oneOf(kLanguageWords));
        object.need("scale", read.looks.scale, Number{0.0, 4.0});
        object.need("recent", read.recent, listOf(readPath, kMostJsonValues));
    }
    return faults.first ? habits : read;
}

Done writeHabits(const fs::path& folder, const Habits& habits)
{
    std::error_code error;
    fs::create_directories(folder, error);
    JsonWriter writer;
    writer.beginObject();
    writer.key("format").text("stairwise-habits");
    writer.key("version").whole(1);
    writer.key("language").text(wordFor(kLanguageWords, habits.looks.language));
    writer.key("scale").number(habits.looks.scale);
    writer.key("recent").beginList();
    for (const fs::path& path : habits.recent) writer.text(path.string());
    writer.endList();
    writer.endObject();
    return writeFile(folder / kHabits, std::move(writer).finished());
}

}
