#include "server/app/period_closes.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "server/app/sentences.hpp"
#include "server/app/unit_people.hpp"
#include "server/app/unit_sheet.hpp"
#include "server/attendance/day_mark.hpp"
#include "server/attendance/pay_period.hpp"

namespace badge::app {

namespace {

using attendance::Sheet;
using Why = CloseRefused::Why;

bool is_open(const attendance::SheetLine& line) { return attendance::is_open(line.state); }

/// What an open session waits for: the first of its reasons that says so.
std::string waits_for(const attendance::SheetLine& line, bool is_vi) {
  const auto has = [&](std::string_view code) { return line.reasons.find(code) != std::string::npos; };
  if (has("no_badge")) return is_vi ? "chưa được cấp thẻ" : "no badge was issued";
  if (has("silent_entrance")) return is_vi ? "đầu đọc thẻ chưa gửi đủ dữ liệu" : "a reader's data is missing";
  if (has("erased")) return is_vi ? "lượt quét thẻ đã xoá theo thời hạn lưu" : "its taps are erased";
  if (has("no_entrance")) return is_vi ? "đơn vị chưa có điểm quét thẻ" : "no entrance serves the unit";
  if (has("clock_doubtful")) return is_vi ? "giờ của lượt quét chưa chắc chắn" : "a tap's time is in doubt";
  return is_vi ? "buổi chưa kết thúc" : "the session is not over";
}

/// What was in doubt then may be settled by coverage that came later; all else must be as it was.
std::size_t differences(const Sheet& frozen, const Sheet& again) {
  std::size_t count = 0;
  for (const auto& change : attendance::compare(frozen, again)) {
    count += !change.before || !is_open(*change.before);
  }
  return count;
}

}  // namespace

bool is_period(const attendance::DateSpan& days) {
  return days.from <= days.to && days.to - days.from < period_length_max;
}

CloseRefused open_sessions(const Sheet& sheet, Language language) {
  CloseRefused refused{Why::still_open, {}, 0};
  const bool is_vi = language == Language::vi;
  for (const auto& person : sheet.people) {
    const auto first = std::ranges::find_if(person.lines, is_open);
    if (first == person.lines.end()) continue;
    const auto count = static_cast<std::size_t>(std::ranges::count_if(person.lines, is_open));
    refused.open_sessions += count;
    if (refused.open.size() == open_people_listed_max) continue;
    refused.open.push_back(fmt::format(fmt::runtime(is_vi ? "{} ({}): {} buổi, từ buổi {} ngày {}: {}"
                                                          : "{} ({}): {} sessions, from {} on {}: {}"),
                                       person.full_name, person.staff_code, count, first->session,
                                       date_text(first->date, language), waits_for(*first, is_vi)));
  }
  return refused;
}

tl::expected<store::PeriodClose, CloseRefused> PeriodCloses::close(const Request& request) {
  if (!is_period(request.days)) return tl::unexpected(CloseRefused{Why::bad_length, {}, 0});
  const auto snapshot = evidence_.snapshot();
  const Moment moment(evidence_, snapshot);
  const auto judged = unit_within(moment.book().units(), request.unit_code, request.days, request.scope)
                          ? judge_sheet(moment, request.unit_code, request.days, evidence_.now())
                          : std::nullopt;
  if (!judged) return tl::unexpected(CloseRefused{Why::no_such_unit, {}, 0});
  auto text = attendance::to_text(judged->sheet);
  if (request.seen && *request.seen != chain({}, text)) {
    return tl::unexpected(CloseRefused{Why::changed_meanwhile, {}, 0});
  }
  if (!request.preliminary) {
    auto open = open_sessions(judged->sheet, request.language);
    if (open.open_sessions > 0) return tl::unexpected(std::move(open));
  }
  const auto closed = store_.close_period({request.unit_code, request.days, request.preliminary,
                                           request.author, snapshot.version().last_position,
                                           attendance::rule_version, judged->inputs, std::move(text)});
  if (!closed) return tl::unexpected(CloseRefused{Why::closed_already, {}, 0});
  return *closed;
}

bool PeriodCloses::reopen(std::uint64_t position, std::string_view by, std::string_view reason,
                          const Scope& scope) {
  if (reason.find_first_not_of(" \t\r\n") == reason.npos) return false;
  const attendance::DateSpan ever{attendance::Date::min(), attendance::DateSpan::forever};
  for (const auto& close : list(ever, scope)) {
    if (close.position == position) return store_.reopen_period(position, by, reason);
  }
  return false;
}

std::vector<store::PeriodClose> PeriodCloses::list(const attendance::DateSpan& days,
                                                   const Scope& scope) const {
  const auto snapshot = evidence_.snapshot();
  const auto book = evidence_.rule_book(snapshot);
  auto closes = snapshot.period_closes(days);
  std::erase_if(closes, [&](const store::PeriodClose& close) {
    return !scope.is_everything() && !unit_within(book->units(), close.unit_code, close.days, scope);
  });
  return closes;
}

std::vector<store::PeriodClose> PeriodCloses::list(std::chrono::year_month month, const Scope& scope) const {
  const attendance::DateSpan around{attendance::days_of(month - std::chrono::months(1)).from,
                                    attendance::days_of(month).to};  // a period ends in its month
  auto closes = list(around, scope);
  std::erase_if(closes, [&](const store::PeriodClose& close) {
    return !close.days.overlaps(period(close.unit_code, month));
  });
  return closes;
}

attendance::DateSpan PeriodCloses::period(std::string_view unit_code, std::chrono::year_month month) const {
  const auto book = evidence_.rule_book(evidence_.snapshot());
  const auto unit = book->units().find(unit_code);
  return unit ? attendance::pay_period(month, *book, *unit) : attendance::days_of(month);
}

void PeriodCloses::verify(store::VerifyReport& report) const {
  const auto snapshot = evidence_.snapshot();
  const attendance::DateSpan ever{attendance::Date::min(), attendance::DateSpan::forever};
  const auto judged_from = snapshot.judged_from();
  for (const auto& close : store::in_force(snapshot.period_closes(ever))) {
    ++report.checked["closed_periods"];
    const auto differ = [&](std::string_view what) {
      report.differences.push_back(
          fmt::format("closed period at position {}, unit {}: {}", close.position, close.unit_code, what));
    };
    const auto frozen = attendance::parse_sheet(close.sheet);
    if (!frozen || chain({}, close.sheet) != close.digest) {
      differ("its sheet does not have the digest that was signed");
      continue;
    }
    if (close.rule_version != attendance::rule_version) continue;  // judged by other rules; the sheet stands
    if (close.days.from < judged_from) {
      ++report.checked["closed_periods_of_erased_facts"];
      continue;
    }
    const Moment then(evidence_, snapshot, close.facts_position);
    const auto again = judge_sheet(then, close.unit_code, close.days, evidence_.office().to_local(close.at));
    if (!again) {
      differ("the unit did not exist by the facts of that time");
    } else if (const auto count = differences(*frozen, again->sheet); count > 0) {
      differ(fmt::format("{} sessions are judged otherwise from the facts of that time", count));
    } else if (again->inputs != close.inputs) {
      differ("it was judged from other facts than those of that time");
    }
  }
}

}  // namespace badge::app
