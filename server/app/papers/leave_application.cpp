#include "server/app/papers/leave_application.hpp"

#include <fmt/format.h>

#include "server/app/inspections/office_words.hpp"
#include "server/app/papers/slip_parts.hpp"
#include "server/app/sentences.hpp"

namespace badge::app {
namespace {

using attendance::AbsenceKind;
using documents::Paragraph;
using store::RequestOutcome;

/// Away for work, not from it.
bool is_for_work(AbsenceKind kind) {
  return kind == AbsenceKind::business_trip || kind == AbsenceKind::permitted_work ||
         kind == AbsenceKind::field_work || kind == AbsenceKind::dispatch || kind == AbsenceKind::study;
}

std::string title_of(AbsenceKind kind) {
  if (kind == AbsenceKind::annual_leave) return "ĐƠN XIN NGHỈ PHÉP";
  return is_for_work(kind) ? "GIẤY ĐỀ NGHỊ" : "ĐƠN XIN NGHỈ";
}

std::string outcome_text(const store::AbsenceRequest& request) {
  switch (request.outcome) {
    case RequestOutcome::approved:
      return fmt::format("Kết quả: {} đã duyệt{}.", request.decided_by,
                         request.wanted.paper.empty() ? "" : " (" + request.wanted.paper + ")");
    case RequestOutcome::refused:
      return fmt::format("Kết quả: {} không duyệt, lý do: {}", request.decided_by,
                         sentence(request.decision_reason));
    case RequestOutcome::taken_back:
      return "Kết quả: người làm đơn đã rút đơn.";
    case RequestOutcome::waiting:
      break;
  }
  return {};
}

}  // namespace

documents::Paper leave_application_of(const PersonName& person, const store::AbsenceRequest& request,
                                      const std::optional<LeaveReport>& leave, attendance::Date today) {
  documents::Paper paper;
  paper.kind = title_of(request.wanted.kind);
  paper.abstract = fmt::format("(Đơn số {})", request.no);
  paper.addressees = {"Thủ trưởng đơn vị"};
  add_who(paper.body, person);
  paper.body.emplace_back(
      Paragraph{"Tôi làm đơn này đề nghị được " + sentence(describe_wish(request.wanted, Language::vi))});
  add_or_lines(paper.body, "Lý do", request.reason, 2);
  if (leave && request.wanted.kind == AbsenceKind::annual_leave)
    paper.body.emplace_back(Paragraph{fmt::format("Nghỉ phép năm {}: {}", leave->year, leave->text)});
  if (!is_for_work(request.wanted.kind)) {
    add_or_lines(paper.body, "Trong thời gian nghỉ, công việc được bàn giao cho", "", 1);
    add_or_lines(paper.body, "Địa chỉ, số điện thoại liên hệ khi cần", "", 1);
  }
  if (const auto outcome = outcome_text(request); !outcome.empty())
    paper.body.emplace_back(Paragraph{outcome});
  paper.body.emplace_back(Paragraph{"Kính đề nghị thủ trưởng đơn vị xem xét, giải quyết./."});
  paper.signers = slip_signers("Ý KIẾN CỦA THỦ TRƯỞNG ĐƠN VỊ", "NGƯỜI LÀM ĐƠN", person, today);
  return paper;
}

}  // namespace badge::app
