#pragma once
/// A step as named texts: what forms send, what the store keeps.
///
///   kind      field = value …
///   marked    staff_code=CB04 observed=absent_with_paper paper=GNP 12
///
/// Days are 2026-07-09, enumerators the words of words.hpp, lists joined by '+', what is empty is left out.
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "server/inspection/step.hpp"

namespace badge::inspection {

using Fields = std::vector<std::pair<std::string, std::string>>;

enum class FieldRule : std::uint8_t {
  known_kind,    // there is no such step
  known_field,   // a step of this kind has no such field
  required,      // it must not be empty
  short_enough,  // at most step_text_bytes_max
  a_day,         // 2026-07-09, of a year from 2000 to 2037
  a_number,      // digits alone, at most six
  a_word,        // one of words.hpp
  a_time,        // of a year from 2000 to 2037 (said likewise)
  a_text,        // what a paper can print (said by who takes it in)
};
struct FieldFault {
  std::string field;  // "" of FieldRule::known_kind
  FieldRule rule = FieldRule::required;
  friend bool operator==(const FieldFault&, const FieldFault&) = default;
};

/// "marked"
[[nodiscard]] std::string_view kind_of(const What& what);

/// In the order in which they are declared.
[[nodiscard]] Fields fields_of(const What& what);

using ReadStep = std::variant<What, FieldFault>;
/// The first field that breaks a rule is named.
[[nodiscard]] ReadStep read_step(std::string_view kind, const Fields& fields);

/// Whom a step concerns: its staff_code, where its kind has one.
[[nodiscard]] std::string_view person_of(const What& what);

}  // namespace badge::inspection
