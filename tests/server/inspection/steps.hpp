#pragma once
/// Steps as people write them on one day of March, for tests.
#include <cstdio>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include "server/inspection/step.hpp"

namespace badge::inspection::testing {

inline Date day(int year, unsigned month, unsigned day_of_month) {
  return Date(std::chrono::year(year) / static_cast<int>(month) / static_cast<int>(day_of_month));
}

/// A day of March 2026.
inline Date march(unsigned day_of_month) { return day(2026, 3, day_of_month); }

/// So many minutes after 08:00 of 9 March 2026.
inline LocalTime minute(int minutes) {
  return march(9) + std::chrono::hours(8) + std::chrono::minutes(minutes);
}

/// 32 hexadecimal digits.
inline std::string id(unsigned number) {
  char text[40];
  std::snprintf(text, sizeof text, "%032x", number);
  return text;
}

inline const std::string the_file = id(0xf11e);

/// A file that grows: each step is a minute after the one before it, with the next id.
class Written {
 public:
  Written& by(std::string login) {
    login_ = std::move(login);
    return *this;
  }
  /// The next step is written so many minutes after 08:00.
  Written& at(int minutes) {
    minute_ = minutes;
    return *this;
  }
  Written& operator()(What what) {
    const auto time = minute(minute_++);
    steps_.push_back({id(++last_), the_file, login_, time, time, std::move(what)});
    return *this;
  }
  [[nodiscard]] const std::vector<Step>& steps() const { return steps_; }
  /// The id of the step that was written last.
  [[nodiscard]] std::string last() const { return id(last_); }

 private:
  std::vector<Step> steps_;
  std::string login_ = "huong";
  int minute_ = 0;
  unsigned last_ = 0;
};

inline Marked mark(std::string staff_code, Observed observed, std::string paper = {}) {
  return {std::move(staff_code), observed, std::move(paper), {}};
}

inline Prepared visit(std::string unit_code, Form form = Form::unannounced) {
  Prepared prepared;
  prepared.unit_code = std::move(unit_code);
  prepared.form = form;
  prepared.checklists = {Checklist::badge};
  return prepared;
}

inline Started start(std::string number) {
  Started started;
  started.number = std::move(number);
  return started;
}

}  // namespace badge::inspection::testing
