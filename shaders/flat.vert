#version 330 core
// Filled areas: metres in, one colour a triangle.
layout(location = 0) in vec2 place;
layout(location = 1) in vec4 colour;
uniform mat4 matrix;
flat out vec4 shade;
void main()
{
    shade = colour;
    gl_Position = matrix * vec4(place, 0.0, 1.0);
}
