#pragma once
/// Workbooks part by part, with what a careful library would never write: dates of 1904, formulas without
/// values, texts in runs, errors.
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace badge::documents::test {

/// The number formats of a raw workbook, by the number of the style.
enum class RawStyle : std::uint8_t { plain, date, zeros, clock, date_and_clock, coloured_date };

/// One sheet; cells in any order. Texts stand in the cell unless they are said to be shared.
class RawSheet {
 public:
  explicit RawSheet(std::string name) : name_(std::move(name)) {}

  RawSheet& text(const std::string& cell, const std::string& text);
  RawSheet& shared(const std::string& cell, std::size_t text);  // the number of a text of the workbook
  RawSheet& number(const std::string& cell, const std::string& value, RawStyle style = RawStyle::plain);
  RawSheet& formula(const std::string& cell, const std::string& formula, const std::string& value,
                    RawStyle style = RawStyle::plain);
  RawSheet& raw(const std::string& cell, const std::string& attributes, const std::string& inside);
  RawSheet& texts(const std::string& first_cell, const std::vector<std::string>& row);  // to the right
  RawSheet& merge(const std::string& range);
  RawSheet& hide_column(std::uint32_t number);  // from 1
  RawSheet& hide_row(std::uint32_t number);
  RawSheet& hide();

  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] bool is_hidden() const { return hidden_; }
  [[nodiscard]] std::string xml() const;

 private:
  std::string name_;
  bool hidden_ = false;
  std::map<std::uint32_t, std::map<std::uint32_t, std::string>> rows_;
  std::vector<std::string> merged_;
  std::vector<std::uint32_t> hidden_columns_, hidden_rows_;
};

struct RawWorkbook {
  std::vector<RawSheet> sheets;
  std::vector<std::string> shared = {};  // each the inside of an <si>
  bool from_1904 = false;
};

[[nodiscard]] std::string bytes_of(const RawWorkbook& workbook);
/// The same with parts of its own in place of, or beside, those.
[[nodiscard]] std::string bytes_of(const RawWorkbook& workbook,
                                   const std::map<std::string, std::string>& parts);

[[nodiscard]] std::string escaped(const std::string& text);

}  // namespace badge::documents::test
