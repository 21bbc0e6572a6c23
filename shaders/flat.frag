#version 330 core
flat in vec4 shade;
uniform float fade;
out vec4 result;
void main()
{
    result = vec4(shade.rgb, shade.a * fade);
}
