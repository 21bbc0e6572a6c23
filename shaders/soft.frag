#version 330 core
flat in vec4 shade;
flat in float reach;
in vec2 across;
uniform float fade;
out vec4 result;
void main()
{
    float cover = clamp(reach + 0.5 - length(across), 0.0, 1.0);
    result = vec4(shade.rgb, shade.a * cover * fade);
}
