#include "tests/server/app/difficult_days.hpp"

#include <algorithm>
#include <fstream>
#include <future>
#include <map>

#include "reader-config/tap/tap_wire.hpp"
#include "server/app/why.hpp"
#include "server/store/batch.hpp"

namespace badge::app::test {

namespace {

int number(std::string_view text, std::size_t at, std::size_t digits) {
  return std::stoi(std::string(text.substr(at, digits)));
}

/// What stands under each "== name" of the two files, without blank lines.
const std::map<std::string, std::string>& told() {
  static const auto sections = [] {
    std::map<std::string, std::string> read;
    for (const auto* path : {DIFFICULT_DAYS "/difficult_days.txt", DIFFICULT_DAYS "/difficult_papers.txt"}) {
      std::ifstream file(path);
      std::string name;
      for (std::string line; std::getline(file, line);) {
        if (line.starts_with("== ")) {
          name = line.substr(3);
        } else if (!name.empty() && !line.empty()) {
          read[name] += line + "\n";
        }
      }
    }
    return read;
  }();
  return sections;
}

}  // namespace

Date date(std::string_view text) {
  return Date(std::chrono::year(number(text, 0, 4)) / number(text, 5, 2) / number(text, 8, 2));
}

LocalTime moment(std::string_view text) {
  const auto second = text.size() > 16 ? number(text, 17, 2) : 0;
  return LocalTime(date(text)) + clock(number(text, 11, 2), number(text, 14, 2)) +
         std::chrono::seconds(second);
}

DateSpan days(std::string_view from, std::string_view to) { return {date(from), date(to)}; }

void DifficultDays::tap(std::string_view uid, std::string_view at, ClockState state, std::string reader) {
  const auto time = office_.to_instant(moment(at));
  records_.emplace_back(time, Tap{.reader = std::move(reader),
                                  .entrance = "cong-a",
                                  .credential = Credential::parse(uid).value(),
                                  .at = time,
                                  .boot = "1f0c9a3e",
                                  .clock = state,
                                  .offset_ms = {},
                                  .check_ref = {}});
}

void DifficultDays::listens(const std::string& reader, std::string_view since, const std::string& entrance) {
  const auto at = office_.to_instant(moment(since));
  records_.emplace_back(at, Listening{reader, entrance, Direction::both, at, ClockState::synchronised});
  is_told_when_it_listens_ = is_told_when_it_listens_ || reader == "cong-a-1";
}

void DifficultDays::falls_silent(const std::string& reader, std::string_view since) {
  const auto at = office_.to_instant(moment(since));
  records_.emplace_back(at, Deaf{reader, at, "unplugged"});
}

attendance::Absence DifficultDays::paper(attendance::AbsenceKind kind, std::string_view day,
                                         std::string number) {
  attendance::Absence absence;
  absence.staff_code = "AN";
  absence.kind = kind;
  absence.days = days(day, day);
  absence.paper = std::move(number);
  return absence;
}

attendance::Correction DifficultDays::correction(std::string_view day, std::string session,
                                                 attendance::CorrectionEffect effect,
                                                 attendance::Decision decision) {
  attendance::Correction correction;
  correction.staff_code = "AN";
  correction.date = date(day);
  correction.session = std::move(session);
  correction.effect = effect;
  correction.decision = decision;
  if (decision != attendance::Decision::pending) correction.decided_by = "Trần Thị Bình";
  return correction;
}

attendance::SessionRule DifficultDays::session(std::string name, std::chrono::minutes start,
                                               std::chrono::minutes end) {
  return {std::move(name), start, end, clock(1, 0), clock(2, 0), clock(0, 5), clock(0, 5)};
}

attendance::Schedule DifficultDays::schedule(std::string name, std::vector<attendance::SessionRule> sessions,
                                             std::uint8_t weekdays) {
  attendance::Schedule schedule;
  schedule.name = std::move(name);
  schedule.seasons = {{date("2020-01-01"), weekdays, std::move(sessions)}};
  return schedule;
}

void DifficultDays::follows(std::string staff, attendance::Schedule schedule) {
  const auto name = schedule.name;
  state({std::move(schedule),
         attendance::Assignment{name, "", std::move(staff), DateSpan{date("2020-01-01")}}});
}

void DifficultDays::expect_why(std::string_view staff, std::string_view day, std::string_view part,
                               Language language) {
  send();
  std::string name = testing::UnitTest::GetInstance()->current_test_info()->name();
  if (!part.empty()) name.append(", ").append(part);
  const auto answer = why(evidence_, staff, date(day), everybody, language);
  ASSERT_TRUE(answer) << name;
  std::string text;
  for (const auto& line : answer->text) text += line + "\n";
  const auto section = told().find(name);
  const auto expected = section == told().end() ? std::string() : section->second;
  EXPECT_TRUE(text == expected) << "== " << name << "\n"
                                << text << "is not what was told before:\n"
                                << expected;
}

/// Everything that the entrance has seen, as one bridge sends it.
void DifficultDays::send() {
  if (is_sent_) return;
  is_sent_ = true;
  const bool listens_all_year = !is_told_when_it_listens_;
  if (listens_all_year) listens("cong-a-1", "2026-01-01 00:00");
  std::ranges::stable_sort(records_, {}, &std::pair<Instant, Record>::first);
  std::string body = encode(BatchHead{"cong-a", std::string(32, 'a'), {}, now_, {}}) + '\n';
  std::uint64_t seq = 0;
  for (const auto& [at, record] : records_) body += encode(Entry{++seq, record}) + '\n';
  if (listens_all_year) body += encode(Entry{++seq, Deaf{"cong-a-1", now_, "stopped"}}) + '\n';
  std::promise<void> answered;
  ASSERT_TRUE(
      store_.ingest(store::read_batch("cong-a", body).value(), [&](const auto&) { answered.set_value(); }));
  answered.get_future().wait();
}

}  // namespace badge::app::test
