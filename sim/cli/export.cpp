#include "sim/cli/shell.hpp"
#include "sim/trace/trace_file.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <cstdio>

namespace stairwise {
namespace {

struct Asked {
    std::string trace;
    std::string out;
};

int exportAsked(const Asked& asked, const Shell& shell)
{
    const auto trace = TraceReader::open(asked.trace);
    if (!trace) return refuse(trace.fault(), shell);
    if (const Done written = exportText(trace.value(), asked.out); !written) return refuse(written.fault(), shell);
    const Message told{trace.value().complete() ? std::string_view("cli.export.done")
                                                : std::string_view("cli.export.cut"),
                       {asked.out, fmt::format("{}", trace.value().frames())}};
    std::printf("%s\n", say(told, shell.language).c_str());
    return trace.value().complete() ? kGood : kFindings;
}

}

Run exportCommand(CLI::App& app, const Shell& shell)
{
    auto asked = std::make_shared<Asked>();
    app.add_option("trace", asked->trace, shell.text("cli.option.trace"))->required();
    app.add_option("--out", asked->out, shell.text("cli.option.text_out"))->required();
    return [asked, &shell] { return exportAsked(*asked, shell); };
}

}
