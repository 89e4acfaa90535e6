#pragma once
/// What is left of words that people typed when everything is taken away that they type in many ways. Pure.
#include <string>
#include <string_view>

namespace badge::app {

/// "Mã  CBCC (1)" and "ma_cbcc 1" are "ma cbcc 1": no marks, no case, one space for all that is no letter or
/// digit.
[[nodiscard]] std::string plain_words(std::string_view text);

/// "Nguyễn  Văn AN" and "nguyễn văn an" are one name; marks make another one.
[[nodiscard]] std::string folded_words(std::string_view text);

}  // namespace badge::app
