#include "sim/picture/picture.hpp"

#include "sim/base/xml.hpp"
#include "sim/picture/text.hpp"

#include <cmath>
#include <cstdlib>

namespace stairwise {
namespace {

// Hundredths, whatever the locale; nothing that is not finite gets in.
std::string number(double value)
{
    if (!std::isfinite(value)) return "0";
    const long long hundredths = std::llround(std::fmin(std::fmax(value, -1e12), 1e12) * 100.0);
    const long long size = std::llabs(hundredths);
    std::string text = (hundredths < 0 ? "-" : "") + std::to_string(size / 100);
    if (size % 100 == 0) return text;
    text += '.';
    text += static_cast<char>('0' + size % 100 / 10);
    if (size % 10 != 0) text += static_cast<char>('0' + size % 10);
    return text;
}

std::string paint(const char* attribute, Colour colour)
{
    constexpr char kDigits[] = "0123456789abcdef";
    std::string text = std::string(" ") + attribute + "=\"#";
    for (const std::uint8_t part : {colour.r, colour.g, colour.b}) {
        text += kDigits[part / 16];
        text += kDigits[part % 16];
    }
    text += '"';
    if (colour.a != 255) text += std::string(" ") + attribute + "-opacity=\"" + number(colour.a / 255.0) + '"';
    return text;
}

class SvgWriter {
public:
    explicit SvgWriter(const Picture& picture) : picture_(picture)
    {
        const Vec2 paper = paperSize(picture);
        const std::string width = number(paper.x);
        const std::string height = number(paper.y);
        text_ = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + width + "pt\" height=\"" + height +
                "pt\" viewBox=\"0 0 " + width + ' ' + height +
                "\" font-family=\"Noto Sans CJK SC, Noto Sans SC, Microsoft YaHei, sans-serif\">\n" + "<rect width=\"" +
                width + "\" height=\"" + height + "\" fill=\"#ffffff\"/>\n";
    }

    void operator()(const FillShape& fill)
    {
        std::string path;
        for (const auto& ring : fill.rings) path += pathOf(ring) + 'Z';
        if (!path.empty())
            text_ += "<path" + paint("fill", fill.colour) + " fill-rule=\"evenodd\" d=\"" + path + "\"/>\n";
    }
    void operator()(const LineShape& line)
    {
        if (line.points.empty()) return;
        text_ += "<path fill=\"none\"" + paint("stroke", line.colour) + " stroke-width=\"" + number(line.width) +
                 "\" stroke-linecap=\"round\" stroke-linejoin=\"round\" d=\"" + pathOf(line.points) +
                 (line.closed ? "Z" : "") + "\"/>\n";
    }
    void operator()(const DiscShape& disc)
    {
        text_ += "<circle cx=\"" + x(disc.centre) + "\" cy=\"" + y(disc.centre) + "\" r=\"" +
                 number(disc.radius * picture_.pointsPerMetre) + '"' + paint("fill", disc.colour) + "/>\n";
    }
    void operator()(const TextShape& shape)
    {
        const FittedText fitted = fit(shape.text, shape.size, shape.widest,
                                      [](const std::string& text, double size) { return roughWidth(text, size); });
        if (fitted.text.empty()) return;
        constexpr const char* kAnchors[] = {"start", "middle", "end"};
        text_ += "<text x=\"" + x(shape.at) + "\" y=\"" + y(shape.at) + "\" font-size=\"" + number(fitted.size) +
                 "\" text-anchor=\"" + kAnchors[static_cast<std::size_t>(shape.anchor)] + '"' +
                 paint("fill", shape.colour) + '>' + xmlText(fitted.text) + "</text>\n";
    }
    [[nodiscard]] std::string finished() const { return text_ + "</svg>\n"; }

private:
    [[nodiscard]] std::string x(Vec2 at) const { return number((at.x - picture_.low.x) * picture_.pointsPerMetre); }
    [[nodiscard]] std::string y(Vec2 at) const { return number((picture_.high.y - at.y) * picture_.pointsPerMetre); }
    [[nodiscard]] std::string pathOf(const std::vector<Vec2>& points) const
    {
        std::string path;
        for (const Vec2 point : points) path += (path.empty() ? "M" : "L") + x(point) + ' ' + y(point);
        return path;
    }

    const Picture& picture_;
    std::string text_;
};

}

Vec2 paperSize(const Picture& picture)
{
    return (picture.high - picture.low) * picture.pointsPerMetre;
}

std::string toSvg(const Picture& picture)
{
    SvgWriter writer(picture);
    for (const Shape& shape : picture.shapes) std::visit(writer, shape);
    return writer.finished();
}

}
