#include "server/app/papers/unit_summary.hpp"

#include <fmt/format.h>

#include "server/app/inspections/paper_parts.hpp"
#include "server/app/inspections/summary_paper.hpp"
#include "server/app/papers/attendance_figures.hpp"
#include "server/documents/paper_words.hpp"

namespace badge::app {
namespace {

using documents::Paragraph;

void add_hours(Body& body, const UnitSummary& summary) {
  body.emplace_back(Paragraph{on_time_sentence(summary.total)});
  auto table = figures_table("Cơ quan, đơn vị");
  for (const auto& row : summary.rows) {
    table.rows.push_back(figures_row(
        row.own_people ? row.unit.name + " (làm việc tại chính đơn vị)" : row.unit.name, row.tally));
  }
  table.total = figures_row("Cộng", summary.total);
  body.emplace_back(std::move(table));
}

/// Sums of two periods side by side; sums of different lengths are no comparison without their rate.
void add_comparison(Body& body, const UnitSummary& summary) {
  auto table = figures_table("Kỳ");
  table.rows = {figures_row(period_words(inspection::before(summary.period)), summary.before),
                figures_row(period_words(summary.period), summary.total)};
  body.emplace_back(std::move(table));
  body.emplace_back(Paragraph{"Kỳ trước: " + on_time_sentence(summary.before)});
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

void add_open_months(Body& body, const UnitSummary& summary) {
  if (summary.open_months.empty()) return;
  std::string list;
  for (const auto& month : summary.open_months) list += (list.empty() ? "" : "; ") + month;
  body.emplace_back(Paragraph{documents::Text{documents::Run{
      .text = "Bảng công chưa chốt, số liệu còn có thể thay đổi: " + list + ".", .italic = true}}});
}

}  // namespace

documents::Paper unit_summary_of(const UnitSummary& summary, const IssuingBody& issuer,
                                 attendance::Date today) {
  documents::Paper paper;
  paper.head = letterhead(issuer, "BC", nullptr, today);
  paper.draft = !summary.open_months.empty() || inspection::days_of(summary.period).second >= today;
  paper.kind = "BÁO CÁO";
  paper.abstract = "Tình hình chấp hành thời giờ làm việc và đeo thẻ\n" + period_words(summary.period);
  if (!summary.unit.name.empty()) paper.abstract += " tại " + summary.unit.name;
  Sections sections(paper.body);
  sections.add("THỜI GIỜ LÀM VIỆC");
  if (summary.staff > 0) {
    paper.body.emplace_back(Paragraph{fmt::format("Số người: {}.", documents::figure_text(summary.staff))});
  }
  add_hours(paper.body, summary);
  add_open_months(paper.body, summary);
  sections.add("SO VỚI KỲ TRƯỚC");
  add_comparison(paper.body, summary);
  sections.add("VIỆC ĐEO THẺ");
  add_badges(paper.body, summary);
  sections.add("ĐÁNH GIÁ, KIẾN NGHỊ");
  paper.body.emplace_back(documents::WritingLines{4});
  paper.body.emplace_back(Paragraph{"Trên đây là báo cáo " + period_words(summary.period) + "./."});
  paper.signers = {signer_of(issuer)};
  paper.recipients = {"…………………", "Lưu: VT"};
  return paper;
}

}  // namespace badge::app
