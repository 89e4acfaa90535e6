#include "tools/load/person_month.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstring>

#include "tools/load/random.hpp"

namespace badge::tools {
namespace {

using namespace std::chrono;

enum class Half : std::uint8_t { works, away, away_but_taps };

struct Day {
  Date date;
  Half morning = Half::works, afternoon = Half::works;
};

/// How a person is: most are punctual, a few are often late.
struct Habit {
  double late, early, forgets;
  double usual_lead_min;  // comes so long before the start
};

Habit habit_of(Random& random) {
  const double kind = random.unit();
  const double late = kind < 0.70 ? 0.015 : kind < 0.93 ? 0.06 : 0.22;
  return {late, late / 3 + 0.004, 0.006 + 0.02 * random.unit() * random.unit(), 9 + 10 * random.unit()};
}

class Life {
 public:
  Life(const Province& province, const OfficeMonth& month, std::size_t index)
      : province_(province),
        month_(month),
        person_(province.people[index]),
        index_(static_cast<std::uint32_t>(index)),
        random_(Random::of(province.options.seed, 0x1000000ULL + index)),
        habit_(habit_of(random_)) {}

  PersonMonth live() {
    for (const Date date : month_.working_days) days_.push_back({date});
    plan_absences();
    if (!person_.uid.empty())
      for (const Day& day : days_) tap_through(day);
    std::sort(result_.taps.begin(), result_.taps.end(),
              [](const auto& a, const auto& b) { return a.at < b.at; });
    return std::move(result_);
  }

 private:
  struct Paper {
    const char* kind;
    const char* number;  // pattern with one %d; null: this kind comes without one
    int days_min, days_max;
    int notice_days;  // reported so long before
  };

  void plan_absences() {
    if (person_.woman && random_.chance(0.012)) {
      absent({"maternity", "GCN-TS-%d (giả định)", 31, 31, 20});
      return;
    }
    if (random_.chance(0.26))
      absent({"annual_leave", random_.chance(0.85) ? "GNP-%d (giả định)" : nullptr, 1, 3, 5});
    if (random_.chance(0.12)) half_day_off();
    if (random_.chance(0.12)) absent({"business_trip", "QĐ-CT-%d (giả định)", 1, 4, 3});
    if (random_.chance(0.05)) absent({"study", "GM-%d (giả định)", 1, 2, 7});
    if (random_.chance(0.05))
      absent({"sick", random_.chance(0.7) ? "GCN-O-%d (giả định)" : nullptr, 1, 3, 0});
    if (person_.woman && random_.chance(0.03)) absent({"child_sick", "GCN-CO-%d (giả định)", 1, 2, 0});
    if (random_.chance(0.015)) absent({"personal_paid", "GNP-%d (giả định)", 1, 3, 3});
    if (random_.chance(0.008)) absent({"unpaid", "GNP-%d (giả định)", 1, 2, 3});
    if (random_.chance(0.01)) absent({"compensatory", "GNP-%d (giả định)", 1, 1, 2});
    for (Day& day : days_)  // stays away and says nothing
      if (day.morning == Half::works && day.afternoon == Half::works && random_.chance(0.0025))
        day.morning = day.afternoon = Half::away;
  }

  /// A span of working days from a chance day on; none where another paper has taken one of them already.
  void absent(const Paper& paper) {
    const auto length = static_cast<std::size_t>(random_.between(paper.days_min, paper.days_max));
    std::size_t first = 0;
    if (length < days_.size())
      first = static_cast<std::size_t>(random_.between(0, static_cast<int>(days_.size() - length)));
    const std::size_t last = std::min(first + length, days_.size()) - 1;
    for (std::size_t i = first; i <= last; ++i)
      if (days_[i].morning != Half::works || days_[i].afternoon != Half::works) return;
    // Somebody on leave comes in all the same, now and then: a conflict that HR has to see.
    const Half half = random_.chance(0.04) ? Half::away_but_taps : Half::away;
    for (std::size_t i = first; i <= last; ++i) days_[i].morning = days_[i].afternoon = half;
    file(paper, days_[first].date, days_[last].date, "all");
  }

  void half_day_off() {
    Day& day = days_[static_cast<std::size_t>(random_.between(0, static_cast<int>(days_.size()) - 1))];
    if (day.morning != Half::works || day.afternoon != Half::works) return;
    const bool morning = random_.chance(0.4);
    (morning ? day.morning : day.afternoon) = Half::away;
    file({"annual_leave", "GNP-%d (giả định)", 1, 1, 1}, day.date, day.date, morning ? "sáng" : "chiều");
  }

  void file(const Paper& paper, Date from, Date to, const char* sessions) {
    char number[48] = "";
    if (paper.number != nullptr) {
      // The number is found from the person and the count of their papers, so that no two papers share one.
      const int unique =
          static_cast<int>(index_ * 10 + static_cast<std::uint32_t>(result_.absences.size()) + 1);
      const char* mark = std::strstr(paper.number, "%d");
      std::snprintf(number, sizeof number, "%.*s%d%s", static_cast<int>(mark - paper.number), paper.number,
                    unique, mark + 2);
    }
    const int minute =
        paper.notice_days == 0 ? random_.between(6 * 60 + 20, 7 * 60 + 20) : random_.between(8 * 60, 16 * 60);
    result_.absences.push_back({paper.kind, from, to, sessions, number,
                                local_seconds(from - days(paper.notice_days)) + minutes(minute)});
  }

  void tap_through(const Day& day) {
    if (day.morning == Half::away && day.afternoon == Half::away) return;
    const HoursOfDay hours = hours_of_day(person_.hours);
    const bool two_taps = person_.hours == Hours::commune || person_.hours == Hours::exempt;
    if (person_.hours == Hours::exempt && random_.chance(0.4)) return;  // owes no tap
    if (day.morning != Half::away) {
      arrive(day.date, hours.morning_start, habit_.late);
      if (!two_taps || day.afternoon == Half::away || random_.chance(0.1))
        leave(day.date, hours.morning_end, habit_.early / 2);
    }
    if (day.afternoon != Half::away) {
      if (!two_taps || day.morning == Half::away || random_.chance(0.1))
        arrive(day.date, hours.afternoon_start, habit_.late / 2);
      leave(day.date, hours.afternoon_end, habit_.early);
    }
  }

  void arrive(Date date, int start_min, double late) {
    double minute = start_min - std::max(1.0, random_.normal(habit_.usual_lead_min, 5.5));
    if (random_.chance(late)) {
      const double u = random_.unit();
      minute = start_min + 1 + 40 * u * u;  // mostly a few minutes
    }
    tap(date, minute);
  }

  void leave(Date date, int end_min, double early) {
    double minute = end_min + std::max(0.3, random_.normal(6, 4));
    if (random_.chance(early)) {
      const double u = random_.unit();
      minute = end_min - 2 - 45 * u * u;
    }
    tap(date, minute);
  }

  void tap(Date date, double minute) {
    if (random_.chance(habit_.forgets)) return;
    const unsigned day_of_month = static_cast<unsigned>(year_month_day(date).day());
    const bool second = person_.lost_on_day != 0 && static_cast<int>(day_of_month) > person_.lost_on_day;
    const bool moved = person_.moves_on_day != 0 && static_cast<int>(day_of_month) >= person_.moves_on_day;
    const std::size_t unit = moved ? person_.second_unit : person_.unit;
    bool at_second = std::strcmp(entrance_of(province_, unit), second_entrance) == 0;
    if (random_.chance(0.01))
      at_second = !at_second;  // had business in the other house: a tap counts anywhere
    const ProvinceTap tap{local_seconds(date) + seconds(std::lround(minute * 60)), index_, second, at_second};
    result_.taps.push_back(tap);
    if (random_.chance(0.02)) {  // held too long, or shown again to be sure
      result_.taps.push_back(tap);
      result_.taps.back().at += seconds(random_.between(2, 25));
    }
  }

  const Province& province_;
  const OfficeMonth& month_;
  const ProvincePerson& person_;
  std::uint32_t index_;
  Random random_;
  Habit habit_;
  std::vector<Day> days_;
  PersonMonth result_;
};

}  // namespace

HoursOfDay hours_of_day(Hours hours) {
  constexpr auto at = [](int hour, int minute) { return hour * 60 + minute; };
  if (hours == Hours::nursing) return {at(8, 0), at(11, 30), at(13, 30), at(16, 30)};
  return {at(7, 30), at(11, 30), at(13, 30), at(17, 0)};
}

PersonMonth live_through(const Province& province, const OfficeMonth& month, std::size_t person) {
  return Life(province, month, person).live();
}

}  // namespace badge::tools
