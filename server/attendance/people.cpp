#include "server/attendance/people.hpp"

#include <algorithm>
#include <ranges>
#include <tuple>

namespace badge::attendance {

People::People(std::vector<Posting> postings, const std::vector<Badge>& badges) {
  keep(std::move(postings));
  for (std::uint32_t row = 0; row < postings_.size(); ++row) {
    if (row == 0 || postings_[row].staff_code != postings_[row - 1].staff_code) first_posting_.push_back(row);
  }
  first_posting_.push_back(static_cast<std::uint32_t>(postings_.size()));
  index_badges(badges);
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

void People::index_badges(const std::vector<Badge>& badges) {
  std::vector<const Badge*> rows;
  for (const auto& badge : badges) rows.push_back(&badge);
  std::stable_sort(rows.begin(), rows.end(), [](auto* a, auto* b) { return a->uid < b->uid; });
  cards_.reserve(badges.size());
  tenures_.reserve(badges.size());
  struct Held {
    PersonNo person;
    DateSpan days;
    std::uint32_t card;
  };
  std::vector<Held> held;
  held.reserve(badges.size());
  for (auto row = rows.begin(); row != rows.end();) {
    Card card{(*row)->uid, static_cast<std::uint32_t>(tenures_.size()), 0};
    Timeline<const Badge*> timeline;
    for (; row != rows.end() && (*row)->uid == card.uid; ++row) timeline.add((*row)->valid, *row);
    for (const auto& segment : timeline.segments()) {
      const auto person = find(segment.value->staff_code);
      if (!person || segment.value->state != BadgeState::active) continue;
      tenures_.push_back({*person, segment.valid, segment.value->temporary});
      held.push_back({*person, segment.valid, static_cast<std::uint32_t>(cards_.size())});
    }
    card.end_of_tenures = static_cast<std::uint32_t>(tenures_.size());
    cards_.push_back(std::move(card));
  }
  std::sort(held.begin(), held.end(), [](const Held& a, const Held& b) {
    return std::tie(a.person, a.days.from) < std::tie(b.person, b.days.from);
  });
  badge_days_.reserve(held.size());
  held_cards_.reserve(held.size());
  first_held_.reserve(size() + 1);
  for (const auto& one : held) {
    while (first_held_.size() <= one.person)
      first_held_.push_back(static_cast<std::uint32_t>(badge_days_.size()));
    badge_days_.push_back(one.days);
    held_cards_.push_back(one.card);
  }
  first_held_.resize(size() + 1, static_cast<std::uint32_t>(badge_days_.size()));
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
  const auto spans = badge_days(person);
  return std::any_of(spans.begin(), spans.end(), [&](const DateSpan& days) { return days.contains(date); });
}

std::span<const Tenure> People::tenures(std::string_view uid) const {
  const auto* card = find_card(uid);
  if (card == nullptr) return {};
  return std::span(tenures_).subspan(card->first_tenure, card->end_of_tenures - card->first_tenure);
}

std::optional<Tenure> People::tenure_on(std::string_view uid, Date date) const {
  for (const auto& tenure : tenures(uid)) {
    if (tenure.days.contains(date)) return tenure;
  }
  return std::nullopt;
}

std::optional<PersonNo> People::holder_on(std::string_view uid, Date date) const {
  const auto tenure = tenure_on(uid, date);
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
