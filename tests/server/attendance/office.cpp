#include "tests/server/attendance/office.hpp"

namespace badge::attendance::testing {

Office::Office() : now(at("2037-12-31 00:00")) {
  const auto always = span("2020-01-01");
  facts.units = {{"tinh", "Tỉnh", "tỉnh", "", always},
                 {"snv", "Sở Nội vụ", "sở", "tinh", always},
                 {"vp", "Văn phòng", "phòng", "snv", always}};
  facts.postings = {{"A", "Nguyễn Văn A", "snv", "chuyên viên", "công chức", always, 0}};
  facts.badges = {{"A", "04A1B2C3D4E5F6", always, BadgeState::active}};
  facts.entrances = {{"cong-a", "tinh", always}};
  facts.schedules = {schedule("hanh-chinh", "07:30-11:30/120/60/5/5,13:30-17:00/60/240/5/5")};
  hours().seasons.front().weekdays = 0b0011111;
  facts.assignments = {{"hanh-chinh", "tinh", "", always}};
  heard = {{"cong-a", "cong-a-1", at("2020-01-01 00:00"), at("2037-12-31 00:00")}};
}

void Office::heard_only(std::string_view day, std::string_view spans) {
  heard = {{"cong-a", "cong-a-1", at("2020-01-01 00:00"), date(day)}};
  while (!spans.empty()) {
    const auto end = std::min(spans.find(' '), spans.size());
    const auto dash = spans.find('-');
    heard.push_back({"cong-a", "cong-a-1", date(day) + time_of_day(spans.substr(0, dash)),
                     date(day) + time_of_day(spans.substr(dash + 1, end - dash - 1))});
    spans.remove_prefix(std::min(end + 1, spans.size()));
  }
}

Judged Office::judge(std::string_view day, std::string_view text, std::string_view staff) const {
  const DateSpan only = {date(day), date(day)};
  Judged judged;
  judged.taps = testing::taps(text, only.from);
  judged.book = std::make_unique<RuleBook>(facts);
  judged.coverage = std::make_unique<Coverage>(heard, judged.book->reader_ends(), kept_from);
  judged.in_force = std::make_unique<InForce>(*judged.book, *judged.coverage, with_neighbours(only));
  const auto person = judged.book->people().find(staff);
  if (!person) return judged;
  judged.judge(*person, only.from, now);
  return judged;
}

void Judged::judge(PersonNo person, Date date, LocalTime now) {
  days = std::make_unique<PersonDays>(*in_force, person, DateSpan{date, date}, taps, now);
  const auto* judged_day = days->next();
  in_service = judged_day != nullptr;
  if (in_service) day = *judged_day;
}

std::string Judged::text() const {
  if (!in_service) return "nobody";
  if (day.verdict.sessions.empty()) return std::string(to_string(day.verdict.kind));
  std::string text;
  for (const auto& session : day.verdict.sessions) {
    text += (text.empty() ? "" : ", ") + to_text(session, day.facts.taps, day.facts.date);
  }
  return text;
}

std::string Judged::reasons(std::size_t session) const {
  std::string text;
  for (const auto& reason : day.verdict.sessions[session].reasons) {
    text += (text.empty() ? "" : " ") + std::string(to_string(reason.code));
  }
  return text;
}

std::string Judged::uses() const {
  static constexpr const char* words[] = {"in",        "out",    "out_and_in", "between", "during_absence",
                                          "not_asked", "repeat", "outside"};
  std::string text;
  for (const auto& use : tap_uses(day.facts, day.verdict)) {
    text += (text.empty() ? "" : " ") + std::string(words[static_cast<int>(use.kind)]);
  }
  return text;
}

}  // namespace badge::attendance::testing
