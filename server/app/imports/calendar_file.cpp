#include "server/app/imports/calendar_file.hpp"

#include <algorithm>
#include <set>

#include "server/app/header_words.hpp"
#include "server/app/imports/dates.hpp"
#include "server/app/imports/form_rows.hpp"
#include "server/app/imports/words.hpp"
#include "server/documents/ical_reader.hpp"

namespace badge::app {
namespace {

using attendance::CalendarKind;
using attendance::Date;
using documents::CalendarEvent;
using documents::EventFault;
using documents::IcalFault;

/// Whole words of `words` only: "nghỉ" is not in "hội nghị".
bool has_words(std::string_view words, std::string_view wanted) {
  return (' ' + std::string(words) + ' ').find(' ' + std::string(wanted) + ' ') != std::string::npos;
}

/// Behind the last word that says whose place the day takes; all of it where there is none.
std::string_view replaced_day(std::string_view words) {
  std::string_view rest = words;
  for (const std::string_view link : {" cho ", " thay ", " như "}) {
    if (const auto at = rest.rfind(link); at != std::string_view::npos)
      rest.remove_prefix(at + link.size() - 1);
  }
  return rest;
}

/// "4/5" and "04/05/2026" in words that are apart by spaces.
std::vector<Date> dates_in(std::string_view text, int year) {
  std::vector<Date> dates;
  while (!text.empty()) {
    const auto end = std::min(text.find(' '), text.size());
    std::string word(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    while (!word.empty() && std::string_view(",.;:()").find(word.back()) != std::string_view::npos)
      word.pop_back();
    if (word.find('/') == word.rfind('/') && word.find('/') != std::string::npos)
      word += '/' + std::to_string(year);
    if (const auto date = parse_date(word)) dates.push_back(*date);
  }
  return dates;
}

/// The lines that events become, as they come.
class Days {
 public:
  explicit Days(ImportReport& report) : report_(report) {}

  void add(const CalendarEvent& event) {
    ++number_;
    const auto place = report_.say("sự kiện {}", "event {}", number_);
    switch (event.fault) {
      case EventFault::part_of_day:
        ignore(place, event, report_.say("không phải cả ngày", "not whole days"));
        return;
      case EventFault::cancelled:
        ignore(place, event, report_.say("đã hủy", "cancelled"));
        return;
      case EventFault::none:
        state(place, event);
        return;
      case EventFault::repeats:
        refuse(place, event,
               report_.say("lặp lại theo quy tắc; ghi mỗi ngày thành một sự kiện riêng",
                           "repeats by a rule; write each day as an event of its own"));
        return;
      case EventFault::other_zone:
        refuse(place, event,
               report_.say("ghi theo múi giờ khác; đặt sự kiện là cả ngày",
                           "has times of another time zone; make it an all-day event"));
        return;
      case EventFault::no_days:
        refuse(place, event,
               report_.say("không có ngày bắt đầu và kết thúc hợp lệ, hoặc dài quá {} ngày",
                           "has no beginning and end that hold, or is longer than {} days",
                           documents::ical_event_days_max.count()));
        return;
    }
  }

  CalendarFile taken() && {
    file_.csv = csv_of(rows_);
    return std::move(file_);
  }

 private:
  void state(const std::string& place, const CalendarEvent& event) {
    const auto kind = kind_of_event(event.summary, event.categories);
    if (!kind) {
      refuse(
          place, event,
          report_.say(
              "không rõ là ngày nghỉ hay ngày làm việc; ghi \"Nghỉ lễ\", \"Nghỉ\" hoặc \"Làm bù cho thứ …\" "
              "trong tên sự kiện, hoặc đặt phân loại (CATEGORIES) là một trong: {}",
              "says neither that these days are free nor that they are worked; write \"Nghỉ lễ\", \"Nghỉ\" "
              "or \"Làm bù cho thứ …\" in its name, or give it one of these categories: {}",
              list_of(calendar_words(), report_.language())));
      return;
    }
    std::string works_like;
    if (*kind == CalendarKind::working) {
      const std::chrono::year_month_day first(event.first);
      const auto weekday = weekday_worked(event.summary, static_cast<int>(first.year()));
      if (!weekday) {
        refuse(place, event,
               report_.say(
                   "là ngày làm bù nhưng không rõ làm theo ngày nào; ghi thêm, ví dụ \"cho thứ Hai\"",
                   "is worked in place of another day, but of which is not clear; add it, for example \"cho "
                   "thứ Hai\""));
        return;
      }
      works_like = code_of(*weekday, weekday_words());
    }
    for (auto date = event.first; date <= event.last; date += std::chrono::days(1)) {
      add_day(place, event, date, *kind, works_like);
    }
  }

  void add_day(const std::string& place, const CalendarEvent& event, Date date, CalendarKind kind,
               const std::string& works_like) {
    const auto& word = *std::ranges::find(calendar_words(), kind, &Word<CalendarKind>::meaning);
    rows_.push_back({{"date", date_cell(date)},
                     {"kind", std::string(word.code)},
                     {"name", event.summary},
                     {"works_like", works_like}});
    file_.places.push_back(place);
    auto& understood = file_.understood;
    ++understood.day_count;
    if (understood.days.size() == understood_listed_max) return;
    const bool is_vi = report_.language() == Language::vi;
    understood.days.push_back(
        {date_cell(date), std::string(is_vi ? word.vietnamese : word.code), event.summary, place});
  }

  void ignore(const std::string& place, const CalendarEvent& event, std::string why) {
    file_.understood.ignored.push_back({place, event.summary, std::move(why)});
  }

  void refuse(const std::string& place, const CalendarEvent& event, std::string message) {
    report_.add_at(place, number_, "", event.summary, std::move(message));
  }

  ImportReport& report_;
  CalendarFile file_;
  std::vector<FormRow> rows_;
  std::size_t number_ = 0;
};

std::string message_of(IcalFault fault, const ImportReport& report) {
  switch (fault) {
    case IcalFault::no_calendar:
      break;
    case IcalFault::not_utf8:
      return report.say("tệp lịch không phải mã UTF-8; xuất lại từ chương trình lịch",
                        "the calendar is not UTF-8; export it again from the calendar program");
    case IcalFault::too_many_events:
      return report.say("tệp lịch có quá {} sự kiện; chỉ xuất lịch nghỉ",
                        "the calendar has more than {} events; export the calendar of days off alone",
                        documents::ical_events_max);
  }
  return report.say("không đọc được tệp lịch; xuất lại từ chương trình lịch",
                    "the calendar cannot be read; export it again from the calendar program");
}

}  // namespace

std::optional<CalendarKind> kind_of_event(std::string_view summary,
                                          const std::vector<std::string>& categories) {
  std::set<CalendarKind> kinds;
  for (const auto& category : categories) {
    if (const auto kind = meaning_of(category, calendar_words())) kinds.insert(*kind);
  }
  if (kinds.empty()) {
    const auto words = folded_words(summary);
    const bool rests = has_words(words, "nghỉ");
    if (has_words(words, "làm bù") || has_words(words, "làm việc bù")) kinds.insert(CalendarKind::working);
    const bool is_holiday = has_words(words, "nghỉ lễ") || has_words(words, "nghỉ tết");
    if (rests) kinds.insert(is_holiday ? CalendarKind::holiday : CalendarKind::off);
  }
  return kinds.size() == 1 ? std::optional(*kinds.begin()) : std::nullopt;
}

std::optional<std::chrono::weekday> weekday_worked(std::string_view summary, int year) {
  std::set<unsigned> found;
  const auto of_whom = replaced_day(summary);
  const auto words = folded_words(of_whom);
  for (const auto& word : weekday_words()) {
    if (has_words(words, folded_words(word.vietnamese))) found.insert(word.meaning.iso_encoding());
  }
  for (const auto date : dates_in(of_whom, year)) found.insert(std::chrono::weekday(date).iso_encoding());
  return found.size() == 1 ? std::optional(std::chrono::weekday(*found.begin())) : std::nullopt;
}

tl::expected<CalendarFile, ImportErrors> read_calendar_file(std::string_view bytes, Language language) {
  ImportReport report(language);
  const auto events = documents::read_ical(bytes);
  if (!events) {
    report.add(0, "", "", message_of(events.error(), report));
    return tl::unexpected(report.take());
  }
  Days days(report);
  for (const auto& event : *events) days.add(event);
  if (!report.empty()) return tl::unexpected(report.take());
  auto file = std::move(days).taken();
  if (file.places.empty()) {
    report.add(0, "", "",
               report.say("tệp lịch không có sự kiện cả ngày nào", "the calendar has no all-day event"));
    return tl::unexpected(report.take());
  }
  return file;
}

}  // namespace badge::app
