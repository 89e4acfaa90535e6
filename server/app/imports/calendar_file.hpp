#pragma once
/// Days of an iCalendar file as the CSV text of a file of the kind calendar. Pure.
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "server/app/imports/error.hpp"
#include "server/app/imports/understood.hpp"
#include "server/attendance/facts.hpp"

namespace badge::app {

struct CalendarFile {
  std::string csv;
  Understood understood;
  std::vector<std::string> places;  // of each line of the text behind the header: "sự kiện 3"
};

/// What an event's words say about its days. The category goes first ("nghỉ lễ", "off": a word of calendar
/// files); then the summary: "làm bù" works, "nghỉ lễ" and "nghỉ tết" are holidays, "nghỉ" alone is off.
/// Nothing: none of these words, or words of both.
[[nodiscard]] std::optional<attendance::CalendarKind> kind_of_event(
    std::string_view summary, const std::vector<std::string>& categories);
/// "Làm bù cho thứ Hai", "Làm bù ngày 04/5": the weekday that is worked, where exactly one is named. A date
/// without a year is of `year`.
[[nodiscard]] std::optional<std::chrono::weekday> weekday_worked(std::string_view summary, int year);

/// An event that says neither that its days are free nor that they are worked is an error: it is never
/// guessed.
[[nodiscard]] tl::expected<CalendarFile, ImportErrors> read_calendar_file(std::string_view bytes,
                                                                          Language language);

}  // namespace badge::app
