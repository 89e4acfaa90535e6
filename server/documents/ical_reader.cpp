#include "server/documents/ical_reader.hpp"

#include <libical/ical.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>

#include "server/documents/unicode.hpp"

namespace badge::documents {
namespace {

using std::chrono::days;
using std::chrono::local_days;
using std::chrono::local_seconds;

struct FreeComponent {
  void operator()(icalcomponent* component) const { icalcomponent_free(component); }
};
using Component = std::unique_ptr<icalcomponent, FreeComponent>;

std::string_view without_mark(std::string_view bytes) {
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  if (bytes.starts_with(byte_order_mark)) bytes.remove_prefix(byte_order_mark.size());
  return bytes;
}

std::string one_line(const char* text) {
  std::string line(text == nullptr ? "" : text);
  std::ranges::replace_if(line, [](char c) { return static_cast<unsigned char>(c) < ' '; }, ' ');
  return std::string(trimmed(line));
}

/// Lines that were broken to be short, in one piece again; lines end with LF.
std::string unfolded(std::string_view text) {
  std::string whole;
  whole.reserve(text.size());
  for (const char c : text) {
    const bool continues = !whole.empty() && whole.back() == '\n' && (c == ' ' || c == '\t');
    if (continues) {
      whole.pop_back();
    } else if (c != '\r') {
      whole += c;
    }
  }
  return whole;
}

/// Whether everything that begins ends, and nothing lies deep inside: libical frees what it read by
/// recursion.
bool is_well_nested(std::string_view text) {
  constexpr int depth_max = 8;  // a calendar, an event, its alarm
  int depth = 0;
  while (!text.empty()) {
    const auto line = text.substr(0, std::min(text.find('\n'), text.size()));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    const auto name = fold_case(line.substr(0, std::min(line.find_first_of(":;"), line.size())));
    if (name == "begin") ++depth;
    if (name == "end") --depth;
    if (depth < 0 || depth > depth_max) return false;
  }
  return depth == 0;
}

/// A beginning or an end as its property states it.
struct Stated {
  local_seconds at;
  bool is_day = false;
};

/// Zones that have the office's wall clock, by the names that calendars give them.
bool is_office_zone(std::string_view zone) {
  constexpr std::array names = {"Asia/Ho_Chi_Minh", "Asia/Saigon", "Asia/Bangkok", "SE Asia Standard Time"};
  return std::ranges::any_of(names, [&](std::string_view name) { return zone.ends_with(name); });
}

/// Nothing: it is no time. The fault of a time of another zone is noted.
std::optional<Stated> stated(icalproperty* property, const icaltimetype& time, EventFault& fault) {
  const auto day = std::chrono::year(time.year) / time.month / time.day;
  constexpr int hour_end = 24, minute_end = 60;
  const bool is_time = time.hour >= 0 && time.hour < hour_end && time.minute >= 0 &&
                       time.minute < minute_end && time.second >= 0 && time.second <= minute_end;
  if (icaltime_is_null_time(time) != 0 || !day.ok() || !is_time) return std::nullopt;
  if (icaltime_is_date(time) != 0) return Stated{local_days(day), true};
  auto at = local_days(day) + std::chrono::hours(time.hour) + std::chrono::minutes(time.minute) +
            std::chrono::seconds(time.second);
  auto* const zone = icalproperty_get_first_parameter(property, ICAL_TZID_PARAMETER);
  if (icaltime_is_utc(time) != 0) {
    at += office_ahead_of_utc;
  } else if (zone != nullptr && !is_office_zone(one_line(icalparameter_get_tzid(zone)))) {
    fault = EventFault::other_zone;
  }
  return Stated{at, false};  // without a zone it floats: it is everywhere's wall clock
}

icalproperty* property_of(icalcomponent* event, icalproperty_kind kind) {
  return icalcomponent_get_first_property(event, kind);
}

bool does_repeat(icalcomponent* event) {
  constexpr std::array kinds = {ICAL_RRULE_PROPERTY, ICAL_RDATE_PROPERTY, ICAL_EXDATE_PROPERTY,
                                ICAL_RECURRENCEID_PROPERTY};
  return std::ranges::any_of(kinds, [&](auto kind) { return property_of(event, kind) != nullptr; });
}

/// The end is behind the last day; an event without one is a day long.
std::optional<local_seconds> end_of(icalcomponent* event, const Stated& begin, EventFault& fault) {
  if (auto* const property = property_of(event, ICAL_DTEND_PROPERTY)) {
    const auto end = stated(property, icalproperty_get_dtend(property), fault);
    if (!end || end->is_day != begin.is_day) return std::nullopt;
    // Some programs write the first day again as the end of a single one.
    if (end->is_day && end->at == begin.at) return begin.at + days(1);
    return end->at;
  }
  if (auto* const property = property_of(event, ICAL_DURATION_PROPERTY)) {
    const auto duration = icalproperty_get_duration(property);
    if (icaldurationtype_is_bad_duration(duration) != 0) return std::nullopt;
    return begin.at + std::chrono::seconds(icaldurationtype_as_int(duration));
  }
  return begin.at + days(1);
}

void read_days(icalcomponent* component, CalendarEvent& event) {
  auto* const property = property_of(component, ICAL_DTSTART_PROPERTY);
  const auto begin =
      property == nullptr ? std::nullopt : stated(property, icalproperty_get_dtstart(property), event.fault);
  const auto end = begin ? end_of(component, *begin, event.fault) : std::nullopt;
  if (!begin || !end || *end <= begin->at || *end - begin->at > ical_event_days_max) {
    event.fault = EventFault::no_days;
    return;
  }
  event.first = std::chrono::floor<days>(begin->at);
  event.last = std::chrono::floor<days>(*end) - days(1);
  const bool is_whole =
      local_seconds(event.first) == begin->at && local_seconds(event.last + days(1)) == *end;
  if (event.fault == EventFault::none && !is_whole) event.fault = EventFault::part_of_day;
}

CalendarEvent event_of(icalcomponent* component) {
  CalendarEvent event;
  event.summary = one_line(icalcomponent_get_summary(component));
  for (auto* property = property_of(component, ICAL_CATEGORIES_PROPERTY); property != nullptr;
       property = icalcomponent_get_next_property(component, ICAL_CATEGORIES_PROPERTY)) {
    event.categories.push_back(one_line(icalproperty_get_categories(property)));
  }
  read_days(component, event);
  if (icalcomponent_get_status(component) == ICAL_STATUS_CANCELLED) event.fault = EventFault::cancelled;
  if (does_repeat(component)) event.fault = EventFault::repeats;
  return event;
}

void read_events(icalcomponent* calendar, std::vector<CalendarEvent>& events) {
  for (auto* event = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT);
       event != nullptr && events.size() <= ical_events_max;
       event = icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT)) {
    events.push_back(event_of(event));
  }
}

}  // namespace

bool looks_like_calendar(std::string_view bytes) {
  constexpr std::string_view begin = "begin:vcalendar";
  const auto text = trimmed(without_mark(bytes)).substr(0, begin.size());
  return std::ranges::equal(text, begin, {}, [](char c) { return c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c; });
}

tl::expected<std::vector<CalendarEvent>, IcalFault> read_ical(std::string_view bytes) {
  if (!looks_like_calendar(bytes) || bytes.find('\0') != std::string_view::npos)
    return tl::unexpected(IcalFault::no_calendar);
  const auto text = to_nfc(without_mark(bytes));
  if (!text) return tl::unexpected(IcalFault::not_utf8);
  const auto lines = unfolded(*text);
  if (!is_well_nested(lines)) return tl::unexpected(IcalFault::no_calendar);
  const Component root(icalparser_parse_string(lines.c_str()));
  if (!root) return tl::unexpected(IcalFault::no_calendar);
  std::vector<CalendarEvent> events;
  if (icalcomponent_isa(root.get()) == ICAL_VCALENDAR_COMPONENT) {
    read_events(root.get(), events);
  } else {  // several calendars in one file
    for (auto* calendar = icalcomponent_get_first_component(root.get(), ICAL_VCALENDAR_COMPONENT);
         calendar != nullptr;
         calendar = icalcomponent_get_next_component(root.get(), ICAL_VCALENDAR_COMPONENT)) {
      read_events(calendar, events);
    }
  }
  if (events.size() > ical_events_max) return tl::unexpected(IcalFault::too_many_events);
  return events;
}

}  // namespace badge::documents
