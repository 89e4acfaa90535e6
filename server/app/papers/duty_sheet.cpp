#include "server/app/papers/duty_sheet.hpp"

#include <fmt/format.h>

#include "server/app/inspections/paper_parts.hpp"
#include "server/app/sentences.hpp"
#include "server/attendance/month.hpp"
#include "server/documents/unicode.hpp"

namespace badge::app {
namespace {

using documents::Align;
using documents::Paragraph;
using documents::Table;

void add_turns(Body& body, const DutyReport& report) {
  Table table{.columns = {{"STT", 0.7, Align::centre},
                          {"Ngày", 1.4},
                          {"Ca trực", 1.4},
                          {"Họ và tên, chức vụ", 2.4},
                          {"Đơn vị", 1.8},
                          {"Kết quả", 1.8},
                          {"Văn bản", 1.2}},
              .rows = {},
              .total = {},
              .caption = ""};
  for (const auto& [date, weekday, unit, schedule, turn] : report.turns) {
    const auto& name = turn.full_name.empty() ? turn.staff_code : turn.full_name;
    table.rows.push_back({std::to_string(table.rows.size() + 1),
                          weekday + ", " + date_text(date, Language::vi), schedule,
                          joined({name, turn.position}), unit.name, documents::capitalized(turn.text),
                          turn.paper.empty() ? "–" : turn.paper});
  }
  if (table.rows.empty()) {
    body.emplace_back(Paragraph{"Trong tháng không phân công trực."});
  } else {
    body.emplace_back(std::move(table));
  }
}

void add_uncovered(Body& body, const DutyReport& report) {
  bool is_covered = true;
  for (const auto& slot : report.rows) {
    if (slot.text.empty()) continue;
    is_covered = false;
    body.emplace_back(Paragraph{fmt::format("- {}, {}, {}: {}", slot.weekday,
                                            date_text(slot.date, Language::vi), slot.schedule, slot.text)});
  }
  if (is_covered) body.emplace_back(Paragraph{"Không có ca trực nào thiếu người."});
}

}  // namespace

documents::Paper duty_sheet_of(const DutyReport& report, const IssuingBody& issuer, attendance::Date today) {
  documents::Paper paper;
  paper.head = letterhead(issuer, "BTD", nullptr, today);
  paper.draft = attendance::days_of(report.month).to >= today;
  paper.kind = "BẢNG THEO DÕI TRỰC";
  paper.abstract = fmt::format("Tháng {} năm {}\n{}", static_cast<unsigned>(report.month.month()),
                               static_cast<int>(report.month.year()), report.unit.name);
  Sections sections(paper.body);
  sections.add("CÁC LƯỢT TRỰC");
  add_turns(paper.body, report);
  sections.add("CA TRỰC THIẾU NGƯỜI");
  add_uncovered(paper.body, report);
  paper.signers = {signer_of(issuer)};
  return paper;
}

}  // namespace badge::app
