#include "server/app/papers/personal_papers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "server/app/deciders.hpp"
#include "server/app/papers/explanation_slip.hpp"
#include "server/app/papers/leave_application.hpp"
#include "server/app/papers/person_sheet.hpp"

namespace badge::app {
namespace {

using attendance::Date;

Date today_of(const Evidence& evidence) { return std::chrono::floor<std::chrono::days>(evidence.now()); }

}  // namespace

PaperOrNot PersonalPapers::explanation(std::string_view staff_code, Date date, const Scope& scope,
                                       PaperFormat format) const {
  const auto known = why(evidence_, staff_code, date, scope, Language::vi);
  if (!known) return tl::unexpected(NoPaper{});
  const auto book = evidence_.rule_book(evidence_.snapshot());
  std::vector<attendance::Correction> stated;
  std::ranges::copy_if(book->corrections(*book->people().find(staff_code)), std::back_inserter(stated),
                       [&](const auto& one) { return one.date == date; });
  const std::chrono::year_month_day day(date);
  return print_now(fmt::format("giai-trinh-{}-{:02}-{:02}", static_cast<int>(day.year()),
                               static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day())),
                   staff_code, explanation_slip_of(*known, stated, today_of(evidence_)), format, evidence_);
}

PaperOrNot PersonalPapers::sheet(std::string_view staff_code, const ReportPeriod& period, const Scope& scope,
                                 PaperFormat format) const {
  auto hours = period_person(evidence_, staff_code, period, scope, Language::vi);
  if (!hours) return tl::unexpected(NoPaper{});
  const auto year = std::chrono::year_month_day(period.days.to).year();
  const PersonSheet sheet{*std::move(hours),
                          leave_report(evidence_, staff_code, static_cast<int>(year), scope, Language::vi),
                          inspections_.of_person(staff_code, {period.days.from, period.days.to}, scope)};
  return print_now("phieu-theo-doi-" + file_key(period), staff_code,
                   person_sheet_of(sheet, today_of(evidence_)), format, evidence_);
}

PaperOrNot PersonalPapers::application(std::int64_t request_no, const Scope& scope,
                                       PaperFormat format) const {
  const auto request = store_.request(request_no);
  if (!request) return tl::unexpected(NoPaper{});
  const auto book = evidence_.rule_book(evidence_.snapshot());
  const auto person = book->people().find(request->wanted.staff_code);
  const auto first = request->wanted.days.from;
  const auto* stay = person ? stay_near(*book, *person, first) : nullptr;
  if (stay == nullptr || !scope.holds(*book, *person, *stay, first)) return tl::unexpected(NoPaper{});
  const std::chrono::year_month_day day(first);
  const auto leave =
      leave_report(evidence_, request->wanted.staff_code, static_cast<int>(day.year()), scope, Language::vi);
  return print_now(
      fmt::format("don-{}", request_no), request->wanted.staff_code,
      leave_application_of(person_name(*book, *stay, first), *request, leave, today_of(evidence_)), format,
      evidence_);
}

}  // namespace badge::app
