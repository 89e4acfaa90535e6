#pragma once
/// What is left of words that people typed when everything is taken away that they type in many ways. Pure.
#include <span>
#include <string>
#include <string_view>

namespace badge::app {

/// "Mã  CBCC (1)" and "ma_cbcc 1" are "ma cbcc 1": no marks, no case, one space for all that is no letter or
/// digit.
[[nodiscard]] std::string plain_words(std::string_view text);

/// A word by which files head a column of ours.
struct Heading {
  std::string_view column, words;  // as plain_words() leaves them
};
/// The column that a file's header means; empty: none of these.
[[nodiscard]] std::string_view column_of(std::span<const Heading> headings, std::string_view header);

/// "Nguyễn  Văn AN" and "nguyễn văn an" are one name; marks make another one.
[[nodiscard]] std::string folded_words(std::string_view text);

}  // namespace badge::app
