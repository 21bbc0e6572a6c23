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

fs::path ownAutosave(const fs::path& folder)
{
    return folder / fmt::format("{}{}{}", kPrefix, processNumber(), kEnding);
}

// What stands on disk where the work was saved last; nothing of it where that cannot be read.
Document savedBefore(const fs::path& file)
{
    if (file.empty()) return emptyDocument({});
    auto opened = openDocument(file);
    return opened ? std::move(opened).value().document : emptyDocument({});
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
    std::optional<KeptDocument> wanted; // guarded
    bool writing = false;               // guarded
    Clock::time_point last = Clock::now();
    std::optional<Document> kept; // the last that was wanted
    bool allSaved = true;
    std::jthread thread;

    void run(const std::stop_token& stop)
    {
        std::unique_lock lock(mutex);
        while (changed.wait(lock, stop, [&] { return wanted.has_value(); })) {
            const KeptDocument keep = std::move(*wanted);
            wanted.reset();
            writing = true;
            lock.unlock();
            std::error_code error;
            fs::create_directories(path.parent_path(), error);
            // A disk that is full is told when the person saves; the autosave before stays.
            static_cast<void>(writeFile(path, formatDocument(keep.document, keep.file)));
            lock.lock();
            writing = false;
            changed.notify_all();
        }
    }
};

Autosave::Autosave(fs::path folder) : inside_(std::make_unique<Inside>())
{
    inside_->path = ownAutosave(folder);
    std::error_code error; // a session that is no more had the same number: it is still to be offered
    if (fs::exists(inside_->path, error))
        fs::rename(inside_->path, folder / fmt::format("{}left-{}{}", kPrefix, processNumber(), kEnding), error);
    inside_->thread = std::jthread([in = inside_.get()](const std::stop_token& stop) { in->run(stop); });
}

Autosave::~Autosave()
{
    wait();
}

void Autosave::consider(const Editor& editor)
{
    const bool allSaved = !unsaved(editor);
    if (allSaved && !inside_->allSaved) discard(); // else it would be offered after a crash, older than the file
    inside_->allSaved = allSaved;
    if (allSaved || Clock::now() - inside_->last < kAutosaveEvery) return;
    if (!inside_->kept || !same(*inside_->kept, editor.history.now())) now(editor);
}

void Autosave::now(const Editor& editor)
{
    inside_->last = Clock::now();
    inside_->kept = editor.history.now();
    const std::lock_guard lock(inside_->mutex);
    inside_->wanted = KeptDocument{editor.history.now(), editor.file};
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
    inside_->kept.reset();
}

const fs::path& Autosave::path() const
{
    return inside_->path;
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
    std::error_code error;
    if (wanted) {
        const auto text = readFile(autosave, 4 * kLargestFile);
        if (!text) return tell(editor, text.fault());
        auto kept = parseDocument(text.value(), autosave.string());
        if (!kept) return tell(editor, kept.fault());
        beginDocument(editor, std::move(kept.value().document), kept.value().file);
        editor.saved = savedBefore(editor.file);
        fs::rename(autosave, ownAutosave(autosave.parent_path()), error);
    } else {
        fs::remove(autosave, error);
    }
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
