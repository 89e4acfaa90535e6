/// badgectl: the administrator's and the HR officer's tool. All of it but `judge` goes through the server's
/// API.
#include <sys/stat.h>

#include <CLI/CLI.hpp>
#include <array>
#include <cstdlib>
#include <fstream>
#include <iostream>

#include "tools/badgectl/account_commands.hpp"
#include "tools/badgectl/close_commands.hpp"
#include "tools/badgectl/import_command.hpp"
#include "tools/badgectl/judge_command.hpp"
#include "tools/badgectl/keeping_commands.hpp"
#include "tools/badgectl/report_commands.hpp"

namespace badge::tools {
namespace {

constexpr int exit_failed = 1;
constexpr int exit_usage = 2;

struct Options {
  std::string server, token_file, ca_file, language;
};

bool locale_is_vietnamese() {
  for (const auto* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(name);
    if (value != nullptr && *value != '\0') return std::string_view(value).starts_with("vi");
  }
  return false;
}

std::string read_token(const std::string& file) {
  if (file.empty()) {
    throw CLI::ValidationError("--token-file (or BADGE_TOKEN_FILE)",
                               "needed; the file that holds your token, for example admin.token of "
                               "`badge-server --config server.toml init > admin.token`");
  }
  std::ifstream in(file);
  std::string token;
  if (!in) throw CommandFailed("--token-file \"" + file + "\": cannot be read\n");
  in >> token;
  constexpr std::size_t token_bytes_max = 256;
  if (token.empty() || token.size() > token_bytes_max) {
    throw CommandFailed("--token-file \"" + file + "\": must hold one token on its first line\n");
  }
  struct stat status {};
  if (::stat(file.c_str(), &status) == 0 && (status.st_mode & (S_IRGRP | S_IROTH)) != 0) {
    std::cerr << "badgectl: others can read " << file << "; run: chmod 600 " << file << "\n";
  }
  return token;
}

bool is_vietnamese(const Options& options) {
  return options.language.empty() ? locale_is_vietnamese() : options.language == "vi";
}

void with_session(const Options& options, const std::function<void(const Session&)>& command) {
  if (options.server.empty()) {
    throw CLI::ValidationError("--server (or BADGE_SERVER)", "needed, for example http://127.0.0.1:8080");
  }
  auto address = parse_server_address(options.server);
  if (!address) throw CLI::ValidationError(address.error());
  const bool vietnamese = is_vietnamese(options);
  Client client(
      {std::move(*address), read_token(options.token_file), options.ca_file, vietnamese ? "vi" : "en"});
  command({client, vietnamese});
}

constexpr std::array fact_kinds = {
    "units", "staff",    "badges",  "entrances", "reader_ends", "schedules",   "assignments",  "calendar",
    "heads", "absences", "regimes", "duties",    "duty_slots",  "corrections", "entitlements", "credits"};

constexpr const char* import_columns =
    "Columns; those in [] may be left out:\n"
    "  units         code,name,kind,parent_code,valid_from,valid_to\n"
    "  staff         code,full_name,unit_code,position,category,valid_from,valid_to\n"
    "                [,list_order,works_at,entrances]\n"
    "  badges        staff_code,uid,valid_from,valid_to,state[,kind]\n"
    "  entrances     entrance,unit_code,valid_from,valid_to\n"
    "  reader_ends   entrance,reader,at,ruled_by,reason\n"
    "  assignments   schedule,unit_code,staff_code,valid_from,valid_to\n"
    "  calendar      date,kind,name,works_like[,unit_code,from_time,except_units,except_staff,paper]\n"
    "  heads         unit_code,staff_code,role,valid_from,valid_to,paper\n"
    "  absences      staff_code,kind,from,to,sessions,paper,reported_at\n"
    "                [,from_time,to_time,weekdays,approved_by,kept]\n"
    "  regimes       staff_code,kind,place,minutes_a_day,from,to,paper\n"
    "  duties        date,schedule,unit_code,staff_code,paper\n"
    "  duty_slots    unit_code,schedule,from,to,weekdays,people_min\n"
    "  corrections   staff_code,unit_code,date,session,effect,at,from_time,to_time,cause,\n"
    "                explanation,decision,decided_by,decision_reason,paper\n"
    "  entitlements  staff_code,year,service_from,base_days,carried_days,carried_until,paper\n"
    "  credits       staff_code,kind,date,from_time,to_time,earns_min,expires,paper,approved_by\n"
    "  taps          at,uid,staff_code,reader\n"
    "Dates are 2026-03-09 or 09/03/2026; an empty valid_to is open; several codes, sessions or weekdays are\n"
    "joined by +. Importing the same file twice changes nothing. A row with the same key as an earlier one\n"
    "(code and first day, mostly) takes its place; `badgectl withdraw` takes it back without another.";

void add_import(CLI::App& app, const Options& options) {
  auto* sub = app.add_subcommand("import", "Import a file: all of it, or nothing and a line for each error");
  auto command = std::make_shared<ImportCommand>();
  std::vector<std::string> kinds(fact_kinds.begin(), fact_kinds.end());
  kinds.emplace_back("taps");
  sub->add_option("kind", command->kind, "What the file holds")->required()->check(CLI::IsMember(kinds));
  sub->add_option("file", command->file, "UTF-8 CSV with a header line; schedules: TOML")
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
  sub->footer(import_columns);
  sub->callback([&options, command] {
    if (!command->complete_for.empty() && command->kind != "taps") {
      throw CLI::ValidationError("--complete-for", "belongs to `import taps` only");
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
      "  entrances     entrance,unit_code,valid_from\n"
      "  reader_ends   entrance,reader\n"
      "  schedules     name (TOML)\n"
      "  assignments   unit_code,staff_code,valid_from\n"
      "  calendar      date[,unit_code]\n"
      "  heads         unit_code,staff_code,valid_from\n"
      "  absences      staff_code,from[,sessions,from_time]\n"
      "  regimes       staff_code,kind,from\n"
      "  duties        staff_code,date,schedule\n"
      "  duty_slots    unit_code,schedule,from\n"
      "  corrections   staff_code,unit_code,date,effect[,session]\n"
      "  entitlements  staff_code,year\n"
      "  credits       staff_code,date,from_time\n"
      "What was withdrawn stays readable in the log, and can be imported again.");
  sub->callback([&options, command] {
    with_session(options, [&](const Session& session) { run_import(session, *command); });
  });
}

void add_bridge_commands(CLI::App& app, const Options& options) {
  auto* group =
      app.add_subcommand("bridge", "Entrances: the daemons that deliver taps")->require_subcommand(1);
  auto* add = group->add_subcommand("add", "Make a bridge and print its token, alone, once");
  auto name = std::make_shared<std::string>();
  auto entrances = std::make_shared<std::vector<std::string>>();
  add->add_option("name", *name, "As in the key `bridge` of its site.toml")->required();
  add->add_option("--entrance", *entrances, "An entrance whose badges it may know offline; may be repeated");
  add->callback([&options, name, entrances] {
    with_session(options, [&](const Session& session) { add_bridge(session, *name, *entrances); });
  });
  group->add_subcommand("list", "List the bridges in force")->callback([&options] {
    with_session(options, list_bridges);
  });
  auto* revoke = group->add_subcommand("revoke", "Refuse this bridge's token from now on");
  revoke->add_option("name", *name, "Its name")->required();
  revoke->callback([&options, name] {
    with_session(options, [&](const Session& session) { revoke_bridge(session, *name); });
  });
}

void add_token_commands(CLI::App& app, const Options& options) {
  auto* group = app.add_subcommand("token", "Tokens of people")->require_subcommand(1);
  auto* add = group->add_subcommand("add", "Make a token and print it, alone, once");
  auto name = std::make_shared<std::string>();
  auto role = std::make_shared<std::string>("hr");
  auto unit = std::make_shared<std::string>();
  add->add_option("name", *name, "Whose it is, for example ltha")->required();
  add->add_option("--role", *role, "administrator or hr")
      ->capture_default_str()
      ->check(CLI::IsMember({"administrator", "hr"}));
  add->add_option("--unit", *unit, "hr: may see this unit and all below it only")->type_name("CODE");
  add->callback([&options, name, role, unit] {
    with_session(options, [&](const Session& session) { add_token(session, *name, *role, *unit); });
  });
  group->add_subcommand("list", "List the tokens in force")->callback([&options] {
    with_session(options, list_tokens);
  });
  auto* revoke = group->add_subcommand("revoke", "Refuse this token from now on");
  revoke->add_option("name", *name, "Its name")->required();
  revoke->callback([&options, name] {
    with_session(options, [&](const Session& session) { revoke_token(session, *name); });
  });
}

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

void add_period(CLI::App& sub, Period& period, bool needs_unit) {
  auto* unit = sub.add_option("--unit", period.unit, "The unit, without those below it")->type_name("CODE");
  if (needs_unit) unit->required();
  auto* month = sub.add_option("--month", period.month, "For example 2026-07")->type_name("YYYY-MM");
  auto* from = sub.add_option("--from", period.from, "First day of a period that is no month")
                   ->type_name("DATE")
                   ->excludes(month);
  auto* to = sub.add_option("--to", period.to, "Its last day")->type_name("DATE")->excludes(month);
  from->needs(to);
  to->needs(from);
}

void require_days(const Period& period) {
  if (period.month.empty() && period.from.empty()) throw CLI::RequiredError("--month, or --from and --to");
}

void add_close_commands(CLI::App& app, const Options& options) {
  auto* close = app.add_subcommand("close", "Close a unit's month: its sheet is frozen as it is signed");
  auto period = std::make_shared<Period>();
  auto preliminary = std::make_shared<bool>(false);
  add_period(*close, *period, true);
  close->add_flag("--preliminary", *preliminary, "Sign before the last session; may be closed again");
  close->callback([&options, period, preliminary] {
    require_days(*period);
    with_session(options, [&](const Session& session) { close_period(session, *period, *preliminary); });
  });

  auto* reopen = app.add_subcommand("reopen", "Open a closed period again");
  auto reason = std::make_shared<std::string>();
  auto reopened = std::make_shared<Period>();
  add_period(*reopen, *reopened, true);
  reopen->add_option("--reason", *reason, "Why; kept for ever")->required();
  reopen->callback([&options, reopened, reason] {
    require_days(*reopened);
    with_session(options, [&](const Session& session) { reopen_period(session, *reopened, *reason); });
  });

  auto* closes = app.add_subcommand("closes", "Which units closed a period, and which opened it again");
  auto listed = std::make_shared<Period>();
  add_period(*closes, *listed, false);
  closes->callback([&options, listed] {
    require_days(*listed);
    with_session(options, [&](const Session& session) { list_closes(session, *listed); });
  });

  auto* changes = app.add_subcommand(
      "changes",
      "What is judged otherwise than on the closed sheet, or than at an earlier position, and why");
  auto changed = std::make_shared<Period>();
  auto since = std::make_shared<std::string>();
  auto format = std::make_shared<std::string>("text");
  add_period(*changes, *changed, true);
  changes->add_option("--since", *since, "A position of `badgectl status`")->type_name("POSITION");
  changes->add_option("--format", *format, "text or json")
      ->capture_default_str()
      ->check(CLI::IsMember({"text", "json"}));
  changes->callback([&options, changed, since, format] {
    require_days(*changed);
    with_session(options, [&](const Session& session) { list_changes(session, *changed, *since, *format); });
  });
}

void add_judge(CLI::App& app, const Options& options) {
  auto* judge = app.add_subcommand("judge", "Judge a described case, without any server: to try a rule");
  auto command = std::make_shared<JudgeCommand>();
  judge->add_option("file", command->file, "A scenario in JSON; see server/scenario/examples")
      ->required()
      ->check(CLI::ExistingFile);
  judge->add_option("--format", command->format, "text or json")
      ->capture_default_str()
      ->check(CLI::IsMember({"text", "json"}));
  judge->footer("Where the file says what it expects and the answer is another, the exit status is 1.");
  judge->callback([&options, command] {
    command->vietnamese = is_vietnamese(options);
    judge_file(*command);
  });
}

void add_keeping_commands(CLI::App& app, const Options& options) {
  auto* backup = app.add_subcommand("backup", "Save everything into FILE while the server runs");
  auto file = std::make_shared<std::string>();
  backup->add_option("file", *file, "A new file; `badge-server restore FILE` brings it back")->required();
  backup->callback([&options, file] {
    with_session(options, [&](const Session& session) { make_backup(session, *file); });
  });
  app.add_subcommand("verify", "Recompute all that is derived and compare")->callback([&options] {
    with_session(options, verify);
  });
  app.add_subcommand("status", "Which entrances are alive, and what needs a person")->callback([&options] {
    with_session(options, print_status);
  });
}

int run(int argc, char** argv) {
  CLI::App app("badgectl speaks to badge-server: imports, reports, entrances, backups.", "badgectl");
  Options options;
  app.require_subcommand(1);
  app.option_defaults()->always_capture_default(false);
  app.add_option("--server", options.server, "Where the server is, for example http://127.0.0.1:8080")
      ->envname("BADGE_SERVER")
      ->type_name("URL");
  app.add_option("--token-file", options.token_file, "The file that holds your token")
      ->envname("BADGE_TOKEN_FILE")
      ->type_name("FILE");
  app.add_option("--ca", options.ca_file, "Certificates (PEM) that vouch for the server")
      ->envname("BADGE_CA")
      ->type_name("FILE");
  app.add_option("--lang", options.language, "vi or en; without it, as the locale says")
      ->envname("BADGE_LANG")
      ->check(CLI::IsMember({"vi", "en"}));
  app.footer(
      "Exit status: 0 done, 1 refused or failed, 2 wrong usage. `badgectl COMMAND --help` explains each.");
  app.fallthrough();
  add_import(app, options);
  add_withdraw(app, options);
  add_report_commands(app, options);
  add_why(app, options);
  add_close_commands(app, options);
  add_judge(app, options);
  add_bridge_commands(app, options);
  add_token_commands(app, options);
  add_keeping_commands(app, options);
  try {
    app.parse(argc, argv);
    return 0;
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : exit_usage;
  } catch (const CommandFailed& failure) {
    std::cerr << failure.what();
  } catch (const ConnectionFailed& failure) {
    std::cerr << failure.what() << "\n";
  }
  return exit_failed;
}

}  // namespace
}  // namespace badge::tools

int main(int argc, char** argv) {
  try {
    return badge::tools::run(argc, argv);
  } catch (const std::exception& failure) {
    std::cerr << "badgectl: " << failure.what() << "\n";
    return 1;
  }
}
