#include "sim/words/tables.hpp"

namespace stairwise {

/// What frames the trials: verdicts, headings, the page.
std::span<const Word> validateWords()
{
    static constexpr Word kWords[] = {
        {"validate.asked", "asked", "要求"},
        {"validate.count", "{0} passed, {1} failed, {2} imposed, {3} shown without a band, {4} left out",
         "通过 {0} 项，未通过 {1} 项，强制满足 {2} 项，仅列出结果 {3} 项，未做 {4} 项"},
        {"validate.failed", "Failed: {0}", "未通过：{0}"},
        {"validate.got", "got", "结果"},
        {"validate.how",
         "Engine {0}, default parameters throughout; seeds wherever chance plays a part: {1}. Figures are medians; in "
         "brackets "
         "what 10 to 90 % of the seeds gave.",
         "引擎版本 {0}，全部使用默认参数；凡有随机性的试验，随机种子数：{1}。所列数值为中位数，括号内为 10%～90% "
         "种子的结果。"},
        {"validate.page", "Stairwise: validation, page {0} of {1}", "阶序：模型验证，第 {0} 页，共 {1} 页"},
        {"validate.source", "Source: {0}", "来源：{0}"},
        {"validate.title", "Stairwise: validation of the walking model", "阶序：行走模型验证"},
        {"validate.trial", "trial", "试验"},
        {"validate.verdict", "verdict", "判定"},
        {"validate.verdict.fail", "fail", "未通过"},
        {"validate.verdict.imposed", "imposed", "强制满足"},
        {"validate.verdict.left_out", "left out", "未做"},
        {"validate.verdict.pass", "pass", "通过"},
        {"validate.verdict.shown", "shown", "仅列出"},
    };
    return kWords;
}

}
