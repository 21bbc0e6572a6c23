#pragma once

#include "editor/model/document.hpp"

#include <cstddef>
#include <functional>
#include <vector>

namespace stairwise::editor {

/// Every version since the file was opened; undo moves an index. Versions share what they have in common.
class History {
public:
    explicit History(Document first);
    [[nodiscard]] const Document& now() const { return versions_[at_].document; }
    [[nodiscard]] std::size_t index() const { return at_; }
    [[nodiscard]] std::uint64_t revision() const { return revision_; } // changes whenever now() may have

    /// A step done now; what had been undone is gone. Refused steps change nothing.
    [[nodiscard]] Done make(const Step& step);
    /// Said to every version, past ones included: under which names things lie on disk is no edit.
    void tellAll(const std::function<void(Document&)>& say);
    void undo();
    void redo();
    [[nodiscard]] const Message* undoName() const; // null: nothing to undo
    [[nodiscard]] const Message* redoName() const;

private:
    struct Version {
        Message name; // of the step that led here
        Document document;
    };
    std::vector<Version> versions_;
    std::size_t at_ = 0;
    std::uint64_t revision_ = 0;
};

}
