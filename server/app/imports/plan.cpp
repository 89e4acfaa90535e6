#include "server/app/imports/plan.hpp"

#include <array>
#include <utility>

#include "server/app/imports/merge.hpp"

namespace badge::app {
namespace {

struct Kind {
  ImportKind kind;
  std::string_view name;
  void (*plan)(ImportTask&);
};

constexpr std::array kinds = {
    Kind{ImportKind::units, "units", plan_units},
    Kind{ImportKind::staff, "staff", plan_staff},
    Kind{ImportKind::badges, "badges", plan_badges},
    Kind{ImportKind::card_numbers, "card_numbers", plan_card_numbers},
    Kind{ImportKind::temporary_cards, "temporary_cards", plan_temporary_cards},
    Kind{ImportKind::entrances, "entrances", plan_entrances},
    Kind{ImportKind::reader_ends, "reader_ends", plan_reader_ends},
    Kind{ImportKind::clock_rulings, "clock_rulings", plan_clock_rulings},
    Kind{ImportKind::schedules, "schedules", plan_schedules},
    Kind{ImportKind::assignments, "assignments", plan_assignments},
    Kind{ImportKind::calendar, "calendar", plan_calendar},
    Kind{ImportKind::heads, "heads", plan_heads},
    Kind{ImportKind::successions, "successions", plan_successions},
    Kind{ImportKind::pay_periods, "pay_periods", plan_pay_periods},
    Kind{ImportKind::absences, "absences", plan_absences},
    Kind{ImportKind::regimes, "regimes", plan_regimes},
    Kind{ImportKind::duties, "duties", plan_duties},
    Kind{ImportKind::duty_slots, "duty_slots", plan_duty_slots},
    Kind{ImportKind::corrections, "corrections", plan_corrections},
    Kind{ImportKind::entitlements, "entitlements", plan_entitlements},
    Kind{ImportKind::credits, "credits", plan_credits},
    Kind{ImportKind::indicators, "indicators", plan_indicators},
    Kind{ImportKind::symbols, "symbols", plan_symbols},
    Kind{ImportKind::timesheet_forms, "timesheet_forms", plan_timesheet_forms},
    Kind{ImportKind::named_periods, "named_periods", plan_named_periods},
    Kind{ImportKind::list_rules, "list_rules", plan_list_rules},
    Kind{ImportKind::trip_reports, "trip_reports", plan_trip_reports},
};

static_assert(kinds.size() == import_kind_count);

const Kind& row_of(ImportKind kind) { return kinds[static_cast<std::size_t>(kind)]; }

}  // namespace

std::optional<ImportKind> parse_import_kind(std::string_view text) {
  for (const auto& kind : kinds) {
    if (kind.name == text) return kind.kind;
  }
  return std::nullopt;
}

std::string_view to_string(ImportKind kind) { return row_of(kind).name; }

std::string import_kind_list() {
  std::string list;
  for (const auto& kind : kinds) list.append(list.empty() ? "" : ", ").append(kind.name);
  return list;
}

tl::expected<ImportPlan, ImportErrors> plan_import(ImportKind kind, std::string_view text,
                                                   const store::RosterFacts& stored, Language language,
                                                   const ImportAids& aids) {
  ImportReport report(language);
  ImportPlan plan;
  ImportTask task{text, stored, aids, report, plan};
  row_of(kind).plan(task);
  if (!report.empty()) return tl::unexpected(report.take());
  return plan;
}

tl::expected<ImportPlan, ImportErrors> plan_withdrawal(ImportKind kind, std::string_view text,
                                                       const store::RosterFacts& stored, Language language,
                                                       const ImportAids& aids) {
  ImportReport report(language);
  ImportPlan plan;
  ImportTask task{text, stored, aids, report, plan};
  plan_withdrawal(task, kind);
  if (!report.empty()) return tl::unexpected(report.take());
  return plan;
}

void read_rows(ImportTask& task, const ImportColumns& columns, const std::function<void(ImportRow&)>& take) {
  const auto read = read_table(task.text, columns, task.report, take);
  task.plan.rows = read.rows;
  for (const auto& column : read.ignored_columns) {
    task.plan.notes.push_back(task.report.say("bỏ qua cột \"{}\"", "column \"{}\" was ignored", column));
  }
}

std::string place_of(std::size_t line, const ImportReport& report) {
  return line == 0 ? report.say("đã có trong hệ thống", "stored already")
                   : report.say("dòng {}", "line {}", line);
}

std::string how_to_end_before(const attendance::DateSpan& later, const attendance::DateSpan& earlier,
                              const ImportReport& report) {
  if (earlier.to != attendance::DateSpan::forever || later.from <= earlier.from) return {};
  return report.say("; nếu đã chuyển, cho dòng trước kết thúc ngày {}",
                    "; if it was replaced, end the earlier one on {}",
                    show_date(later.from - std::chrono::days(1)));
}

}  // namespace badge::app
