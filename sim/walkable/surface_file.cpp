#include "sim/walkable/surface_file.hpp"

#include "sim/base/json_read.hpp"
#include "sim/base/json_version.hpp"
#include "sim/base/json_write.hpp"
#include "sim/school/school_limits.hpp"
#include "sim/school/school_words.hpp"
#include "sim/school/shape_read.hpp"
#include "sim/walkable/making.hpp"

namespace stairwise {
namespace {

constexpr std::string_view kFormat = "stairwise-surfaces";
constexpr Number kMetres{-kFarthestMm / 1000.0, kFarthestMm / 1000.0, "m"};
constexpr Number kUnit{-1.0, 1.0};
constexpr WordFor<SurfaceKind> kKindWords[] = {{SurfaceKind::Space, "space"},
                                               {SurfaceKind::Flight, "flight"},
                                               {SurfaceKind::FloorLanding, "floor_landing"},
                                               {SurfaceKind::HalfLanding, "half_landing"}};

void putSurface(JsonWriter& w, const Surface& surface)
{
    w.key("element").text(surface.element);
    w.key("kind").text(wordFor(kKindWords, surface.kind));
    w.textIfAny("space", surface.space.value);
    w.textIfAny("stair", surface.stair.value);
    w.key("rise").whole(surface.rise);
    w.key("flight").whole(surface.flight);
    w.textIfAny("storey", surface.storey.value);
    w.key("outdoor").yesNo(surface.outdoor);
    w.key("elevation").number(surface.elevation);
    w.key("rising").number(surface.rising);
    w.key("uphill").beginList();
    w.number(surface.uphill.x);
    w.number(surface.uphill.y);
    w.endList();
    write(w.key("foot"), surface.foot);
    w.key("tread").number(surface.tread);
    w.key("riser").number(surface.riser);
    writePolygon(w, surface.area);
}

// "b" is left out where the portal leads out.
void putPortal(JsonWriter& w, const Portal& portal)
{
    w.key("a").whole(portal.a);
    if (portal.b != kNowhere) w.key("b").whole(portal.b);
    write(w.key("line"), portal.line);
    w.textIfAny("door", portal.door.value);
    w.textIfAny("gate", portal.gate.value);
    w.key("state").text(wordFor(kDoorStateWords, portal.state));
    w.key("exit").yesNo(portal.exit);
}

void putAssembly(JsonWriter& w, const Assembly& assembly)
{
    w.key("id").text(assembly.id.value);
    w.key("surface").whole(assembly.surface);
    write(w.key("polygon"), assembly.polygon);
}

// A vector of two numbers.
void readUnit(const JsonPlace& at, Vec2& out)
{
    std::vector<double> two;
    listOf(kUnit, 2)(at, two);
    if (!at.good()) return;
    if (two.size() != 2)
        return at.refuse({"shape.not_so_many", {std::to_string(two.size()), "2"}}, {"shape.not_so_many.mend", {}});
    out = {two[0], two[1]};
}

void readSurface(const JsonPlace& at, Surface& surface)
{
    constexpr Whole kRises{0, static_cast<std::int64_t>(kMostItems)};
    JsonObject o(at);
    o.need("element", surface.element, kNameText);
    o.need("kind", surface.kind, oneOf(kKindWords));
    o.may("space", surface.space, IdText{});
    o.may("stair", surface.stair, IdText{});
    o.need("rise", surface.rise, kRises);
    o.need("flight", surface.flight, kRises);
    o.may("storey", surface.storey, IdText{});
    o.need("outdoor", surface.outdoor, YesNo{});
    o.need("elevation", surface.elevation, kMetres);
    o.need("rising", surface.rising, kMetres);
    o.need("uphill", surface.uphill, readUnit);
    o.need("foot", surface.foot, readPoint);
    o.need("tread", surface.tread, kMetres);
    o.need("riser", surface.riser, kMetres);
    readPolygon(o, surface.area);
}

/// One of the surfaces read before.
Whole oneOfThem(const Walkable& walkable)
{
    return {0, static_cast<std::int64_t>(walkable.surfaces.size()) - 1};
}

void read(JsonObject& o, Walkable& walkable)
{
    o.need("surfaces", walkable.surfaces, listOf(readSurface, kMostItems));
    const Whole known = oneOfThem(walkable);
    const auto portal = [known](const JsonPlace& at, Portal& out) {
        JsonObject one(at);
        one.need("a", out.a, known);
        one.may("b", out.b, known);
        one.need("line", out.line, readSegment);
        one.may("door", out.door, IdText{});
        one.may("gate", out.gate, IdText{});
        one.need("state", out.state, oneOf(kDoorStateWords));
        one.need("exit", out.exit, YesNo{});
    };
    const auto assembly = [known](const JsonPlace& at, Assembly& out) {
        JsonObject one(at);
        one.need("id", out.id, IdText{});
        one.need("surface", out.surface, known);
        one.need("polygon", out.polygon, readRing);
    };
    o.need("portals", walkable.portals, listOf(portal, kMostItems));
    o.need("assemblies", walkable.assemblies, listOf(assembly, kMostItems));
}

}

std::string formatSurfaces(const Walkable& walkable)
{
    constexpr auto kLine = JsonWriter::Shape::OneLine;
    JsonWriter w;
    w.beginObject();
    w.key("format").text(kFormat);
    w.key("version").whole(1);
    writeObjects(w, "surfaces", walkable.surfaces, putSurface, kLine);
    writeObjects(w, "portals", walkable.portals, putPortal, kLine);
    writeObjects(w, "assemblies", walkable.assemblies, putAssembly, kLine);
    w.endObject();
    return std::move(w).finished();
}

Result<Walkable> parseSurfaces(std::string_view text, const std::string& name)
{
    auto parsed = parseJson(text, name);
    if (!parsed) return parsed.fault();
    const auto tree = currentVersion(std::move(parsed).value(), kFormat, {}, name);
    if (!tree) return tree.fault();
    JsonFaults faults{name, {}};
    Walkable walkable;
    {
        const JsonPlace root(tree.value(), faults);
        JsonObject object(root);
        read(object, walkable);
    }
    if (faults.first) return *faults.first;
    walkable.hash = hashOf(walkable);
    return walkable;
}

}
