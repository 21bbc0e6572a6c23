#include "sim/report/validation_html.hpp"

#include "sim/base/xml.hpp"
#include "sim/report/plot.hpp"

#include <algorithm>

namespace stairwise {
namespace {

constexpr std::string_view kStyle = R"(
body{font:15px/1.5 "Noto Sans CJK SC","Noto Sans SC","Microsoft YaHei",sans-serif;color:#141414;max-width:70rem;margin:2rem auto;padding:0 1rem}
table{border-collapse:collapse;width:100%}
th,td{text-align:left;vertical-align:top;padding:.35rem .6rem;border-bottom:1px solid #bebebe}
th{background:#eee}
td.pass{background:#d6ecd6}
td.fail{background:#a01e1e;color:#fff;font-weight:bold}
td.imposed{background:#fae1a0}
td.left_out{background:#e4e4e4}
td:first-child{white-space:nowrap}
section{border-top:1px solid #bebebe;margin-top:2rem}
ul{columns:2;padding-left:1.2rem}
.plots{display:flex;flex-wrap:wrap;gap:1rem}
.plots svg{width:30rem;height:auto}
.source{color:#6e6e6e;font-size:.85em}
@media print{tr,section{break-inside:avoid}}
)";

class Page {
public:
    explicit Page(Language language) : language_(language) {}
    void head()
    {
        const bool chinese = language_ == Language::Chinese;
        text_ +=
            std::string("<!doctype html>\n<html lang=\"") + (chinese ? "zh-Hans" : "en") +
            "\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n<title>" +
            words({"validate.title", {}}) + "</title>\n<style>" + std::string(kStyle) +
            "</style>\n</head>\n<body>\n<h1>" + words({"validate.title", {}}) + "</h1>\n";
    }
    void paragraph(const Message& message) { text_ += "<p>" + words(message) + "</p>\n"; }
    void table(std::span<const Tried> trials)
    {
        text_ += "<table>\n<thead><tr>";
        for (const Message& column : {Message{"validate.verdict", {}}, Message{"validate.trial", {}},
                                      Message{"validate.asked", {}}, Message{"validate.got", {}}})
            text_ += "<th>" + words(column) + "</th>";
        text_ += "</tr></thead>\n<tbody>\n";
        for (std::size_t i = 0; i < trials.size(); ++i) row(trials[i], i);
        text_ += "</tbody>\n</table>\n";
    }
    void section(const Tried& trial, std::size_t index)
    {
        if (!shown(trial)) return;
        text_ += "<section id=\"t" + std::to_string(index) + "\">\n<h2>" + xmlText(trial.id) + " " + words(trial.name) +
                 "</h2>\n<p>" + words({verdictKey(trial.outcome.verdict), {}}) +
                 (language_ == Language::Chinese ? "：" : ": ") + words(trial.outcome.got) +
                 "</p>\n<p class=\"source\">" + words({"validate.source", {trial.source}}) +
                 "</p>\n<div class=\"plots\">\n";
        for (const Plot& plot : trial.outcome.plots) text_ += toSvg(plotPicture(plot, language_));
        text_ += "</div>\n";
        if (!trial.outcome.details.empty()) text_ += "<ul>\n";
        for (const Message& detail : trial.outcome.details) text_ += "<li>" + words(detail) + "</li>\n";
        if (!trial.outcome.details.empty()) text_ += "</ul>\n";
        text_ += "</section>\n";
    }
    [[nodiscard]] std::string finished() const { return text_ + "</body>\n</html>\n"; }

private:
    [[nodiscard]] std::string words(const Message& message) const { return xmlText(say(message, language_)); }
    static bool shown(const Tried& trial) { return !trial.outcome.plots.empty() || !trial.outcome.details.empty(); }
    void row(const Tried& trial, std::size_t index)
    {
        const std::string_view key = verdictKey(trial.outcome.verdict);
        const std::string kind(key.substr(key.rfind('.') + 1));
        std::string id = xmlText(trial.id);
        if (shown(trial)) id = "<a href=\"#t" + std::to_string(index) + "\">" + id + "</a>";
        text_ += "<tr><td class=\"" + kind + "\">" + words({key, {}}) + "</td><td>" + id + "<br>" + words(trial.name) +
                 "</td><td>" + words(trial.asked) + "</td><td>" + words(trial.outcome.got) + "</td></tr>\n";
    }

    Language language_;
    std::string text_;
};

}

std::string validationHtml(std::span<const Tried> trials, const ValidationHead& head, Language language)
{
    Page page(language);
    page.head();
    for (const Message& line : introOf(trials, head)) page.paragraph(line);
    page.table(trials);
    for (std::size_t i = 0; i < trials.size(); ++i) page.section(trials[i], i);
    return page.finished();
}

}
