#pragma once
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "server/attendance/rule_book.hpp"
#include "server/store/snapshot.hpp"

namespace badge::app {

/// Who held each credential when, by the store's number for it: what a month report asks for everybody, and
/// that nobody wants to look up by card each time. Immutable; any thread.
class CredentialHolders {
 public:
  /// Those of every credential that `snapshot` knows. `earlier` (or null): of the same book, for an older
  /// snapshot; its answers are taken over.
  CredentialHolders(std::shared_ptr<const attendance::RuleBook> book, const store::Snapshot& snapshot,
                    const CredentialHolders* earlier);

  [[nodiscard]] const std::shared_ptr<const attendance::RuleBook>& book() const { return book_; }
  [[nodiscard]] std::uint32_t last_credential() const {
    return static_cast<std::uint32_t>(end_of_tenures_.size() - 1);
  }

  /// In order of time. Taps that were imported by staff code are that person's at all times.
  [[nodiscard]] std::span<const attendance::Tenure> of(std::uint32_t credential_no) const {
    const auto first = end_of_tenures_[credential_no - 1];
    return std::span(tenures_).subspan(first, end_of_tenures_[credential_no] - first);
  }
  /// Whether all of the person's taps, of all months, came with one credential, held for one stretch of days.
  [[nodiscard]] bool has_one_credential(attendance::PersonNo person) const {
    return tenures_of_[person] == 1;
  }

 private:
  void add(const store::TapKey& key);

  std::shared_ptr<const attendance::RuleBook> book_;
  std::vector<attendance::Tenure> tenures_;
  std::vector<std::uint32_t> end_of_tenures_;  // by credential number, which begin with 1
  std::vector<std::uint8_t> tenures_of_;       // how many, by person; 2 are several
};

}  // namespace badge::app
