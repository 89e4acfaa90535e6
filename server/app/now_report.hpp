#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/app/now_board.hpp"
#include "server/app/person_report.hpp"

namespace badge::app {

inline constexpr std::size_t now_people_max = 500;  // a large department; nobody reads more names at a glance
inline constexpr std::size_t now_slots_max =
    200;  // open at one moment: beyond that the roster itself is missing

/// Where one person is now.
struct NowRow {
  PersonName person;
  attendance::Presence presence = attendance::Presence::off;
  std::string since, last;  // "07:31": the first and the newest tap of the session; empty: none
  std::string text;         // on what paper; why it is not known
};

/// People by where they are. `due`: all but those who are off or exempt.
struct NowCounts {
  std::size_t people = 0, due = 0, present = 0, away = 0, not_seen = 0, unknown = 0, exempt = 0;
};

/// A duty slot that is not covered, or not known to be.
struct NowSlot {
  UnitName unit;
  attendance::Date date;              // on which its hours begin
  std::string schedule, from, until;  // "19:00", "07:00": of the session that goes on or comes next
  attendance::SlotCover cover = attendance::SlotCover::unnamed;
  int people_min = 0, named = 0, here = 0;
  std::string text;  // what is wrong, with names
};
[[nodiscard]] std::string_view to_string(attendance::SlotCover cover);  // the enumerator's name

struct NowUnit {
  UnitName unit;
  NowCounts counts;  // with all units below it
  std::size_t open_slots = 0;
};

/// A unit with all below it, at this moment: those who work there, wherever their sheet is kept.
struct NowReport {
  UnitName unit;  // its code empty: of all units that the asker may see
  attendance::LocalTime now;
  NowCounts counts;
  std::vector<NowUnit> units;  // directly below it
  std::vector<NowSlot> slots;  // below it, at most now_slots_max; those that go on first
  std::vector<NowRow> rows;  // everybody; of more than now_people_max only those of the unit itself, as many
};

/// `unit` empty: the highest units within `scope`. Nothing: there is no such unit today, or not within
/// `scope`.
[[nodiscard]] std::optional<NowReport> now_report(const PresentPeople& people, std::string_view unit,
                                                  const Scope& scope, Language language);

}  // namespace badge::app
