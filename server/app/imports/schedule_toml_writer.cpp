// Schedules in the keys in which they are imported (schedule_toml_reader.cpp).
#include <fmt/format.h>

#include "server/app/imports/fact_file.hpp"
#include "server/app/imports/words.hpp"
#include "server/app/sentences.hpp"

namespace badge::app {
namespace {

using attendance::Schedule;
using attendance::Season;
using attendance::SessionRule;

/// A basic string of TOML.
std::string toml_string(std::string_view text) {
  std::string safe = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') safe += '\\';
    safe += c;
  }
  return safe + '"';
}

/// A night's end stands as the hour of the next day.
std::string toml_of(const SessionRule& session) {
  return fmt::format(
      "  {{ name = {}, start = \"{}\", end = \"{}\", opens_before_min = {}, closes_after_min = {}, "
      "late_grace_min = {}, early_grace_min = {} }},\n",
      toml_string(session.name), clock_text(session.start), clock_text(session.end),
      session.opens_before.count(), session.closes_after.count(), session.late_grace.count(),
      session.early_grace.count());
}

std::string toml_of(const Season& season) {
  std::string weekdays;
  for (const auto& word : weekday_words()) {
    const bool is_worked = (unsigned{season.weekdays} >> (word.meaning.iso_encoding() - 1) & 1U) != 0;
    if (is_worked) weekdays.append(weekdays.empty() ? "" : ", ").append(toml_string(word.code));
  }
  auto text = fmt::format(
      "[[schedule.season]]\nvalid_from = {}\nweekdays = [{}]\nflex_earlier_min = {}\nflex_later_min = {}\n"
      "sessions = [\n",
      date_cell(season.valid_from), weekdays, season.flex_earlier.count(), season.flex_later.count());
  for (const auto& session : season.sessions) text += toml_of(session);
  return text + "]\n";
}

}  // namespace

std::string schedules_toml(const std::vector<Schedule>& schedules) {
  std::string text;
  for (const auto& schedule : schedules) {
    text += fmt::format(
        "[[schedule]]\nname = {}\ntaps = {}\nrepeat_quiet_s = {}\nstay_min = {}\nlone_tap_reach_min = {}\n"
        "noon_one_tap = {}\nminutes_after_grace = {}\nignores_calendar = {}\nexplanation_days = {}\n",
        toml_string(schedule.name), toml_string(code_of(schedule.taps, taps_demanded_words())),
        schedule.repeat_quiet.count(), schedule.stay_min.count(), schedule.lone_tap_reach.count(),
        schedule.noon_one_tap, schedule.minutes_after_grace, schedule.ignores_calendar,
        schedule.explanation_days);
    for (const auto& season : schedule.seasons) text += toml_of(season);
    text += '\n';
  }
  return text;
}

}  // namespace badge::app
