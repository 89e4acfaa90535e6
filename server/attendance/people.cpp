#include "server/attendance/people.hpp"

#include <algorithm>
#include <ranges>
#include <tuple>

namespace badge::attendance {
namespace {

/// By card, then by first day or minute.
template <class Fact, class Order>
std::vector<const Fact*> sorted(std::span<const Fact> facts, Order order) {
  std::vector<const Fact*> rows;
  rows.reserve(facts.size());
  for (const auto& fact : facts) rows.push_back(&fact);
  std::ranges::stable_sort(rows, {}, order);
  return rows;
}

TimeSpan whole_days(const DateSpan& days) {
  return {LocalTime(days.from), LocalTime(days.to + std::chrono::days(1))};
}

/// Orders one card's tenures; each ends where the next begins, and what is nothing then goes.
void part(std::vector<Tenure>& tenures) {
  std::ranges::stable_sort(tenures, {}, [](const Tenure& tenure) { return tenure.held.from; });
  for (std::size_t i = 0; i + 1 < tenures.size(); ++i) {
    tenures[i].held.until = std::min(tenures[i].held.until, tenures[i + 1].held.from);
  }
  std::erase_if(tenures, [](const Tenure& tenure) { return tenure.held.from >= tenure.held.until; });
}

}  // namespace

People::People(std::vector<Posting> postings, const std::vector<Badge>& badges,
               std::span<const CardLoan> loans) {
  keep(std::move(postings));
  for (std::uint32_t row = 0; row < postings_.size(); ++row) {
    if (row == 0 || postings_[row].staff_code != postings_[row - 1].staff_code) first_posting_.push_back(row);
  }
  first_posting_.push_back(static_cast<std::uint32_t>(postings_.size()));
  index_badges(badges, loans);
}

void People::keep(std::vector<Posting> postings) {
  std::stable_sort(postings.begin(), postings.end(), [](const Posting& a, const Posting& b) {
    return std::tie(a.staff_code, a.valid.from) < std::tie(b.staff_code, b.valid.from);
  });
  postings_.reserve(postings.size());
  for (auto& posting : postings) {
    postings_.push_back({words_.keep(posting.staff_code), words_.keep(posting.full_name),
                         words_.keep(posting.unit_code), words_.keep(posting.position),
                         words_.keep(posting.category), posting.valid, posting.list_order,
                         words_.keep(posting.works_at), std::move(posting.entrances)});
  }
  words_.forget_known();
}

void People::index_badges(const std::vector<Badge>& badges, std::span<const CardLoan> loans) {
  const auto rows =
      sorted(std::span(badges), [](const Badge* badge) { return std::string_view(badge->uid); });
  const auto lent = sorted(loans, [](const CardLoan* loan) { return std::string_view(loan->uid); });
  cards_.reserve(badges.size());
  tenures_.reserve(badges.size());
  struct Held {
    PersonNo person;
    TimeSpan held;
    std::uint32_t card;
  };
  std::vector<Held> held;
  held.reserve(badges.size());
  std::vector<Tenure> of_card;
  auto row = rows.begin();
  auto loan = lent.begin();
  while (row != rows.end() || loan != lent.end()) {
    const bool is_badge = row != rows.end() && (loan == lent.end() || (*row)->uid <= (*loan)->uid);
    Card card{is_badge ? (*row)->uid : (*loan)->uid, static_cast<std::uint32_t>(tenures_.size()), 0};
    of_card.clear();
    Timeline<const Badge*> timeline;
    for (; row != rows.end() && (*row)->uid == card.uid; ++row) timeline.add((*row)->valid, *row);
    for (const auto& segment : timeline.segments()) {
      const auto person = find(segment.value->staff_code);
      if (person && segment.value->state == BadgeState::lost)
        lost_badges_.push_back({*person, segment.valid});
      if (!person || segment.value->state != BadgeState::active) continue;
      of_card.push_back({*person, whole_days(segment.valid), segment.value->temporary});
    }
    for (; loan != lent.end() && (*loan)->uid == card.uid; ++loan) {
      if (const auto person = find((*loan)->staff_code))
        of_card.push_back({*person, {(*loan)->from, (*loan)->end()}, true});
    }
    part(of_card);
    for (const auto& tenure : of_card) {
      tenures_.push_back(tenure);
      held.push_back({tenure.person, tenure.held, static_cast<std::uint32_t>(cards_.size())});
    }
    card.end_of_tenures = static_cast<std::uint32_t>(tenures_.size());
    cards_.push_back(std::move(card));
  }
  std::sort(held.begin(), held.end(), [](const Held& a, const Held& b) {
    return std::tie(a.person, a.held.from) < std::tie(b.person, b.held.from);
  });
  badge_times_.reserve(held.size());
  held_cards_.reserve(held.size());
  first_held_.reserve(size() + 1);
  for (const auto& one : held) {
    while (first_held_.size() <= one.person)
      first_held_.push_back(static_cast<std::uint32_t>(badge_times_.size()));
    badge_times_.push_back(one.held);
    held_cards_.push_back(one.card);
  }
  first_held_.resize(size() + 1, static_cast<std::uint32_t>(badge_times_.size()));
}

const People::Card* People::find_card(std::string_view uid) const {
  const auto found =
      std::lower_bound(cards_.begin(), cards_.end(), uid,
                       [](const Card& card, std::string_view wanted) { return card.uid < wanted; });
  return found == cards_.end() || found->uid != uid ? nullptr : &*found;
}

std::optional<PersonNo> People::find(std::string_view staff_code) const {
  const auto people = std::views::iota(PersonNo{0}, static_cast<PersonNo>(size()));
  const auto found =
      std::ranges::lower_bound(people, staff_code, {}, [this](PersonNo person) { return code(person); });
  if (found == people.end() || code(*found) != staff_code) return std::nullopt;
  return *found;
}

std::span<const KeptPosting> People::postings(PersonNo person) const {
  return {postings_.begin() + first_posting_[person], postings_.begin() + first_posting_[person + 1]};
}

const KeptPosting* People::posting_on(PersonNo person, Date date) const {
  const auto rows = postings(person);
  for (auto row = rows.rbegin(); row != rows.rend(); ++row) {
    if (row->valid.contains(date)) return &*row;
  }
  return nullptr;
}

bool People::has_badge_on(PersonNo person, Date date) const {
  const auto day = whole_days({date, date});
  return std::ranges::any_of(badge_times(person), [&](const TimeSpan& held) { return held.overlaps(day); });
}

std::span<const Tenure> People::tenures(std::string_view uid) const {
  const auto* card = find_card(uid);
  if (card == nullptr) return {};
  return std::span(tenures_).subspan(card->first_tenure, card->end_of_tenures - card->first_tenure);
}

std::optional<Tenure> People::tenure_at(std::string_view uid, LocalTime at) const {
  for (const auto& tenure : tenures(uid)) {
    if (tenure.held.contains(at)) return tenure;
  }
  return std::nullopt;
}

std::optional<PersonNo> People::holder_at(std::string_view uid, LocalTime at) const {
  const auto tenure = tenure_at(uid, at);
  return tenure ? std::optional(tenure->person) : std::nullopt;
}

std::vector<std::string> People::badges(PersonNo person) const {
  std::vector<std::string> uids;
  for (auto i = first_held_[person]; i < first_held_[person + 1]; ++i)
    uids.push_back(cards_[held_cards_[i]].uid);
  std::sort(uids.begin(), uids.end());
  uids.erase(std::unique(uids.begin(), uids.end()), uids.end());
  return uids;
}

}  // namespace badge::attendance
