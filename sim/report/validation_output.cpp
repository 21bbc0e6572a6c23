#include "sim/report/validation_output.hpp"

#include "sim/report/validation_html.hpp"
#include "sim/report/validation_pages.hpp"

namespace stairwise {

Done writeValidation(std::span<const Tried> trials, const ValidationHead& head, const Staging& staging,
                     Language language)
{
    const std::string title = say("validate.title", language);
    const std::pair<const char*, std::string> files[] = {
        {"validation.txt", validationText(trials, language)},
        {"validation.json", validationJson(trials, language)},
        {"validation.html", validationHtml(trials, head, language)},
        {"validation.pdf", toPdf(validationPages(trials, head, language), title)}};
    for (const auto& [name, bytes] : files)
        if (Done written = staging.write(name, bytes); !written) return written;
    return done();
}

}
