#version 330 core
// Lines and discs with soft edges: wide so many pixels and so many metres.
layout(location = 0) in vec2 place;
layout(location = 1) in vec2 outward; // from place to the edge, for a half width of 1
layout(location = 2) in vec2 edge;    // where in the line (across only) or disc: -1 to 1
layout(location = 3) in vec2 extent;  // half width: pixels, metres
layout(location = 4) in vec4 colour;
uniform mat4 matrix;
uniform float pixel; // metres a pixel; in space, at a distance of 1
uniform float scale; // of the display
uniform vec2 size;   // of the view, pixels
flat out vec4 shade;
flat out float reach;
out vec2 across; // pixels from the middle
void main()
{
    float metres = pixel * (matrix * vec4(place, 0.0, 1.0)).w;
    float wanted = extent.x * scale + extent.y / metres;
    reach = max(wanted, 0.5); // thinner than a pixel: a pixel, fainter
    float feathered = reach + 0.5;
    across = edge * feathered;
    shade = vec4(colour.rgb, colour.a * min(1.0, max(wanted / 0.5, 0.25)));
    vec2 step = outward * feathered * metres;
    if (extent.y == 0.0 && feathered * dot(outward, outward) > 0.0) {
        // Lines on a sheet seen aslant stay as wide as on the plan.
        vec2 shown = (matrix * vec4(step, 0.0, 0.0)).xy * 0.5 * size * pixel / metres;
        step *= min(4.0, feathered * length(outward) / max(length(shown), 1e-3));
    }
    gl_Position = matrix * vec4(place + step, 0.0, 1.0);
}
