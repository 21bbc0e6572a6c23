#include "editor/model/actions.hpp"

#include <algorithm>
#include <vector>

namespace stairwise::editor {
namespace {

std::vector<Action> gather()
{
    std::vector<Action> all;
    for (const auto part : {fileActions(), editActions(), viewActions(), toolActions(), runActions()})
        all.insert(all.end(), part.begin(), part.end());
    return all;
}

}

std::span<const Action> actions()
{
    static const std::vector<Action> all = gather();
    return all;
}

const Action* actionNamed(std::string_view name)
{
    const auto found = std::ranges::find(actions(), name, &Action::name);
    return found == actions().end() ? nullptr : &*found;
}

const Action* actionFor(std::string_view keys)
{
    if (keys.empty()) return nullptr;
    const auto found = std::ranges::find(actions(), keys, &Action::keys);
    return found == actions().end() ? nullptr : &*found;
}

}
