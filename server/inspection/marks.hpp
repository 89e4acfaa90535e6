#pragma once
/// What several inspectors, each with a phone that may be offline, say of the people of one unit.
#include <map>
#include <span>
#include <string>
#include <vector>

#include "server/inspection/step.hpp"

namespace badge::inspection {

/// One inspector's last word about a person.
struct Word {
  std::string id;  // of the step
  std::string by;
  LocalTime at;
  Observed observed = Observed::worn;
  std::string paper, note;
  friend bool operator==(const Word&, const Word&) = default;
};

/// What they say together.
struct Seen {
  std::vector<Word> words;        // the last of each inspector, by login; what was taken back is left out
  std::optional<Observed> holds;  // nothing: they disagree, or nobody looked
  std::string settled_by, settled_reason;  // where they disagreed, and the question was settled
  [[nodiscard]] bool is_disputed() const { return !words.empty() && !holds; }
  /// The paper that an inspector was shown, of absent_with_paper; empty: none was named.
  [[nodiscard]] std::string paper() const;
  friend bool operator==(const Seen&, const Seen&) = default;
};

using Marks = std::map<std::string, Seen, std::less<>>;  // by staff_code

/// The marks among `steps` together. The same whatever the order of `steps`, and however often one of them
/// stands there. A disagreement is settled while every last word is among those that were weighed: nobody's
/// word is ever overwritten by another's.
[[nodiscard]] Marks merged(std::span<const Step> steps);

}  // namespace badge::inspection
