#include <algorithm>

#include "server/app/imports/dates.hpp"
#include "server/scenario/parts.hpp"

namespace badge::scenario {
namespace {

using attendance::Posting;
using attendance::RuleFacts;

constexpr DateSpan always{always_from};
constexpr std::string_view invented_unit = "don-vi", invented_person = "A";

std::vector<std::string> roots(const RuleFacts& facts) {
  std::vector<std::string> codes;
  for (const auto& unit : facts.units) {
    if (unit.parent_code.empty() && std::ranges::find(codes, unit.code) == codes.end()) {
      codes.push_back(unit.code);
    }
  }
  return codes;
}

void read_units(Keys& keys, Known& known, RuleFacts& facts) {
  keys.each("units", [&](Keys& each) {
    attendance::Unit unit;
    unit.valid = always;
    each.require({"code"});
    each.read("code", unit.code);
    unit.name = unit.code;
    each.read("name", unit.name);
    each.read("kind", unit.kind);
    known.units.insert(unit.code);
    each.read_code("parent_code", unit.parent_code, known.units);
    each.read_valid(unit.valid);
    facts.units.push_back(std::move(unit));
  });
  if (!keys.has("units")) facts.units.push_back({std::string(invented_unit), "Đơn vị", "", "", always});
  known.units.clear();
  for (const auto& unit : facts.units) known.units.insert(unit.code);
  if (roots(facts).empty()) {
    keys.refuse("units", keys.report().say("cần một đơn vị không có parent_code",
                                           "needs one unit without parent_code"));
  }
}

/// `unit_code`; of the one unit where there is one only.
void read_unit(Keys& keys, const Known& known, std::string& into) {
  if (known.units.size() == 1) {
    into = *known.units.begin();
  } else {
    keys.require({"unit_code"});
  }
  keys.read_code("unit_code", into, known.units);
}

void check_postings(Keys& keys, const RuleFacts& facts, const Posting& posting) {
  for (const auto& other : facts.postings) {
    if (other.staff_code != posting.staff_code || !other.valid.overlaps(posting.valid)) continue;
    auto& report = keys.report();
    keys.refuse("valid_from",
                report.say("{} đã có vị trí công tác trong {}; các khoảng không được chồng nhau",
                           "{} is posted during {} already; spans must not overlap", posting.staff_code,
                           app::show_span(other.valid)));
  }
}

void read_staff(Keys& keys, Known& known, RuleFacts& facts) {
  keys.each("staff", [&](Keys& each) {
    Posting posting;
    posting.valid = always;
    each.require({"code"});
    each.read("code", posting.staff_code);
    posting.full_name = posting.staff_code;
    each.read("full_name", posting.full_name);
    read_unit(each, known, posting.unit_code);
    each.read("position", posting.position);
    each.read("category", posting.category);
    each.read_valid(posting.valid);
    std::int64_t order = 0;
    each.read("list_order", order, 0, 1'000'000);
    posting.list_order = static_cast<std::int32_t>(order);
    each.read_code("works_at", posting.works_at, known.units);
    each.read("entrances", posting.entrances);
    std::ranges::sort(posting.entrances);
    check_postings(each, facts, posting);
    known.staff.insert(posting.staff_code);
    facts.postings.push_back(std::move(posting));
  });
  if (keys.has("staff")) return;
  Posting posting;
  posting.valid = always;
  posting.staff_code = posting.full_name = invented_person;
  posting.unit_code = roots(facts).empty() ? "" : roots(facts).front();
  known.staff.insert(posting.staff_code);
  facts.postings.push_back(std::move(posting));
}

/// Taps name people, not cards: who holds a badge matters, its number does not.
void read_badges(Keys& keys, const Known& known, RuleFacts& facts) {
  const auto invented_uid = [&] { return "04" + std::to_string(100000000000 + facts.badges.size()); };
  keys.each("badges", [&](Keys& each) {
    attendance::Badge badge;
    badge.uid = invented_uid();
    badge.valid = always;
    read_person(each, known, badge.staff_code);
    each.read("uid", badge.uid);
    each.read_valid(badge.valid);
    each.read("state", badge.state, badge_state_words());
    each.read("temporary", badge.temporary);
    facts.badges.push_back(std::move(badge));
  });
  if (keys.has("badges")) return;
  for (const auto& code : known.staff) facts.badges.push_back({code, invented_uid(), always});
}

void read_entrances(Keys& keys, const Known& known, RuleFacts& facts) {
  keys.each("entrances", [&](Keys& each) {
    attendance::EntranceService service;
    service.valid = always;
    each.require({"entrance"});
    each.read("entrance", service.entrance);
    read_unit(each, known, service.unit_code);
    each.read_valid(service.valid);
    facts.entrances.push_back(std::move(service));
  });
}

void read_schedules(Keys& keys, Known& known, RuleFacts& facts) {
  const auto take = [&](Keys& one) {
    auto schedule = read_schedule(one);
    if (!known.schedules.insert(schedule.name).second) {
      one.refuse("name", keys.report().say("đã có một lịch tên này", "there is a schedule of this name"));
    }
    for (const auto& season : schedule.seasons) {
      for (const auto& session : season.sessions) known.sessions.insert(session.name);
    }
    facts.schedules.push_back(std::move(schedule));
  };
  keys.one("schedule", take);
  if (!facts.schedules.empty()) {  // everybody's
    for (auto& unit : roots(facts)) {
      facts.assignments.push_back({facts.schedules.front().name, std::move(unit), "", always});
    }
  }
  keys.each("schedules", take);
}

void read_assignments(Keys& keys, const Known& known, RuleFacts& facts) {
  keys.each("assignments", [&](Keys& each) {
    attendance::Assignment assignment;
    assignment.valid = always;
    each.require({"schedule"});
    each.read_code("schedule", assignment.schedule, known.schedules);
    each.read_code("unit_code", assignment.unit_code, known.units);
    each.read_code("staff_code", assignment.staff_code, known.staff);
    each.read_valid(assignment.valid);
    if (each.has("unit_code") == each.has("staff_code")) {
      each.refuse("staff_code", keys.report().say("ghi đúng một trong hai: unit_code hoặc staff_code",
                                                  "write exactly one of unit_code and staff_code"));
    }
    facts.assignments.push_back(std::move(assignment));
  });
}

void read_calendar(Keys& keys, const Known& known, RuleFacts& facts) {
  using attendance::CalendarKind;
  keys.each("calendar", [&](Keys& each) {
    attendance::CalendarDay day;
    each.require({"date", "kind"});
    each.read("date", day.date);
    each.read("kind", day.kind, calendar_words());
    each.read("name", day.name);
    auto works_like = std::chrono::Monday;
    each.read("works_like", works_like, works_like_words());
    if (each.has("works_like")) day.works_like = works_like;
    each.read_code("unit_code", day.unit_code, known.units);
    each.read_clock("from_time", day.from);
    each.read("except_units", day.except_units);
    each.read("except_staff", day.except_staff);
    each.read("paper", day.paper);
    std::ranges::sort(day.except_units);
    std::ranges::sort(day.except_staff);
    auto& report = keys.report();
    if (each.has("works_like") != (day.kind == CalendarKind::working)) {
      each.refuse("works_like", report.say("ghi ở ngày làm việc (working), và chỉ ở đó, ví dụ \"mon\"",
                                           "belongs to a working day, and to it only, for example \"mon\""));
    }
    if (each.has("from_time") && day.kind != CalendarKind::closure) {
      each.refuse("from_time",
                  report.say("chỉ ghi ở ngày ngừng làm việc (closure)", "belongs to a closure only"));
    }
    facts.calendar.push_back(std::move(day));
  });
}

}  // namespace

void read_person(Keys& keys, const Known& known, std::string& into) {
  if (known.staff.size() == 1) {
    into = *known.staff.begin();
  } else {
    keys.require({"staff_code"});
  }
  keys.read_code("staff_code", into, known.staff);
}

Known read_office(Keys& keys, RuleFacts& facts) {
  Known known;
  read_units(keys, known, facts);
  read_staff(keys, known, facts);
  read_badges(keys, known, facts);
  read_entrances(keys, known, facts);
  read_schedules(keys, known, facts);
  read_assignments(keys, known, facts);
  read_calendar(keys, known, facts);
  return known;
}

void read_coverage(Keys& keys, Scenario& scenario) {
  auto& facts = scenario.facts;
  const auto* coverage = keys.value("coverage");
  auto& report = keys.report();
  if (coverage == nullptr || (coverage->is_string() && coverage->get_string() == "complete")) {
    for (auto& unit : roots(facts)) facts.completeness.push_back({std::move(unit), always, ""});
    return;
  }
  if (!coverage->is_array()) {
    keys.refuse("coverage",
                report.say("phải là \"complete\" (đã có mọi lượt quét) hoặc danh sách các lúc đầu "
                           "đọc có nghe: [{{entrance, reader, from, until}}]",
                           "must be \"complete\" (every tap is known) or a list of the times at "
                           "which readers listened: [{{entrance, reader, from, until}}]"));
    return;
  }
  std::set<std::string> entrances;
  keys.each("coverage", [&](Keys& each) {
    attendance::ListenedSpan span;
    span.from = span.until = scenario.now;
    each.require({"entrance", "from", "until"});
    each.read("entrance", span.entrance);
    span.reader = span.entrance + "-1";
    each.read("reader", span.reader);
    each.read("from", span.from);
    each.read("until", span.until);
    if (span.until < span.from) {
      each.refuse("until", report.say("kết thúc trước khi bắt đầu", "ends before it begins"));
    }
    entrances.insert(span.entrance);
    scenario.heard.push_back(std::move(span));
  });
  if (keys.has("entrances")) return;
  for (const auto& entrance : entrances) {  // everybody's
    for (auto& unit : roots(facts)) facts.entrances.push_back({entrance, std::move(unit), always});
  }
}

}  // namespace badge::scenario
