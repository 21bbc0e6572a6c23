#include "sim/picture/picture.hpp"

#include "sim/picture/text.hpp"

#include <cairo/cairo-ft.h>
#include <cairo/cairo-pdf.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-font.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>
#include <numbers>

namespace stairwise {
namespace {

constexpr double kMostPixels = 16'000.0; // a side; cairo ends at 32,767

template <auto release> struct Release {
    template <class T> void operator()(T* held) const { release(held); }
};
using Surface = std::unique_ptr<cairo_surface_t, Release<cairo_surface_destroy>>;
using Context = std::unique_ptr<cairo_t, Release<cairo_destroy>>;
using Layout = std::unique_ptr<PangoLayout, Release<g_object_unref>>;
using Face = std::unique_ptr<cairo_font_face_t, Release<cairo_font_face_destroy>>;
using Font = std::unique_ptr<PangoFontDescription, Release<pango_font_description_free>>;

// Greys only and no hinting, so that letters look the same wherever they stand.
Layout plainLayout(cairo_t* context)
{
    Layout layout(pango_cairo_create_layout(context));
    std::unique_ptr<cairo_font_options_t, Release<cairo_font_options_destroy>> options(cairo_font_options_create());
    cairo_font_options_set_antialias(options.get(), CAIRO_ANTIALIAS_GRAY);
    cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
    PangoContext* pango = pango_layout_get_context(layout.get());
    pango_cairo_context_set_font_options(pango, options.get());
    pango_context_set_language(pango, pango_language_from_string("zh-Hans"));
    pango_layout_set_single_paragraph_mode(layout.get(), TRUE);
    return layout;
}

/// Text of a PDF. cairo 1.16 loses its way in the subroutines of fonts like Noto Sans CJK: it leaves out some that are
/// needed, and a letter here and there stays blank. A face that is called synthesized is embedded by its outlines,
/// which is whole and small; text stays text.
class PdfText {
public:
    /// At the current point, on its baseline.
    void show(cairo_t* context, PangoLayout* layout)
    {
        Vec2 at;
        cairo_get_current_point(context, &at.x, &at.y);
        const std::unique_ptr<PangoLayoutIter, Release<pango_layout_iter_free>> each(pango_layout_get_iter(layout));
        do {
            PangoGlyphItem* run = pango_layout_iter_get_run_readonly(each.get());
            if (run == nullptr) continue;
            if (!showRun(context, pango_layout_get_text(layout), *run, at)) {
                cairo_move_to(context, at.x, at.y);
                pango_cairo_show_glyph_item(context, pango_layout_get_text(layout), run);
            }
            at.x += pango_glyph_string_get_width(run->glyphs) / static_cast<double>(PANGO_SCALE);
        } while (pango_layout_iter_next_run(each.get()) != FALSE);
    }

private:
    // False: in the file of the font something is missing, or the text runs to the left; pango knows what to do.
    bool showRun(cairo_t* context, const char* text, const PangoGlyphItem& run, Vec2 at)
    {
        if (run.item->analysis.level % 2 != 0) return false;
        std::vector<cairo_glyph_t> glyphs;
        std::vector<cairo_text_cluster_t> clusters;
        for (int i = 0; i < run.glyphs->num_glyphs; ++i) {
            const PangoGlyphInfo& glyph = run.glyphs->glyphs[i];
            if ((glyph.glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0) return false;
            const int begin = run.glyphs->log_clusters[i];
            const bool last = i + 1 == run.glyphs->num_glyphs;
            const int end = last ? run.item->length : run.glyphs->log_clusters[i + 1];
            const bool drawn = glyph.glyph != PANGO_GLYPH_EMPTY;
            const auto points = [](int units) { return units / static_cast<double>(PANGO_SCALE); };
            if (drawn)
                glyphs.push_back(
                    {glyph.glyph, at.x + points(glyph.geometry.x_offset), at.y + points(glyph.geometry.y_offset)});
            if (i == 0 || begin != run.glyphs->log_clusters[i - 1]) clusters.push_back({0, 0});
            clusters.back().num_glyphs += drawn ? 1 : 0;
            clusters.back().num_bytes += end - begin;
            at.x += points(glyph.geometry.width);
        }
        if (!useFace(context, run.item->analysis.font)) return false;
        cairo_show_text_glyphs(context, text + run.item->offset, run.item->length, glyphs.data(),
                               static_cast<int>(glyphs.size()), clusters.data(), static_cast<int>(clusters.size()),
                               cairo_text_cluster_flags_t{});
        return true;
    }

    bool useFace(cairo_t* context, PangoFont* font)
    {
        constexpr unsigned kSynthesized = 1U << 16; // neither bold nor oblique: the outlines are the font's own
        cairo_scaled_font_t* scaled = pango_cairo_font_get_scaled_font(PANGO_CAIRO_FONT(font));
        if (!PANGO_IS_FC_FONT(font) || scaled == nullptr) return false;
        FcPattern* pattern = pango_fc_font_get_pattern(PANGO_FC_FONT(font));
        FcChar8* file = nullptr;
        int index = 0;
        if (FcPatternGetString(pattern, FC_FILE, 0, &file) != FcResultMatch) return false;
        FcPatternGetInteger(pattern, FC_INDEX, 0, &index);
        Face& face = faces_[{reinterpret_cast<const char*>(file), index}];
        if (!face) {
            const std::unique_ptr<FcPattern, Release<FcPatternDestroy>> plain(FcPatternCreate());
            FcPatternAddString(plain.get(), FC_FILE, file);
            FcPatternAddInteger(plain.get(), FC_INDEX, index);
            face.reset(cairo_ft_font_face_create_for_pattern(plain.get()));
            cairo_ft_font_face_set_synthesize(face.get(), kSynthesized);
        }
        cairo_matrix_t size;
        cairo_scaled_font_get_font_matrix(scaled, &size);
        const std::unique_ptr<cairo_font_options_t, Release<cairo_font_options_destroy>> options(
            cairo_font_options_create());
        cairo_scaled_font_get_font_options(scaled, options.get());
        cairo_set_font_face(context, face.get());
        cairo_set_font_matrix(context, &size);
        cairo_set_font_options(context, options.get());
        return true;
    }

    std::map<std::pair<std::string, int>, Face> faces_; // one of a file: each is embedded apart
};

// Works in points of paper, y down; for pixels the context is scaled.
class Painter {
public:
    /// `pdf`: of a PDF that is painted; null: of something else.
    Painter(const Picture& picture, cairo_t* context, PdfText* pdf)
        : picture_(picture), context_(context), pdf_(pdf), layout_(plainLayout(context)),
          font_(pango_font_description_from_string("Noto Sans CJK SC, Noto Sans SC, Microsoft YaHei, sans-serif"))
    {
    }

    void operator()(const FillShape& fill)
    {
        for (const auto& ring : fill.rings) {
            trace(ring);
            cairo_close_path(context_);
        }
        cairo_set_fill_rule(context_, CAIRO_FILL_RULE_EVEN_ODD);
        use(fill.colour);
        cairo_fill(context_);
    }
    void operator()(const LineShape& line)
    {
        trace(line.points);
        if (line.closed) cairo_close_path(context_);
        cairo_set_line_width(context_, line.width);
        cairo_set_line_cap(context_, CAIRO_LINE_CAP_ROUND);
        cairo_set_line_join(context_, CAIRO_LINE_JOIN_ROUND);
        use(line.colour);
        cairo_stroke(context_);
    }
    void operator()(const DiscShape& disc)
    {
        const Vec2 centre = onPaper(disc.centre);
        cairo_new_path(context_); // else PDF readers show a hairline from the last text to here
        cairo_arc(context_, centre.x, centre.y, disc.radius * picture_.pointsPerMetre, 0.0, 2.0 * std::numbers::pi);
        use(disc.colour);
        cairo_fill(context_);
    }
    void operator()(const TextShape& shape)
    {
        const FittedText fitted = fit(shape.text, shape.size, shape.widest,
                                      [this](const std::string& text, double size) { return measured(text, size); });
        if (fitted.text.empty()) return;
        const double width = measured(fitted.text, fitted.size);
        const Vec2 at = onPaper(shape.at);
        const double shift = shape.anchor == Anchor::Left ? 0.0 : shape.anchor == Anchor::Centre ? 0.5 : 1.0;
        const double baseline = pango_layout_get_baseline(layout_.get()) / static_cast<double>(PANGO_SCALE);
        use(shape.colour);
        cairo_move_to(context_, at.x - shift * width, pdf_ != nullptr ? at.y : at.y - baseline);
        if (pdf_ != nullptr)
            pdf_->show(context_, layout_.get());
        else
            pango_cairo_show_layout(context_, layout_.get());
    }

private:
    [[nodiscard]] Vec2 onPaper(Vec2 point) const
    {
        return {(point.x - picture_.low.x) * picture_.pointsPerMetre,
                (picture_.high.y - point.y) * picture_.pointsPerMetre};
    }
    void trace(const std::vector<Vec2>& points)
    {
        cairo_new_sub_path(context_);
        for (const Vec2 point : points) {
            const Vec2 at = onPaper(point);
            cairo_line_to(context_, at.x, at.y);
        }
    }
    void use(Colour colour)
    {
        cairo_set_source_rgba(context_, colour.r / 255.0, colour.g / 255.0, colour.b / 255.0, colour.a / 255.0);
    }
    double measured(const std::string& text, double size)
    {
        pango_font_description_set_absolute_size(font_.get(), size * PANGO_SCALE);
        pango_layout_set_font_description(layout_.get(), font_.get());
        pango_layout_set_text(layout_.get(), text.data(), static_cast<int>(text.size()));
        int width = 0;
        pango_layout_get_size(layout_.get(), &width, nullptr);
        return width / static_cast<double>(PANGO_SCALE);
    }

    const Picture& picture_;
    cairo_t* context_;
    PdfText* pdf_;
    Layout layout_;
    Font font_;
};

cairo_status_t take(void* bytes, const unsigned char* data, unsigned length)
{
    static_cast<std::string*>(bytes)->append(reinterpret_cast<const char*>(data), length);
    return CAIRO_STATUS_SUCCESS;
}

}

std::string toPng(const Picture& picture, double pixelsPerPoint)
{
    const Vec2 paper = paperSize(picture);
    const double longest = std::max({paper.x, paper.y, 1.0});
    const double scale = std::min(pixelsPerPoint, kMostPixels / longest);
    const auto pixels = [&](double points) { return std::max(1, static_cast<int>(std::ceil(points * scale))); };
    const Surface surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, pixels(paper.x), pixels(paper.y)));
    const Context context(cairo_create(surface.get()));
    cairo_set_source_rgb(context.get(), 1.0, 1.0, 1.0);
    cairo_paint(context.get());
    cairo_scale(context.get(), scale, scale);
    Painter painter(picture, context.get(), nullptr);
    for (const Shape& shape : picture.shapes) std::visit(painter, shape);
    std::string bytes;
    cairo_surface_write_to_png_stream(surface.get(), take, &bytes);
    return bytes;
}

std::string toPdf(std::span<const Picture> pages, const std::string& title)
{
    std::string bytes;
    PdfText text;
    {
        const Surface surface(cairo_pdf_surface_create_for_stream(take, &bytes, 1.0, 1.0));
        cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_TITLE, title.c_str());
        // No date of making: equal pages are equal bytes.
        cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_CREATE_DATE, "");
        for (const Picture& page : pages) {
            const Vec2 paper = paperSize(page);
            cairo_pdf_surface_set_size(surface.get(), paper.x, paper.y);
            const Context context(cairo_create(surface.get()));
            Painter painter(page, context.get(), &text);
            for (const Shape& shape : page.shapes) std::visit(painter, shape);
            cairo_show_page(context.get());
        }
        cairo_surface_finish(surface.get());
    }
    return bytes;
}

}
