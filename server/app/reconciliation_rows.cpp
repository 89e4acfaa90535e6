// What is done with a list: the rows that mend it, and a table to take away.
#include <algorithm>

#include "server/app/imports/dates.hpp"
#include "server/app/imports/words.hpp"
#include "server/app/reconciliation.hpp"
#include "server/documents/csv_writer.hpp"

namespace badge::app {
namespace {

using attendance::Date;
using attendance::DateSpan;
using attendance::Posting;
using documents::CsvWriter;

constexpr std::chrono::days one_day{1};

FormRow with(FormRow row, std::string_view column, std::string value) {
  std::ranges::find(row, column, &FormRow::value_type::first)->second = std::move(value);
  return row;
}

std::string known_category(const std::string& text) {
  return std::string(meaning_of(text, category_words()).value_or(""));
}

void begin(const MissingHere& missing, Date from, std::vector<FormRow>& rows) {
  const auto& row = missing.row;
  const Posting posting{
      row.staff_code, row.full_name, missing.unit_code, row.position, known_category(row.category),
      DateSpan{from}};
  rows.push_back(with(row_of(posting), "list_order", ""));  // behind those who are there
}

void end(const MissingThere& missing, Date from, std::vector<FormRow>& rows) {
  auto posting = missing.posting;
  posting.valid.to = from - one_day;
  if (posting.valid.from <= posting.valid.to) rows.push_back(row_of(posting));
}

bool differs_in(const Differs& differs, ReconciledField field) {
  return std::ranges::find(differs.fields, field, &FieldDifference::field) != differs.fields.end();
}

/// Another unit or position holds from the day on; a name or category is put right for the whole posting.
void change(const Differs& differs, Date from, std::vector<FormRow>& rows) {
  auto changed = differs.posting;
  if (differs_in(differs, ReconciledField::full_name)) changed.full_name = differs.row.full_name;
  if (differs_in(differs, ReconciledField::category)) {
    if (auto category = known_category(differs.row.category); !category.empty())
      changed.category = std::move(category);
  }
  const bool moves = differs_in(differs, ReconciledField::unit);
  const bool rises = differs_in(differs, ReconciledField::position);
  if ((moves || rises) && changed.valid.from < from) {
    auto before = changed;
    before.valid.to = from - one_day;
    rows.push_back(row_of(before));
    changed.valid.from = from;
  }
  if (rises) changed.position = differs.row.position;
  if (moves) changed.unit_code = differs.unit_code;
  rows.push_back(row_of(changed));
}

std::string served_text(const MissingHere& missing) {
  return missing.served ? show_span(*missing.served) : std::string();
}

CsvWriter& heading(CsvWriter& csv, std::initializer_list<std::string_view> names) {
  for (const auto name : names) csv.plain(name);
  return csv.end_row();
}

void list_missing_here(const Reconciliation& found, bool is_vi, CsvWriter& csv) {
  heading(csv, is_vi ? std::initializer_list<std::string_view>{"Dòng", "Mã", "Họ và tên", "Đơn vị", "Chức vụ",
                                                               "Đã có trong danh sách"}
                     : std::initializer_list<std::string_view>{"Line", "Code", "Name", "Unit", "Position",
                                                               "Was in the roster"});
  for (const auto& missing : found.missing_here) {
    const auto& row = missing.row;
    csv.number(static_cast<std::int64_t>(row.line)).text(row.staff_code).text(row.full_name);
    csv.text(row.unit_name.empty() ? row.unit_code : row.unit_name).text(row.position);
    csv.plain(served_text(missing)).end_row();
  }
}

void list_missing_there(const Reconciliation& found, bool is_vi, CsvWriter& csv) {
  heading(csv, is_vi ? std::initializer_list<std::string_view>{"Mã", "Họ và tên", "Đơn vị", "Chức vụ"}
                     : std::initializer_list<std::string_view>{"Code", "Name", "Unit", "Position"});
  for (const auto& [posting, unit] : found.missing_there)
    csv.text(posting.staff_code).text(posting.full_name).text(unit.name).text(posting.position).end_row();
}

std::string_view field_name(ReconciledField field, bool is_vi) {
  switch (field) {
    case ReconciledField::full_name:
      return is_vi ? "Họ và tên" : "Name";
    case ReconciledField::unit:
      return is_vi ? "Đơn vị" : "Unit";
    case ReconciledField::position:
      return is_vi ? "Chức vụ" : "Position";
    case ReconciledField::category:
      return is_vi ? "Loại" : "Category";
  }
  return "";
}

void list_differs(const Reconciliation& found, bool is_vi, CsvWriter& csv) {
  heading(csv, is_vi ? std::initializer_list<std::string_view>{"Dòng", "Mã", "Họ và tên", "Mục khác nhau",
                                                               "Tại đây", "Trong hồ sơ"}
                     : std::initializer_list<std::string_view>{"Line", "Code", "Name", "Field", "Here",
                                                               "In the file"});
  for (const auto& differs : found.differs) {
    for (const auto& [field, here, there] : differs.fields) {
      csv.number(static_cast<std::int64_t>(differs.row.line)).text(differs.posting.staff_code);
      csv.text(differs.posting.full_name).plain(field_name(field, is_vi)).text(here).text(there).end_row();
    }
  }
}

}  // namespace

std::vector<FormRow> mending_rows(const Reconciliation& found, ReconciledList list, Date from) {
  std::vector<FormRow> rows;
  switch (list) {
    case ReconciledList::missing_here:
      for (const auto& missing : found.missing_here) begin(missing, from, rows);
      break;
    case ReconciledList::missing_there:
      for (const auto& missing : found.missing_there) end(missing, from, rows);
      break;
    case ReconciledList::differs:
      for (const auto& differs : found.differs) change(differs, from, rows);
      break;
  }
  return rows;
}

std::string to_csv(const Reconciliation& found, ReconciledList list, Language language) {
  CsvWriter csv(CsvWriter::ByteOrderMark::with);
  const bool is_vi = language == Language::vi;
  switch (list) {
    case ReconciledList::missing_here:
      list_missing_here(found, is_vi, csv);
      break;
    case ReconciledList::missing_there:
      list_missing_there(found, is_vi, csv);
      break;
    case ReconciledList::differs:
      list_differs(found, is_vi, csv);
      break;
  }
  return std::move(csv).str();
}

}  // namespace badge::app
