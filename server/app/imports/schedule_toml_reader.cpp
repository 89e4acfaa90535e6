#include <toml++/toml.h>

#include <algorithm>

#include "server/app/imports/schedule_files.hpp"
#include "server/app/imports/season_faults.hpp"
#include "server/attendance/day_plan.hpp"
#include "server/documents/unicode.hpp"

namespace badge::app {
namespace {

using attendance::Date;
using attendance::Schedule;
using attendance::Season;
using attendance::SessionRule;
using std::chrono::minutes;

using attendance::day_length;

/// One table of the file with its path ("schedule[0].season[1]"). Each reading function notes an error where
/// the value breaks its rule and returns something harmless.
class Keys {
 public:
  Keys(const toml::table& table, std::string path, ImportReport& report)
      : table_(table), path_(std::move(path)), report_(report) {}

  void allow_only(std::initializer_list<std::string_view> known) {
    for (const auto& [key, node] : table_) {
      if (std::ranges::find(known, key.str()) != known.end()) continue;
      std::string list;
      for (const auto one : known) list.append(list.empty() ? "" : ", ").append(one);
      refuse(key.str(), report_.say("không có khóa này; ở đây có thể ghi: {}",
                                    "is not a known key; allowed here: {}", list));
    }
  }

  std::string text(std::string_view key) {
    const auto* node = table_.get(key);
    const auto value = node != nullptr ? node->value_exact<std::string>() : std::nullopt;
    const auto text = value ? documents::to_nfc(documents::trimmed(*value)).value_or("") : "";
    if (text.empty() || text.size() > code_bytes_max) {
      refuse(key, report_.say("cần một tên dài từ 1 đến {} byte, trong dấu ngoặc kép",
                              "must be a quoted name of 1 to {} bytes", code_bytes_max));
    }
    return text;
  }

  std::int64_t number(std::string_view key, std::int64_t otherwise, std::int64_t max) {
    const auto* node = table_.get(key);
    if (node == nullptr) return otherwise;
    const auto value = node->value_exact<std::int64_t>();
    if (value && *value >= 0 && *value <= max) return *value;
    refuse(key, report_.say("phải là số nguyên từ 0 đến {}", "must be a whole number from 0 to {}", max));
    return otherwise;
  }

  minutes duration(std::string_view key, minutes otherwise = minutes(0), minutes max = day_length) {
    return minutes(number(key, otherwise.count(), max.count()));
  }

  bool flag(std::string_view key) {
    const auto* node = table_.get(key);
    if (node == nullptr) return false;
    const auto value = node->value_exact<bool>();
    if (!value) refuse(key, report_.say("phải là true hoặc false", "must be true or false"));
    return value.value_or(false);
  }

  /// "07:30" or a TOML time, in whole minutes.
  minutes clock(std::string_view key) {
    const auto* node = table_.get(key);
    if (node != nullptr) {
      if (const auto time = node->value<toml::time>(); time && time->second == 0) {
        return minutes(time->hour * 60 + time->minute);
      }
      const auto text = node->value<std::string>();
      const auto clock = text ? parse_clock(*text) : std::nullopt;
      if (clock && clock->count() % 60 == 0) return std::chrono::duration_cast<minutes>(*clock);
    }
    refuse(key, report_.say("phải là giờ và phút, ví dụ \"07:30\"",
                            "must be hour and minute, for example \"07:30\""));
    return minutes(0);
  }

  Date date(std::string_view key) {
    const auto* node = table_.get(key);
    if (node != nullptr) {
      if (const auto day = node->value<toml::date>()) {
        const auto date = parse_date(fmt::format("{:04}-{:02}-{:02}", day->year, day->month, day->day));
        if (date) return *date;
      }
      const auto text = node->value<std::string>();
      if (const auto date = text ? parse_date(*text) : std::nullopt) return *date;
    }
    refuse(key, report_.say("phải là một ngày, ví dụ 2026-01-01", "must be a date, for example 2026-01-01"));
    return {};
  }

  template <class Meaning>
  Meaning word(std::string_view key, std::span<const Word<Meaning>> words, Meaning otherwise) {
    const auto* node = table_.get(key);
    if (node == nullptr) return otherwise;
    const auto text = node->value<std::string>();
    const auto meaning = text ? meaning_of(*text, words) : std::nullopt;
    if (!meaning) {
      refuse(key, report_.say("không có từ này; dùng một trong: {}", "is not known; use one of: {}",
                              list_of(words, report_.language())));
    }
    return meaning.value_or(otherwise);
  }

  std::uint8_t weekdays(std::string_view key) {
    std::uint8_t bits = 0;
    const auto* list = table_.get_as<toml::array>(key);
    bool good = list != nullptr && !list->empty();
    if (list != nullptr) {
      for (const auto& node : *list) {
        const auto text = node.value<std::string>();
        const auto day = text ? meaning_of(*text, weekday_words()) : std::nullopt;
        good = good && day.has_value();
        if (day) bits = static_cast<std::uint8_t>(bits | 1U << (day->iso_encoding() - 1));
      }
    }
    if (!good) {
      refuse(key,
             report_.say("phải là danh sách các thứ trong tuần, ví dụ [\"mon\", \"tue\"]; có thể dùng: {}",
                         "must be a list of weekdays, for example [\"mon\", \"tue\"]; allowed: {}",
                         list_of(weekday_words(), report_.language())));
    }
    return bits;
  }

  /// Calls `take` for each table of the list; the list must have one at least.
  template <class Take>
  void each(std::string_view key, Take take) {
    const auto* list = table_.get_as<toml::array>(key);
    const bool good = list != nullptr && !list->empty() &&
                      std::ranges::all_of(*list, [](const toml::node& node) { return node.is_table(); });
    if (!good) {
      refuse(key, report_.say("cần ít nhất một mục, xem ví dụ trong README",
                              "needs at least one entry; see the README"));
      return;
    }
    for (std::size_t i = 0; i < list->size(); ++i) {
      take(Keys(*list->get(i)->as_table(), fmt::format("{}{}{}[{}]", path_, path_.empty() ? "" : ".", key, i),
                report_));
    }
  }

  void refuse(std::string_view key, std::string message) {
    const auto* node = table_.get(key);
    std::string shown;
    if (node != nullptr && node->is_string()) shown = node->value<std::string>().value_or("");
    if (node != nullptr && node->is_integer())
      shown = std::to_string(node->value<std::int64_t>().value_or(0));
    report_.add(line_of(node != nullptr ? *node : table_),
                fmt::format("{}{}{}", path_, path_.empty() ? "" : ".", key), shown, std::move(message));
  }

  [[nodiscard]] std::size_t line() const { return line_of(table_); }

 private:
  static std::size_t line_of(const toml::node& node) { return node.source().begin.line; }

  const toml::table& table_;
  std::string path_;
  ImportReport& report_;
};

SessionRule read_session(Keys keys, const ImportReport& report) {
  keys.allow_only(
      {"name", "start", "end", "opens_before_min", "closes_after_min", "late_grace_min", "early_grace_min"});
  SessionRule session;
  session.name = keys.text("name");
  const auto errors_before = report.total();
  session.start = keys.clock("start");
  session.end = keys.clock("end");
  const bool has_times = report.total() == errors_before;
  session.opens_before = keys.duration("opens_before_min", minutes(0), attendance::window_reach_max);
  session.closes_after = keys.duration("closes_after_min", minutes(0), attendance::window_reach_max);
  session.late_grace = keys.duration("late_grace_min");
  session.early_grace = keys.duration("early_grace_min");
  if (has_times) {
    reach_next_morning(session);
  } else {
    session.start = session.end = std::max(session.start, session.end);
  }
  return session;
}

Season read_season(Keys keys, const ImportReport& report) {
  keys.allow_only({"valid_from", "weekdays", "sessions", "flex_earlier_min", "flex_later_min"});
  Season season{keys.date("valid_from"),
                keys.weekdays("weekdays"),
                {},
                keys.duration("flex_earlier_min"),
                keys.duration("flex_later_min")};
  std::vector<Keys> places;
  keys.each("sessions", [&](Keys each) {
    season.sessions.push_back(read_session(each, report));
    places.push_back(std::move(each));
  });
  if (season.sessions.empty()) return season;
  for (auto& fault : faults_of(season, report)) {
    (fault.session ? places[*fault.session] : keys).refuse(fault.field, std::move(fault.message));
  }
  return season;
}

Schedule read_schedule(Keys keys, const ImportReport& report) {
  keys.allow_only({"name", "taps", "repeat_quiet_s", "stay_min", "lone_tap_reach_min", "noon_one_tap",
                   "minutes_after_grace", "ignores_calendar", "explanation_days", "season"});
  const Schedule defaults;
  Schedule schedule;
  schedule.name = keys.text("name");
  schedule.taps = keys.word("taps", taps_demanded_words(), defaults.taps);
  schedule.repeat_quiet =
      std::chrono::seconds(keys.number("repeat_quiet_s", defaults.repeat_quiet.count(), repeat_quiet_s_max));
  schedule.stay_min = keys.duration("stay_min", defaults.stay_min);
  schedule.lone_tap_reach = keys.duration("lone_tap_reach_min", defaults.lone_tap_reach);
  schedule.noon_one_tap = keys.flag("noon_one_tap");
  schedule.minutes_after_grace = keys.flag("minutes_after_grace");
  schedule.explanation_days = static_cast<std::int32_t>(
      keys.number("explanation_days", defaults.explanation_days, attendance::explanation_days_max));
  schedule.ignores_calendar = keys.flag("ignores_calendar");
  keys.each("season", [&](Keys each) {
    auto season = read_season(each, report);
    if (!schedule.seasons.empty() && season.valid_from <= schedule.seasons.back().valid_from) {
      each.refuse("valid_from",
                  report.say("không sau mùa trước đó; ghi các mùa theo thứ tự thời gian",
                             "is not after the season before it; write the seasons in order of time"));
    }
    schedule.seasons.push_back(std::move(season));
  });
  return schedule;
}

std::optional<toml::table> parse(ImportTask& task) {
  try {
    return toml::parse(task.text);
  } catch (const toml::parse_error& error) {
    task.report.add(
        error.source().begin.line, "", "",
        task.report.say("không đúng cú pháp TOML: {}", "is not valid TOML: {}", error.description()));
    return std::nullopt;
  }
}

}  // namespace

StatedSchedules read_schedule_toml(ImportTask& task) {
  StatedSchedules schedules;
  const auto file = parse(task);
  if (!file) return schedules;
  Keys keys(*file, "", task.report);
  keys.allow_only({"schedule"});
  keys.each("schedule", [&](Keys each) {
    auto schedule = read_schedule(each, task.report);
    schedules.push_back({std::move(schedule), each.line()});
  });
  return schedules;
}

NamesWithLines names_in_schedule_toml(ImportTask& task) {
  NamesWithLines names;
  if (const auto file = parse(task)) {
    Keys(*file, "", task.report).each("schedule", [&](Keys each) {
      names.emplace_back(each.text("name"), each.line());
    });
  }
  return names;
}

}  // namespace badge::app
