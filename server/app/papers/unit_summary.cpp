#include "server/app/papers/unit_summary.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "server/app/inspections/paper_parts.hpp"
#include "server/app/inspections/summary_paper.hpp"
#include "server/app/papers/attendance_figures.hpp"
#include "server/documents/paper_words.hpp"
#include "server/documents/unicode.hpp"

namespace badge::app {
namespace {

using documents::Paragraph;

void add_hours(Body& body, const UnitSummary& summary) {
  body.emplace_back(Paragraph{on_time_sentence(summary.hours.total)});
  auto table = figures_table("Cơ quan, đơn vị");
  for (const auto& part : summary.hours.parts) {
    table.rows.push_back(figures_row(
        part.own_people ? part.unit.name + " (làm việc tại chính đơn vị)" : part.unit.name, part.tally));
  }
  table.total = figures_row("Cộng", summary.hours.total);
  body.emplace_back(std::move(table));
}

void add_months(Body& body, const PeriodUnits& hours) {
  auto table = figures_table("Tháng");
  for (const auto& month : hours.months)
    table.rows.push_back(figures_row(days_words(month.days), month.tally));
  table.total = figures_row("Cộng", hours.total);
  body.emplace_back(std::move(table));
}

/// Sums of two periods side by side; sums of different lengths are no comparison without their rate.
void add_comparison(Body& body, const UnitSummary& summary) {
  auto table = figures_table("Kỳ");
  const auto& hours = summary.hours;
  table.rows = {figures_row(documents::capitalized(hours.period.name_before), hours.before),
                figures_row(documents::capitalized(hours.period.name), hours.total)};
  body.emplace_back(std::move(table));
  body.emplace_back(Paragraph{"Kỳ trước: " + on_time_sentence(hours.before)});
}

void add_badges(Body& body, const UnitSummary& summary) {
  if (!summary.inspected) {
    body.emplace_back(Paragraph{"Không có số liệu kiểm tra trong phạm vi được xem."});
    return;
  }
  const auto& results = *summary.inspected;
  body.emplace_back(Paragraph{
      fmt::format("Trong kỳ có {} cuộc kiểm tra, trong đó {} cuộc tự kiểm tra. Đeo thẻ đúng quy định "
                  "trong số người phải đeo thẻ đã kiểm tra: {}.",
                  results.inspections, results.own, share_words(results.total.share()))});
  add_inspected_units(body, results);
}

bool has_open_months(const PeriodUnits& hours) {
  return std::ranges::any_of(hours.months, [](const auto& month) { return month.not_closed > 0; });
}

void add_open_months(Body& body, const PeriodUnits& hours) {
  if (!has_open_months(hours)) return;
  std::string list;
  for (const auto& month : hours.months) {
    if (month.not_closed == 0) continue;
    list += fmt::format("{}tháng {} ({} đơn vị)", list.empty() ? "" : "; ", days_words(month.days),
                        month.not_closed);
  }
  body.emplace_back(Paragraph{documents::Text{documents::Run{
      .text = "Bảng công chưa chốt, số liệu còn có thể thay đổi: " + list + ".", .italic = true}}});
}

}  // namespace

documents::Paper unit_summary_of(const UnitSummary& summary, const IssuingBody& issuer,
                                 attendance::Date today) {
  documents::Paper paper;
  paper.head = letterhead(issuer, "BC", nullptr, today);
  const auto& hours = summary.hours;
  paper.draft = has_open_months(hours) || hours.period.days.to >= today;
  paper.kind = "BÁO CÁO";
  paper.abstract = "Tình hình chấp hành thời giờ làm việc và đeo thẻ\n" + hours.period.name;
  if (hours.top) paper.abstract += " tại " + hours.top->name;
  Sections sections(paper.body);
  sections.add("THỜI GIỜ LÀM VIỆC");
  if (hours.staff > 0)
    paper.body.emplace_back(Paragraph{fmt::format("Số người: {}.", documents::figure_text(hours.staff))});
  add_hours(paper.body, summary);
  add_open_months(paper.body, hours);
  if (hours.months.size() > 1) {
    sections.add("TỪNG THÁNG");
    add_months(paper.body, hours);
  }
  sections.add("SO VỚI KỲ TRƯỚC");
  add_comparison(paper.body, summary);
  sections.add("VIỆC ĐEO THẺ");
  add_badges(paper.body, summary);
  sections.add("ĐÁNH GIÁ, KIẾN NGHỊ");
  paper.body.emplace_back(documents::WritingLines{4});
  paper.body.emplace_back(Paragraph{"Trên đây là báo cáo " + hours.period.name + "./."});
  paper.signers = {signer_of(issuer)};
  paper.recipients = {"…………………", "Lưu: VT"};
  return paper;
}

}  // namespace badge::app
