// The words of timesheets: what symbols stand for, where they count, how days become figures.
#include "server/app/imports/words.hpp"

namespace badge::app {

using attendance::DayMeaning;
using attendance::HalfDays;
using attendance::TimesheetMethod;

namespace {

std::vector<Word<DayMeaning>> make_day_meaning_words() {
  using enum DayMeaning;
  std::vector<Word<DayMeaning>> words = {
      {worked, "worked", "làm việc", {"đi làm"}},
      {half_worked, "half_worked", "làm việc nửa ngày", {"nửa ngày công"}},
      {holiday, "holiday", "nghỉ lễ", {"lễ", "nghỉ lễ, tết"}},
      {closure, "closure", "ngừng làm việc", {"ngừng việc"}},
      {without_reason, "without_reason", "vắng không có lý do", {"nghỉ không lý do"}},
      {other_unit, "other_unit", "thuộc đơn vị khác", {}},
  };
  for (const auto& absence : absence_words()) {
    words.push_back(
        {attendance::meaning_of(absence.meaning), absence.code, absence.vietnamese, absence.also});
  }
  return words;
}

}  // namespace

std::span<const Word<DayMeaning>> day_meaning_words() {
  static const auto words = make_day_meaning_words();
  return words;
}

std::span<const Word<TimesheetMethod>> timesheet_method_words() {
  static const std::vector<Word<TimesheetMethod>> words = {
      {TimesheetMethod::day, "day", "ngày", {"chấm công ngày", "theo ngày"}},
      {TimesheetMethod::hour, "hour", "giờ", {"chấm công theo giờ", "theo giờ"}},
      {TimesheetMethod::compensatory, "compensatory", "nghỉ bù", {"chấm công nghỉ bù"}},
  };
  return words;
}

std::span<const Word<HalfDays>> half_days_words() {
  static const std::vector<Word<HalfDays>> words = {
      {HalfDays::split, "split", "chia đôi", {"nửa ngày"}},
      {HalfDays::longer, "longer", "phần dài hơn", {}},
  };
  return words;
}

std::span<const Word<std::string_view>> timesheet_column_words() {
  static const std::vector<Word<std::string_view>> words = {
      {attendance::column_time, "time", "lương thời gian", {"số công hưởng lương thời gian", "32"}},
      {attendance::column_unpaid, "unpaid", "không lương", {"số công nghỉ không lương", "33"}},
      {attendance::column_insurance, "insurance", "BHXH", {"số công hưởng BHXH", "34"}},
      {"", "none", "không", {"không tính"}},
  };
  return words;
}

}  // namespace badge::app
