#include "server/app/waiting_list.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

#include "server/app/deciders.hpp"
#include "server/app/inspections/results.hpp"
#include "server/attendance/pay_period.hpp"

namespace badge::app {
namespace {

using attendance::Date;
using attendance::LocalTime;
using attendance::RuleBook;
using attendance::UnitNo;
using std::chrono::year_month;

std::string head_of(const RuleBook& book, UnitNo unit, Date today) {
  for (const auto above : book.units().line_on(unit, today)) {
    const auto* head = book.head_on(above, today);
    const auto person = head == nullptr ? std::nullopt : book.people().find(head->staff_code);
    if (person) return std::string(book.people().postings(*person).back().full_name);
  }
  return {};
}

WaitingRow row_of(WaitingKind kind, const RuleBook& book, UnitNo unit, Date today) {
  WaitingRow row;
  row.kind = kind;
  row.unit = {book.units().code(unit), book.units().full_name_on(unit, today)};
  row.head = head_of(book, unit, today);
  return row;
}

std::vector<UrgentMatter> matters_of(const Door& door, const OfficeTime& office) {
  std::vector<UrgentMatter> matters;
  const auto add = [&](WaitingKind kind) -> WaitingRow& {
    matters.push_back({std::string(to_string(kind)) + ' ' + door.entrance, {}});
    auto& row = matters.back().row;
    row.kind = kind;
    row.entrance = door.entrance;
    return row;
  };
  const auto has = [&](DoorTrouble trouble) {
    return std::ranges::find(door.troubles, trouble) != door.troubles.end();
  };
  if (has(DoorTrouble::silent) || has(DoorTrouble::deaf)) {
    auto& row = add(WaitingKind::reader_silent);
    for (const auto& reader : door.readers) {
      if (reader.state == ReaderState::listening) continue;
      const auto since = office.to_local(reader.since);
      row.since = std::min(row.since.value_or(since), since);
    }
  }
  if (has(DoorTrouble::clock)) add(WaitingKind::clock_off);
  return matters;
}

/// Lost today, or from tomorrow on: that was reported today.
bool is_lost_lately(const attendance::DateSpan& days, Date today) {
  return days.from <= today + std::chrono::days(1) && days.from > today - lost_badge_told && days.to >= today;
}

const Scope* if_any(const std::optional<Scope>& scope) { return scope ? &*scope : nullptr; }

void add_papers_for(std::vector<WaitingRow>& rows, const OfficeWaiting& office, const Identity& who,
                    Date today) {
  const auto scope = scope_of(who, std::array{Role::hr, Role::head}, today);
  if (!scope) return;
  std::map<std::pair<WaitingKind, UnitNo>, WaitingRow> by_unit;
  for (const auto& paper : office.papers) {
    if (!may_decide(who, *scope, *office.book, paper.person, paper.of)) continue;
    const auto kind = paper.is_request ? WaitingKind::request_waits : WaitingKind::explanation_waits;
    const auto unit = stay_near(*office.book, paper.person, paper.of)->unit;
    auto [row, is_new] = by_unit.try_emplace({kind, unit});
    if (is_new) {
      row->second = row_of(kind, *office.book, unit, today);
      row->second.count = 0;
    }
    ++row->second.count;
    row->second.since = std::min(row->second.since.value_or(paper.since), paper.since);
  }
  for (auto& [key, row] : by_unit) rows.push_back(std::move(row));
}

/// Who closes hears of every month that is not closed; who only prepares it, until it is prepared.
void add_months_for(std::vector<WaitingRow>& rows, const OfficeWaiting& office, const Identity& who,
                    Date today) {
  const auto closing = scope_of(who, std::array{Role::administrator, Role::hr, Role::head}, today),
             preparing = scope_of(who, std::array{Role::timekeeper}, today);
  for (const auto& [unit, month, progress] : office.months) {
    const auto holds = [&, day = progress.days.to, no = unit](const Scope* scope) {
      return scope != nullptr && scope->holds(office.book->units(), no, day);
    };
    const bool to_prepare = progress.state == Progress::open && holds(if_any(preparing));
    if (!to_prepare && !holds(if_any(closing))) continue;
    auto row = row_of(WaitingKind::month_due, *office.book, unit, progress.days.to);
    row.count = progress.open_sessions;
    row.since = LocalTime(progress.days.to + std::chrono::days(1));
    row.month = month;
    row.progress = progress.state;
    rows.push_back(std::move(row));
  }
}

/// Overdue ones for who answers for the unit and who inspects it; what is said to be mended for the latter.
void add_findings_for(std::vector<WaitingRow>& rows, const OfficeWaiting& office, const Identity& who,
                      Date today) {
  if (!office.files) return;
  const auto& units = office.book->units();
  const Inspecting asker(who, units, today);
  std::map<std::tuple<WaitingKind, std::string, std::string>, WaitingRow> by_unit;
  for (const auto& [known, finding, state] : findings_to_follow(*office.files, asker, today)) {
    const auto& inspection = known->inspection;
    const bool is_overdue = state == inspection::FindingState::overdue;
    const bool is_said_mended =
        state == inspection::FindingState::repair_waits && part_of(asker, inspection).follows_up;
    if (!is_overdue && !is_said_mended) continue;
    const auto kind = is_overdue ? WaitingKind::finding_overdue : WaitingKind::repair_waits;
    const auto since = is_overdue ? LocalTime(*finding->due()) : finding->repairs.back().at;
    const auto& code = finding->found.unit_code;
    const auto [place, is_new] = by_unit.try_emplace({kind, code, code.empty() ? inspection.file : ""});
    auto& row = place->second;
    if (is_new) {
      const auto unit = units.find(code);
      if (unit) row = row_of(kind, *office.book, *unit, today);
      if (!unit) row.unit = {code, code.empty() ? inspection.prepared.place : inspection.started->unit_name};
      row.kind = kind;
      row.count = 0;
    }
    ++row.count;
    row.since = std::min(row.since.value_or(since), since);
  }
  for (auto& [key, row] : by_unit) rows.push_back(std::move(row));
}

/// Of several badges of one unit one row.
void add_urgent_for(std::vector<WaitingRow>& rows, const OfficeWaiting& office, const Identity& who,
                    Date today) {
  std::map<std::string, std::size_t> lost_in;
  for (const auto& row : office.urgent) {
    if (!concerns(row, who, *office.book, today)) continue;
    const auto [place, is_new] = row.kind == WaitingKind::badge_lost
                                     ? lost_in.try_emplace(row.unit.code, rows.size())
                                     : std::pair(lost_in.end(), true);
    if (is_new) {
      rows.push_back(row);
    } else {
      auto& known = rows[place->second];
      ++known.count;
      known.since = std::min(known.since, row.since);
    }
  }
}

bool has_taps(const store::Snapshot& snapshot, year_month month) {
  const auto months = snapshot.months();
  return std::ranges::find(months, month) != months.end();
}

}  // namespace

std::string_view to_string(WaitingKind kind) {
  switch (kind) {
    case WaitingKind::reader_silent:
      return "reader_silent";
    case WaitingKind::clock_off:
      return "clock_off";
    case WaitingKind::badge_lost:
      return "badge_lost";
    case WaitingKind::explanation_waits:
      return "explanation_waits";
    case WaitingKind::request_waits:
      return "request_waits";
    case WaitingKind::finding_overdue:
      return "finding_overdue";
    case WaitingKind::repair_waits:
      return "repair_waits";
    case WaitingKind::month_due:
      return "month_due";
  }
  return {};
}

std::vector<UrgentMatter> urgent_matters(const std::vector<Door>& doors, const RuleBook& book,
                                         const OfficeTime& office, Instant now) {
  std::vector<UrgentMatter> matters;
  for (const auto& door : doors) std::ranges::move(matters_of(door, office), std::back_inserter(matters));
  const auto today = office.date_of(now);
  for (const auto& [person, days] : book.people().lost_badges()) {
    const auto* stay = stay_near(book, person, today);
    if (stay == nullptr || !is_lost_lately(days, today)) continue;
    const auto day = std::to_string(days.from.time_since_epoch().count());
    matters.push_back({"badge_lost " + std::string(book.people().code(person)) + ' ' + day,
                       row_of(WaitingKind::badge_lost, book, stay->unit, today)});
    matters.back().row.since = LocalTime(days.from);
  }
  return matters;
}

bool concerns(const WaitingRow& urgent, const Identity& who, const RuleBook& book, Date today) {
  if (scope_of(who, std::array{Role::administrator}, today)) return true;
  if (urgent.kind != WaitingKind::badge_lost) return false;
  const auto scope = scope_of(who, std::array{Role::hr}, today);
  const auto unit = book.units().find(urgent.unit.code);
  return scope && unit && scope->holds(book.units(), *unit, today);
}

std::vector<WaitingRow> rows_for(const OfficeWaiting& office, const Identity& who) {
  const auto today = std::chrono::floor<std::chrono::days>(office.now);
  std::vector<WaitingRow> rows;
  add_urgent_for(rows, office, who, today);
  add_papers_for(rows, office, who, today);
  add_findings_for(rows, office, who, today);
  add_months_for(rows, office, who, today);
  std::ranges::stable_sort(rows, {}, [](const WaitingRow& row) {
    return std::tuple(row.kind, row.since.value_or(LocalTime::min()), row.unit.name);
  });
  return rows;
}

std::size_t total_of(const std::vector<WaitingRow>& rows, WaitingKind kind) {
  std::size_t total = 0;
  for (const auto& row : rows) {
    if (row.kind != kind) continue;
    const bool is_one = kind == WaitingKind::month_due || !row.entrance.empty();
    total += is_one ? 1 : row.count;
  }
  return total;
}

std::vector<UrgentMatter> WaitingList::urgent() const {
  const auto now = now_();
  return urgent_matters(watch_doors(store_, evidence_, now, clock_limit_).doors, *book(), evidence_.office(),
                        now);
}

OfficeWaiting WaitingList::office() const {
  OfficeWaiting office{book(), evidence_.office().to_local(now_()), {}, {}, {}, inspections_.get()};
  for (auto& matter : urgent()) office.urgent.push_back(std::move(matter.row));
  add_papers(office);
  add_months(office);
  return office;
}

void WaitingList::add_papers(OfficeWaiting& office) const {
  const auto& book = *office.book;
  for (attendance::PersonNo person = 0; person < book.people().size(); ++person) {
    for (const auto& one : book.corrections(person)) {
      if (one.decision != attendance::Decision::pending) continue;
      office.papers.push_back({person, one.date, LocalTime(one.date), false});
    }
  }
  for (const auto& request : store_.open_requests()) {
    if (const auto person = book.people().find(request.wanted.staff_code)) {
      office.papers.push_back(
          {*person, request.wanted.days.from, evidence_.office().to_local(request.asked_at), true});
    }
  }
}

/// Of each unit the pay periods that ended last.
void WaitingList::add_months(OfficeWaiting& office) const {
  const auto& units = office.book->units();
  const auto today = std::chrono::floor<std::chrono::days>(office.now);
  const std::chrono::year_month_day date(today);
  const auto this_month = date.year() / date.month();
  std::vector<year_month> last_over(units.size());
  for (UnitNo unit = 0; unit < units.size(); ++unit) {
    const bool is_over = attendance::pay_period(this_month, *office.book, unit).to < today;
    last_over[unit] = is_over ? this_month : this_month - std::chrono::months(1);
  }
  for (auto month = this_month; month > this_month - months_told; month -= std::chrono::months(1)) {
    if (!has_taps(evidence_.snapshot(), month)) continue;
    for (auto& progress : sign_off_.progress(month, Scope::everything())) {
      const bool is_left = progress.state != Progress::closed && progress.state != Progress::nobody;
      const auto unit = units.find(progress.unit_code);
      if (is_left && unit && month <= last_over[*unit])
        office.months.push_back({*unit, month, std::move(progress)});
    }
  }
}

}  // namespace badge::app
