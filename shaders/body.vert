#version 330 core
// People: a disc, or upright in space a capsule. All in pixels of the view.
layout(location = 0) in vec2 place;
layout(location = 1) in vec2 within; // from the middle
layout(location = 2) in vec2 extent; // radius, half the length of the straight part
layout(location = 3) in vec4 colour;
uniform vec2 size; // of the view
flat out vec4 shade;
flat out vec2 shape;
out vec2 offset;
void main()
{
    shade = colour;
    shape = extent;
    offset = within;
    gl_Position = vec4(place.x / size.x * 2.0 - 1.0, 1.0 - place.y / size.y * 2.0, 0.0, 1.0);
}
