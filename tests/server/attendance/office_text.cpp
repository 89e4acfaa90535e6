#include <algorithm>
#include <charconv>
#include <sstream>
#include <stdexcept>

#include "tests/server/attendance/office.hpp"

namespace badge::attendance::testing {

namespace {

int number(std::string_view text) {
  int value = 0;
  const auto end = text.data() + text.size();
  if (std::from_chars(text.data(), end, value).ptr != end || text.empty()) {
    throw std::invalid_argument("no number: " + std::string(text));
  }
  return value;
}

std::vector<std::string_view> cut(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const auto end = std::min(text.find(separator), text.size());
    if (end > 0) parts.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

bool take_end(std::string_view& text, std::string_view ending) {
  if (!text.ends_with(ending)) return false;
  text.remove_suffix(ending.size());
  return true;
}

std::string clock(const Tap& tap, Date day) {
  const auto minute = clock_minute(tap, day);
  const auto of_day = (minute + minutes(24 * 60)) % minutes(24 * 60);
  const auto digits = [](long n) { return (n < 10 ? "0" : "") + std::to_string(n); };
  auto text = digits(of_day.count() / 60) + ":" + digits(of_day.count() % 60);
  if (minute < minutes(0)) text += "-1";
  if (minute >= minutes(24 * 60)) text += "+1";
  return text;
}

}  // namespace

Date date(std::string_view text) {
  if (text.size() <= 2) return Date(std::chrono::year(2026) / 3 / number(text));
  return Date(std::chrono::year(number(text.substr(0, 4))) / number(text.substr(5, 2)) /
              number(text.substr(8, 2)));
}

seconds time_of_day(std::string_view text) {
  seconds time{0};
  if (take_end(text, "+1")) time += std::chrono::days(1);
  const auto parts = cut(text, ':');
  time += std::chrono::hours(number(parts.at(0))) + minutes(number(parts.at(1)));
  if (parts.size() > 2) time += seconds(number(parts[2]));
  return time;
}

LocalTime at(std::string_view text) {
  const auto gap = text.find_first_of(" T");
  return date(text.substr(0, gap)) + time_of_day(text.substr(gap + 1));
}

DateSpan span(std::string_view from, std::string_view to) { return {date(from), date(to)}; }

minutes minute(std::string_view text) { return std::chrono::duration_cast<minutes>(time_of_day(text)); }

ClockSpan clock_span(std::string_view text) {
  const auto ends = cut(text, '-');
  return {minute(ends.at(0)), minute(ends.at(1))};
}

std::vector<Tap> taps(std::string_view text, Date day) {
  std::vector<Tap> taps;
  for (auto part : cut(text, ' ')) {
    Tap tap{};
    tap.clock_doubtful = take_end(part, "~");
    tap.temporary = take_end(part, "^");
    if (take_end(part, ">in")) tap.direction = Direction::in;
    if (take_end(part, ">out")) tap.direction = Direction::out;
    tap.at = part.find('T') == part.npos ? day + time_of_day(part) : at(part);
    taps.push_back(tap);
  }
  return taps;
}

SessionRule session(std::string_view text, std::string name) {
  const auto parts = cut(text, '/');
  const auto ends = cut(parts.at(0), '-');
  const auto part = [&](std::size_t i) { return minutes(i < parts.size() ? number(parts[i]) : 0); };
  SessionRule rule;
  rule.name = std::move(name);
  rule.start = minute(ends.at(0));
  rule.end = minute(ends.at(1));
  rule.opens_before = part(1);
  rule.closes_after = part(2);
  rule.late_grace = part(3);
  rule.early_grace = part(4);
  return rule;
}

Schedule schedule(std::string name, std::string_view sessions) {
  static const std::vector<std::string> names = {"sáng", "chiều", "tối", "đêm"};
  Schedule schedule;
  schedule.name = std::move(name);
  schedule.seasons = {{date("2020-01-01"), 0b1111111, {}}};
  for (const auto part : cut(sessions, ',')) {
    auto& rules = schedule.seasons.front().sessions;
    rules.push_back(session(part, names.at(rules.size())));
  }
  return schedule;
}

std::string to_text(const SessionVerdict& session, std::span<const Tap> taps, Date day) {
  const auto end = [&](std::int32_t tap) {
    return tap < 0 ? std::string("?") : clock(taps[static_cast<std::size_t>(tap)], day);
  };
  std::string text = session.in < 0 && session.out < 0 ? "" : end(session.in) + "-" + end(session.out);
  const auto say = [&](const std::string& word) { text += (text.empty() ? "" : " ") + word; };
  if (session.state != SessionState::present) {
    say(std::string(to_string(session.state)));
    return text;
  }
  if (session.late > minutes(0)) say("late " + std::to_string(session.late.count()));
  if (session.early > minutes(0)) say("early " + std::to_string(session.early.count()));
  if (session.missing_in) say("missing_in");
  if (session.missing_out) say("missing_out");
  if (session.late + session.early == minutes(0) && !session.missing_in && !session.missing_out)
    say("on_time");
  return text;
}

}  // namespace badge::attendance::testing
