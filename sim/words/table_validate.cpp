#include "sim/words/tables.hpp"

namespace stairwise {

/// What frames the trials: verdicts, headings, the page.
std::span<const Word> validateWords()
{
    static constexpr Word kWords[] = {
        {"validate.asked", "asked", "要求"},
        {"validate.count", "{0} passed, {1} failed, {2} imposed, {3} shown without a band, {4} left out",
         "通过 {0} 项，未通过 {1} 项，强制满足 {2} 项，仅列出结果 {3} 项，未做 {4} 项"},
        {"validate.got", "got", "结果"},
        {"validate.verdict.fail", "fail", "未通过"},
        {"validate.verdict.imposed", "imposed", "强制满足"},
        {"validate.verdict.left_out", "left out", "未做"},
        {"validate.verdict.pass", "pass", "通过"},
        {"validate.verdict.shown", "shown", "仅列出"},
    };
    return kWords;
}

}
