#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "server/attendance/facts.hpp"

namespace badge::attendance {

/// One reader was listening, by a synchronised clock: from <= t < until.
struct ListenedSpan {
  std::string entrance, reader;
  LocalTime from, until;
};

/// A time during which an entrance may have missed a tap: from <= t < until.
struct Silence {
  LocalTime from, until;
  std::string entrance;
  std::string reader;  // empty: no reader of the entrance has ever listened
};

using EntranceNo = std::uint32_t;  // dense number within one Coverage

/// When each entrance was listening. An entrance is silent while any of its readers is: a badge may have been
/// shown to that one. A reader counts from the first time that it listened, so hand over all of its spans,
/// from its first day on. Immutable.
class Coverage {
 public:
  Coverage() = default;
  /// Spans in any order; they may overlap. From its end on nobody waits for a reader.
  /// What was heard on days before `kept_from` is erased.
  explicit Coverage(std::vector<ListenedSpan> spans, std::span<const ReaderEnd> ends = {},
                    Date kept_from = Date::min());

  /// The taps of this day are not there any more (retention): nobody can tell what was seen.
  [[nodiscard]] bool is_erased(Date day) const { return day < kept_from_; }

  /// Nothing: it has never listened.
  [[nodiscard]] std::optional<EntranceNo> find(std::string_view entrance) const;

  /// The earliest time of from <= t <= to during which this entrance was silent. Null: it listened
  /// throughout.
  [[nodiscard]] const Silence* first_silence(EntranceNo entrance, LocalTime from, LocalTime to) const;

  /// In order of time; they do not overlap. The first reaches back for ever, the last on for ever.
  [[nodiscard]] std::span<const Silence> silences(EntranceNo entrance) const { return silences_[entrance]; }

 private:
  std::vector<std::string> entrances_;          // ascending
  std::vector<std::vector<Silence>> silences_;  // by EntranceNo
  Date kept_from_ = Date::min();
};

}  // namespace badge::attendance
