#pragma once

#include "editor/model/editor.hpp"

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

namespace stairwise::editor {

/// What outlives a session: the autosave, and how a person likes the window.

inline constexpr std::chrono::seconds kAutosaveEvery{60};

/// Written in the background, beside and renamed. One file a session, as long as its work is not saved.
class Autosave {
public:
    explicit Autosave(std::filesystem::path folder);
    ~Autosave(); // ends the thread; the file stays
    Autosave(const Autosave&) = delete;
    Autosave& operator=(const Autosave&) = delete;
    /// Every kAutosaveEvery, if there is unsaved work that has changed since. Once all is saved, the file goes.
    void consider(const Editor& editor);
    void now(const Editor& editor);
    void wait();    // until it is written: for tests
    void discard(); // a session that ends well leaves none
    [[nodiscard]] const std::filesystem::path& path() const;

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

/// Autosaves of sessions that are no more, the newest first.
[[nodiscard]] std::vector<std::filesystem::path> leftBehind(const std::filesystem::path& folder);
/// What is restored becomes this session's autosave, so that it outlives another crash as well.
void restore(Editor& editor, const std::filesystem::path& autosave, bool wanted);

/// Language, scale, recent files. Missing or unreadable: as for a new user.
struct Habits {
    Looks looks;
    std::vector<std::filesystem::path> recent; // newest first
};
[[nodiscard]] Habits readHabits(const std::filesystem::path& folder);
[[nodiscard]] Done writeHabits(const std::filesystem::path& folder, const Habits& habits);

}
