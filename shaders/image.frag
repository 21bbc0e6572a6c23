#version 330 core
in vec2 at;
uniform sampler2D picture;
uniform float fade;
out vec4 result;
void main()
{
    vec4 colour = texture(picture, at);
    result = vec4(colour.rgb, colour.a * fade);
}
