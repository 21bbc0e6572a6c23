#include "sim/import/notes.hpp"

#include "sim/words/words.hpp"

#include <fmt/format.h>

namespace stairwise {

void report(ImportNotes& notes, Severity severity, const Sighting& where, Message what, Message mend, Measured measured)
{
    Finding finding;
    finding.severity = severity;
    finding.rule = std::string(what.key);
    finding.element = where.element;
    finding.storey = where.storey;
    if (where.at) finding.at = {where.at->x, where.at->y};
    finding.measured = std::move(measured.measured);
    finding.required = std::move(measured.required);
    finding.what = std::move(what);
    finding.mend = std::move(mend);
    notes.findings.push_back(std::move(finding));
}

void guess(ImportNotes& notes, Severity severity, const Sighting& where, const std::string& field, Message what,
           Message mend, Measured measured)
{
    notes.guesses.push_back({where.element, field, say(what, Language::English)});
    report(notes, severity, where, std::move(what), std::move(mend), std::move(measured));
}

std::string inMetres(std::int64_t millimetres)
{
    return fmt::format("{:.2f} m", static_cast<double>(millimetres) / 1000.0);
}

}
