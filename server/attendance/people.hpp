#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "server/attendance/facts.hpp"
#include "server/attendance/timeline.hpp"

namespace badge::attendance {

using PersonNo = std::uint32_t;  // dense number of a staff code within one People

/// Days on which a badge was active in somebody's hands. Tenures of one badge never overlap.
struct Tenure {
  PersonNo person;
  DateSpan days;
};

/// Who was posted where, held which badges and had which papers, on each day. Immutable. A person exists by
/// having a posting; badges and papers of others are left out.
class People {
 public:
  People(std::vector<Posting> postings, const std::vector<Badge>& badges, std::vector<Absence> absences);

  [[nodiscard]] std::size_t size() const { return codes_.size(); }
  [[nodiscard]] std::optional<PersonNo> find(std::string_view staff_code) const;
  [[nodiscard]] const std::string& code(PersonNo person) const { return codes_[person]; }

  /// In order of their first day; never empty.
  [[nodiscard]] std::span<const Posting> postings(PersonNo person) const;
  /// Null: not in service on that day.
  [[nodiscard]] const Posting* posting_on(PersonNo person, Date date) const;
  [[nodiscard]] std::span<const Absence> absences(PersonNo person) const;

  /// Whether the person held an active badge.
  [[nodiscard]] bool has_badge_on(PersonNo person, Date date) const;
  /// Who held this badge when; empty for a badge that nobody holds. In order of time.
  [[nodiscard]] std::span<const Tenure> tenures(std::string_view uid) const;
  /// Nobody: the badge was not active, or nobody's.
  [[nodiscard]] std::optional<PersonNo> holder_on(std::string_view uid, Date date) const;
  /// How many times the person was handed an active badge, at any time.
  [[nodiscard]] std::size_t badges_held(PersonNo person) const { return held(person).size(); }
  /// Badges that the person held at any time, each once.
  [[nodiscard]] std::vector<std::string> badges(PersonNo person) const;

 private:
  void index_badges(const std::vector<Badge>& badges);

  std::vector<std::string> codes_;  // ascending
  std::vector<Posting> postings_;   // by person, then by first day
  std::vector<std::uint32_t> first_posting_;
  std::vector<Absence> absences_;  // by person, as they were stated
  std::vector<std::uint32_t> first_absence_;
  std::unordered_map<std::string, std::vector<Tenure>> tenures_;  // by uid
  struct Held {
    PersonNo person;
    DateSpan days;
    const std::string* uid;  // key of tenures_
  };
  [[nodiscard]] std::span<const Held> held(PersonNo person) const {
    return {held_.begin() + first_held_[person], held_.begin() + first_held_[person + 1]};
  }
  std::vector<Held> held_;  // by person
  std::vector<std::uint32_t> first_held_;
};

}  // namespace badge::attendance
