#include "sim/egress/dot.hpp"

#include <fmt/format.h>

#include <map>

namespace stairwise {
namespace {

std::string quoted(const std::string& text)
{
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        out += c;
    }
    return out + "\"";
}

std::string nodeOf(SurfaceIndex surface)
{
    return surface == kNowhere ? "out" : fmt::format("s{}", surface);
}

std::string shapeOf(const Surface& surface)
{
    if (surface.outdoor) return "ellipse";
    return surface.kind == SurfaceKind::Flight ? "parallelogram" : "box";
}

std::string labelOf(const School& school, const Surface& surface)
{
    const Space* space = findSpace(school, surface.space);
    return space == nullptr || space->name.empty() ? surface.element : surface.element + " " + space->name;
}

std::string nameOfPortal(const Portal& portal)
{
    return portal.door.none() ? portal.gate.value : portal.door.value;
}

std::string edgeOf(const Walkable& walkable, const Network& network, PortalIndex index)
{
    const Portal& portal = walkable.portals[index];
    const Passage& passage = network.passages[passageOf(index, false)];
    std::string style;
    if (passage.locked) style = ", style=dashed, color=red";
    if (passage.exit || passage.to == kNowhere) style += ", penwidth=2";
    const std::string name = nameOfPortal(portal);
    const std::string label = fmt::format("{}{}{:.2f} m", name, name.empty() ? "" : " ", passage.width);
    return fmt::format("  {} -- {} [label={}{}];\n", nodeOf(portal.a), nodeOf(portal.b), quoted(label), style);
}

}

std::string toDot(const School& school, const Walkable& walkable, const Network& network)
{
    std::map<std::string, std::string> storeys; // nodes by storey
    bool leaves = false;
    for (std::size_t i = 0; i < walkable.surfaces.size(); ++i) {
        const Surface& surface = walkable.surfaces[i];
        storeys[surface.storey.value] +=
            fmt::format("    {} [label={}, shape={}];\n", nodeOf(static_cast<SurfaceIndex>(i)),
                        quoted(labelOf(school, surface)), shapeOf(surface));
    }
    std::string edges;
    for (std::size_t p = 0; p < walkable.portals.size(); ++p) {
        edges += edgeOf(walkable, network, static_cast<PortalIndex>(p));
        leaves = leaves || walkable.portals[p].b == kNowhere || walkable.portals[p].a == kNowhere;
    }
    std::string text = "graph " + quoted(school.name) + " {\n";
    std::size_t cluster = 0;
    for (const auto& [storey, nodes] : storeys)
        text += fmt::format("  subgraph cluster{} {{\n    label={};\n{}  }}\n", cluster++, quoted(storey), nodes);
    if (leaves) text += "  out [shape=doublecircle];\n";
    return text + edges + "}\n";
}

}
