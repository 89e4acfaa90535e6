#include "server/app/period_closes.hpp"

#include <fmt/format.h>

#include "server/app/sentences.hpp"
#include "server/app/unit_report.hpp"
#include "server/app/unit_sheet.hpp"

namespace badge::app {

namespace {

using attendance::SessionState;
using attendance::Sheet;
using Why = CloseRefused::Why;

bool is_open(const attendance::SheetLine& line) {
  return line.state == SessionState::provisional || line.state == SessionState::not_due;
}

CloseRefused open_sessions(const Sheet& sheet, Language language) {
  CloseRefused refused{Why::still_open, {}, 0};
  for (const auto& person : sheet.people) {
    for (const auto& line : person.lines) {
      if (!is_open(line) || ++refused.open_sessions > open_sessions_listed_max) continue;
      const auto date = date_text(line.date, language);
      refused.open.push_back(
          language == Language::vi
              ? fmt::format("{} ({}), buổi {} ngày {}: {}", person.full_name, person.staff_code, line.session,
                            date, line.state == SessionState::not_due ? "chưa đến giờ" : "chưa đủ dữ liệu")
              : fmt::format("{} ({}), session {} on {}: {}", person.full_name, person.staff_code,
                            line.session, date, to_string(line.state)));
    }
  }
  return refused;
}

bool may_see_unit(const attendance::RuleBook& book, std::string_view code, const attendance::DateSpan& days,
                  std::string_view scope) {
  const auto unit = book.units().find(code);
  if (!unit) return false;
  for (auto date = days.from; date <= days.to; date += std::chrono::days(1)) {
    if (book.units().on(*unit, date) != nullptr && may_see(book.units(), *unit, date, scope)) return true;
  }
  return false;
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

tl::expected<store::PeriodClose, CloseRefused> PeriodCloses::close(const Request& request) {
  if (request.days.to - request.days.from >= period_length_max) {
    return tl::unexpected(CloseRefused{Why::too_long, {}, 0});
  }
  const auto snapshot = evidence_.snapshot();
  const Moment moment(evidence_, snapshot);
  const auto judged = may_see_unit(moment.book(), request.unit_code, request.days, request.scope)
                          ? judge_sheet(moment, request.unit_code, request.days, evidence_.now())
                          : std::nullopt;
  if (!judged) return tl::unexpected(CloseRefused{Why::no_such_unit, {}, 0});
  if (!request.preliminary) {
    auto open = open_sessions(judged->sheet, request.language);
    if (open.open_sessions > 0) return tl::unexpected(std::move(open));
  }
  const auto closed = store_.close_period(
      {request.unit_code, request.days, request.preliminary, request.author, snapshot.version().last_position,
       attendance::rule_version, judged->inputs, attendance::to_text(judged->sheet)});
  if (!closed) return tl::unexpected(CloseRefused{Why::closed_already, {}, 0});
  return *closed;
}

bool PeriodCloses::reopen(std::uint64_t position, std::string_view by, std::string_view reason,
                          std::string_view scope) {
  const attendance::DateSpan ever{attendance::Date::min(), attendance::DateSpan::forever};
  for (const auto& close : list(ever, scope)) {
    if (close.position == position) return store_.reopen_period(position, by, reason);
  }
  return false;
}

std::vector<store::PeriodClose> PeriodCloses::list(const attendance::DateSpan& days,
                                                   std::string_view scope) const {
  const auto snapshot = evidence_.snapshot();
  const auto book = evidence_.rule_book(snapshot);
  auto closes = snapshot.period_closes(days);
  std::erase_if(closes, [&](const store::PeriodClose& close) {
    return !scope.empty() && !may_see_unit(*book, close.unit_code, close.days, scope);
  });
  return closes;
}

void PeriodCloses::verify(store::VerifyReport& report) const {
  const auto snapshot = evidence_.snapshot();
  const attendance::DateSpan ever{attendance::Date::min(), attendance::DateSpan::forever};
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
