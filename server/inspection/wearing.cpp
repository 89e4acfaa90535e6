#include "server/inspection/wearing.hpp"

#include <cstdint>

namespace badge::inspection {
namespace {

/// Where an observation is counted; null: nowhere.
int* counter(Wearing& sum, Observed observed) {
  switch (observed) {
    case Observed::worn:
      return &sum.worn;
    case Observed::worn_wrongly:
      return &sum.worn_wrongly;
    case Observed::not_worn:
      return &sum.not_worn;
    case Observed::someone_elses:
      return &sum.someone_elses;
    case Observed::not_issued:
      return &sum.not_issued;
    case Observed::exempt:
      return &sum.exempt;
    case Observed::absent_with_paper:
      return &sum.absent_with_paper;
    case Observed::absent_without:
      return &sum.absent_without;
    case Observed::taken_back:
      return nullptr;
  }
  return nullptr;
}

bool is_absent(Observed observed) {
  return observed == Observed::absent_with_paper || observed == Observed::absent_without;
}

}  // namespace

std::optional<int> Share::permille() const {
  if (of == 0) return std::nullopt;
  return static_cast<int>(std::int64_t{part} * 1000 / of);
}

Wearing& Wearing::operator+=(const Wearing& other) {
  for (auto member :
       {&Wearing::listed, &Wearing::worn, &Wearing::worn_wrongly, &Wearing::not_worn, &Wearing::someone_elses,
        &Wearing::not_issued, &Wearing::exempt, &Wearing::absent_with_paper, &Wearing::absent_without,
        &Wearing::disputed, &Wearing::tapped_not_there}) {
    this->*member += other.*member;
  }
  return *this;
}

const Seen* seen_of(const Marks& marks, std::string_view staff_code) {
  const auto found = marks.find(staff_code);
  return found == marks.end() ? nullptr : &found->second;
}

bool tapped_but_gone(const Listed& listed, const Seen* seen) {
  return listed.presence == Presence::present && seen != nullptr && seen->holds && is_absent(*seen->holds);
}

void add(Wearing& sum, const Listed& listed, const Seen* seen) {
  const bool was_seen = seen != nullptr && !seen->words.empty();
  if (listed.presence == Presence::off && !was_seen) return;  // nothing was asked of them that day
  ++sum.listed;
  if (!was_seen) return;
  if (seen->is_disputed()) {
    ++sum.disputed;
    return;
  }
  if (auto* count = counter(sum, *seen->holds)) ++*count;
  if (tapped_but_gone(listed, seen)) ++sum.tapped_not_there;
}

Wearing wearing_of(std::span<const Listed> list, const Marks& marks) {
  Wearing sum;
  for (const auto& listed : list) add(sum, listed, seen_of(marks, listed.staff_code));
  return sum;
}

std::map<std::string, Wearing> wearing_by_unit(std::span<const Listed> list, const Marks& marks) {
  std::map<std::string, Wearing> sums;
  for (const auto& listed : list) add(sums[listed.unit_code], listed, seen_of(marks, listed.staff_code));
  return sums;
}

}  // namespace badge::inspection
