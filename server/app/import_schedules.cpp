#include <toml++/toml.h>

#include <algorithm>
#include <array>
#include <set>

#include "server/app/import_merge.hpp"
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
constexpr std::int64_t repeat_quiet_s_max = 3600;  // a longer one would swallow the way out for lunch

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
  if (session.name.find('+') != std::string::npos) {
    keys.refuse("name", report.say("tên buổi không được có dấu +, vì các tệp khác nối tên buổi bằng dấu đó",
                                   "must not hold a +, because other files join sessions by it"));
  }
  if (!has_times) {  // nothing more can be said of it, or of its neighbours
    session.start = session.end = std::max(session.start, session.end);
    return session;
  }
  if (session.end <= session.start) session.end += day_length;  // night duty: ends the next morning
  if (session.end > attendance::session_end_max) {
    keys.refuse("end", report.say("buổi trực đêm phải kết thúc trước 12:00 hôm sau",
                                  "night duty must end by 12:00 of the next day"));
  }
  const auto length = session.end - session.start;
  if (session.late_grace >= length || session.early_grace >= length) {
    keys.refuse("late_grace_min",
                report.say("thời gian cho phép phải ngắn hơn cả buổi ({} phút)",
                           "grace must be shorter than the session ({} min)", length.count()));
  }
  return session;
}

void check_flexible(Keys& keys, const Season& season, const ImportReport& report) {
  const auto& first = season.sessions.front();
  if (season.flex_later >= first.end - first.start) {
    keys.refuse("flex_later_min", report.say("phải ngắn hơn buổi \"{}\" ({} phút)",
                                             "must be shorter than session \"{}\" ({} min)", first.name,
                                             (first.end - first.start).count()));
  }
  if (season.flex_earlier > first.start) {
    keys.refuse("flex_earlier_min",
                report.say("không được lùi quá 00:00 của ngày", "must not reach before 00:00 of the day"));
  }
}

Season read_season(Keys keys, const ImportReport& report) {
  const auto errors_before = report.total();
  keys.allow_only({"valid_from", "weekdays", "sessions", "flex_earlier_min", "flex_later_min"});
  Season season{keys.date("valid_from"),
                keys.weekdays("weekdays"),
                {},
                keys.duration("flex_earlier_min"),
                keys.duration("flex_later_min")};
  std::set<std::string> names;
  keys.each("sessions", [&](Keys each) {
    auto session = read_session(each, report);
    if (!names.insert(session.name).second) {
      each.refuse("name", report.say("đã có một buổi tên này trong cùng mùa",
                                     "this season has a session of this name"));
    }
    if (!season.sessions.empty() && session.start < season.sessions.back().end) {
      each.refuse("start",
                  report.say("bắt đầu trước khi buổi \"{}\" kết thúc; ghi các buổi theo thứ tự trong ngày",
                             "begins before session \"{}\" ends; write the sessions in order of the day",
                             season.sessions.back().name));
    }
    season.sessions.push_back(std::move(session));
  });
  if (season.sessions.empty()) return season;
  if (report.total() == errors_before) check_flexible(keys, season, report);
  if (season.sessions.size() > attendance::sessions_max) {
    keys.refuse("sessions", report.say("nhiều nhất {} buổi một ngày", "at most {} sessions a day",
                                       attendance::sessions_max));
  }
  if (season.sessions.back().end - day_length > season.sessions.front().start) {
    keys.refuse("sessions", report.say("buổi \"{}\" kéo sang buổi \"{}\" của ngày hôm sau",
                                       "session \"{}\" runs into \"{}\" of the next day",
                                       season.sessions.back().name, season.sessions.front().name));
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

void plan_schedules(ImportTask& task) {
  const auto file = parse(task);
  if (!file) return;
  auto& report = task.report;
  std::vector<Stated<Schedule>> schedules;
  Keys keys(*file, "", report);
  keys.allow_only({"schedule"});
  keys.each("schedule", [&](Keys each) {
    auto schedule = read_schedule(each, report);
    schedules.push_back({std::move(schedule), each.line()});
  });
  task.plan.rows = schedules.size();
  merge(task, task.stored.schedules, std::move(schedules));
}

std::vector<std::pair<std::string, std::size_t>> read_schedule_names(ImportTask& task) {
  std::vector<std::pair<std::string, std::size_t>> names;
  if (const auto file = parse(task)) {
    Keys(*file, "", task.report).each("schedule", [&](Keys each) {
      names.emplace_back(each.text("name"), each.line());
    });
  }
  return names;
}

}  // namespace badge::app
