#pragma once

#include "sim/base/system.hpp"
#include "sim/picture/picture.hpp"
#include "sim/stagger/posts.hpp"
#include "sim/stagger/rota.hpp"
#include "sim/words/words.hpp"

#include <string>
#include <vector>

namespace stairwise {

/// Duty posts and the duty rota on paper.

/// All that there is to tell. What it refers to outlives it.
struct PostsReport {
    const School& school;
    const Scenario& scenario; // without the posts
    const Walkable& walkable;
    const PostsAsk& ask;
    const PostsResult& result;
    std::vector<DutyPost> duties;
    Rota rota; // no weeks: there is nobody for it
};

/// "West stair, third storey"; "Gate".
[[nodiscard]] std::string nameOf(const School& school, const StairPost& post, Language language);
[[nodiscard]] std::string nameOf(const School& school, const DutyPost& post, Language language);

/// For a terminal.
[[nodiscard]] std::string postsText(const PostsReport& report, Language language);
/// docs/files.md says what each key means.
[[nodiscard]] std::string postsJson(const PostsReport& report, Language language);
/// One row a chosen post.
[[nodiscard]] std::string postsCsv(const PostsReport& report, Language language);
/// One row a week and post.
[[nodiscard]] std::string rotaCsv(const PostsReport& report, Language language);
/// A4 across: rows are weeks, columns posts.
[[nodiscard]] std::vector<Picture> rotaPages(const PostsReport& report, Language language);

/// posts.json and posts.csv; with a rota also rota.csv and rota.pdf.
[[nodiscard]] Done writePosts(const PostsReport& report, const Staging& staging, Language language);

}
