#include "sim/words/words.hpp"

#include "sim/words/tables.hpp"
#include "sim/words/word_in.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <vector>

namespace stairwise {
namespace {

std::vector<Word> gather()
{
    std::vector<Word> all;
    for (const auto part : wordTables()) all.insert(all.end(), part.begin(), part.end());
    std::ranges::sort(all, {}, &Word::key);
    return all;
}

constexpr char kWordMark = '\1'; // no reader lets it through

std::string_view in(const Word& word, Language language)
{
    return language == Language::Chinese ? word.chinese : word.english;
}

const Word* find(std::string_view key)
{
    const auto all = words();
    const auto found = std::ranges::lower_bound(all, key, {}, &Word::key);
    return found == all.end() || found->key != key ? nullptr : &*found;
}

const Word& wordFor(std::string_view key)
{
    const Word* word = find(key);
    if (word == nullptr) {
        std::fprintf(stderr, "words: no text for \"%.*s\"\n", static_cast<int>(key.size()), key.data());
        std::abort();
    }
    return *word;
}

std::string_view argument(std::string_view text, Language language)
{
    if (!text.starts_with(kWordMark)) return text;
    text.remove_prefix(1);
    const Word* word = find(text);
    return word == nullptr ? text : in(*word, language);
}

std::string fill(std::string_view pattern, const std::vector<std::string>& args, Language language)
{
    std::string text;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        const bool place = i + 2 < pattern.size() && pattern[i] == '{' && pattern[i + 2] == '}';
        const auto index = place ? static_cast<std::size_t>(pattern[i + 1] - '0') : args.size();
        if (place && index < args.size()) {
            text += argument(args[index], language);
            i += 2;
        } else {
            text += pattern[i];
        }
    }
    return text;
}

void append(std::string& text, std::string_view mark, const std::string& more)
{
    if (more.empty()) return;
    if (!text.empty()) text += mark;
    text += more;
}

}

Language languageOf(std::string_view code)
{
    return code.starts_with("zh") ? Language::Chinese : Language::English;
}

std::span<const Word> words()
{
    static const std::vector<Word> all = gather();
    return all;
}

std::string say(const Message& message, Language language)
{
    if (message.key.empty()) return {};
    return fill(in(wordFor(message.key), language), message.args, language);
}

std::string say(std::string_view key, Language language)
{
    return say(Message{key, {}}, language);
}

bool says(std::string_view text, std::string_view key)
{
    const Word& word = wordFor(key);
    return text == word.english || text == word.chinese;
}

std::string wordIn(std::string_view key)
{
    return kWordMark + std::string(key);
}

std::string line(const Fault& fault, Language language)
{
    const bool chinese = language == Language::Chinese;
    std::string text = fault.file;
    append(text, chinese ? "：" : ": ", fault.place);
    append(text, chinese ? "：" : ": ", say(fault.what, language));
    append(text, chinese ? "；" : "; ", say(fault.mend, language));
    std::ranges::replace(text, '\n', ' ');
    return text;
}

std::string line(const Finding& finding, Language language)
{
    const bool chinese = language == Language::Chinese;
    constexpr std::string_view kSeverity[] = {"severity.note", "severity.warning", "severity.error"};
    std::string text = say(kSeverity[static_cast<std::size_t>(finding.severity)], language);
    std::string place = finding.storey.empty() ? finding.element : finding.element + " (" + finding.storey + ")";
    append(text, chinese ? "：" : ": ", place);
    append(text, chinese ? "：" : ": ", say(finding.what, language));
    if (!finding.measured.empty())
        append(text, chinese ? "；" : "; ", say({"finding.measured", {finding.measured, finding.required}}, language));
    if (!finding.source.empty()) text += chinese ? "（" + finding.source + "）" : " (" + finding.source + ")";
    append(text, chinese ? "；" : "; ", say(finding.mend, language));
    std::ranges::replace(text, '\n', ' ');
    return text;
}

}
