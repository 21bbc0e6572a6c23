#version 330 core
// Pictures of paper plans, and heat.
layout(location = 0) in vec2 place;
layout(location = 1) in vec2 texel;
uniform mat4 matrix;
out vec2 at;
void main()
{
    at = texel;
    gl_Position = matrix * vec4(place, 0.0, 1.0);
}
