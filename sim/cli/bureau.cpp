#include "sim/cli/bureau.hpp"
#include "sim/base/system.hpp"
#include "sim/cli/days.hpp"
#include "sim/record/bureau_lists.hpp"
#include "sim/record/form.hpp"
#include "sim/report/bureau_report.hpp"
#include "sim/report/paper.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <cstdio>
#include <utility>

namespace stairwise {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostTable = 16U << 20U; // bytes

bool isFiling(const fs::path& file)
{
    const auto ending = file.extension();
    return (ending == ".drill" || ending == ".xlsx") && !file.filename().string().starts_with('.');
}

/// Files as they are; of folders all packages and forms in them, earlier versions of a drill before later ones.
std::vector<fs::path> packagesIn(const std::vector<std::string>& paths)
{
    std::vector<fs::path> files;
    for (const std::string& path : paths) {
        std::error_code error;
        if (!fs::is_directory(path, error)) {
            files.emplace_back(path);
            continue;
        }
        std::vector<fs::path> inside;
        for (const auto& entry : fs::directory_iterator(path, error))
            if (isFiling(entry.path())) inside.push_back(entry.path());
        std::ranges::sort(inside, {}, [](const fs::path& file) {
            const std::string name = file.filename().string();
            return std::pair(name.size(), name); // …_v2 before …_v10
        });
        files.insert(files.end(), inside.begin(), inside.end());
    }
    return files;
}

int worst(std::span<const Receipt> receipts)
{
    int code = kGood;
    for (const Receipt& receipt : receipts) {
        if (receipt.verdict == Receiving::Refused) code = kBadInput;
        if (receipt.verdict == Receiving::SentBack) code = std::max(code, kFindings);
    }
    return code;
}

Done writeReceipts(std::span<const Receipt> receipts, const std::string& folder, const Shell& shell)
{
    auto staging = Staging::open(folder);
    if (!staging) return staging.fault();
    const Writing paper = receiptsWriting(receipts, shell.language);
    if (!paper.parts.empty())
        if (auto done = staging.value().write("receipts.pdf", pdfOf(paper, shell.language)); !done) return done;
    if (auto done = staging.value().write("receipts.json", receiptsJson(receipts, shell.language)); !done) return done;
    return staging.value().commit();
}

int receiveAsked(const BureauAsked& asked, const Shell& shell)
{
    const auto now = dayAsked(asked.today, "--today");
    if (!now) return refuse(now.fault(), shell);
    auto archive = Archive::open(asked.archive, Opening::Existing);
    if (!archive) return refuse(archive.fault(), shell);
    std::vector<Receipt> receipts;
    for (const fs::path& file : packagesIn(asked.paths)) {
        const auto bytes = readFile(file, kLargestPackage);
        Receipt unread;
        unread.file = file.string();
        unread.received = now.value();
        if (!bytes) unread.fault = bytes.fault();
        const auto take = file.extension() == ".xlsx" ? receiveForm : receive;
        auto receipt = bytes ? take(archive.value(), bytes.value(), file.string(), now.value())
                             : Result<Receipt>(std::move(unread));
        if (!receipt) return refuse(receipt.fault(), shell); // the archive fails: the rest would as well
        if (!asked.json) {
            FILE* stream = receipt.value().fault ? stderr : stdout;
            std::fprintf(stream, "%s", receiptText(receipt.value(), shell.language).c_str());
        }
        receipts.push_back(std::move(receipt).value());
    }
    if (asked.json) std::printf("%s", receiptsJson(receipts, shell.language).c_str());
    if (!asked.out.empty())
        if (const Done written = writeReceipts(receipts, asked.out, shell); !written)
            return refuse(written.fault(), shell);
    return worst(receipts);
}

int enrolAsked(const BureauAsked& asked, const Shell& shell)
{
    const auto text = readFile(asked.paths.front(), kMostTable);
    if (!text) return refuse(text.fault(), shell);
    const auto schools = schoolsFrom(text.value(), asked.paths.front());
    if (!schools) return refuse(schools.fault(), shell);
    auto archive = Archive::open(asked.archive, Opening::CreateIfMissing);
    if (!archive) return refuse(archive.fault(), shell);
    const auto count = enrol(archive.value(), schools.value());
    if (!count) return refuse(count.fault(), shell);
    std::printf("%s\n", say({"bureau.enrolled", {std::to_string(count.value())}}, shell.language).c_str());
    return kGood;
}

int decideAsked(const BureauAsked& asked, FilingState state, const Shell& shell)
{
    if (state == FilingState::SentBack && asked.reason.empty())
        return refuse({"", "--reason", {"bureau.no_reason", {}}, {"bureau.no_reason.mend", {}}}, shell);
    auto archive = Archive::open(asked.archive, Opening::Existing);
    if (!archive) return refuse(archive.fault(), shell);
    const Done decided = decide(archive.value(), {asked.school, asked.drill, state, asked.who, asked.reason});
    if (!decided) return refuse(decided.fault(), shell);
    std::printf("%s\n", say({"bureau.decided", {asked.school, asked.drill}}, shell.language).c_str());
    return kGood;
}

Result<ListAsk> listAskOf(const BureauAsked& asked)
{
    constexpr std::pair<const char*, Shown> kShown[] = {{"all", Shown::All},
                                                        {"filed", Shown::Filed},
                                                        {"late", Shown::Late},
                                                        {"not-filed", Shown::NotFiled},
                                                        {"sent-back", Shown::SentBack}};
    const auto from = dayAsked(asked.from, "--from");
    if (!from) return from.fault();
    const auto to = dayAsked(asked.to, "--to");
    if (!to) return to.fault();
    ListAsk ask{from.value(), to.value(), today(), Shown::All, asked.county};
    for (const auto& [name, shown] : kShown)
        if (asked.shown == name) ask.shown = shown;
    return ask;
}

int listAsked(const BureauAsked& asked, const Shell& shell)
{
    const auto ask = listAskOf(asked);
    if (!ask) return refuse(ask.fault(), shell);
    auto archive = Archive::open(asked.archive, Opening::Existing);
    if (!archive) return refuse(archive.fault(), shell);
    const auto lines = schoolList(archive.value(), ask.value());
    if (!lines) return refuse(lines.fault(), shell);
    if (!asked.pdf.empty()) {
        const std::string pdf = pdfOf(schoolListWriting(lines.value(), ask.value(), shell.language), shell.language);
        if (const Done written = writeFile(asked.pdf, pdf); !written) return refuse(written.fault(), shell);
    }
    const std::string text = asked.json    ? schoolListJson(lines.value())
                             : asked.asCsv ? schoolListCsv(lines.value(), shell.language)
                                           : schoolListText(lines.value(), shell.language);
    std::printf("%s", text.c_str());
    return kGood;
}

Done writeFigures(const std::vector<BureauFigures>& figures, RateRule rate, const BureauAsked& asked,
                  const Shell& shell)
{
    auto folder = Staging::open(asked.out);
    if (!folder) return folder.fault();
    const std::string name = "figures_" + std::to_string(asked.year);
    const auto workbook = formatXlsx(figuresWorkbook(figures, rate, asked.year, shell.language), name + ".xlsx");
    if (!workbook) return workbook.fault();
    const Writing paper = figuresWriting(figures, rate, asked.year, shell.language);
    const std::pair<const char*, std::string> files[] = {{".pdf", pdfOf(paper, shell.language)},
                                                         {".csv", figuresCsv(figures, rate, shell.language)},
                                                         {".xlsx", workbook.value()}};
    for (const auto& [ending, bytes] : files)
        if (auto written = folder.value().write(name + ending, bytes); !written) return written;
    return folder.value().commit();
}

int figuresAsked(const BureauAsked& asked, const Shell& shell)
{
    auto archive = Archive::open(asked.archive, Opening::Existing);
    if (!archive) return refuse(archive.fault(), shell);
    const auto rule = ruleOf(archive.value());
    if (!rule) return refuse(rule.fault(), shell);
    const auto figures = figuresFor(archive.value(), {asked.year, 1, 1}, {asked.year, 12, 31});
    if (!figures) return refuse(figures.fault(), shell);
    const RateRule rate = rule.value().rate;
    const std::string text = asked.json    ? figuresJson(figures.value(), rate)
                             : asked.asCsv ? figuresCsv(figures.value(), rate, shell.language)
                                           : figuresText(figures.value(), rate, shell.language);
    if (!asked.out.empty())
        if (const Done written = writeFigures(figures.value(), rate, asked, shell); !written)
            return refuse(written.fault(), shell);
    std::printf("%s", text.c_str());
    return kGood;
}

int formAsked(const BureauAsked& asked, const Shell& shell)
{
    const auto form = formatXlsx(filingForm(shell.language), asked.out);
    if (!form) return refuse(form.fault(), shell);
    if (const Done written = writeFile(asked.out, form.value()); !written) return refuse(written.fault(), shell);
    std::printf("%s\n", say({"form.written", {asked.out}}, shell.language).c_str());
    return kGood;
}

int historyAsked(const BureauAsked& asked, const Shell& shell)
{
    auto archive = Archive::open(asked.archive, Opening::Existing);
    if (!archive) return refuse(archive.fault(), shell);
    const auto lines = filingsOf(archive.value(), asked.school);
    if (!lines) return refuse(lines.fault(), shell);
    for (const FilingLine& filing : lines.value()) {
        std::printf("%s\n",
                    say({"bureau.filing",
                         {filing.drill, std::to_string(filing.version), filing.date, filing.received, filing.sha256}},
                        shell.language)
                        .c_str());
        for (const FilingStep& step : filing.steps)
            std::printf("  %s %s %s %s\n", step.saved.c_str(), shell.text(stateKey(step.state)).c_str(),
                        step.who.c_str(), step.reasons.c_str());
    }
    return kGood;
}

}

int bureauAct(const std::string& what, const BureauAsked& asked, const Shell& shell)
{
    if (what == "receive") return receiveAsked(asked, shell);
    if (what == "verify") return verifyAsked(asked, shell);
    if (what == "enrol") return enrolAsked(asked, shell);
    if (what == "accept") return decideAsked(asked, FilingState::Accepted, shell);
    if (what == "send-back") return decideAsked(asked, FilingState::SentBack, shell);
    if (what == "list") return listAsked(asked, shell);
    if (what == "figures") return figuresAsked(asked, shell);
    if (what == "form") return formAsked(asked, shell);
    if (what == "assess") return assessAsked(asked, shell);
    return historyAsked(asked, shell);
}

}
