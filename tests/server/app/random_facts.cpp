#include "tests/server/app/random_facts.hpp"

#include <array>

namespace badge::app::test {

using attendance::Date;
using attendance::DateSpan;
using std::chrono::days;
using std::chrono::minutes;

std::ostream& operator<<(std::ostream& out, const Command& command) {
  static constexpr std::array names = {
      "state",   "withdraw", "tap",    "send", "send again", "listening", "deaf",
      "alive",   "step",     "import", "fold", "fold anew",  "close",     "close preliminarily",
      "re-open", "restart",  "wait",   "check"};
  out << names.at(static_cast<std::size_t>(command.kind)) << '(' << command.a << ' ' << command.b << ' '
      << command.c << ' ' << command.d << ')';
  return out;
}

rc::Gen<Command> any_command() {
  using Kind = Command::Kind;
  const auto number = rc::gen::inRange(0U, 100'000U);
  return rc::gen::resize(
      rc::kNominalSize,
      rc::gen::build<Command>(
          rc::gen::set(&Command::kind, rc::gen::weightedElement<Kind>({{30, Kind::state},
                                                                       {6, Kind::withdraw},
                                                                       {24, Kind::tap},
                                                                       {6, Kind::send},
                                                                       {1, Kind::send_again},
                                                                       {3, Kind::listening},
                                                                       {1, Kind::deaf},
                                                                       {3, Kind::alive},
                                                                       {1, Kind::step},
                                                                       {4, Kind::import_taps},
                                                                       {2, Kind::fold},
                                                                       {1, Kind::fold_anew},
                                                                       {2, Kind::close},
                                                                       {3, Kind::close_preliminary},
                                                                       {2, Kind::reopen},
                                                                       {1, Kind::restart},
                                                                       {2, Kind::wait},
                                                                       {1, Kind::check}})),
          rc::gen::set(&Command::a, number), rc::gen::set(&Command::b, number),
          rc::gen::set(&Command::c, number), rc::gen::set(&Command::d, number)));
}

std::chrono::seconds time_of(unsigned no) {
  static constexpr std::array<int, 12> near = {450, 455, 690, 685, 700, 810, 815, 1020, 1015, 330, 1320, 5};
  return minutes(near[no % near.size()]) + std::chrono::seconds(no / near.size() % 1800) -
         std::chrono::seconds(600);
}

namespace {

/// One of three stretches of time that do not overlap, sometimes ended early.
DateSpan stretch(unsigned no, unsigned cut) {
  static const std::array<Date, 3> begins = {Date(std::chrono::year(2026) / 1 / 1),
                                             Date(std::chrono::year(2026) / 7 / 15),
                                             Date(std::chrono::year(2026) / 8 / 10)};
  const auto i = no % begins.size();
  DateSpan span{begins[i], i + 1 < begins.size() ? begins[i + 1] - days(1) : DateSpan::forever};
  if (cut % 4 == 1) span.to = std::max(span.from, day_of(cut));
  if (i + 1 < begins.size()) span.to = std::min(span.to, begins[i + 1] - days(1));
  return span;
}

DateSpan some_days(unsigned a, unsigned b) { return {day_of(a), day_of(a) + days(b % 9)}; }

std::string unit_or_none(unsigned no) { return no % 5 == 0 ? "" : unit_code(no / 5); }
std::string session_or_all(unsigned no) { return no % 3 == 0 ? "" : no % 3 == 1 ? "sáng" : "chiều"; }
std::string schedule_name(unsigned no) { return no % 4 == 0 ? "trực" : no % 2 == 0 ? "ca" : "hành chính"; }

attendance::Schedule schedule(unsigned a, unsigned b) {
  const auto session = [&](std::string name, int start, int end) {
    return attendance::SessionRule{std::move(name), minutes(start), minutes(end),  minutes(60),
                                   minutes(90),     minutes(b % 7), minutes(b % 5)};
  };
  attendance::Schedule made;
  made.name = schedule_name(a);
  made.taps = static_cast<attendance::TapsDemanded>(b % 11 < 7 ? 0 : b % 4);
  made.noon_one_tap = b % 3 == 0;
  made.ignores_calendar = made.name == "trực";
  auto sessions = made.name == "trực" ? std::vector{session("đêm", 22 * 60, 30 * 60)}
                                      : std::vector{session("sáng", 450, 690), session("chiều", 810, 1020)};
  made.seasons = {{Date(std::chrono::year(2026) / 1 / 1),
                   made.name == "trực" ? std::uint8_t{0x7F} : std::uint8_t{0b11111}, sessions}};
  if (b % 6 == 5) made.seasons.push_back({day_of(b / 6), 0b1111111, {sessions.front()}});
  return made;
}

attendance::CalendarDay calendar_day(unsigned a, unsigned b, unsigned c) {
  attendance::CalendarDay day{day_of(a), static_cast<attendance::CalendarKind>(b % 5), "Lễ", {}};
  if (day.kind == attendance::CalendarKind::working && b % 2 == 0) day.works_like = std::chrono::Monday;
  if (day.kind == attendance::CalendarKind::closure) day.from = minutes(b % 1200);
  day.unit_code = unit_or_none(c);
  if (b % 7 == 0) day.except_staff = {staff_code(b)};
  if (b % 7 == 1) day.except_units = {unit_code(b)};
  return day;
}

attendance::Absence absence(unsigned a, unsigned b, unsigned c) {
  attendance::Absence paper;
  paper.staff_code = staff_code(a);
  paper.kind = static_cast<attendance::AbsenceKind>(b % 14);
  paper.days = some_days(c, b);
  paper.paper = "GNP " + std::to_string(b % 3);
  if (c % 5 == 1) paper.sessions = {"sáng"};
  if (c % 5 == 2) paper.time = attendance::ClockSpan{minutes(b % 700), minutes(700 + b % 700)};
  return paper;
}

attendance::Correction correction(unsigned a, unsigned b, unsigned c) {
  attendance::Correction made;
  made.date = day_of(c);
  made.decision = static_cast<attendance::Decision>(b % 5 < 3 ? 1 : b % 3);
  made.cause = static_cast<attendance::CorrectionCause>(b % 4);
  if (a % 4 == 0) {
    made.unit_code = unit_code(b);
    made.outage = attendance::ClockSpan{minutes(b % 900), minutes(900 + b % 500)};
    return made;
  }
  made.staff_code = staff_code(a);
  made.session = session_or_all(b);
  made.effect = made.session.empty() ? attendance::CorrectionEffect::present
                                     : static_cast<attendance::CorrectionEffect>(b / 3 % 4);
  made.at = minutes(430 + b % 600);
  return made;
}

}  // namespace

store::Fact fact_of(unsigned kind, unsigned a, unsigned b, unsigned c) {
  using namespace attendance;
  static constexpr std::array<unsigned, 29> common = {0,  2,  2,  3, 3, 4,  6,  7,  8, 9,  9,  10, 11, 13, 13,
                                                      13, 16, 16, 1, 5, 12, 14, 15, 8, 17, 18, 19, 20, 21};
  switch (common[kind % common.size()]) {
    case 0:
      return Unit{unit_code(a), "Đơn vị " + std::to_string(b % 3), "sở",
                  a % units == 0 || b % 3 == 0 ? "" : unit_code(b % (a % units)), stretch(c, b)};
    case 1:
      return Head{unit_code(a), staff_code(b), static_cast<HeadRole>(b % 4), stretch(c, b), "QĐ"};
    case 2:
      return Posting{staff_code(a),
                     "Người " + staff_code(a),
                     unit_code(b),
                     "Chuyên viên",
                     "",
                     stretch(c, b),
                     static_cast<std::int32_t>(b % 5),
                     b % 9 == 0 ? unit_code(c) : "",
                     b % 8 == 0 ? std::vector<std::string>{"cong-b"} : std::vector<std::string>{}};
    case 3:
      return Badge{staff_code(b), card_uid(a), stretch(c, b), static_cast<BadgeState>(b % 9 < 5 ? 0 : b % 5),
                   b % 6 == 0};
    case 4:
      return EntranceService{b % 3 == 0 ? "cong-b" : "cong-a", unit_code(a), stretch(c, b)};
    case 5:
      return ReaderEnd{"cong-" + std::string(a % 2 == 0 ? "a" : "b"), "reader-" + std::to_string(b % 3),
                       LocalTime(day_of(c)), "hr", "hỏng"};
    case 6:
      return schedule(a, b);
    case 7: {
      const bool of_unit = a % 4 != 0;
      return Assignment{schedule_name(b), of_unit ? unit_code(a) : "", of_unit ? "" : staff_code(b / 4),
                        stretch(c, b)};
    }
    case 8:
      return calendar_day(a, b, c);
    case 9:
      return absence(a, b, c);
    case 10:
      return Regime{staff_code(a),        static_cast<RegimeKind>(b % 2),    static_cast<RegimePlace>(b % 5),
                    minutes(30 + b % 31), {day_of(c), day_of(c) + days(20)}, "QĐ"};
    case 11:
      return Duty{staff_code(a), day_of(c), schedule_name(b), unit_code(b), "LT"};
    case 12:
      return DutySlot{unit_code(a), schedule_name(b), some_days(c, b), every_weekday, 1};
    case 13:
      return correction(a, b, c);
    case 14:
      return LeaveEntitlement{staff_code(a), 2026, Date(std::chrono::year(2020) / 1 / 1), 24, 0, {}, "QĐ"};
    case 15:
      return Credit{staff_code(a), CreditKind::overtime, day_of(c), {minutes(1020), minutes(1200)},
                    minutes(180),  day_of(c) + days(30), "TT",      "P0"};
    case 17:
      return PayPeriod{unit_code(a), day_of(c), static_cast<int>(b % 28) + 1};
    case 18:
      return Succession{unit_code(a), unit_code(a + 1), day_of(c), "QĐ " + std::to_string(b % 3)};
    case 19:
      return ClockRuling{std::string(stream_names[a % stream_names.size()]),  1 + b % 9 * 10, 10 + b % 9 * 10,
                         seconds(static_cast<int>(c % 7) * 1200 - 3600 - 60), "hr",           "hết pin"};
    case 20:
      return TemporaryCard{"TT-" + std::to_string(a % 5), card_uid(a), unit_code(b), stretch(c, b)};
    case 21: {
      const auto lent = LocalTime(day_of(c)) + minutes(b % 1200);
      CardLoan loan{card_uid(a),          staff_code(b), lent, LocalTime(day_of(c) + days(1)),
                    LoanCause::forgotten, "TT-1"};
      if (b % 3 > 0) loan.returned = lent + minutes(b % 700);
      return loan;
    }
    default:
      return Completeness{unit_code(a), {day_of(c), day_of(c) + days(b % 40)}, "hr"};
  }
}

}  // namespace badge::app::test
