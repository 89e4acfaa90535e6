#include <CLI/CLI.hpp>
#include <array>

#include "tools/badgectl/command_line.hpp"
#include "tools/badgectl/import_command.hpp"

namespace badge::tools {
namespace {

constexpr std::array fact_kinds = {
    "units",         "staff",         "badges",      "card_numbers", "temporary_cards", "entrances",
    "reader_ends",   "clock_rulings", "schedules",   "assignments",  "calendar",        "heads",
    "successions",   "pay_periods",   "absences",    "regimes",      "duties",          "duty_slots",
    "corrections",   "entitlements",  "credits",     "indicators",   "symbols",         "timesheet_forms",
    "named_periods", "list_rules",    "trip_reports"};

constexpr const char* import_columns =
    "Columns; those in [] may be left out:\n"
    "  units         code,name,kind,parent_code,valid_from,valid_to\n"
    "  staff         code,full_name,unit_code,position,category,valid_from,valid_to\n"
    "                [,list_order,works_at,entrances]\n"
    "  badges        staff_code,uid,valid_from,valid_to,state[,kind]\n"
    "  card_numbers  staff_code,number,valid_from,valid_to (printed on badges; kept as a keyed hash)\n"
    "  temporary_cards label,uid,unit_code,valid_from,valid_to\n"
    "  entrances     entrance,unit_code,valid_from,valid_to\n"
    "  reader_ends   entrance,reader,at,ruled_by,reason\n"
    "  clock_rulings stream,first_seq,last_seq,offset_s,ruled_by,reason (see `report clocks`)\n"
    "  assignments   schedule,unit_code,staff_code,valid_from,valid_to\n"
    "  calendar      date,kind,name,works_like[,unit_code,from_time,except_units,except_staff,paper]\n"
    "  heads         unit_code,staff_code,role,valid_from,valid_to,paper\n"
    "  successions   from_unit,to_unit,date,paper\n"
    "  pay_periods   unit_code,valid_from,first_day\n"
    "  absences      staff_code,kind,from,to,sessions,paper,reported_at\n"
    "                [,from_time,to_time,weekdays,approved_by,kept]\n"
    "  regimes       staff_code,kind,place,minutes_a_day,from,to,paper\n"
    "  duties        date,schedule,unit_code,staff_code,paper\n"
    "  duty_slots    unit_code,schedule,from,to,weekdays,people_min\n"
    "  corrections   staff_code,unit_code,date,session,effect,at,from_time,to_time,cause,\n"
    "                explanation,decision,decided_by,decision_reason,paper\n"
    "  entitlements  staff_code,year,service_from,base_days,carried_days,carried_until,paper\n"
    "  credits       staff_code,kind,date,from_time,to_time,earns_min,expires,paper,approved_by\n"
    "  indicators    unit_code,period,indicator,value,source_paper (period: 2026-Q3, 2026-07 or 2026)\n"
    "  symbols       unit_code,valid_from,meaning,symbol,name,column[,weight] (of timesheets)\n"
    "  timesheet_forms unit_code,valid_from[,method,half_days,body,budget_code,form,issued_by,timekeeper,\n"
    "                division_head,approver]\n"
    "  named_periods code,name,from,to[,compared_from,compared_to] (that reports are about: before Tết)\n"
    "  list_rules    unit_code,valid_from[,late_times,away_min,rule] (whom lists for heads name)\n"
    "  trip_reports  staff_code,trip_from,reported_on,paper\n"
    "  taps          at,uid,staff_code,reader\n"
    "  attlog        as an attendance machine gives it: number, date, time, no header; or its workbook "
    "(.xlsx)\n"
    "Dates are 2026-03-09 or 09/03/2026; an empty valid_to is open; several codes, sessions or weekdays are\n"
    "joined by +. Importing the same file twice changes nothing. A row with the same key as an earlier one\n"
    "(code and first day, mostly) takes its place; `badgectl withdraw` takes it back without another.";

}  // namespace

void add_import(CLI::App& app, const Options& options) {
  auto* sub = app.add_subcommand("import", "Import a file: all of it, or nothing and a line for each error");
  auto command = std::make_shared<ImportCommand>();
  std::vector<std::string> kinds(fact_kinds.begin(), fact_kinds.end());
  kinds.emplace_back("taps");
  kinds.emplace_back("attlog");
  sub->add_option("kind", command->kind, "What the file holds")->required()->check(CLI::IsMember(kinds));
  sub->add_option("file", command->file,
                  "UTF-8 CSV with a header line, or a workbook (.xlsx); schedules: TOML; calendar: .ics too")
      ->required()
      ->check(CLI::ExistingFile);
  sub->add_flag("--dry-run", command->dry_run, "Check everything, import nothing");
  auto* complete =
      sub->add_option("--complete-for", command->complete_for,
                      "taps: you state that the file holds every tap of this unit and all below it, "
                      "on the days --from to --to; only then can a missing tap count as absence")
          ->type_name("UNIT");
  auto* from = sub->add_option("--from", command->from, "First day that is complete")->type_name("DATE");
  auto* to = sub->add_option("--to", command->to, "Last day that is complete")->type_name("DATE");
  complete->needs(from)->needs(to);
  from->needs(complete);
  to->needs(complete);
  constexpr int day_s = 86'400;  // a clock that is off by more was never set: its times say nothing
  sub->add_option("--clock-ahead", command->clock_ahead_s,
                  "attlog: seconds by which the machine's clock was ahead; negative: behind")
      ->check(CLI::Range(-day_s, day_s))
      ->type_name("SECONDS");
  sub->add_option("--reader", command->reader, "attlog: name of the machine; else that of the file");
  sub->add_option("--codes", command->codes,
                  "attlog: a file number,staff_code; without it the machine's numbers are staff codes")
      ->check(CLI::ExistingFile);
  sub->footer(import_columns);
  sub->callback([&options, command] {
    const bool is_log = command->kind == "attlog";
    if (!command->complete_for.empty() && command->kind != "taps" && !is_log) {
      throw CLI::ValidationError("--complete-for", "belongs to `import taps` and `import attlog` only");
    }
    if (!is_log && (command->clock_ahead_s != 0 || !command->reader.empty() || !command->codes.empty())) {
      throw CLI::ValidationError("--clock-ahead, --reader, --codes", "belong to `import attlog` only");
    }
    with_session(options, [&](const Session& session) { run_import(session, *command); });
  });
}

void add_withdraw(CLI::App& app, const Options& options) {
  auto* sub = app.add_subcommand("withdraw", "Take back the facts that a file names: all of them, or none");
  auto command = std::make_shared<ImportCommand>();
  command->withdraw = true;
  const std::vector<std::string> kinds(fact_kinds.begin(), fact_kinds.end());
  sub->add_option("kind", command->kind, "What the file holds")->required()->check(CLI::IsMember(kinds));
  sub->add_option("file", command->file, "As it was imported; only the columns of the key are read")
      ->required()
      ->check(CLI::ExistingFile);
  sub->add_flag("--dry-run", command->dry_run, "Check everything, withdraw nothing");
  sub->footer(
      "Every row must name a fact in force by its key:\n"
      "  units, staff  code,valid_from\n"
      "  badges        uid,valid_from\n"
      "  card_numbers  number,valid_from\n"
      "  temporary_cards uid,valid_from\n"
      "  entrances     entrance,unit_code,valid_from\n"
      "  reader_ends   entrance,reader\n"
      "  clock_rulings stream,first_seq\n"
      "  schedules     name (TOML)\n"
      "  assignments   unit_code,staff_code,valid_from\n"
      "  calendar      date[,unit_code]\n"
      "  heads         unit_code,staff_code,valid_from\n"
      "  successions   from_unit,to_unit,date\n"
      "  pay_periods   unit_code,valid_from\n"
      "  absences      staff_code,from[,sessions,from_time]\n"
      "  regimes       staff_code,kind,from\n"
      "  duties        staff_code,date,schedule\n"
      "  duty_slots    unit_code,schedule,from\n"
      "  corrections   staff_code,unit_code,date,effect[,session]\n"
      "  entitlements  staff_code,year\n"
      "  credits       staff_code,date,from_time\n"
      "  indicators    unit_code,period,indicator\n"
      "  symbols       unit_code,valid_from,meaning\n"
      "  timesheet_forms unit_code,valid_from\n"
      "  named_periods code\n"
      "  list_rules    unit_code,valid_from\n"
      "  trip_reports  staff_code,trip_from\n"
      "What was withdrawn stays readable in the log, and can be imported again.");
  sub->callback([&options, command] {
    with_session(options, [&](const Session& session) { run_import(session, *command); });
  });
}

}  // namespace badge::tools
