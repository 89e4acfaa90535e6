#include <CLI/CLI.hpp>

#include "tools/badgectl/close_commands.hpp"
#include "tools/badgectl/command_line.hpp"

namespace badge::tools {
namespace {

void add_period(CLI::App& sub, Period& period, bool needs_unit) {
  auto* unit = sub.add_option("--unit", period.unit, "The unit, without those below it")->type_name("CODE");
  if (needs_unit) unit->required();
  auto* month =
      sub.add_option("--month", period.month,
                     "The pay period of that name, for example 2026-07: the calendar month, unless\n"
                     "the unit or one above it has another first day (import pay_periods)")
          ->type_name("YYYY-MM");
  auto* from = sub.add_option("--from", period.from, "First day of any other period")
                   ->type_name("DATE")
                   ->excludes(month);
  auto* to = sub.add_option("--to", period.to, "Its last day")->type_name("DATE")->excludes(month);
  from->needs(to);
  to->needs(from);
}

void require_days(const Period& period) {
  if (period.month.empty() && period.from.empty()) throw CLI::RequiredError("--month, or --from and --to");
}

}  // namespace

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

}  // namespace badge::tools
