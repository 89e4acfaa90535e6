#include <CLI/CLI.hpp>

#include "tools/badgectl/command_line.hpp"
#include "tools/badgectl/report_commands.hpp"

namespace badge::tools {
namespace {

void add_leave_report(CLI::App& group, const Options& options) {
  auto* leave = group.add_subcommand("leave", "A year of annual and compensatory leave");
  auto command = std::make_shared<LeaveReportCommand>();
  leave->add_option("--year", command->year, "For example 2026")->required()->type_name("YYYY");
  auto* staff = leave->add_option("--staff", command->staff, "One person, day by day")->type_name("CODE");
  auto* unit = leave->add_option("--unit", command->unit, "The people of this unit and of all below it")
                   ->type_name("CODE")
                   ->excludes(staff);
  leave->add_option("--format", command->format, "table or json; of a unit also csv")
      ->capture_default_str()
      ->check(CLI::IsMember({"table", "csv", "json"}));
  leave->callback([&options, command, staff, unit] {
    if (staff->empty() && unit->empty()) throw CLI::ValidationError("--staff or --unit", "needed");
    if (command->format == "csv" && unit->empty()) throw CLI::ValidationError("--format csv", "needs --unit");
    with_session(options, [&](const Session& session) { report_leave(session, *command); });
  });
}

void add_unit_month_report(CLI::App& group, const Options& options, const std::string& name,
                           const std::string& what, void (*report)(const Session&, const UnitMonthCommand&)) {
  auto* sub = group.add_subcommand(name, what);
  auto command = std::make_shared<UnitMonthCommand>();
  sub->add_option("--month", command->month, "For example 2026-07")->required()->type_name("YYYY-MM");
  sub->add_option("--unit", command->unit, "This unit and all below it")->required()->type_name("CODE");
  sub->add_option("--format", command->format, "table, csv or json")
      ->capture_default_str()
      ->check(CLI::IsMember({"table", "csv", "json"}));
  sub->callback([&options, command, report] {
    with_session(options, [&](const Session& session) { report(session, *command); });
  });
}

}  // namespace

void add_report_commands(CLI::App& app, const Options& options) {
  auto* group =
      app.add_subcommand("report", "A month of attendance, or a year of leave")->require_subcommand(1);
  auto* units = group->add_subcommand("units", "A row for each unit");
  auto command = std::make_shared<UnitReportCommand>();
  units->add_option("--month", command->month, "For example 2026-07")->required()->type_name("YYYY-MM");
  units->add_option("--unit", command->unit, "Only this unit and all below it")->type_name("CODE");
  units->add_option("--format", command->format, "table, csv or json")
      ->capture_default_str()
      ->check(CLI::IsMember({"table", "csv", "json"}));
  units
      ->add_option(
          "--count", command->count,
          "subtree: each unit with the people of all units below; own: without them, so that rows add up")
      ->capture_default_str()
      ->check(CLI::IsMember({"subtree", "own"}));
  units->callback([&options, command] {
    with_session(options, [&](const Session& session) { report_units(session, *command); });
  });

  auto* person = group->add_subcommand("person", "Every day of one person");
  auto staff = std::make_shared<std::string>();
  auto month = std::make_shared<std::string>();
  auto format = std::make_shared<std::string>("table");
  person->add_option("--staff", *staff, "The person's code")->required()->type_name("CODE");
  person->add_option("--month", *month, "For example 2026-07")->required()->type_name("YYYY-MM");
  person->add_option("--format", *format, "table or json")
      ->capture_default_str()
      ->check(CLI::IsMember({"table", "json"}));
  person->callback([&options, staff, month, format] {
    with_session(options, [&](const Session& session) { report_person(session, *staff, *month, *format); });
  });

  add_leave_report(*group, options);
  add_unit_month_report(*group, options, "papers", "What to look at in the papers of a unit", report_papers);
  add_unit_month_report(*group, options, "duties", "Duty slots, who was named and who came", report_duties);

  auto* clocks = group->add_subcommand("clocks", "Taps whose clock cannot be believed, and what was ruled");
  auto clocks_format = std::make_shared<std::string>("table");
  clocks->add_option("--format", *clocks_format, "table, csv or json")
      ->capture_default_str()
      ->check(CLI::IsMember({"table", "csv", "json"}));
  clocks->callback([&options, clocks_format] {
    with_session(options, [&](const Session& session) { report_clocks(session, *clocks_format); });
  });
}

void add_why(CLI::App& app, const Options& options) {
  auto* why = app.add_subcommand("why", "Why a day of a person was judged as it was, in words");
  auto staff = std::make_shared<std::string>();
  auto date = std::make_shared<std::string>();
  auto format = std::make_shared<std::string>("text");
  why->add_option("--staff", *staff, "The person's code")->required()->type_name("CODE");
  why->add_option("--date", *date, "For example 2026-07-09")->required()->type_name("DATE");
  why->add_option("--format", *format, "text or json")
      ->capture_default_str()
      ->check(CLI::IsMember({"text", "json"}));
  why->callback([&options, staff, date, format] {
    with_session(options, [&](const Session& session) { explain_day(session, *staff, *date, *format); });
  });
}

}  // namespace badge::tools
