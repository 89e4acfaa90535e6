#include "server/http/report_json.hpp"

#include <fmt/format.h>

#include <boost/json/array.hpp>

#include "server/app/sentences.hpp"

namespace badge::http {
namespace {

namespace json = boost::json;
using attendance::Tally;

json::value or_null(const std::string& text) {
  return text.empty() ? json::value(nullptr) : json::value(text);
}

void add(json::object& object, const Tally& tally, std::uint32_t staff) {
  object["staff"] = staff;
  object["sessions_due"] = tally.sessions_due;
  object["on_time"] = tally.on_time;
  object["late"] = tally.late;
  object["late_min"] = tally.late_min;
  object["early"] = tally.early;
  object["early_min"] = tally.early_min;
  object["missing"] = tally.missing;
  object["absent"] = tally.absent;
  object["excused"] = tally.excused;
  object["exempt"] = tally.exempt;
  object["provisional"] = tally.provisional;
  object["corrected"] = tally.corrected;
  object["temporary_card_days"] = tally.temporary_card_days;
  const auto rate = tally.on_time_rate();
  object["on_time_rate"] = rate ? json::value(*rate) : json::value(nullptr);
}

json::object to_json(const app::UnitName& unit) { return {{"code", unit.code}, {"name", unit.name}}; }

/// What became of a unit: the others, each with date and paper, and the same in words.
void add(json::object& object, const std::vector<app::UnitTurn>& history, app::Language language) {
  json::array formed_from, continued_as, told;
  for (const auto& turn : history) {
    for (const auto& other : turn.others) {
      (is_from_others(turn.kind) ? formed_from : continued_as)
          .push_back(json::object{{"code", other.code},
                                  {"name", other.name},
                                  {"date", date_text(turn.date)},
                                  {"paper", turn.paper}});
    }
    told.emplace_back(describe(turn, language));
  }
  object["formed_from"] = std::move(formed_from);
  object["continued_as"] = std::move(continued_as);
  object["history"] = std::move(told);
}

json::array to_json(const std::vector<app::GuestRow>& guests) {
  json::array rows;
  for (const auto& guest : guests) {
    json::object row{{"staff_code", guest.staff_code},     {"full_name", guest.full_name},
                     {"unit_code", guest.home.code},       {"unit_name", guest.home.name},
                     {"from", date_text(guest.days.from)}, {"to", date_text(guest.days.to)}};
    add(row, guest.tally, 1);
    rows.push_back(std::move(row));
  }
  return rows;
}

json::object to_json(const app::PersonName& person) {
  return {{"code", person.code},
          {"full_name", person.full_name},
          {"position", person.position},
          {"unit_code", person.unit.code},
          {"unit_name", person.unit.name}};
}

json::object to_json(const app::SessionRow& session) {
  json::array reasons;
  for (const auto& reason : session.reasons) reasons.emplace_back(reason);
  return {{"name", session.name},
          {"start", session.start},
          {"end", session.end},
          {"state", to_string(session.state)},
          {"late_min", session.late_min},
          {"early_min", session.early_min},
          {"missing_in", session.missing_in},
          {"missing_out", session.missing_out},
          {"in", or_null(session.in)},
          {"out", or_null(session.out)},
          {"reasons", std::move(reasons)},
          {"text", session.text}};
}

json::array to_json(const std::vector<app::SessionRow>& sessions) {
  json::array array;
  for (const auto& session : sessions) array.push_back(to_json(session));
  return array;
}

template <class Texts>
json::array texts(const Texts& values) {
  json::array array;
  for (const auto& value : values) array.emplace_back(value);
  return array;
}

/// [{"text": …}, …]
json::array as_objects(const std::vector<std::string>& values) {
  json::array array;
  for (const auto& value : values) array.push_back(json::object{{"text", value}});
  return array;
}

json::object to_json(const app::DayRow& day) {
  return {{"date", date_text(day.date)}, {"weekday", day.weekday},     {"kind", to_string(day.kind)},
          {"name", or_null(day.name)},   {"unit_code", day.unit_code}, {"sessions", to_json(day.sessions)},
          {"taps", texts(day.taps)}};
}

}  // namespace

json::object to_json(const Tally& tally, std::uint32_t staff) {
  json::object object;
  add(object, tally, staff);
  return object;
}

std::string date_text(attendance::Date date) {
  const std::chrono::year_month_day day(date);
  return month_text(day.year() / day.month()) + fmt::format("-{:02}", static_cast<unsigned>(day.day()));
}

std::string minute_text(attendance::LocalTime at) {
  const auto date = std::chrono::floor<std::chrono::days>(at);
  return date_text(date) + 'T' + app::clock_text(std::chrono::floor<std::chrono::minutes>(at - date));
}

json::value minute_value(const std::optional<attendance::LocalTime>& at) {
  return at ? json::value(minute_text(*at)) : json::value(nullptr);
}

std::string month_text(std::chrono::year_month month) {
  return fmt::format("{:04}-{:02}", static_cast<int>(month.year()), static_cast<unsigned>(month.month()));
}

json::object to_json(const app::UnitReport& report, Count count, app::Language language) {
  json::array rows;
  for (const auto& row : report.rows) {
    json::object object = {{"unit_code", row.unit.code},
                           {"unit_name", row.unit.name},
                           {"parent_code", or_null(row.parent_code)},
                           {"level", row.level},
                           {"state", to_string(row.state)},
                           {"head", or_null(row.head)}};
    add(object, count == Count::own ? row.own : row.subtree,
        count == Count::own ? row.own_staff : row.subtree_staff);
    object["own"] = to_json(row.own, row.own_staff);
    object["subtree"] = to_json(row.subtree, row.subtree_staff);
    add(object, row.history, language);
    object["guests"] = to_json(row.guests);
    rows.push_back(std::move(object));
  }
  return {{"month", month_text(report.month)},
          {"unit", report.top ? json::value(to_json(*report.top)) : json::value(nullptr)},
          {"version", report.version},
          {"rows", std::move(rows)}};
}

json::object to_json(const app::PeopleReport& report, app::Language language) {
  json::array rows;
  for (const auto& row : report.rows) {
    json::object object = {{"staff_code", row.staff_code},
                           {"full_name", row.full_name},
                           {"position", row.position},
                           {"unit_code", row.unit.code},
                           {"unit_name", row.unit.name}};
    add(object, row.tally, 1);
    rows.push_back(std::move(object));
  }
  json::object object{
      {"month", month_text(report.month)}, {"unit", to_json(report.unit)}, {"rows", std::move(rows)}};
  add(object, report.history, language);
  object["guests"] = to_json(report.guests);
  return object;
}

json::object to_json(const app::UnitDays& told) {
  json::array rows;
  for (const auto& row : told.rows) {
    rows.push_back(json::object{{"staff_code", row.staff_code},
                                {"full_name", row.full_name},
                                {"unit_code", row.unit.code},
                                {"unit_name", row.unit.name},
                                {"days", fmt::format("{}", fmt::join(row.days, ","))}});
  }
  return {{"month", month_text(told.month)},
          {"unit", to_json(told.unit)},
          {"people", told.people},
          {"rows", std::move(rows)}};
}

json::object to_json(const app::PersonReport& report) {
  json::array days;
  for (const auto& day : report.days) days.push_back(to_json(day));
  return {{"staff", to_json(report.person)},
          {"month", month_text(app::month_of(report.days_asked))},
          {"tally", to_json(report.tally, 1)},
          {"days", std::move(days)}};
}

json::object to_json(const app::Why& why) {
  json::array taps, coverage;
  for (const auto& tap : why.taps) {
    taps.push_back(json::object{{"at", tap.at},
                                {"reader", tap.reader},
                                {"entrance", tap.entrance},
                                {"direction", tap.direction},
                                {"uid_masked", tap.uid_masked},
                                {"use", tap.use},
                                {"temporary_card", tap.temporary_card},
                                {"ruled", or_null(tap.ruled)}});
  }
  for (const auto& span : why.silences) {
    coverage.push_back(
        json::object{{"entrance", span.entrance}, {"from", span.from}, {"to", span.to}, {"text", span.text}});
  }
  json::value schedule = nullptr;
  if (why.schedule) {
    schedule = json::object{{"name", why.schedule->name},
                            {"assigned_to", why.schedule->assigned_to},
                            {"hours", why.schedule->hours}};
  }
  return {{"staff", to_json(why.person)},
          {"date", date_text(why.date)},
          {"kind", to_string(why.kind)},
          {"unit", to_json(why.person.unit)},
          {"schedule", std::move(schedule)},
          {"calendar", or_null(why.calendar)},
          {"taps", std::move(taps)},
          {"papers", as_objects(why.papers)},
          {"letters", as_objects(why.letters)},
          {"duties", as_objects(why.duties)},
          {"loans", as_objects(why.loans)},
          {"corrections", as_objects(why.corrections)},
          {"coverage", std::move(coverage)},
          {"sessions", to_json(why.sessions)},
          {"text", texts(why.text)}};
}

void add_person(boost::json::object& object, const app::PersonName& person) {
  object["staff_code"] = person.code;
  object["full_name"] = person.full_name;
  object["position"] = person.position;
  object["unit_code"] = person.unit.code;
  object["unit_name"] = person.unit.name;
}

json::object to_json(const app::NowCounts& counts) {
  return {{"people", counts.people}, {"due", counts.due},           {"present", counts.present},
          {"away", counts.away},     {"not_seen", counts.not_seen}, {"unknown", counts.unknown},
          {"exempt", counts.exempt}};
}

json::object to_json(const app::NowSlot& slot) {
  return {{"unit_code", slot.unit.code},
          {"unit_name", slot.unit.name},
          {"date", date_text(slot.date)},
          {"schedule", slot.schedule},
          {"from", slot.from},
          {"until", slot.until},
          {"cover", app::to_string(slot.cover)},
          {"people_min", slot.people_min},
          {"named", slot.named},
          {"here", slot.here},
          {"text", slot.text}};
}

json::object to_json(const app::NowReport& report) {
  json::array rows, units, slots;
  for (const auto& slot : report.slots) slots.push_back(to_json(slot));
  for (const auto& row : report.rows) {
    json::object object;
    add_person(object, row.person);
    object["presence"] = to_string(row.presence);
    object["since"] = row.since;
    object["last"] = row.last;
    object["text"] = row.text;
    rows.push_back(std::move(object));
  }
  for (const auto& unit : report.units) {
    auto object = to_json(unit.counts);
    object["unit_code"] = unit.unit.code;
    object["unit_name"] = unit.unit.name;
    object["open_slots"] = unit.open_slots;
    units.push_back(std::move(object));
  }
  const auto today = std::chrono::floor<std::chrono::days>(report.now);
  return {{"unit", to_json(report.unit)},
          {"date", date_text(today)},
          {"clock", app::clock_text(std::chrono::floor<std::chrono::minutes>(report.now - today))},
          {"counts", to_json(report.counts)},
          {"units", std::move(units)},
          {"slots", std::move(slots)},
          {"rows", std::move(rows)}};
}

}  // namespace badge::http
