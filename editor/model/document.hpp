#pragma once

#include "sim/base/result.hpp"
#include "sim/scenario/scenario.hpp"
#include "sim/school/edit.hpp"

#include <filesystem>
#include <memory>
#include <string>
#include <variant>
#include <vector>

namespace stairwise::editor {

/// What is edited: one school with the scenarios beside it and the pictures of paper plans under it. A value that is
/// cheap to copy.

struct NamedScenario {
    std::string file; // beside the school: "fire.scenario.json"
    Scenario scenario;
    friend bool operator==(const NamedScenario&, const NamedScenario&) = default;
};

/// What a person calls it: its name, or its file where it has none.
[[nodiscard]] const std::string& calledOf(const Scenario& scenario, const std::string& file);

/// A picture of the paper plan under one storey. It helps the hand and is no part of the school: it is kept in a file
/// of its own, so that moving it changes no hash.
struct Backdrop {
    StoreyId storey;  // none: the grounds; one picture a storey
    std::string file; // path, relative to the school's folder where it lies under it
    Point at;         // of its lower left corner, millimetres
    double metresPerPixel = 0.01;
    double turn = 0.0; // radians anticlockwise, about `at`
    double fade = 0.5; // 0 hidden … 1 as it is
    friend bool operator==(const Backdrop&, const Backdrop&) = default;
};

inline constexpr double kFinestPixel = 0.0001; // metres; assumed: a scan of 1200 dots an inch at 1:5
inline constexpr double kCoarsestPixel = 10.0;

struct Document {
    std::shared_ptr<const School> school; // never null
    std::vector<NamedScenario> scenarios;
    std::vector<Backdrop> backdrops;
};
/// Two documents say the same.
[[nodiscard]] bool same(const Document& a, const Document& b);

/// One building with one storey, and open ground around it; nothing drawn.
[[nodiscard]] Document emptyDocument(const std::string& name);

struct PutScenario {
    NamedScenario scenario;
};
struct RemoveScenario {
    std::string file;
};
struct PutBackdrop {
    Backdrop backdrop;
};
struct RemoveBackdrop {
    StoreyId storey;
};
using DocumentChange = std::variant<Change, PutScenario, RemoveScenario, PutBackdrop, RemoveBackdrop>;

/// What one press of undo takes back, of the whole document.
struct Step {
    Message name;
    std::vector<DocumentChange> changes;
};
[[nodiscard]] Step stepOf(Edit edit);

/// The only way to the next document. Scenarios lose what the school no longer has (a release of a class that is gone).
[[nodiscard]] Result<Document> apply(const Document& document, const Step& step);

/// What a school's file and those beside it hold, and why scenarios of that folder were left out: one that cannot be
/// read must not keep the others from being opened.
struct OpenedDocument {
    Document document;
    std::vector<Fault> leftOut;
};
/// `path` names the school file; its scenarios are the files *.scenario.json of that folder that name it, its backdrops
/// stand in NAME.backdrops.json.
[[nodiscard]] Result<OpenedDocument> openDocument(const std::filesystem::path& path);
/// Each file written beside and renamed, the school first; scenarios of `before` that are gone are removed.
[[nodiscard]] Done saveDocument(const Document& document, const std::filesystem::path& path, const Document& before);

/// "folder/school.school.json" → "folder/school": what stands before the ending of each of a document's files.
[[nodiscard]] std::string schoolStem(const std::filesystem::path& school);

/// The whole document in one text, for the autosave, and where it was saved last (empty: never), since what it names is
/// found from there.
struct KeptDocument {
    Document document;
    std::filesystem::path file;
};
[[nodiscard]] std::string formatDocument(const Document& document, const std::filesystem::path& file);
[[nodiscard]] Result<KeptDocument> parseDocument(std::string_view text, const std::string& name);

}
