// The two ledgers of days: annual leave, and work that earns compensatory leave.
#include <algorithm>
#include <tuple>

#include "server/app/imports/known.hpp"
#include "server/app/imports/merge.hpp"

namespace badge::app {
namespace {

using attendance::ClockSpan;
using attendance::Credit;
using attendance::CreditKind;
using attendance::Date;
using attendance::DateSpan;
using attendance::LeaveEntitlement;
using attendance::minutes;

using attendance::day_length;
constexpr std::int32_t base_half_days = 24;  // Labour Code 2019 art. 113
constexpr std::int64_t earns_times_max = 3;  // art. 98: night work on a holiday

DateSpan year_span(int year) {
  return {Date(std::chrono::year(year) / 1 / 1), Date(std::chrono::year(year) / 12 / 31)};
}

void check_carried(ImportRow& row, const LeaveEntitlement& leave, const ImportReport& report) {
  if (row.cell("carried_until").empty()) {
    if (leave.carried_half_days > 0) {
      row.refuse("carried_until", report.say("có ngày phép chuyển sang thì phải ghi hạn nghỉ hết các ngày đó",
                                             "must say until when the carried days may be taken"));
    }
  } else if (!year_span(leave.year).contains(leave.carried_until)) {
    row.refuse("carried_until",
               report.say("phải là một ngày trong năm {}", "must be a day of {}", leave.year));
  }
}

/// The end, on the next day where it stands before the beginning.
ClockSpan hours(ImportRow& row, const ImportReport& report) {
  for (const auto* column : {"from_time", "to_time"}) {
    if (row.cell(column).empty()) row.refuse_empty(column);
  }
  const auto from = row.clock("from_time"), to = row.clock("to_time");
  if (!from || !to) return {};
  if (*from == *to || *from == day_length) {
    row.refuse("to_time", report.say("trùng với from_time; ghi giờ kết thúc",
                                     "is the same as from_time; write the end"));
  }
  return {*from, *to < *from ? *to + day_length : *to};
}

void check_credit(ImportRow& row, const Credit& credit, const ImportReport& report) {
  if (credit.expires < credit.date) {
    row.refuse("expires", report.say("hết hạn trước ngày làm ({})", "expires before it is earned (on {})",
                                     show_date(credit.date)));
  }
  const auto most = (credit.time.to - credit.time.from) * earns_times_max;
  if (credit.earns > most) {
    row.refuse("earns_min",
               report.say("quá {} lần thời gian đã làm; nhiều nhất {} phút",
                          "is more than {} times the work; at most {} min", earns_times_max, most.count()));
  }
}

void refuse_hours_counted_twice(ImportTask& task, std::vector<Stated<Credit>> all) {
  const auto begin = [](const Stated<Credit>& one) {
    return attendance::LocalTime(one.fact.date) + one.fact.time.from;
  };
  const auto end = [](const Stated<Credit>& one) {
    return attendance::LocalTime(one.fact.date) + one.fact.time.to;
  };
  std::ranges::sort(all, {},
                    [&](const auto& one) { return std::tuple(one.fact.staff_code, begin(one), one.line); });
  for (std::size_t i = 1; i < all.size(); ++i) {
    const auto &earlier = all[i - 1], &later = all[i];
    if (earlier.fact.staff_code != later.fact.staff_code || end(earlier) <= begin(later)) continue;
    const auto& [blamed, other] = later.line != 0 ? std::tie(later, earlier) : std::tie(earlier, later);
    if (blamed.line == 0) continue;
    task.report.add(
        blamed.line, "from_time", show_date(blamed.fact.date),
        task.report.say("trùng giờ với một dòng khác của cùng người, ngày {} ({}); mỗi giờ chỉ tính một lần",
                        "shares hours with another row of the same person, on {} ({}); an hour counts once",
                        show_date(other.fact.date), place_of(other.line, task.report)));
  }
}

}  // namespace

void plan_entitlements(ImportTask& task) {
  constexpr std::int32_t year_min = 2000;
  constexpr std::int32_t year_max = static_cast<int>(std::chrono::year_month_day(DateSpan::forever).year());
  const ImportColumns columns{
      {"staff_code", "year", "service_from", "base_days", "carried_days", "carried_until", "paper"}, {}};
  const Known known(task.stored, task.report);
  const InForce in_force(task.stored.entitlements);
  std::vector<Stated<LeaveEntitlement>> file;
  read_rows(task, columns, [&](ImportRow& row) {
    if (row.cell("year").empty()) row.refuse_empty("year");
    LeaveEntitlement leave{row.needed_code("staff_code"),
                           row.number("year", year_min, year_max).value_or(year_min),
                           row.date("service_from"),
                           row.half_days("base_days").value_or(base_half_days),
                           row.half_days("carried_days").value_or(0),
                           row.cell("carried_until").empty() ? Date{} : row.date("carried_until"),
                           row.text("paper")};
    if (!row.good()) return;
    in_force.trust_unchanged(row, leave);
    if (!known.staff(row, "staff_code", leave.staff_code)) return;
    const auto year = year_span(leave.year);
    if (leave.service_from > year.to) {
      row.refuse("service_from",
                 task.report.say("sau năm {}; sửa năm hoặc ngày bắt đầu làm việc",
                                 "is after {}; mend the year or the beginning of service", leave.year));
    } else if (!known.serves_during(leave.staff_code, year)) {
      row.refuse("year", task.report.say(
                             "\"{}\" không công tác ngày nào trong năm này; sửa năm, hoặc nhập danh sách "
                             "nhân sự trước",
                             "\"{}\" has no posting in this year; mend the year, or import the staff first",
                             leave.staff_code));
    }
    check_carried(row, leave, task.report);
    file.push_back({std::move(leave), row.line()});
  });
  merge(task, task.stored.entitlements, std::move(file));
}

void plan_credits(ImportTask& task) {
  constexpr std::int32_t earns_min_max = 3 * 24 * 60;
  const ImportColumns columns{
      {"staff_code", "kind", "date", "from_time", "to_time", "earns_min", "expires", "paper", "approved_by"},
      {}};
  const Known known(task.stored, task.report);
  const InForce in_force(task.stored.credits);
  std::vector<Stated<Credit>> file;
  read_rows(task, columns, [&](ImportRow& row) {
    if (row.cell("earns_min").empty()) row.refuse_empty("earns_min");
    Credit credit{row.needed_code("staff_code"),
                  row.needed_word("kind", credit_words()).value_or(CreditKind::overtime),
                  row.date("date"),
                  hours(row, task.report),
                  minutes(row.number("earns_min", 1, earns_min_max).value_or(1)),
                  row.date("expires"),
                  row.text("paper"),
                  row.needed_text("approved_by")};
    if (!row.good()) return;
    in_force.trust_unchanged(row, credit);
    check_credit(row, credit, task.report);
    known.in_service(row, credit.staff_code, {credit.date, credit.date}, "date", "date");
    file.push_back({std::move(credit), row.line()});
  });
  refuse_hours_counted_twice(task, merge(task, task.stored.credits, std::move(file)));
}

}  // namespace badge::app
