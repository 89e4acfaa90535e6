#include "server/attendance/sheet.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace badge::attendance {

namespace {

/// Badges are somebody's for whole days; a loan is not.
bool is_part_of_day(const TimeSpan& held, Date date) {
  const TimeSpan day{date, date + std::chrono::days(1)};
  return held.overlaps(day) && (held.from > day.from || held.until < day.until);
}

std::string two_digits(long number) { return (number < 10 ? "0" : "") + std::to_string(number); }

/// "07:29"; the next day's hours go on from 24.
std::string clock(minutes of_day) {
  const auto count = of_day.count();
  if (count < 0) return "-" + clock(-of_day);
  return two_digits(count / 60) + ":" + two_digits(count % 60);
}

std::string clock_of(const JudgedDay& day, TapNo tap) {
  return tap == none ? std::string() : clock(clock_minute(tap_at(day.facts.taps, tap), day.facts.date));
}

std::string date_text(Date date) {
  const std::chrono::year_month_day day(date);
  return std::to_string(static_cast<int>(day.year())) + "-" + two_digits(static_cast<unsigned>(day.month())) +
         "-" + two_digits(static_cast<unsigned>(day.day()));
}

std::optional<long> number(std::string_view text) {
  if (text.empty() || text.size() > 9 || text.find_first_not_of("0123456789") != text.npos)
    return std::nullopt;
  return std::stol(std::string(text));
}

std::optional<Date> date_of(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = number(text.substr(0, 4)), month = number(text.substr(5, 2)),
             day = number(text.substr(8));
  if (!year || !month || !day) return std::nullopt;
  const std::chrono::year_month_day date(std::chrono::year(static_cast<int>(*year)),
                                         std::chrono::month(static_cast<unsigned>(*month)),
                                         std::chrono::day(static_cast<unsigned>(*day)));
  return date.ok() ? std::optional(Date(date)) : std::nullopt;
}

std::optional<SessionState> state_of(std::string_view text) {
  for (const auto state : {SessionState::present, SessionState::absent, SessionState::excused,
                           SessionState::exempt, SessionState::provisional, SessionState::not_due}) {
    if (to_string(state) == text) return state;
  }
  return std::nullopt;
}

void append(std::string& text, std::initializer_list<std::string_view> fields) {
  bool first = true;
  for (const auto field : fields) {
    if (!first) text += '\t';
    first = false;
    for (const auto letter : field) text += letter == '\t' || letter == '\n' ? ' ' : letter;
  }
  text += '\n';
}

std::string flags_of(const SheetLine& line) {
  std::string flags;
  if (line.missing_in) flags += 'i';
  if (line.missing_out) flags += 'o';
  if (line.corrected) flags += 'c';
  if (line.temporary_card) flags += 't';
  return flags.empty() ? "-" : flags;
}

std::vector<std::string_view> cut(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (;;) {
    const auto end = text.find(separator);
    parts.push_back(text.substr(0, end));
    if (end == text.npos) return parts;
    text.remove_prefix(end + 1);
  }
}

std::optional<SheetLine> parse_line(const std::vector<std::string_view>& fields) {
  if (fields.size() != 9) return std::nullopt;
  const auto date = date_of(fields[0]);
  const auto state = state_of(fields[2]);
  const auto late = number(fields[3]), early = number(fields[4]);
  if (!date || !state || !late || !early) return std::nullopt;
  const auto has = [&](char flag) { return fields[5].find(flag) != std::string_view::npos; };
  return SheetLine{*date,
                   std::string(fields[1]),
                   *state,
                   minutes(*late),
                   minutes(*early),
                   has('i'),
                   has('o'),
                   has('c'),
                   has('t'),
                   std::string(fields[6]),
                   std::string(fields[7]),
                   std::string(fields[8])};
}

bool same_verdict(const SheetLine& a, const SheetLine& b) {
  return a.state == b.state && a.late == b.late && a.early == b.early && a.missing_in == b.missing_in &&
         a.missing_out == b.missing_out;
}

}  // namespace

void add_lines(const JudgedDay& day, SheetPerson& person) {
  for (std::size_t i = 0; i < day.verdict.sessions.size(); ++i) {
    const auto& verdict = day.verdict.sessions[i];
    SheetLine line{.date = day.facts.date, .session = day.facts.plan->sessions[i].rule->name};
    line.state = verdict.state;
    line.late = verdict.late;
    line.early = verdict.early;
    line.missing_in = verdict.missing_in;
    line.missing_out = verdict.missing_out;
    line.temporary_card = day.verdict.temporary_card;
    line.in = clock_of(day, verdict.in);
    line.out = clock_of(day, verdict.out);
    for (const auto& reason : verdict.reasons) {
      line.corrected =
          line.corrected || reason.code == ReasonCode::corrected || reason.code == ReasonCode::concluded;
      line.reasons.append(line.reasons.empty() ? "" : " ").append(to_string(reason.code));
    }
    person.lines.push_back(std::move(line));
  }
}

std::string inputs_text(const JudgedDay& day) {
  const auto& facts = day.facts;
  std::string text;
  const auto date = date_text(facts.date);
  append(text, {"day", date, to_string(facts.plan->kind), facts.has_badge() ? "badge" : "no badge"});
  if (facts.plan->closed_from) append(text, {"closed", clock(*facts.plan->closed_from)});
  for (const auto& session : facts.plan->sessions) {
    append(text, {"session", session.rule->name, clock(session.start), clock(session.end),
                  std::to_string(session.late_grace.count()), std::to_string(session.early_grace.count()),
                  session.schedule->name});
  }
  for (const auto& held : facts.badge_times) {
    if (is_part_of_day(held, facts.date))
      append(text, {"held", std::to_string(held.from.time_since_epoch().count()),
                    std::to_string(held.until.time_since_epoch().count())});
  }
  for (const auto& tap : facts.taps) {
    append(text, {"tap", std::to_string(tap.at.time_since_epoch().count()),
                  std::to_string(static_cast<int>(tap.direction)), tap.clock_doubtful ? "doubtful" : "",
                  tap.temporary ? "lent" : ""});
  }
  for (const auto& paper : facts.papers) {
    if (!is_of(paper, facts.date)) continue;
    append(text, {"paper", std::to_string(static_cast<int>(paper.kind)), paper.paper,
                  date_text(paper.days.from), date_text(paper.days.to)});
  }
  for (const auto& regime : facts.regimes) {
    if (regime.days.contains(facts.date))
      append(text,
             {"regime", std::to_string(static_cast<int>(regime.kind)), std::to_string(regime.a_day.count())});
  }
  for (const auto& correction : facts.corrections) {
    if (correction.date != facts.date) continue;
    append(text, {"correction", correction.session, std::to_string(static_cast<int>(correction.effect)),
                  std::to_string(static_cast<int>(correction.decision)), clock(correction.at)});
  }
  return text;
}

std::string to_text(const Sheet& sheet) {
  std::string text;
  append(text, {"sheet", "1", sheet.unit_code, sheet.unit_name, sheet.head_name, date_text(sheet.days.from),
                date_text(sheet.days.to)});
  for (const auto& person : sheet.people) {
    append(text, {"person", person.staff_code, person.full_name, person.position});
    for (const auto& line : person.lines) {
      append(text,
             {date_text(line.date), line.session, to_string(line.state), std::to_string(line.late.count()),
              std::to_string(line.early.count()), flags_of(line), line.in, line.out, line.reasons});
    }
  }
  return text;
}

std::optional<Sheet> parse_sheet(std::string_view text) {
  std::optional<Sheet> sheet;
  for (const auto record : cut(text, '\n')) {
    if (record.empty()) continue;
    const auto fields = cut(record, '\t');
    if (!sheet) {
      if (fields.size() != 7 || fields[0] != "sheet" || fields[1] != "1") return std::nullopt;
      const auto from = date_of(fields[5]), to = date_of(fields[6]);
      if (!from || !to) return std::nullopt;
      sheet = Sheet{std::string(fields[2]), std::string(fields[3]), std::string(fields[4]), {*from, *to}, {}};
    } else if (fields[0] == "person" && fields.size() == 4) {
      sheet->people.push_back({std::string(fields[1]), std::string(fields[2]), std::string(fields[3]), {}});
    } else {
      auto line = parse_line(fields);
      if (!line || sheet->people.empty()) return std::nullopt;
      sheet->people.back().lines.push_back(std::move(*line));
    }
  }
  return sheet;
}

std::vector<std::pair<Date, Tally>> tallies_by_day(const SheetPerson& person) {
  std::vector<std::pair<Date, Tally>> days;
  for (const auto& line : person.lines) {
    if (days.empty() || days.back().first != line.date) days.push_back({line.date, {}});
    auto& tally = days.back().second;
    SessionVerdict verdict;
    verdict.state = line.state;
    verdict.late = line.late;
    verdict.early = line.early;
    verdict.missing_in = line.missing_in;
    verdict.missing_out = line.missing_out;
    if (line.corrected) verdict.reasons.push_back({.code = ReasonCode::corrected});
    tally.add(verdict);
    if (line.temporary_card) tally.temporary_card_days = 1;
  }
  return days;
}

Tally tally_of(const SheetPerson& person, const DateSpan& days) {
  Tally tally;
  for (const auto& [date, of_day] : tallies_by_day(person)) {
    if (days.contains(date)) tally += of_day;
  }
  return tally;
}

Tally tally_of(const SheetPerson& person) { return tally_of(person, {Date::min(), Date::max()}); }

std::vector<SheetChange> compare(const Sheet& before, const Sheet& after) {
  std::vector<SheetChange> changes;
  std::map<std::tuple<std::string_view, Date, std::string_view>, const SheetLine*> old_lines;
  for (const auto& person : before.people) {
    for (const auto& line : person.lines) old_lines[{person.staff_code, line.date, line.session}] = &line;
  }
  for (const auto& person : after.people) {
    for (const auto& line : person.lines) {
      const auto old = old_lines.extract({person.staff_code, line.date, line.session});
      if (old.empty()) {
        changes.push_back({person.staff_code, person.full_name, line.date, line.session, std::nullopt, line});
      } else if (!same_verdict(*old.mapped(), line)) {
        changes.push_back(
            {person.staff_code, person.full_name, line.date, line.session, *old.mapped(), line});
      }
    }
  }
  for (const auto& person : before.people) {
    for (const auto& line : person.lines) {
      if (!old_lines.contains({person.staff_code, line.date, line.session})) continue;
      changes.push_back({person.staff_code, person.full_name, line.date, line.session, line, std::nullopt});
    }
  }
  return changes;
}

}  // namespace badge::attendance
