#pragma once

#include "sim/base/json_read.hpp"
#include "sim/base/json_write.hpp"
#include "sim/geometry/point.hpp"

namespace stairwise {

/// Places and shapes in files: Point [x, y], Segment [[x, y], [x, y]], Ring [[x, y], …], whole millimetres.
void readPoint(const JsonPlace& at, Point& out);
void readSegment(const JsonPlace& at, Segment& out); // two points apart
/// A simple ring with an area, turned counter-clockwise if it runs the other way.
void readRing(const JsonPlace& at, Ring& out);
void readHole(const JsonPlace& at, Ring& out); // turned clockwise
/// A polygon over the members "polygon" and "holes" of an object; the holes lie inside.
void readPolygon(JsonObject& object, Polygon& out);

void write(JsonWriter& writer, Point point);
void write(JsonWriter& writer, const Segment& segment);
void write(JsonWriter& writer, const Ring& ring);
void writePolygon(JsonWriter& writer, const Polygon& polygon); // as two members

}
