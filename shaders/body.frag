#version 330 core
flat in vec4 shade;
flat in vec2 shape;
in vec2 offset;
out vec4 result;
void main()
{
    float radius = shape.x;
    float inside = radius - length(vec2(offset.x, max(abs(offset.y) - shape.y, 0.0)));
    // The darker rim keeps neighbours of one colour apart; dots are too small for it.
    float rim = max(1.0, 0.2 * radius);
    float dark = smoothstep(1.5, 4.0, radius) * (1.0 - clamp(inside - rim + 0.5, 0.0, 1.0));
    result = vec4(shade.rgb * (1.0 - 0.45 * dark), shade.a * clamp(inside + 0.5, 0.0, 1.0));
}
