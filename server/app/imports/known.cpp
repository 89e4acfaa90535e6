#include "server/app/imports/known.hpp"

#include <fmt/ranges.h>

#include <algorithm>

#include "server/app/imports/dates.hpp"
#include "server/documents/unicode.hpp"

namespace badge::app {

using attendance::Date;
using attendance::DateSpan;
using attendance::Schedule;

Known::Known(const store::RosterFacts& facts, const ImportReport& report)
    : facts_(facts), report_(report), units_(facts.units) {
  for (const auto& posting : facts.postings) service_[posting.staff_code].push_back(posting.valid);
  for (auto& [code, spans] : service_) std::ranges::sort(spans, {}, &DateSpan::from);
  for (const auto& schedule : facts.schedules) {
    for (const auto& season : schedule.seasons) {
      for (const auto& session : season.sessions) sessions_.insert(session.name);
    }
  }
  // A paper is read again, or taken back, after its schedule was renamed.
  for (const auto& absence : facts.absences)
    sessions_.insert(absence.sessions.begin(), absence.sessions.end());
  for (const auto& correction : facts.corrections) {
    if (!correction.session.empty()) sessions_.insert(correction.session);
  }
}

void Known::unit(ImportRow& row, std::string_view column, std::string_view code, const DateSpan& span) const {
  if (auto objection = units_.objection(code, span, report_)) row.refuse(column, std::move(*objection));
}

void Known::unit_during(ImportRow& row, std::string_view column, std::string_view code,
                        const DateSpan& span) const {
  if (!units_.exists_during(code, span)) unit(row, column, code, span);
}

bool Known::staff(ImportRow& row, std::string_view column, std::string_view code) const {
  if (service_.contains(code)) return true;
  row.refuse(column, report_.say("không có ai mang mã này; nhập danh sách nhân sự trước, hoặc sửa mã",
                                 "nobody has this code; import the staff first, or mend the code"));
  return false;
}

void Known::in_service(ImportRow& row, std::string_view code, const DateSpan& span, std::string_view from,
                       std::string_view to) const {
  if (!staff(row, "staff_code", code)) return;
  const auto missing = first_day_off_service(code, span);
  if (!missing) return;
  if (*missing == span.from) {
    row.refuse(from,
               report_.say("ngày {} \"{}\" không có đơn vị công tác; sửa ngày, hoặc nhập danh sách nhân sự "
                           "trước",
                           "\"{1}\" has no posting on {0}; mend the date, or import the staff first",
                           show_date(*missing), code));
  } else {
    row.refuse(
        to, report_.say("\"{}\" chỉ có đơn vị công tác đến hết ngày {}; cho dòng này kết thúc không muộn hơn "
                        "ngày đó",
                        "\"{}\" has a posting until {} only; end this row no later than that", code,
                        show_date(*missing - std::chrono::days(1))));
  }
}

std::optional<Date> Known::first_day_off_service(std::string_view code, const DateSpan& span) const {
  Date needed = span.from;  // the first day that no posting has covered yet
  const auto found = service_.find(code);
  if (found == service_.end()) return needed;
  for (const auto& posting : found->second) {
    if (!posting.contains(needed)) continue;
    if (posting.to >= span.to) return std::nullopt;
    needed = posting.to + std::chrono::days(1);
  }
  return needed;
}

bool Known::serves_during(std::string_view code, const DateSpan& span) const {
  const auto found = service_.find(code);
  return found != service_.end() &&
         std::ranges::any_of(found->second, [&](const DateSpan& posting) { return posting.overlaps(span); });
}

const Schedule* Known::schedule(ImportRow& row, std::string_view column, std::string_view name) const {
  const auto& schedules = facts_.schedules;
  const auto found = std::ranges::find(schedules, name, &Schedule::name);
  if (found != schedules.end()) return &*found;
  std::vector<std::string_view> names;
  for (const auto& schedule : schedules) names.push_back(schedule.name);
  if (names.empty()) {
    row.refuse(column, report_.say("chưa có lịch làm việc nào; nhập lịch làm việc (schedules) trước",
                                   "there are no schedules yet; import schedules first"));
  } else {
    row.refuse(column, report_.say("không có lịch làm việc này; hiện có: {}",
                                   "there is no such schedule; there are: {}", fmt::join(names, ", ")));
  }
  return nullptr;
}

void Known::entrance(ImportRow& row, std::string_view column, std::string_view name) const {
  if (std::ranges::find(facts_.entrances, name, &attendance::EntranceService::entrance) !=
      facts_.entrances.end())
    return;
  row.refuse(column,
             report_.say("không có điểm quét thẻ \"{}\"; nhập danh sách điểm quét thẻ trước, hoặc sửa mã",
                         "there is no entrance \"{}\"; import the entrances first, or mend the code", name));
}

std::vector<std::string> Known::sessions(ImportRow& row, std::string_view column) const {
  const auto folded = documents::fold_case(row.cell(column));
  if (folded.empty() || folded == "all" || folded == documents::fold_case("cả ngày")) return {};
  std::set<std::string> named;
  for (const auto part : parts(row.cell(column))) {
    const auto name = documents::fold_case(part);
    const auto found =
        std::ranges::find(sessions_, name, [](const auto& one) { return documents::fold_case(one); });
    if (found != sessions_.end()) {
      named.insert(*found);
      continue;
    }
    std::string list;
    for (const auto& one : sessions_) list += ", " + one;
    row.refuse(column, report_.say("không có buổi \"{}\" trong lịch làm việc nào; viết all{}, nối bằng dấu +",
                                   "no schedule has a session \"{}\"; write all{}, joined by +", name, list));
    return {};
  }
  return {named.begin(), named.end()};
}

}  // namespace badge::app
