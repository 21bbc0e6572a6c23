#pragma once

#include <string>
#include <string_view>

namespace stairwise {

/// For a place of a Message: a text of the table, said in the language that the whole is said in.
/// {"form.lacks", {wordIn("form.pupils")}}
[[nodiscard]] std::string wordIn(std::string_view key);

}
