#include <algorithm>

#include "server/app/sentences.hpp"
#include "server/scenario/parts.hpp"

namespace badge::scenario {
namespace {

template <class Value>
void read_if_there(Keys& keys, std::string_view key, std::optional<Value>& into) {
  Value value{};
  keys.read(key, value);
  if (keys.has(key)) into = std::move(value);
}

template <class Meaning>
void read_if_there(Keys& keys, std::string_view key, std::optional<Meaning>& into, Words<Meaning> words) {
  Meaning meaning{};
  keys.read(key, meaning, words);
  if (keys.has(key)) into = meaning;
}

/// "07:37", or null for no tap; kept as answers show it.
void read_clock_if_there(Keys& keys, std::string_view key, std::optional<std::string>& into) {
  const auto* value = keys.value(key);
  if (value == nullptr) return;
  into = "";
  if (value->is_null()) return;
  minutes clock{0};
  keys.read_clock(key, clock);
  into = app::clock_text(clock);
}

void read_minutes_if_there(Keys& keys, std::string_view key, std::optional<std::int64_t>& into) {
  std::int64_t count = 0;
  keys.read(key, count, 0, 2 * day_length.count());
  if (keys.has(key)) into = count;
}

/// Codes of `words`, kept as the words have them.
template <class Meaning>
void read_codes_if_there(Keys& keys, std::string_view key, std::optional<std::vector<std::string_view>>& into,
                         Words<Meaning> words) {
  if (keys.value(key) == nullptr) return;
  std::vector<std::string> codes;
  keys.read(key, codes);
  into.emplace();
  for (const auto& code : codes) {
    if (const auto meaning = meaning_of(code, words)) {
      into->push_back(code_of(*meaning, words));
    } else {
      keys.refuse(key, keys.report().say("không có từ \"{}\"; dùng: {}",
                                         "\"{}\" is not known; use one of: {}", code, list_of(words)));
    }
  }
}

ExpectedSession read_session(Keys& keys) {
  ExpectedSession session;
  read_if_there(keys, "name", session.name);
  read_if_there(keys, "state", session.state, session_state_words());
  read_clock_if_there(keys, "in", session.in);
  read_clock_if_there(keys, "out", session.out);
  read_minutes_if_there(keys, "late_min", session.late_min);
  read_minutes_if_there(keys, "early_min", session.early_min);
  read_if_there(keys, "missing_in", session.missing_in);
  read_if_there(keys, "missing_out", session.missing_out);
  read_codes_if_there(keys, "reasons", session.reasons, reason_words());
  return session;
}

}  // namespace

void read_expected(Keys& keys, const Known& known, Scenario& scenario) {
  keys.each("expect", [&](Keys& each) {
    ExpectedDay day;
    day.date = scenario.asked.from;
    each.require({"date"});
    each.read("date", day.date);
    read_person(each, known, day.staff_code);
    each.read("in_service", day.in_service);
    read_if_there(each, "kind", day.kind, day_kind_words());
    read_codes_if_there(each, "taps", day.tap_uses, tap_use_words());
    if (each.has("sessions")) day.sessions.emplace();
    each.each("sessions", [&](Keys& session) { day.sessions->push_back(read_session(session)); });
    auto& report = keys.report();
    if (!scenario.asked.contains(day.date)) {
      each.refuse("date", report.say("không nằm trong những ngày được hỏi (from … to)",
                                     "is not within the days that are asked for (from … to)"));
    }
    if (std::ranges::find(scenario.people_asked, day.staff_code) == scenario.people_asked.end()) {
      each.refuse("staff_code", report.say("không nằm trong những người được hỏi (people)",
                                           "is not among the people that are asked for (people)"));
    }
    scenario.expected.push_back(std::move(day));
  });
}

}  // namespace badge::scenario
