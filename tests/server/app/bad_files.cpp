// Files that are no table of ours, whatever their rows say.
#include "tests/server/app/bad_input.hpp"

namespace badge::app::test {
namespace {

constexpr std::string_view header = "entrance,unit_code,valid_from,valid_to";
constexpr std::string_view row = "cong-b,SNV,2026-01-01,";

std::string lines(std::initializer_list<std::string_view> lines, std::string_view end = "\n") {
  std::string text;
  for (const auto line : lines) text.append(line).append(end);
  return text;
}

std::string utf16(std::string_view ascii, bool little_endian) {
  std::string text = little_endian ? "\xFF\xFE" : "\xFE\xFF";
  for (const auto c : ascii) {
    if (little_endian) {
      text.append(1, c).append(1, '\0');
    } else {
      text.append(1, '\0').append(1, c);
    }
  }
  return text;
}

}  // namespace

std::vector<BadInput> bad_files() {
  const std::string good = lines({header, row});
  const auto in = [](std::string what, std::string text, std::size_t line, std::string column,
                     std::string message) {
    return BadInput{std::move(what),   ImportKind::entrances, std::move(text), line,
                    std::move(column), std::move(message)};
  };
  return {
      in("nothing in it", "", 0, "", "the file is empty"),
      in("only empty lines", "\n\n\r\n", 0, "", "the file is empty"),
      in("only a byte order mark", "\xEF\xBB\xBF", 0, "", "the file is empty"),
      in("UTF-16, low byte first", utf16(good, true), 1, "", "is not UTF-8"),
      in("UTF-16, high byte first", utf16(good, false), 1, "", "is not UTF-8"),
      in("Latin-1 in a cell", lines({header, "c\xF4ng-b,SNV,2026-01-01,"}), 2, "entrance", "is not UTF-8"),
      in("Windows-1258 in the header", lines({"entr\xE2nce,unit_code,valid_from,valid_to", row}), 1,
         "column 1", "is not UTF-8"),
      in("a UTF-8 character cut in two", lines({header, "cong-b,S\xE1\xBB,2026-01-01,"}), 2, "unit_code",
         "is not UTF-8"),
      in("an overlong UTF-8 character", lines({header, "cong\xC0\xAF-b,SNV,2026-01-01,"}), 2, "entrance",
         "is not UTF-8"),
      in("a surrogate in UTF-8", lines({header, "cong-b,SNV,2026-01-01,\xED\xA0\x80"}), 2, "valid_to",
         "is not UTF-8"),
      in("a NUL in a cell", lines({header, std::string_view("co\0ng,SNV,2026-01-01,", 21)}), 2, "entrance",
         "control character"),
      in("a bell in a cell", lines({header, "cong\x07,SNV,2026-01-01,"}), 2, "entrance", "control character"),
      in("tabs between columns",
         lines({"entrance\tunit_code\tvalid_from\tvalid_to", "cong-b\tSNV\t2026-01-01\t"}), 1, "",
         "must be separated by commas or semicolons"),
      in("bars between columns", lines({"entrance|unit_code|valid_from|valid_to", "cong-b|SNV|2026-01-01|"}),
         1, "", "must be separated by commas or semicolons"),
      in("another separator in the rows than in the header", lines({header, "cong-b;SNV;2026-01-01;"}), 2, "",
         "has 1 fields where the first line has 4"),
      in("a header in Vietnamese", lines({"Điểm quét,Đơn vị,Từ ngày,Đến ngày", row}), 1, "",
         "names none of the columns"),
      in("no header", lines({row}), 1, "", "names none of the columns"),
      in("the header of another kind", lines({"uid,kind", "04112233,own"}), 1, "",
         "names none of the columns"),
      in("a column missing", lines({"entrance,unit_code,valid_from", "cong-b,SNV,2026-01-01"}), 1, "valid_to",
         "this column is missing"),
      in("a column misspelt", lines({"entrance,unit_code,valid_form,valid_to", row}), 1, "valid_from",
         "this column is missing"),
      in("a column twice",
         lines({"entrance,unit_code,valid_from,valid_to,unit_code", "cong-b,SNV,2026-01-01,,SNV"}), 1,
         "unit_code", "this column is there twice"),
      in("a column twice in other letters",
         lines({"entrance,unit_code,valid_from,valid_to,ENTRANCE", "cong-b,SNV,2026-01-01,,x"}), 1,
         "entrance", "this column is there twice"),
      in("a field too few", lines({header, "cong-b,SNV,2026-01-01"}), 2, "",
         "has 3 fields where the first line has 4"),
      in("a field too many", lines({header, "cong-b,SNV,2026-01-01,,"}), 2, "", "has 5 fields"),
      in("a comma inside a field without quotes", lines({header, "cong,b,SNV,2026-01-01,"}), 2, "",
         "has 5 fields"),
      in("a quote that is never closed", lines({header, "\"cong-b,SNV,2026-01-01,"}), 2, "entrance",
         "is never closed"),
      in("a quote in the middle of a field", lines({header, "cong\"b\",SNV,2026-01-01,"}), 2, "entrance",
         "has a \" in its middle"),
      in("text behind a closing quote", lines({header, "\"cong\"-b,SNV,2026-01-01,"}), 2, "entrance",
         "text behind its closing \""),
      in("a field without end", lines({header, std::string(5000, 'x') + ",SNV,2026-01-01,"}), 2, "entrance",
         "is longer than 4096 bytes"),
      in("a bad row behind good ones and an empty line", lines({header, row, "", "cong-c,SNV,2026-02-30,"}),
         4, "valid_from", "is not a day"),
      in("a bad row behind a field of two lines",
         lines({header, "cong-b,SNV,2026-01-01,", "cong-c,SNV,\"\n\","}), 3, "valid_from", "is empty"),
  };
}

}  // namespace badge::app::test
