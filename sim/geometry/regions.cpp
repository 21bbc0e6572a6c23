#include "sim/geometry/regions.hpp"

#include "sim/geometry/polygon.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <geos_c.h>
#include <limits>
#include <memory>
#include <optional>
#include <utility>

namespace stairwise {

namespace {

constexpr double kGridMm = 1.0;
constexpr std::int64_t kLeastDoubleArea = 2 * 100; // mm², twice 1 cm²: smaller pieces are scraps of rounding; assumed
constexpr double kMitreLimit = 5.0;                // corner to distance, beyond it the mitre is cut; GEOS' own default
constexpr std::int32_t kErosionMm = 1;

struct DropGeometry {
    GEOSContextHandle_t handle = nullptr;
    void operator()(GEOSGeometry* geometry) const { GEOSGeom_destroy_r(handle, geometry); }
};
using Shape = std::unique_ptr<GEOSGeometry, DropGeometry>; // null: GEOS refused

/// One reentrant GEOS context for one call. Without handlers GEOS says nothing and returns null where it fails.
class Geos {
public:
    Geos() : handle_(GEOS_init_r()) {}
    ~Geos() { GEOS_finish_r(handle_); }
    Geos(const Geos&) = delete;
    Geos& operator=(const Geos&) = delete;

    [[nodiscard]] GEOSContextHandle_t handle() const { return handle_; }
    [[nodiscard]] Shape own(GEOSGeometry* geometry) const { return Shape(geometry, DropGeometry{handle_}); }
    [[nodiscard]] Shape empty() const { return own(GEOSGeom_createEmptyPolygon_r(handle_)); }

    [[nodiscard]] Shape polygonOf(const Polygon& polygon) const;
    /// All parts as one valid shape on the grid.
    [[nodiscard]] Shape united(const std::vector<Polygon>& parts) const;
    /// As it is if valid, else made of the areas that its rings enclose.
    [[nodiscard]] Shape repaired(Shape shape) const;
    [[nodiscard]] Shape onGrid(Shape shape) const;
    [[nodiscard]] std::vector<Polygon> polygonsOf(const Shape& shape) const;
    /// Of the outer ring of a polygon, anticlockwise from the lowest.
    [[nodiscard]] Ring cornersOf(const GEOSGeometry* polygon) const;

private:
    [[nodiscard]] Shape ringOf(const Ring& ring) const;
    [[nodiscard]] Shape polygonOf(Shape outer, std::vector<Shape> holes) const;
    [[nodiscard]] Ring ringFrom(const GEOSGeometry* ring) const;
    void collect(const GEOSGeometry* shape, std::vector<Polygon>& into) const;

    GEOSContextHandle_t handle_;
};

Shape Geos::ringOf(const Ring& ring) const
{
    if (ring.size() < 3) return own(nullptr);
    std::vector<double> values;
    values.reserve(2 * ring.size() + 2);
    for (const Point p : ring) values.insert(values.end(), {static_cast<double>(p.x), static_cast<double>(p.y)});
    values.insert(values.end(), {values[0], values[1]});
    GEOSCoordSequence* corners =
        GEOSCoordSeq_copyFromBuffer_r(handle_, values.data(), static_cast<unsigned>(ring.size() + 1), 0, 0);
    return own(corners == nullptr ? nullptr : GEOSGeom_createLinearRing_r(handle_, corners));
}

Shape Geos::polygonOf(Shape outer, std::vector<Shape> holes) const
{
    std::vector<GEOSGeometry*> given;
    for (Shape& hole : holes) given.push_back(hole.release());
    return own(GEOSGeom_createPolygon_r(handle_, outer.release(), given.data(), static_cast<unsigned>(given.size())));
}

Shape Geos::polygonOf(const Polygon& polygon) const
{
    Shape outer = ringOf(polygon.outer);
    if (!outer) return empty();
    std::vector<Shape> holes;
    for (const Ring& hole : polygon.holes) {
        if (Shape ring = ringOf(hole)) holes.push_back(std::move(ring));
    }
    return polygonOf(std::move(outer), std::move(holes));
}

Shape Geos::repaired(Shape shape) const
{
    if (!shape) return empty();
    if (GEOSisValid_r(handle_, shape.get()) == 1) return shape;
    GEOSMakeValidParams* params = GEOSMakeValidParams_create_r(handle_);
    if (params == nullptr) return empty();
    GEOSMakeValidParams_setMethod_r(handle_, params, GEOS_MAKE_VALID_STRUCTURE);
    GEOSMakeValidParams_setKeepCollapsed_r(handle_, params, 0);
    Shape made = own(GEOSMakeValidWithParams_r(handle_, shape.get(), params));
    GEOSMakeValidParams_destroy_r(handle_, params);
    return made ? std::move(made) : empty();
}

Shape Geos::onGrid(Shape shape) const
{
    if (!shape) return empty();
    Shape snapped = own(GEOSGeom_setPrecision_r(handle_, shape.get(), kGridMm, GEOS_PREC_VALID_OUTPUT));
    return snapped ? std::move(snapped) : empty();
}

Shape Geos::united(const std::vector<Polygon>& parts) const
{
    std::vector<GEOSGeometry*> given;
    for (const Polygon& part : parts) given.push_back(onGrid(repaired(polygonOf(part))).release());
    Shape all = own(GEOSGeom_createCollection_r(handle_, GEOS_GEOMETRYCOLLECTION, given.data(),
                                                static_cast<unsigned>(given.size())));
    if (!all) return empty();
    Shape whole = own(GEOSUnaryUnionPrec_r(handle_, all.get(), kGridMm));
    return whole ? std::move(whole) : onGrid(repaired(std::move(all)));
}

std::int32_t whole(double value)
{
    constexpr double kMost = 2147483647.0;
    return static_cast<std::int32_t>(std::clamp(std::round(value), -kMost, kMost));
}

bool straightThrough(Point before, Point at, Point after)
{
    if (at == before || at == after) return true;
    return doubleArea(std::array{before, at, after}) == 0;
}

/// Without corners that change nothing, so that the same region always has the same corners.
Ring withoutIdleCorners(const Ring& ring)
{
    Ring kept;
    for (const Point p : ring) {
        while (kept.size() >= 2 && straightThrough(kept[kept.size() - 2], kept.back(), p)) kept.pop_back();
        if (kept.empty() || kept.back() != p) kept.push_back(p);
    }
    while (kept.size() >= 3 && straightThrough(kept[kept.size() - 2], kept.back(), kept.front())) kept.pop_back();
    while (kept.size() >= 3 && straightThrough(kept.back(), kept.front(), kept[1])) kept.erase(kept.begin());
    return kept;
}

enum class Winding { Anticlockwise, Clockwise };

Ring inOrder(Ring ring, Winding winding)
{
    if (ring.size() < 3) return {};
    if ((doubleArea(ring) > 0) != (winding == Winding::Anticlockwise)) std::reverse(ring.begin(), ring.end());
    std::rotate(ring.begin(), std::min_element(ring.begin(), ring.end()), ring.end());
    return ring;
}

Ring Geos::ringFrom(const GEOSGeometry* ring) const
{
    const GEOSCoordSequence* corners = ring == nullptr ? nullptr : GEOSGeom_getCoordSeq_r(handle_, ring);
    unsigned count = 0;
    if (corners == nullptr || GEOSCoordSeq_getSize_r(handle_, corners, &count) == 0 || count < 4) return {};
    std::vector<double> values(std::size_t{2} * count);
    if (GEOSCoordSeq_copyToBuffer_r(handle_, corners, values.data(), 0, 0) == 0) return {};
    Ring points;
    for (std::size_t i = 0; i + 1 < count; ++i) points.push_back({whole(values[2 * i]), whole(values[2 * i + 1])});
    return withoutIdleCorners(points);
}

Ring Geos::cornersOf(const GEOSGeometry* polygon) const
{
    return inOrder(ringFrom(GEOSGetExteriorRing_r(handle_, polygon)), Winding::Anticlockwise);
}

void Geos::collect(const GEOSGeometry* shape, std::vector<Polygon>& into) const
{
    const int type = GEOSGeomTypeId_r(handle_, shape);
    if (type == GEOS_MULTIPOLYGON || type == GEOS_GEOMETRYCOLLECTION) {
        const int count = GEOSGetNumGeometries_r(handle_, shape);
        for (int i = 0; i < count; ++i) collect(GEOSGetGeometryN_r(handle_, shape, i), into);
    }
    if (type != GEOS_POLYGON || GEOSisEmpty_r(handle_, shape) != 0) return;
    Polygon polygon{cornersOf(shape), {}};
    std::int64_t left = doubleArea(polygon.outer);
    const int holes = GEOSGetNumInteriorRings_r(handle_, shape);
    for (int i = 0; i < holes; ++i) {
        Ring hole = inOrder(ringFrom(GEOSGetInteriorRingN_r(handle_, shape, i)), Winding::Clockwise);
        if (doubleArea(hole) == 0) continue;
        left += doubleArea(hole);
        polygon.holes.push_back(std::move(hole));
    }
    std::sort(polygon.holes.begin(), polygon.holes.end());
    if (left >= kLeastDoubleArea) into.push_back(std::move(polygon));
}

std::vector<Polygon> Geos::polygonsOf(const Shape& shape) const
{
    std::vector<Polygon> polygons;
    if (shape) collect(shape.get(), polygons);
    std::sort(polygons.begin(), polygons.end(), [](const Polygon& a, const Polygon& b) {
        return a.outer != b.outer ? a.outer < b.outer : a.holes < b.holes;
    });
    return polygons;
}

using Overlay = GEOSGeometry* (*)(GEOSContextHandle_t, const GEOSGeometry*, const GEOSGeometry*, double);

std::vector<Polygon> overlay(Overlay work, const std::vector<Polygon>& a, const std::vector<Polygon>& b)
{
    const Geos geos;
    const Shape left = geos.united(a);
    const Shape right = geos.united(b);
    return geos.polygonsOf(geos.own(work(geos.handle(), left.get(), right.get(), kGridMm)));
}

using Triangle = std::array<Point, 3>;

/// The triangles of GEOS, anticlockwise, in order; nothing if they do not cover the polygon exactly.
std::optional<std::vector<Triangle>> trianglesOf(const Polygon& polygon)
{
    const Geos geos;
    const Shape shape = geos.polygonOf(polygon);
    const Shape cut =
        shape ? geos.own(GEOSConstrainedDelaunayTriangulation_r(geos.handle(), shape.get())) : geos.empty();
    if (!cut) return std::nullopt;
    std::int64_t missing = std::abs(doubleArea(polygon.outer));
    for (const Ring& hole : polygon.holes) missing -= std::abs(doubleArea(hole));
    std::vector<Triangle> triangles;
    const int count = GEOSGetNumGeometries_r(geos.handle(), cut.get());
    for (int i = 0; i < count; ++i) {
        const Ring corners = geos.cornersOf(GEOSGetGeometryN_r(geos.handle(), cut.get(), i));
        if (corners.size() != 3) continue; // flat
        missing -= doubleArea(corners);
        triangles.push_back({corners[0], corners[1], corners[2]});
    }
    if (missing != 0) return std::nullopt;
    std::sort(triangles.begin(), triangles.end());
    return triangles;
}

}

std::vector<Polygon> unite(const std::vector<Polygon>& parts)
{
    const Geos geos;
    return geos.polygonsOf(geos.united(parts));
}

std::vector<Polygon> subtract(const std::vector<Polygon>& from, const std::vector<Polygon>& what)
{
    return overlay(GEOSDifferencePrec_r, from, what);
}

std::vector<Polygon> intersect(const std::vector<Polygon>& a, const std::vector<Polygon>& b)
{
    return overlay(GEOSIntersectionPrec_r, a, b);
}

std::vector<Polygon> offset(const Polygon& polygon, std::int32_t distance)
{
    const Geos geos;
    const Shape shape = geos.united({polygon});
    Shape grown = geos.own(GEOSBufferWithStyle_r(geos.handle(), shape.get(), distance, 8, GEOSBUF_CAP_FLAT,
                                                 GEOSBUF_JOIN_MITRE, kMitreLimit));
    return geos.polygonsOf(geos.onGrid(geos.repaired(std::move(grown))));
}

Mended mend(const Ring& ring)
{
    Mended mended{unite({Polygon{ring, {}}}), 0.0};
    mended.areaChange = -std::abs(static_cast<double>(doubleArea(ring))) * 0.5e-6;
    for (const Polygon& polygon : mended.polygons) mended.areaChange += area(polygon);
    return mended;
}

std::vector<Triangle> triangulate(const Polygon& polygon)
{
    if (!valid(polygon)) return {};
    if (auto triangles = trianglesOf(polygon)) return *triangles;
    std::vector<Triangle> all;
    for (const Polygon& piece : offset(polygon, -kErosionMm)) {
        const auto triangles = trianglesOf(piece);
        if (!triangles) return {};
        all.insert(all.end(), triangles->begin(), triangles->end());
    }
    std::sort(all.begin(), all.end());
    return all;
}

bool valid(const Polygon& polygon)
{
    const auto usable = [](const Ring& ring) {
        const Box box = boxOf(ring);
        const bool near = box.low.x >= -kFarthestMm && box.low.y >= -kFarthestMm && box.high.x <= kFarthestMm &&
                          box.high.y <= kFarthestMm;
        return near && !selfCrossing(ring);
    };
    if (!usable(polygon.outer) || !std::all_of(polygon.holes.begin(), polygon.holes.end(), usable)) return false;
    if (polygon.holes.empty()) return true;
    const Geos geos;
    const Shape shape = geos.polygonOf(polygon);
    return shape && GEOSisValid_r(geos.handle(), shape.get()) == 1;
}

}
