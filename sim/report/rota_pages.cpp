#include "sim/picture/text.hpp"
#include "sim/report/page.hpp"
#include "sim/report/posts_report.hpp"

#include <algorithm>

namespace stairwise {
namespace {

// Points of paper.
constexpr double kEdge = 41.0;
constexpr double kTop = 66.0;
constexpr double kHead = 34.0;
constexpr double kRow = 18.0;
constexpr double kWeek = 52.0;
constexpr double kWidest = 170.0; // of a column
constexpr double kSize = 9.0;
constexpr std::size_t kRows = 25;   // weeks a page
constexpr std::size_t kColumns = 7; // posts a page: a name of five characters and more has room

struct Part {
    std::size_t first = 0;
    std::size_t end = 0;
};
std::vector<Part> partsOf(std::size_t count, std::size_t most)
{
    std::vector<Part> parts;
    for (std::size_t first = 0; first < count; first += most) parts.push_back({first, std::min(first + most, count)});
    return parts;
}

double columnWidth(const Part& posts)
{
    return std::min((kA4Across.x - 2.0 * kEdge - kWeek) / static_cast<double>(posts.end - posts.first), kWidest);
}

double columnAt(const Part& posts, std::size_t post)
{
    return kEdge + kWeek + columnWidth(posts) * static_cast<double>(post - posts.first);
}

void addHead(Page& page, const PostsReport& report, const Part& posts, Language language)
{
    const double wide = kA4Across.x - 2.0 * kEdge;
    page.text({kEdge, 36.0}, say({"posts.rota.title", {report.school.name}}, language),
              {15.0, kPageInk, Anchor::Left, wide});
    page.text({kEdge, 52.0}, say({"posts.rota.lower", {report.scenario.name, std::to_string(kEngineNumber)}}, language),
              {kSize, kPageSoft, Anchor::Left, wide});
    page.text({kEdge + 4.0, kTop + 20.0}, say("posts.column.week", language),
              {kSize, kPageSoft, Anchor::Left, kWeek - 8.0});
    for (std::size_t p = posts.first; p < posts.end; ++p) {
        auto lines = wrapped(nameOf(report.school, report.duties[p], language), kSize, columnWidth(posts) - 8.0);
        lines.resize(std::min<std::size_t>(lines.size(), 2));
        double y = kTop + (lines.size() > 1 ? 14.0 : 20.0);
        for (const std::string& line : lines) {
            page.text({columnAt(posts, p) + 4.0, y}, line, {kSize, kPageInk, Anchor::Left, columnWidth(posts) - 8.0});
            y += 12.0;
        }
    }
}

Picture pageOf(const PostsReport& report, const Part& weeks, const Part& posts, Language language)
{
    Page page(kA4Across);
    addHead(page, report, posts, language);
    const double right = columnAt(posts, posts.end);
    double y = kTop + kHead;
    for (std::size_t week = weeks.first; week < weeks.end; ++week, y += kRow) {
        if ((week - weeks.first) % 2 == 0) page.box({kEdge, y}, {right - kEdge, kRow}, kPageShade);
        page.text({kEdge + 4.0, y + 12.5}, std::to_string(week + 1), {kSize, kPageSoft, Anchor::Left, kWeek - 8.0});
        for (std::size_t p = posts.first; p < posts.end; ++p)
            page.text({columnAt(posts, p) + 4.0, y + 12.5}, report.rota[week][p],
                      {kSize, kPageInk, Anchor::Left, columnWidth(posts) - 8.0});
    }
    page.line({kEdge, kTop + kHead}, {right, kTop + kHead});
    page.line({kEdge, y}, {right, y});
    for (std::size_t p = posts.first; p < posts.end; ++p)
        page.line({columnAt(posts, p), kTop}, {columnAt(posts, p), y});
    return std::move(page).picture();
}

}

std::vector<Picture> rotaPages(const PostsReport& report, Language language)
{
    std::vector<Picture> pages;
    for (const Part& posts : partsOf(report.duties.size(), kColumns))
        for (const Part& weeks : partsOf(report.rota.size(), kRows))
            pages.push_back(pageOf(report, weeks, posts, language));
    return pages;
}

}
