#pragma once
/// The few things about Unicode text that files, tables and names need. Pure.
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace badge::documents {

/// `text` in normal form C, so that "ễ" typed on a Mac equals "ễ" typed on Windows; nothing where `text` is
/// not valid UTF-8.
[[nodiscard]] std::optional<std::string> to_nfc(std::string_view text);

/// For comparing words that people typed: normal form C, without difference of case. Invalid UTF-8 gives "".
[[nodiscard]] std::string fold_case(std::string_view text);

/// For finding names as people type them: without marks and case, đ as d. Invalid UTF-8 gives "".
[[nodiscard]] std::string without_marks(std::string_view text);

/// With its first letter as a capital: "đeo thẻ" as "Đeo thẻ".
[[nodiscard]] std::string capitalized(std::string_view text);

/// All of it in capitals: "Sở Nội vụ" as "SỞ NỘI VỤ". Bytes that are no UTF-8 stay.
[[nodiscard]] std::string in_capitals(std::string_view text);

/// How many columns of a terminal `text` takes: "Sở Nội vụ" 9, "漢" 2. Invalid bytes count 1 each.
[[nodiscard]] std::size_t display_width(std::string_view text);

/// Without white space at both ends, the no-break space that web pages and spreadsheets leave behind
/// included.
[[nodiscard]] std::string_view trimmed(std::string_view text);

/// At most `bytes_max` bytes of `text`, cut between characters, with "…" where something was cut.
[[nodiscard]] std::string shortened(std::string_view text, std::size_t bytes_max);

}  // namespace badge::documents
