#pragma once
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/attendance/facts.hpp"

namespace badge::store {
class Snapshot;
class Store;
}  // namespace badge::store

namespace badge::app {

/// What an entrance must know to light green for the right people while it is offline, and no more: no names,
/// no card numbers, and only people of the units that the entrance serves.
struct Roster {
  struct Credential {
    std::string hash;        // SHA-256 of salt and UID, 64 lower-case digits
    std::string display;     // "N. V. An"
    std::string_view state;  // "active", "inspector", "lost", "damaged", "returned", "revoked", "not_lent"
  };
  std::uint64_t version = 0;  // grows with every change of what it is made of; as in the Ack
  std::string salt;           // 32 lower-case digits, the bridge's own
  std::vector<Credential> credentials;
};

/// Makes rosters. Any thread. What the facts say is kept until a fact that entrances must know of changes
/// (then every entrance asks within seconds), the day ends or a loan does.
class Rosters {
 public:
  explicit Rosters(const store::Store& store);
  ~Rosters();

  /// The roster for a bridge at a moment; nothing where no bridge of this name is known.
  ///
  /// A badge that is lost from tomorrow on was reported today: it is lost at the entrance at once, while the
  /// taps that its holder made today still count.
  ///
  /// A temporary card is active as its borrower's while it is lent, and else "not_lent".
  ///
  /// An active badge is an "inspector"'s, and opens a check, where its holder has today the role inspector
  /// for a unit above, equal to or below one that the entrances serve, or the role guard for one of these
  /// units or one below; it is in the roster wherever the holder works.
  [[nodiscard]] std::optional<Roster> roster_of(std::string_view bridge, attendance::LocalTime now) const;

  /// Changes whenever the roster might. Empty where no bridge of this name is known.
  [[nodiscard]] std::string tag_of(std::string_view bridge, attendance::LocalTime now) const;

 private:
  struct Day;
  [[nodiscard]] std::shared_ptr<const Day> day(const store::Snapshot& snapshot,
                                               attendance::LocalTime now) const;

  const store::Store& store_;
  mutable std::mutex mutex_;  // held while a day is made, so that it is made once
  mutable std::shared_ptr<const Day> day_;
};

/// "Nguyễn Văn An" -> "N. V. An": the given name stands last.
[[nodiscard]] std::string display_initials(std::string_view full_name);

}  // namespace badge::app
