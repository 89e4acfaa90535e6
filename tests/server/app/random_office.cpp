#include "tests/server/app/random_office.hpp"

#include <fmt/format.h>

#include <future>

#include "server/app/unit_report.hpp"
#include "server/app/unit_sheet.hpp"
#include "tests/server/app/random_papers.hpp"

namespace badge::app::test {
namespace {

constexpr std::array months = {std::chrono::year(2026) / std::chrono::July,
                               std::chrono::year(2026) / std::chrono::August};

void expect(bool holds, const std::string& otherwise) {
  if (!holds) throw std::runtime_error(otherwise);
}

std::string text_of(const attendance::Tally& t) {
  return fmt::format(
      "{} due {} ok {}/{} late {}/{} early {} missing {} absent {} excused {} exempt {} open"
      " {} corrected {} lent",
      t.sessions_due, t.on_time, t.late, t.late_min, t.early, t.early_min, t.missing, t.absent, t.excused,
      t.exempt, t.provisional, t.corrected, t.temporary_card_days);
}

}  // namespace

RandomOffice::RandomOffice()
    : now_(Instant(std::chrono::sys_days(std::chrono::year(2026) / 7 / 20))),
      streams_{{badge::test::Journal(std::string(stream_names[0]))},
               {badge::test::Journal(std::string(stream_names[1]))}} {
  open();
}

void RandomOffice::open() {
  closes_.reset();
  months_.reset();
  evidence_.reset();
  store_.reset();
  const auto now = [this] { return now_.load(); };
  store_ = std::make_unique<store::Store>(store::StoreOptions{.data_folder = folder_.path() / "data",
                                                              .create = true,
                                                              .now = now,
                                                              .on_committed = {},
                                                              .pages_max = 0});
  evidence_ = std::make_unique<Evidence>(*store_, office_, 30, now);
  months_ = std::make_unique<MonthReports>(*evidence_);
  closes_ = std::make_unique<PeriodCloses>(*store_, *evidence_);
}

void RandomOffice::found() {
  using namespace attendance;
  std::vector<store::Fact> facts = {fact_of(6, 1, 0, 0), fact_of(6, 0, 0, 0), fact_of(6, 2, 1, 0)};
  for (unsigned i = 0; i < 3; ++i) {
    for (unsigned unit = 0; unit < units; ++unit) facts.push_back(fact_of(0, unit, 4 * unit + 4, i));
    for (unsigned person = 0; person < people; ++person) {
      facts.push_back(fact_of(1, person, person + 10 * units, i));
      facts.push_back(fact_of(3, person, person, i));
    }
    facts.push_back(fact_of(5, 0, 4, i));
    facts.push_back(fact_of(7, 4 * units + 0, 4, i));
    facts.push_back(Assignment{"hành chính", "U0", "", DateSpan{std::get<Unit>(fact_of(0, 0, 4, i)).valid}});
  }
  facts_ += facts.size();
  store_->apply({"hr", "test", std::move(facts)});
}

void RandomOffice::state(store::Fact fact) {
  store_->apply({"hr", "test", {std::move(fact)}});
  ++facts_;
}

void RandomOffice::tap(const Command& command) {
  auto& stream = streams_[command.a % streams_.size()];
  const std::string entrance = command.a % 2 == 0 ? "cong-a" : "cong-b";
  badge::Tap made = badge::test::tap(Credential::parse(card_uid(command.b)).value(), {});
  made.entrance = entrance;
  made.reader = "reader-" + std::to_string(command.d % 3);
  made.direction = static_cast<Direction>(command.d % 9 < 6 ? 0 : command.d % 3);
  made.at = office_.to_instant(day_of(command.c) + time_of(command.d));
  made.clock = static_cast<ClockState>(command.d % 13 == 0 ? 1 : command.d % 17 == 0 ? 2 : 0);
  made.offset_ms = command.d % 19 == 0 ? 40'000 : 200;
  stream.journal.add(made);
  ++facts_;
}

void RandomOffice::listen(const Command& command) {
  auto& stream = streams_[command.a % streams_.size()];
  const std::string entrance = command.a % 2 == 0 ? "cong-a" : "cong-b";
  const std::string reader = "reader-" + std::to_string(command.b % 3);
  const auto at = office_.to_instant(day_of(command.c) + time_of(command.d));
  if (command.kind == Command::Kind::listening) {
    stream.journal.add(
        Listening{reader, entrance, Direction::both, at,
                  command.d % 11 == 0 ? ClockState::unsynchronised : ClockState::synchronised});
  } else if (command.kind == Command::Kind::deaf) {
    // No bridge says that a reader was deaf while it said before that it listened.
    stream.journal.add(Deaf{reader, std::max(at, stream.alive_until), "unplugged"});
  } else {
    stream.journal.add(ClockStep{at, 1000});
  }
  ++facts_;
}

void RandomOffice::send(std::size_t no, std::uint64_t from) {
  auto& stream = streams_[no];
  const auto last = stream.journal.last().seq;
  for (auto seq = from; seq < last || from == last;) {
    const auto until = std::min<std::uint64_t>(seq + batch_rows_max, last);
    std::promise<store::BatchAnswer> answered;
    auto answer = answered.get_future();
    const Alive alive{last, {{"reader-0", now_.load()}, {"reader-1", now_.load()}}};
    expect(store_->ingest(stream.journal.batch(seq + 1, until, alive),
                          [&](store::BatchAnswer a) { answered.set_value(std::move(a)); }),
           "the queue is full");
    expect(std::holds_alternative<Ack>(answer.get()), "a batch was refused");
    seq = until;
    if (seq == last) break;
  }
  stream.sent = last;
  stream.alive_until = now_.load();
}

void RandomOffice::import_taps(unsigned a, unsigned b, unsigned c, unsigned d) {
  std::vector<store::ImportedTap> taps;
  for (unsigned i = 0; i <= a % 4; ++i) {
    const auto key = (b + i) % 3 == 0 ? store::TapKey::staff(staff_code(b + i))
                                      : store::TapKey::card(Credential::parse(card_uid(b + i)).value());
    taps.push_back({key, office_.to_instant(day_of(c) + time_of(d + i)), ""});
  }
  const auto id = store_->begin_import("hr", "taps.csv");
  expect(store_->stage_taps(id, 0, taps).has_value(), "staging failed");
  Digest digest{};
  digest.bytes[0] = static_cast<std::uint8_t>(a);
  digest.bytes[1] = static_cast<std::uint8_t>(b);
  digest.bytes[2] = static_cast<std::uint8_t>(c);
  digest.bytes[3] = static_cast<std::uint8_t>(d);  // now and then a file comes again
  expect(store_->finish_import(id, digest, std::nullopt).has_value(), "importing failed");
  facts_ += taps.size();
}

void RandomOffice::close(const Command& command, bool preliminary) {
  auto days = attendance::days_of(months[command.b % 2]);
  if (command.b % 5 == 4) days = {days.from - std::chrono::days(5), days.to - std::chrono::days(6)};
  const auto unit = unit_code(command.a);
  const auto before = text_of(*months_->get(months[command.b % 2]));
  const auto done = closes_->close({unit, days, preliminary, "hr", Scope::everything(), Language::vi});
  if (!done) return;
  signed_.emplace_back(done->position, done->digest);
  ++closed_;
  const auto after = text_of(*months_->get(months[command.b % 2]));
  expect(before == after,
         fmt::format("closing {} changed the figures of its month:\n{}\nto\n{}", unit, before, after));
}

void RandomOffice::reopen(const Command& command) {
  if (signed_.empty()) return;
  (void)closes_->reopen(signed_[command.a % signed_.size()].first, "hr", "sửa", Scope::everything());
}

void RandomOffice::run(const Command& command) {
  using Kind = Command::Kind;
  const auto stream = command.a % streams_.size();
  switch (command.kind) {
    case Kind::state:
      return state(fact_of(command.d, command.a, command.b, command.c));
    case Kind::withdraw:
      store_->apply({"hr", "test", {}, {fact_of(command.d, command.a, command.b, command.c)}});
      ++facts_;
      return;
    case Kind::tap:
      return tap(command);
    case Kind::send:
    case Kind::alive:
      return send(stream, streams_[stream].sent);
    case Kind::send_again:
      return send(stream, command.b % (streams_[stream].sent + 1));
    case Kind::listening:
    case Kind::deaf:
    case Kind::step:
      return listen(command);
    case Kind::import_taps:
      return import_taps(command.a, command.b, command.c, command.d);
    case Kind::fold:
    case Kind::fold_anew:
      return store_->fold(command.kind == Kind::fold_anew);
    case Kind::close:
    case Kind::close_preliminary:
      return close(command, command.kind == Kind::close_preliminary);
    case Kind::reopen:
      return reopen(command);
    case Kind::restart:
      return open();
    case Kind::wait:
      now_ = now_.load() + std::chrono::hours(command.a % 200);
      return;
    case Kind::check:
    case Kind::end:
      return check();
  }
}

std::string RandomOffice::text_of(const JudgedMonth& judged) {
  std::string text;
  const auto report = unit_report(judged, "", Scope::everything());
  for (const auto& row : report->rows) {
    text += fmt::format("{} in '{}' at {}, {} of {}, head '{}': {} | {}\n", row.unit.code, row.parent_code,
                        row.level, row.own_staff, row.subtree_staff, row.head, test::text_of(row.own),
                        test::text_of(row.subtree));
    const auto listed = people_report(judged, row.unit.code, false, Scope::everything());
    for (const auto& person : listed->rows) {
      text += fmt::format("  {} {}, {}: {}\n", person.staff_code, person.full_name, person.position,
                          test::text_of(person.tally));
    }
    for (const auto& guest : row.guests) {
      text += fmt::format("  guest {} of {}, {} days: {}\n", guest.staff_code, guest.home.code,
                          (guest.days.to - guest.days.from).count() + 1, test::text_of(guest.tally));
    }
  }
  return text;
}

/// Each unit's figures are those of its sheet: the frozen one, else that which its facts give.
void RandomOffice::check_sheets(const JudgedMonth& judged) {
  const auto snapshot = evidence_->snapshot();
  const Moment moment(*evidence_, snapshot);
  const auto days = judged.days;
  const auto report = unit_report(judged, "", Scope::everything());
  for (const auto& row : report->rows) {
    const auto* closed = judged.closed_unit(*judged.book->units().find(row.unit.code));
    const bool is_frozen = closed != nullptr && closed->sheet != nullptr;
    const auto live = judge_sheet(moment, row.unit.code, days, evidence_->now()).value().sheet;
    const auto sheet = is_frozen ? *closed->sheet : live;
    expect(
        judged.report.mark_of(*judged.book->units().find(row.unit.code), days) == attendance::mark_of(live),
        row.unit.code + " has another mark than its sheet");
    attendance::Tally sum;
    for (const auto& person : sheet.people) sum += attendance::tally_of(person);
    expect(sum == row.own,
           fmt::format("{} has another {} sheet:\n{}\n{}", row.unit.code, is_frozen ? "frozen" : "open",
                       test::text_of(sum), test::text_of(row.own)));
    expect(attendance::parse_sheet(attendance::to_text(sheet)) == sheet, "a sheet is not what was written");
  }
}

void RandomOffice::check_history() {
  const attendance::DateSpan ever{attendance::Date::min(), attendance::DateSpan::forever};
  const auto listed = closes_->list(ever, Scope::everything());
  expect(listed.size() == signed_.size(), "a close is gone");
  for (std::size_t i = 0; i < signed_.size(); ++i) {
    expect(listed[i].position == signed_[i].first && listed[i].digest == signed_[i].second,
           "a close is not what was signed");
  }
}

void RandomOffice::check_sheets_agree() {
  for (const auto month : months) check_papers(*evidence_, *months_, month);
}

void RandomOffice::check() {
  auto verified = store_->verify();
  closes_->verify(verified);
  expect(verified.ok(), fmt::format("verify: {}", fmt::join(verified.differences, "\n")));
  check_history();
  std::vector<std::string> kept;
  for (const auto month : months) {
    check_sheets(*months_->get(month));
    kept.push_back(report(month));
  }
  store_->fold(true);
  const Evidence fresh(*store_, office_, 30, [this] { return now_.load(); });
  MonthReports afresh(fresh);
  for (std::size_t i = 0; i < kept.size(); ++i) {
    const auto again = text_of(*afresh.get(months[i]));
    expect(kept[i] == again, fmt::format("kept:\n{}\njudged afresh:\n{}", kept[i], again));
  }
}

}  // namespace badge::app::test
