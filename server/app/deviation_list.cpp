#include "server/app/deviation_list.hpp"

#include <fmt/format.h>

#include "server/app/sentences.hpp"
#include "server/documents/unicode.hpp"

namespace badge::app {

namespace {

using attendance::Deviation;
using attendance::ExplanationState;
using attendance::SessionState;
using attendance::SheetLine;

/// Nobody reads "without reason" before that is decided.
bool is_decided(const SheetLine& line) {
  return line.corrected || line.reasons.find("unexplained") != std::string::npos;
}

}  // namespace

std::optional<DeviationList> deviation_list(const Evidence& evidence, std::string_view unit,
                                            std::chrono::year_month month, const Scope& scope) {
  const auto snapshot = evidence.snapshot();
  auto told = period_sheet(evidence, snapshot, unit, month, scope);
  if (!told) return std::nullopt;
  DeviationList list;
  for (const auto& person : told->sheet.people) list.tally += attendance::tally_of(person);
  for_each_day(*told, [&](const DayOfSheet& day) {
    for (auto& deviation : attendance::deviations_of(day.facts, day.lines, told->made_at)) {
      const auto& person = day.person;
      const bool is_first = list.rows.empty() || list.rows.back().staff_code != person.staff_code;
      list.people += is_first ? 1U : 0U;
      list.rows.push_back({person.staff_code, person.full_name, person.position, std::move(deviation)});
    }
  });
  list.of = *std::move(told);
  return list;
}

std::string describe_deviation(const SheetLine& line, Language language) {
  const bool is_vi = language == Language::vi;
  if (line.state == SessionState::absent) {
    if (is_decided(line)) return is_vi ? "Vắng không có lý do" : "Absent without a reason";
    return is_vi ? "Không có lượt quét" : "No tap";
  }
  std::string text;
  const auto add = [&](const std::string& word) { text += (text.empty() ? "" : ", ") + word; };
  if (line.late.count() > 0)
    add(fmt::format(fmt::runtime(is_vi ? "đi muộn {} phút" : "late by {} minutes"), line.late.count()));
  if (line.early.count() > 0)
    add(fmt::format(fmt::runtime(is_vi ? "về sớm {} phút" : "left {} minutes early"), line.early.count()));
  if (line.missing_in) add(is_vi ? "thiếu lượt quét vào" : "no tap in");
  if (line.missing_out) add(is_vi ? "thiếu lượt quét ra" : "no tap out");
  return documents::capitalized(text);
}

std::string describe_line(const SheetLine& line, Language language) {
  const bool is_vi = language == Language::vi;
  switch (line.state) {
    case SessionState::present:
      if (attendance::is_deviation(line)) return describe_deviation(line, language);
      return is_vi ? "Đúng giờ" : "On time";
    case SessionState::absent:
      return describe_deviation(line, language);
    case SessionState::excused:
      return is_vi ? "Vắng có lý do" : "Excused";
    case SessionState::exempt:
      return is_vi ? "Miễn chấm công" : "Exempt";
    case SessionState::provisional:
      return is_vi ? "Chưa đủ dữ liệu" : "Not enough data";
    case SessionState::not_due:
      return is_vi ? "Chưa đến giờ" : "Not due yet";
  }
  return {};
}

std::string describe_explanation(const Deviation& deviation, Language language) {
  const bool is_vi = language == Language::vi;
  const auto with = [](std::string_view state, const std::string& what) {
    return std::string(state) + (what.empty() ? "" : ": " + what);
  };
  switch (deviation.explanation) {
    case ExplanationState::open:
      return fmt::format(fmt::runtime(is_vi ? "Chưa có (hạn {})" : "None yet (until {})"),
                         date_text(*deviation.explain_until, language));
    case ExplanationState::lacking:
      return is_vi ? "Không có" : "None";
    case ExplanationState::pending:
      return with(is_vi ? "Chờ duyệt" : "Awaits a decision", describe_cause(*deviation.correction, language));
    case ExplanationState::approved:
      return with(is_vi ? "Đã duyệt" : "Approved", describe_cause(*deviation.correction, language));
    case ExplanationState::refused:
      return with(is_vi ? "Không duyệt" : "Refused", deviation.correction->decision_reason);
  }
  return {};
}

}  // namespace badge::app
