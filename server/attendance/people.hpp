#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "server/attendance/facts.hpp"
#include "server/attendance/timeline.hpp"
#include "server/attendance/word_pool.hpp"

namespace badge::attendance {

using PersonNo = std::uint32_t;  // dense number of a staff code within one People

/// from <= t < until.
struct TimeSpan {
  LocalTime from, until;
  [[nodiscard]] bool contains(LocalTime at) const { return from <= at && at < until; }
  [[nodiscard]] bool overlaps(const TimeSpan& other) const {
    return from < other.until && other.from < until;
  }
  friend bool operator==(const TimeSpan&, const TimeSpan&) = default;
};

/// When a badge was active in somebody's hands. Tenures of one badge never overlap.
struct Tenure {
  PersonNo person;
  TimeSpan held;
  bool temporary = false;  // lent
};

/// Days on which somebody's badge is reported lost.
struct LostBadge {
  PersonNo person;
  DateSpan days;
};

/// A Posting as People keeps it. The words lie in the People.
struct KeptPosting {
  std::string_view staff_code, full_name, unit_code, position, category;
  DateSpan valid;
  std::int32_t list_order;
  std::string_view works_at;
  std::vector<std::string> entrances;
  friend bool operator==(const KeptPosting&, const KeptPosting&) = default;
};

/// Who was posted where and held which badges, on each day. Immutable. A person exists by having a posting;
/// badges of others are left out.
class People {
 public:
  /// A loan ends where the same card's next one begins.
  People(std::vector<Posting> postings, const std::vector<Badge>& badges,
         std::span<const CardLoan> loans = {});

  [[nodiscard]] std::size_t size() const { return first_posting_.size() - 1; }
  [[nodiscard]] std::optional<PersonNo> find(std::string_view staff_code) const;
  [[nodiscard]] std::string_view code(PersonNo person) const {
    return postings_[first_posting_[person]].staff_code;
  }

  /// In order of their first day; never empty.
  [[nodiscard]] std::span<const KeptPosting> postings(PersonNo person) const;
  /// Null: not in service on that day.
  [[nodiscard]] const KeptPosting* posting_on(PersonNo person, Date date) const;

  /// When the person held an active badge, by its beginning; times with two badges come twice.
  [[nodiscard]] std::span<const TimeSpan> badge_times(PersonNo person) const {
    return {badge_times_.begin() + first_held_[person], badge_times_.begin() + first_held_[person + 1]};
  }
  [[nodiscard]] bool has_badge_on(PersonNo person, Date date) const;
  /// Who held this badge when; empty for a badge that nobody holds. In order of time.
  [[nodiscard]] std::span<const Tenure> tenures(std::string_view uid) const;
  /// Whether any badge or loan names it, whatever its state and whoever its holder.
  [[nodiscard]] bool is_badge(std::string_view uid) const { return find_card(uid) != nullptr; }
  /// Nothing: the badge was not active, or nobody's.
  [[nodiscard]] std::optional<Tenure> tenure_at(std::string_view uid, LocalTime at) const;
  [[nodiscard]] std::optional<PersonNo> holder_at(std::string_view uid, LocalTime at) const;
  [[nodiscard]] std::span<const LostBadge> lost_badges() const { return lost_badges_; }
  /// Badges that the person held at any time, each once.
  [[nodiscard]] std::vector<std::string> badges(PersonNo person) const;

 private:
  struct Card {
    std::string uid;
    std::uint32_t first_tenure, end_of_tenures;  // places in tenures_
  };
  void keep(std::vector<Posting> postings);
  void index_badges(const std::vector<Badge>& badges, std::span<const CardLoan> loans);
  [[nodiscard]] const Card* find_card(std::string_view uid) const;  // null: no badge fact names it

  WordPool words_;
  std::vector<KeptPosting> postings_;  // by code, then by first day
  std::vector<std::uint32_t> first_posting_;
  std::vector<Card> cards_;      // by uid
  std::vector<Tenure> tenures_;  // by card, then by time
  std::vector<LostBadge> lost_badges_;
  // By person, then by time: when, and which card.
  std::vector<TimeSpan> badge_times_;
  std::vector<std::uint32_t> held_cards_;
  std::vector<std::uint32_t> first_held_;  // by PersonNo
};

}  // namespace badge::attendance
