#include "server/app/deviation_paper.hpp"

#include <fmt/format.h>

#include <array>
#include <vector>

#include "server/app/inspections/paper_parts.hpp"
#include "server/app/sentences.hpp"
#include "server/documents/unicode.hpp"

namespace badge::app {

namespace {

using attendance::Deviation;
using documents::Align;
using documents::Paper;
using documents::Paragraph;
using documents::Table;

/// The year stands in the title.
std::string day_and_month(attendance::Date date) {
  const auto text = date_text(date, Language::vi);
  return text.substr(0, text.rfind('/'));
}

std::string clock_or_dash(const std::string& clock) { return clock.empty() ? "–" : clock; }

/// What is on paper, and what became of the explanation; usually one of them is nothing to tell.
std::string paper_and_explanation(const Deviation& deviation) {
  const auto explanation = describe_explanation(deviation, Language::vi);
  if (!deviation.paper) return explanation;
  const auto paper = documents::capitalized(describe(*deviation.paper, Language::vi));
  return deviation.explanation == attendance::ExplanationState::lacking ? paper : paper + "; " + explanation;
}

/// One row of the table, but for its number; of sessions of a day of whom the same is told their names.
struct TableRow {
  std::string staff_code;
  attendance::Date date;
  std::string sessions;
  std::array<std::string, 4> told;  // what happened, in, out, paper and explanation
  const DeviationList::Row* row;
};

std::vector<TableRow> rows_of(const DeviationList& list) {
  std::vector<TableRow> rows;
  for (const auto& row : list.rows) {
    const auto& line = row.deviation.line;
    TableRow next{row.staff_code,
                  line.date,
                  line.session,
                  {describe_deviation(line, Language::vi), clock_or_dash(line.in), clock_or_dash(line.out),
                   paper_and_explanation(row.deviation)},
                  &row};
    if (!rows.empty() && rows.back().staff_code == next.staff_code && rows.back().date == next.date &&
        rows.back().told == next.told) {
      rows.back().sessions += ", " + next.sessions;
    } else {
      rows.push_back(std::move(next));
    }
  }
  return rows;
}

Table table_of(const DeviationList& list) {
  Table table;
  table.compact = true;
  table.columns = {{"TT", 0.8, Align::centre}, {"Họ và tên", 3.3},
                   {"Chức vụ", 2.25},          {"Ngày, buổi", 1.9},
                   {"Nội dung", 3.3},          {"Vào", 1.2, Align::centre},
                   {"Ra", 1.2, Align::centre}, {"Giấy tờ, giải trình", 2.05}};
  for (const auto& [staff, date, sessions, told, row] : rows_of(list)) {
    table.rows.push_back({std::to_string(table.rows.size() + 1), row->full_name, row->position,
                          day_and_month(date) + ' ' + sessions, told[0], told[1], told[2], told[3]});
  }
  return table;
}

std::string sums_text(const attendance::Tally& tally) {
  return fmt::format(
      "Tổng số: {} buổi đi muộn ({} phút), {} buổi về sớm ({} phút), {} buổi thiếu lượt quét, {} buổi vắng, "
      "trong {} buổi phải làm việc, kể cả {} buổi vắng có lý do.",
      tally.late, tally.late_min, tally.early, tally.early_min, tally.missing, tally.absent,
      tally.sessions_due, tally.excused);
}

std::string source_text(const PeriodSheet& of) {
  const auto span = fmt::format("từ ngày {} đến ngày {}", date_text(of.days.from, Language::vi),
                                date_text(of.days.to, Language::vi));
  if (of.state == UnitState::closed) {
    return fmt::format("Theo bảng công {}, chốt ngày {}.", span,
                       date_text(std::chrono::floor<std::chrono::days>(*of.closed_at), Language::vi));
  }
  return fmt::format("Theo bảng công {}, chưa chốt; số liệu đến ngày {}.", span,
                     date_text(std::chrono::floor<std::chrono::days>(of.made_at), Language::vi));
}

}  // namespace

Paper paper_of(const DeviationList& list, const IssuingBody& body) {
  const auto& of = list.of;
  Paper paper;
  const auto above = name_above(of);
  if (above != of.unit.name) paper.head.superior = documents::in_capitals(above);
  paper.head.issuer = documents::in_capitals(of.unit.name);
  paper.head.dated = dated(body, std::chrono::floor<std::chrono::days>(of.made_at));
  paper.draft = of.state != UnitState::closed;
  paper.kind = "DANH SÁCH";
  paper.abstract = fmt::format("Đi muộn, về sớm, vắng, thiếu lượt quét thẻ tháng {} năm {}",
                               static_cast<unsigned>(of.month.month()), static_cast<int>(of.month.year()));
  paper.body.push_back(Paragraph{source_text(of) + ' ' + sums_text(list.tally)});
  if (list.rows.empty()) {
    paper.body.push_back(Paragraph{"Không có ai đi muộn, về sớm, vắng hoặc thiếu lượt quét thẻ."});
  } else {
    paper.body.push_back(table_of(list));
  }
  if (list.tally.provisional > 0) {
    paper.body.push_back(Paragraph{
        fmt::format("Còn {} buổi chưa đủ dữ liệu, chưa có trong danh sách này.", list.tally.provisional)});
  }
  paper.signers = {
      {.authority = {"NGƯỜI LẬP"}, .name = {}, .note = "(Ký, ghi rõ họ tên)", .dated = {}},
      {.authority = {"NGƯỜI ĐỨNG ĐẦU ĐƠN VỊ"}, .name = of.sheet.head_name, .note = {}, .dated = {}}};
  return paper;
}

tl::expected<PrintedPaper, std::string> printed(const DeviationList& list, const IssuingBody& body,
                                                Instant made_at) {
  return printed(file_name("danh-sach-muon-vang", list.of), paper_of(list, body), PaperFormat::pdf, made_at);
}

}  // namespace badge::app
