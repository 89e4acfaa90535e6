#include "server/app/sign_off.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "server/app/unit_people.hpp"
#include "server/app/unit_sheet.hpp"
#include "server/attendance/pay_period.hpp"

namespace badge::app {

namespace {

using attendance::DateSpan;
using attendance::DayMark;
using attendance::UnitNo;
using Why = CloseRefused::Why;
using std::chrono::year_month;
using store::PeriodClose;
using store::PeriodSignature;
using store::SigningStep;

/// What was signed and closed of one unit's period.
struct Papers {
  std::vector<const PeriodSignature*> signatures;  // oldest first
  const PeriodClose* close = nullptr;              // in force
};

/// `closed`: the mark of the sheet that was frozen; null: it is not known, or there is none.
UnitProgress progress_of(std::string unit, const DateSpan& days, const DayMark& now, const Papers& papers,
                         const DayMark* closed) {
  UnitProgress progress{std::move(unit), days, Progress::open, now.open, false, {}, {}};
  if (papers.close != nullptr) {
    progress.state = papers.close->preliminary ? Progress::preliminary : Progress::closed;
    progress.by = papers.close->closed_by;
    progress.at = papers.close->at;
    progress.changed = closed != nullptr && closed->verdicts != now.verdicts;
    return progress;
  }
  const PeriodSignature* counts = nullptr;  // the last one of the highest step
  for (const auto* signature : papers.signatures) {
    const bool stands = signature->verdicts == now.verdicts;
    if (stands && (counts == nullptr || signature->step >= counts->step)) counts = signature;
  }
  progress.changed = counts == nullptr && !papers.signatures.empty();
  const auto* last = progress.changed ? papers.signatures.back() : counts;
  if (counts != nullptr) {
    progress.state = counts->step == SigningStep::confirmed ? Progress::confirmed : Progress::prepared;
  }
  if (last != nullptr) {
    progress.by = last->signed_by;
    progress.at = last->at;
  }
  return progress;
}

std::vector<PeriodClose> closes_in_force(const store::Snapshot& snapshot, const DateSpan& days) {
  return store::in_force(snapshot.period_close_heads(days));
}

/// By unit; a period that is not the unit's own stands for itself and is left out by who asks.
template <class Row>
std::unordered_map<std::string_view, std::vector<const Row*>> by_unit(const std::vector<Row>& rows) {
  std::unordered_map<std::string_view, std::vector<const Row*>> found;
  for (const auto& row : rows) found[row.unit_code].push_back(&row);
  return found;
}

template <class Row>
std::vector<const Row*> of_days(const std::unordered_map<std::string_view, std::vector<const Row*>>& rows,
                                std::string_view unit, const DateSpan& days) {
  std::vector<const Row*> found;
  if (const auto of_unit = rows.find(unit); of_unit != rows.end()) {
    std::ranges::copy_if(of_unit->second, std::back_inserter(found),
                         [&](const Row* row) { return row->days == days; });
  }
  return found;
}

/// The judged months that a period touches; each is asked for once.
class MonthsOfPeriods {
 public:
  explicit MonthsOfPeriods(MonthReports& months) : months_(months) {}

  [[nodiscard]] const JudgedMonth& of(year_month month) {
    auto& judged = judged_[month];
    if (judged == nullptr) judged = months_.get(month);
    return *judged;
  }
  struct Told {
    DayMark mark;
    bool has_people = false;
  };
  [[nodiscard]] Told of(const std::string& unit, const DateSpan& days) {
    Told told;
    const std::chrono::year_month_day first(days.from), last(days.to);
    for (auto month = first.year() / first.month(); month <= last.year() / last.month();
         month += std::chrono::months(1)) {
      const auto& judged = of(month);
      const auto no = judged.book->units().find(unit);
      if (!no) continue;
      told.mark += judged.report.mark_of(*no, days);
      told.has_people = told.has_people || judged.report.units[*no].own_staff > 0;
    }
    return told;
  }

 private:
  MonthReports& months_;
  std::map<year_month, std::shared_ptr<const JudgedMonth>> judged_;
};

}  // namespace

std::string_view to_string(Progress progress) {
  switch (progress) {
    case Progress::nobody:
      return "nobody";
    case Progress::open:
      return "open";
    case Progress::prepared:
      return "prepared";
    case Progress::confirmed:
      return "confirmed";
    case Progress::preliminary:
      return "preliminary";
    case Progress::closed:
      return "closed";
  }
  return {};
}

tl::expected<PeriodSignature, CloseRefused> SignOff::sign(const Request& request) {
  const auto refuse = [](Why why) { return tl::unexpected(CloseRefused{why, {}, 0}); };
  if (!is_period(request.days)) return refuse(Why::bad_length);
  const auto snapshot = evidence_.snapshot();
  const Moment moment(evidence_, snapshot);
  const auto judged = unit_within(moment.book().units(), request.unit_code, request.days, request.scope)
                          ? judge_sheet(moment, request.unit_code, request.days, evidence_.now())
                          : std::nullopt;
  if (!judged) return refuse(Why::no_such_unit);
  for (const auto& close : closes_in_force(snapshot, request.days)) {
    if (close.unit_code == request.unit_code && !close.preliminary) return refuse(Why::closed_already);
  }
  const auto digest = chain({}, attendance::to_text(judged->sheet));
  if (request.seen && *request.seen != digest) return refuse(Why::changed_meanwhile);
  auto open = open_sessions(judged->sheet, request.language);
  if (open.open_sessions > 0) return tl::unexpected(std::move(open));
  return store_.sign_period({request.unit_code, request.days, request.step, request.author,
                             request.staff_code, snapshot.version().last_position,
                             attendance::mark_of(judged->sheet).verdicts, digest});
}

std::optional<SheetPreview> SignOff::preview(std::string_view unit_code, const DateSpan& days,
                                             const Scope& scope, Language language) const {
  if (!is_period(days)) return std::nullopt;
  const auto snapshot = evidence_.snapshot();
  const Moment moment(evidence_, snapshot);
  const auto judged = unit_within(moment.book().units(), unit_code, days, scope)
                          ? judge_sheet(moment, unit_code, days, evidence_.now())
                          : std::nullopt;
  if (!judged) return std::nullopt;
  const auto& sheet = judged->sheet;
  const auto mark = attendance::mark_of(sheet);
  SheetPreview preview;
  preview.unit_name = sheet.unit_name;
  preview.head_name = sheet.head_name;
  preview.people = static_cast<std::uint32_t>(sheet.people.size());
  for (const auto& person : sheet.people) preview.tally += attendance::tally_of(person);
  preview.open = open_sessions(sheet, language).open;
  preview.digest = chain({}, attendance::to_text(sheet));

  const auto signatures = snapshot.period_signatures(days);
  const auto closes = store::in_force(snapshot.period_closes(days));
  Papers papers;
  for (const auto& signature : signatures) {
    if (signature.unit_code != unit_code || signature.days != days) continue;
    papers.signatures.push_back(&signature);
    preview.signatures.push_back({signature, signature.verdicts == mark.verdicts});
  }
  std::optional<DayMark> closed;
  for (const auto& close : closes) {
    if (close.unit_code != unit_code || close.days != days) continue;
    papers.close = &close;
    preview.close = close;
    preview.close->sheet.clear();
    if (const auto frozen = attendance::parse_sheet(close.sheet)) closed = attendance::mark_of(*frozen);
  }
  preview.progress = progress_of(std::string(unit_code), days, mark, papers,
                                 closed && days.from >= snapshot.judged_from() ? &*closed : nullptr);
  if (sheet.people.empty()) preview.progress.state = Progress::nobody;
  return preview;
}

std::vector<UnitProgress> SignOff::progress(year_month month, const Scope& scope) const {
  MonthsOfPeriods months(months_);
  const auto& judged = months.of(month);
  const auto& units = judged.book->units();
  const auto of_month = attendance::days_of(month);
  const DateSpan around{attendance::days_of(month - std::chrono::months(1)).from, of_month.to};
  const auto snapshot = evidence_.snapshot();
  const auto judged_from = snapshot.judged_from();
  const auto signatures = snapshot.period_signatures(around);
  const auto closes = closes_in_force(snapshot, around);
  const auto signatures_of = by_unit(signatures);
  const auto closes_of = by_unit(closes);

  std::vector<UnitProgress> told;
  for (UnitNo unit = 0; unit < units.size(); ++unit) {
    const auto& code = units.code(unit);
    if (!unit_within(units, code, of_month, scope)) continue;
    const auto days = attendance::pay_period(month, *judged.book, unit);
    const auto now = months.of(code, days);
    Papers papers{of_days(signatures_of, code, days), nullptr};
    const auto own_closes = of_days(closes_of, code, days);
    if (!own_closes.empty()) papers.close = own_closes.back();
    const auto* closed = judged.closed_unit(unit);
    const bool is_frozen =
        closed != nullptr && closed->sheet != nullptr && days == of_month && days.from >= judged_from;
    told.push_back(progress_of(code, days, now.mark, papers, is_frozen ? &closed->mark : nullptr));
    if (!now.has_people && papers.close == nullptr) told.back().state = Progress::nobody;
  }
  return told;
}

}  // namespace badge::app
