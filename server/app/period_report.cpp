#include "server/app/period_report.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace badge::app {
namespace {

using attendance::Date;
using attendance::DateSpan;
using attendance::Tally;

/// Rows of one month after the other, found again by their key. In the end those of the last month come
/// first, in its order.
template <class Row, class Key>
class GrowingRows {
 public:
  void begin_month() { ++month_; }
  Row& at(const Key& key) {
    const auto [found, is_new] = places_.try_emplace(key, rows_.size());
    if (is_new) rows_.push_back({0, {}, {}});
    auto& kept = rows_[found->second];
    if (kept.month != month_) kept = {month_, next_++, std::move(kept.row)};
    return kept.row;
  }
  [[nodiscard]] Row* find(const Key& key) {
    const auto found = places_.find(key);
    return found == places_.end() ? nullptr : &rows_[found->second].row;
  }
  [[nodiscard]] std::vector<Row> take() && {
    std::ranges::sort(rows_, [](const Kept& a, const Kept& b) {
      return a.month != b.month ? a.month > b.month : a.place < b.place;
    });
    std::vector<Row> rows;
    for (auto& kept : rows_) rows.push_back(std::move(kept.row));
    return rows;
  }

 private:
  struct Kept {
    std::size_t month = 0, place = 0;  // it was seen last
    Row row;
  };
  std::vector<Kept> rows_;
  std::map<Key, std::size_t> places_;
  std::size_t month_ = 0, next_ = 0;
};

/// Those of the report above which none is listed: their sums together are everybody's.
std::vector<const UnitRow*> tops_of(const UnitReport& report) {
  std::set<std::string_view> listed;
  for (const auto& row : report.rows) listed.insert(row.unit.code);
  std::vector<const UnitRow*> tops;
  for (const auto& row : report.rows) {
    if (!listed.contains(row.parent_code)) tops.push_back(&row);
  }
  return tops;
}

PeriodUnits::Month month_of_units(const UnitReport& report, const DateSpan& days) {
  PeriodUnits::Month month{days, {}, 0};
  for (const auto* top : tops_of(report)) month.tally += top->subtree;
  month.not_closed = static_cast<std::size_t>(std::ranges::count_if(
      report.rows, [](const UnitRow& row) { return row.own_staff > 0 && row.state != UnitState::closed; }));
  return month;
}

/// By the tree of each month: a unit that moved counts in each place for the months that it stood there.
void add_parts(const UnitReport& report, std::vector<PeriodUnits::Part>& parts) {
  const auto add = [&](const UnitName& unit, const Tally& tally, bool own_people) {
    const auto known = std::ranges::find_if(parts, [&](const PeriodUnits::Part& part) {
      return part.unit.code == unit.code && part.own_people == own_people;
    });
    auto& part = known != parts.end() ? *known : parts.emplace_back();
    part.unit = unit;
    part.tally += tally;
    part.own_people = own_people;
  };
  const auto tops = tops_of(report);
  if (tops.size() != 1) {
    for (const auto* top : tops) add(top->unit, top->subtree, false);
    return;
  }
  const auto& top = *tops.front();
  for (const auto& row : report.rows) {
    if (row.parent_code == top.unit.code) add(row.unit, row.subtree, false);
  }
  add(top.unit, top.own, true);
}

}  // namespace

std::optional<PeriodUnits> period_units(MonthReports& months, const ReportPeriod& period,
                                        std::string_view unit, const Scope& scope, Date today) {
  PeriodUnits told;
  told.period = period;
  GrowingRows<PeriodUnits::Row, std::string> rows;
  for (const auto& days : months_of(period.days, today)) {
    const auto report = unit_report(*months.get(days), unit, scope);
    if (!report || report->rows.empty()) continue;
    told.months.push_back(month_of_units(*report, days));
    told.total += told.months.back().tally;
    told.top = report->top;
    add_parts(*report, told.parts);
    told.staff = 0;
    for (const auto* top : tops_of(*report)) told.staff += top->subtree_staff;
    rows.begin_month();
    for (const auto& row : report->rows) {
      auto& sum = rows.at(row.unit.code);
      sum.unit = row.unit;
      sum.parent_code = row.parent_code;
      sum.level = row.level;
      sum.own_staff = row.own_staff;
      sum.subtree_staff = row.subtree_staff;
      sum.own += row.own;
      sum.subtree += row.subtree;
    }
  }
  if (told.months.empty()) return std::nullopt;
  for (const auto& days : months_of(period.before, today)) {
    const auto report = unit_report(*months.get(days), unit, scope);
    if (!report) continue;
    told.before += month_of_units(*report, days).tally;
    for (const auto& row : report->rows) {
      auto* sum = rows.find(row.unit.code);
      if (sum == nullptr) continue;
      sum->own_before += row.own;
      sum->subtree_before += row.subtree;
    }
  }
  told.rows = std::move(rows).take();
  return told;
}

std::optional<PeriodPeople> period_people(MonthReports& months, const ReportPeriod& period,
                                          std::string_view unit, bool whole_subtree, const Scope& scope,
                                          Date today) {
  PeriodPeople told{period, {}, {}};
  GrowingRows<PeriodPeople::Row, std::pair<std::string, std::string>> rows;
  bool is_known = false;
  for (const auto& days : months_of(period.days, today)) {
    const auto report = people_report(*months.get(days), unit, whole_subtree, scope);
    if (!report) continue;
    is_known = true;
    told.unit = report->unit;
    rows.begin_month();
    for (const auto& row : report->rows) {
      auto& sum = rows.at({row.unit.code, row.staff_code}).person;
      const auto tally = sum.tally;
      sum = row;
      sum.tally += tally;
    }
  }
  if (!is_known) return std::nullopt;
  for (const auto& days : months_of(period.before, today)) {
    const auto report = people_report(*months.get(days), unit, whole_subtree, scope);
    if (!report) continue;
    for (const auto& row : report->rows) {
      if (auto* sum = rows.find({row.unit.code, row.staff_code})) sum->before += row.tally;
    }
  }
  told.rows = std::move(rows).take();
  return told;
}

std::optional<PeriodPerson> period_person(const Evidence& evidence, std::string_view staff,
                                          const ReportPeriod& period, const Scope& scope, Language language) {
  const auto today = std::chrono::floor<std::chrono::days>(evidence.now());
  const auto signed_report = [&](const DateSpan& days) {
    return person_report(evidence, staff, days, scope, language, Verdicts::as_signed);
  };
  PeriodPerson told{period, {}, {}, {}};
  for (const auto& month : months_of(period.days, today)) {
    auto report = signed_report(month);
    if (!report) continue;
    told.total += report->tally;
    told.months.push_back(*std::move(report));
  }
  if (told.months.empty()) return std::nullopt;
  for (const auto& month : months_of(period.before, today)) {
    if (const auto report = signed_report(month)) told.before += report->tally;
  }
  return told;
}

}  // namespace badge::app
