#pragma once
/// Steps drawn at random: of every kind, and what several inspectors write about a few people.
#include <rapidcheck.h>

#include <string>
#include <vector>

#include "server/inspection/marks.hpp"
#include "tests/server/inspection/steps.hpp"

namespace badge::inspection::testing {

template <Worded E>
E random_word() {
  constexpr auto all = every<E>();
  return all[*rc::gen::inRange<std::size_t>(0, all.size())];
}

inline std::string random_text() {
  return *rc::gen::element<std::string>("", "CB04", "Nguyễn Văn A", "a+b=c\nd", "QĐ 118/QĐ-SNV", "yes");
}
inline std::string random_said() { return "đã " + random_text(); }  // where it must not be empty

inline int random_number() { return *rc::gen::inRange(0, 1'000'000); }

inline Date random_day() { return day(2000, 1, 1) + std::chrono::days(*rc::gen::inRange(0, 13'879)); }

inline std::optional<Date> random_due() {
  return *rc::gen::arbitrary<bool>() ? std::optional(random_day()) : std::nullopt;
}

template <class Draw>
auto random_list(Draw draw, int least = 0) {
  std::vector<decltype(draw())> list;
  const auto count = *rc::gen::inRange(least, 5);
  for (int i = 0; i < count; ++i) list.push_back(draw());
  return list;
}

inline Responsible random_head() {
  return {random_text(), random_text(), random_text(), random_text(), random_word<HeadRole>()};
}

/// One of every kind, in the order of What.
inline std::vector<What> random_of_each() {
  const auto text = random_text, said = random_said;
  const auto id_of = [] { return id(*rc::gen::arbitrary<unsigned>()); };
  const auto yes_or_no = [] { return *rc::gen::arbitrary<bool>(); };
  return {
      PlanStated{said(), said(), text(), random_day(), random_number()},
      PlanLine{random_number(), said(), random_number(), random_list(random_number)},
      Prepared{text(), text(), random_word<Basis>(), text(), text(), text(), text(), random_word<Form>(),
               random_word<TeamKind>(), text(), random_list(random_word<Checklist>, 1), random_due()},
      Joined{text(), said(), text(), random_word<TeamRole>()},
      Left{text(), said()},
      Dropped{said()},
      Started{text(), text(), text(), random_head()},
      Marked{said(), random_word<Observed>(), text(), text()},
      Settled{said(), random_word<Observed>(), random_list(id_of, 1), said()},
      Answered{random_word<Checklist>(), random_number(), said(), random_word<Answer>(), text()},
      Ended{text(), text(), text(), random_number()},
      Issued{random_word<Paper>(), said(), random_day()},
      Found{id_of(), text(), random_word<Checklist>(), said(), text(), text(), text(), text(), text(),
            random_due(), random_head()},
      Named{id_of(), said()},
      Extended{id_of(), random_day(), said()},
      Repaired{id_of(), said(), text()},
      Reviewed{id_of(), yes_or_no(), text()},
      Viewed{id_of(), random_word<ViewOf>(), said()},
      Handled{id_of(), text(), text(), text(), random_word<Outcome>(), text(), text(), text()},
      Decided{id_of(), said(), text()},
      Closed{id_of()},
      Carried{id_of(), said(), said()},
      Received{random_word<FeedbackKind>(), text(), random_day(), text(), text(), text(), random_due(),
               text(), text()},
      Replied{said(), text(), random_day()},
  };
}

inline const std::vector<std::string> the_people = {"CB01", "CB02", "CB03"};

/// What two to four inspectors write about three people within a quarter of an hour: marks, slips taken back,
/// and settlements of what stood there when somebody looked, or of a part of it.
inline std::vector<Step> random_marks() {
  const auto inspectors = *rc::gen::inRange(2, 5);
  const auto count = *rc::gen::inRange(0, 25);
  std::vector<Step> steps;
  for (int i = 0; i < count; ++i) {
    const auto person = *rc::gen::elementOf(the_people);
    What what = mark(person, random_word<Observed>());
    if (*rc::gen::inRange(0, 4) == 0) {
      Settled settled{person, random_word<Observed>(), {}, "đã xem lại cùng nhau"};
      const auto seen = merged(steps)[person];
      for (const auto& word : seen.words) {
        if (*rc::gen::inRange(0, 6) > 0) settled.over.push_back(word.id);
      }
      what = settled;
    }
    const auto by = std::string("huong") + std::to_string(*rc::gen::inRange(0, inspectors));
    const auto at = minute(*rc::gen::inRange(0, 15));
    steps.push_back({id(static_cast<unsigned>(i) * 7919U % 1'000U), the_file, by, at, at, what});
  }
  return steps;
}

/// The same steps as they may arrive: in any order, some of them again.
inline std::vector<Step> as_they_arrive(std::vector<Step> steps) {
  const auto repeats = steps.empty() ? 0 : *rc::gen::inRange(0, 6);
  for (int i = 0; i < repeats; ++i) {
    auto again = steps[*rc::gen::inRange<std::size_t>(0, steps.size())];
    again.arrived += std::chrono::minutes(i + 1);
    steps.push_back(std::move(again));
  }
  for (std::size_t left = steps.size(); left > 1; --left) {
    std::swap(steps[left - 1], steps[*rc::gen::inRange<std::size_t>(0, left)]);
  }
  return steps;
}

}  // namespace badge::inspection::testing
