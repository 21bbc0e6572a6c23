#pragma once

#include "sim/words/words.hpp"

#include <array>
#include <span>

namespace stairwise {

/// One part of the table for each room of the house that speaks to people. Used by words.cpp alone.
std::span<const Word> baseWords();
std::span<const Word> workbookWords();
std::span<const Word> schoolWords();
std::span<const Word> importWords();
std::span<const Word> egressWords();
std::span<const Word> scenarioWords();
std::span<const Word> runWords();
std::span<const Word> riskWords();
std::span<const Word> staggerWords();
std::span<const Word> todayWords();
std::span<const Word> papersWords();
std::span<const Word> postsWords();
std::span<const Word> planWords();
std::span<const Word> recordWords();
std::span<const Word> filingWords();
std::span<const Word> dayWords();
std::span<const Word> validateWords();
std::span<const Word> experimentWords();
std::span<const Word> plotWords();
std::span<const Word> standardWords();
std::span<const Word> cliWords();
std::span<const Word> editorWords();
std::span<const Word> toolWords();
std::span<const Word> panelWords();
std::span<const Word> dialogWords();

inline std::array<std::span<const Word>, 25> wordTables()
{
    return {baseWords(),     schoolWords(),     importWords(), egressWords(),   scenarioWords(), runWords(),
            validateWords(), experimentWords(), plotWords(),   standardWords(), riskWords(),     staggerWords(),
            postsWords(),    planWords(),       recordWords(), filingWords(),   cliWords(),      editorWords(),
            toolWords(),     panelWords(),      dialogWords(), workbookWords(), todayWords(),    papersWords(),
            dayWords()};
}

}
