#pragma once

#include "sim/base/message.hpp"
#include "sim/school/school.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace stairwise {

/// The years of a kindergarten: 托班, 小班, 中班, 大班.
enum class KindergartenYear { None, Toddlers, Small, Middle, Large };

struct ClassName {
    int grade = 0;  // 1 … 12; 0 kindergarten
    int number = 1; // of the class in its grade, or in its year of the kindergarten
    KindergartenYear year = KindergartenYear::None;
    friend auto operator<=>(const ClassName&, const ClassName&) = default;
};

/// A class's name as it was read, or why it was not: exactly one of the two.
struct ClassReading {
    std::optional<ClassName> name;
    std::optional<Message> doubt;
};

/// Any spelling that a Chinese school uses: 三（2）班, 三年级二班, 3年2班, 302班, 初一3班, 高二（5）班, 大一班, G3C2,
/// 3-2. What may be read in two ways is not read: 一（1）班 of a secondary school is 初一 or 高一.
[[nodiscard]] ClassReading readClass(std::string_view text, SchoolKind kind);
/// 三年级 | 2班 in two columns is 三年级2班; where the second says all of it, or the first nothing, the second alone.
[[nodiscard]] ClassReading readClass(std::string_view grade, std::string_view text, SchoolKind kind);
[[nodiscard]] std::optional<ClassName> readClassName(std::string_view text, SchoolKind kind);

/// The class of that grade and number; those of a kindergarten, which have one grade, by their names. Null: none.
[[nodiscard]] const SchoolClass* findClass(const School& school, const ClassName& name);

/// The usual spelling: 三年级（2）班, 高一（12）班, 小一班.
[[nodiscard]] std::string className(const ClassName& name);
[[nodiscard]] std::string className(int grade, int number);
/// 七年级, 高一.
[[nodiscard]] std::string gradeName(int grade);

}
