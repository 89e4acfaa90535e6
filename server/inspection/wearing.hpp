#pragma once
/// How many wear their badge (QĐ 06/2008/QĐ-BNV: whoever is on duty), as far as somebody looked.
#include <map>
#include <optional>
#include <span>
#include <string>

#include "server/inspection/inspection.hpp"

namespace badge::inspection {

/// A share that cannot mislead: who was not looked at is in neither number.
struct Share {
  int part = 0, of = 0;
  /// In tenths of a percent, rounded down, so that only all are 100,0. Nothing where nobody was observed.
  [[nodiscard]] std::optional<int> permille() const;
  friend bool operator==(const Share&, const Share&) = default;
};

/// The people of a list by what was seen of them. Sums of inspections and units are sums of these.
struct Wearing {
  int listed = 0;  // who owed presence, or was there
  int worn = 0, worn_wrongly = 0, not_worn = 0, someone_elses = 0, not_issued = 0, exempt = 0;
  int absent_with_paper = 0, absent_without = 0;
  int disputed = 0;          // inspectors disagree, and nobody has settled it
  int tapped_not_there = 0;  // of the absent: tapped in before the check

  [[nodiscard]] int present() const {
    return worn + worn_wrongly + not_worn + someone_elses + not_issued + exempt;
  }
  [[nodiscard]] int absent() const { return absent_with_paper + absent_without; }
  [[nodiscard]] int not_checked() const { return listed - present() - absent() - disputed; }
  /// Of those seen who had to wear one.
  [[nodiscard]] Share share() const { return {worn, present() - exempt}; }
  Wearing& operator+=(const Wearing& other);
  friend bool operator==(const Wearing&, const Wearing&) = default;
};

/// Adds one person of the list. `seen` null: nobody looked.
void add(Wearing& sum, const Listed& listed, const Seen* seen);

/// Whether somebody had tapped in and was not found at the check.
[[nodiscard]] bool tapped_but_gone(const Listed& listed, const Seen* seen);

[[nodiscard]] const Seen* seen_of(const Marks& marks, std::string_view staff_code);  // null: nobody looked

/// Of everybody on the list; and by the unit in which they work.
[[nodiscard]] Wearing wearing_of(std::span<const Listed> list, const Marks& marks);
[[nodiscard]] std::map<std::string, Wearing> wearing_by_unit(std::span<const Listed> list,
                                                             const Marks& marks);

}  // namespace badge::inspection
