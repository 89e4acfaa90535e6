#include "server/app/papers/overtime_sheet.hpp"

#include <fmt/format.h>

#include "server/app/imports/words.hpp"
#include "server/app/inspections/paper_parts.hpp"
#include "server/app/ledger_sentences.hpp"
#include "server/app/sentences.hpp"
#include "server/app/unit_people.hpp"
#include "server/attendance/month.hpp"

namespace badge::app {
namespace {

using documents::Align;
using documents::Paragraph;
using documents::Table;
using std::chrono::minutes;

/// Minutes of one person, or of all.
struct Sum {
  std::int64_t earned = 0, taken = 0, expired = 0, left = 0;
  void add(const CreditRow& credit) {
    earned += credit.earns_min;
    taken += credit.taken_min;
    expired += credit.expired_min;
    left += credit.left_min;
  }
};

std::string hours_or_dash(std::int64_t of_minutes) {
  return of_minutes == 0 ? "–" : duration_text(minutes(of_minutes), Language::vi);
}

std::string kind_word(std::string_view kind) {
  const auto meaning = meaning_of(kind, credit_words());
  for (const auto& word : credit_words()) {
    if (word.meaning == meaning) return std::string(word.vietnamese);
  }
  return std::string(kind);
}

void add_credits(Body& body, const OvertimeSheet& sheet) {
  Table table{.columns = {{"Họ và tên", 1.9},
                          {"Ngày, giờ", 2.2},
                          {"Nội dung", 1.2},
                          {"Được nghỉ bù", 0.8, Align::right},
                          {"Đã nghỉ", 0.8, Align::right},
                          {"Hết hạn", 0.8, Align::right},
                          {"Còn lại", 0.8, Align::right},
                          {"Lượt quét thẻ", 3},
                          {"Văn bản, người duyệt", 1.6}},
              .rows = {},
              .total = {},
              .caption = ""};
  Sum all;
  for (const auto& [person, credit] : sheet.rows) {
    all.add(credit);
    table.rows.push_back(
        {person.full_name, date_text(credit.date, Language::vi) + ", " + credit.from + "–" + credit.to,
         kind_word(credit.kind), hours_or_dash(credit.earns_min), hours_or_dash(credit.taken_min),
         hours_or_dash(credit.expired_min), hours_or_dash(credit.left_min), credit.text,
         joined({credit.paper, credit.approved_by})});
  }
  if (table.rows.empty()) {
    body.emplace_back(Paragraph{"Trong tháng không có giờ làm thêm hoặc trực nào được duyệt."});
    return;
  }
  table.total = {"Cộng",
                 "",
                 "",
                 hours_or_dash(all.earned),
                 hours_or_dash(all.taken),
                 hours_or_dash(all.expired),
                 hours_or_dash(all.left),
                 "",
                 ""};
  body.emplace_back(std::move(table));
}

}  // namespace

std::optional<OvertimeSheet> overtime_sheet(const Evidence& evidence, std::string_view unit,
                                            std::chrono::year_month month, const Scope& scope) {
  const auto days = attendance::days_of(month);
  const auto snapshot = evidence.snapshot();
  const auto book = evidence.rule_book(snapshot);
  const auto facts = evidence.ledger_facts(snapshot);
  const auto people = people_of_unit(*book, unit, days, scope);
  if (!people) return std::nullopt;
  OvertimeSheet sheet{people->top, month, {}};
  for (const auto& [person, stay, seen_on] : people->people) {
    const auto& code = book->people().code(person);
    if (facts->credits(code).empty()) continue;
    auto report = leave_report(evidence, code, static_cast<int>(month.year()), scope, Language::vi);
    if (!report) continue;
    for (auto& credit : report->credits) {
      if (days.contains(credit.date))
        sheet.rows.push_back({person_name(*book, *stay, seen_on), std::move(credit)});
    }
  }
  return sheet;
}

documents::Paper overtime_sheet_of(const OvertimeSheet& sheet, const IssuingBody& issuer,
                                   attendance::Date today) {
  documents::Paper paper;
  paper.head = letterhead(issuer, "BTD", nullptr, today);
  paper.draft = attendance::days_of(sheet.month).to >= today;
  paper.orientation = documents::Orientation::landscape;
  paper.kind = "BẢNG THEO DÕI LÀM THÊM GIỜ, TRỰC VÀ NGHỈ BÙ";
  paper.abstract = fmt::format("Tháng {} năm {}\n{}", static_cast<unsigned>(sheet.month.month()),
                               static_cast<int>(sheet.month.year()), sheet.unit.name);
  add_credits(paper.body, sheet);
  paper.body.emplace_back(Paragraph{
      "Giờ nghỉ bù chỉ tính theo văn bản đã duyệt; lượt quét thẻ dùng để xác nhận, không tự sinh ra "
      "giờ nghỉ bù."});
  paper.signers = {signer_of(issuer)};
  return paper;
}

}  // namespace badge::app
