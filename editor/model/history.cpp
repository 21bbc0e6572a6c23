#include "editor/model/history.hpp"

#include <utility>

namespace stairwise::editor {

History::History(Document first)
{
    versions_.push_back({{}, std::move(first)});
}

Done History::make(const Step& step)
{
    auto next = apply(now(), step);
    if (!next) return next.fault();
    versions_.resize(at_ + 1, versions_.front());
    versions_.push_back({step.name, std::move(next).value()});
    ++at_;
    ++revision_;
    return done();
}

void History::tellAll(const std::function<void(Document&)>& say)
{
    for (Version& version : versions_) say(version.document);
    ++revision_;
}

void History::undo()
{
    if (at_ == 0) return;
    --at_;
    ++revision_;
}

void History::redo()
{
    if (at_ + 1 == versions_.size()) return;
    ++at_;
    ++revision_;
}

const Message* History::undoName() const
{
    return at_ == 0 ? nullptr : &versions_[at_].name;
}

const Message* History::redoName() const
{
    return at_ + 1 == versions_.size() ? nullptr : &versions_[at_ + 1].name;
}

}
