#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/app/evidence.hpp"
#include "server/app/scope.hpp"

namespace badge::app {

/// A badge-wearing check at one reader: whose badges were shown to whom. What is shown is not yet worn: that
/// only an inspector's own mark says.
struct SeenInCheck {
  struct Person {
    std::string staff_code, full_name, unit_code;
    std::string at;  // the first time in this check
  };
  /// Who is known by the check as a whole, and not by a person.
  struct Whole {
    std::uint32_t without_badge = 0;
    std::uint32_t unknown_badges = 0;  // each card once: nobody's, or not valid at that time
  };
  std::string ref, reader;
  std::string entrance;                        // empty: a portable reader
  std::string inspector_code, inspector_name;  // empty: nobody knows any more
  std::string from, to;        // from the presentation that opened it to the last that is known of it
  std::vector<Person> shown;   // in order of time; never the inspector
  std::optional<Whole> whole;  // nothing: the asker sees a part of the people only
};

/// Checks of which something was seen on these days, by their beginning; of one inspector where a code is
/// given. Of each the people within the scope; and the whole of a check at an entrance of units within it,
/// or, at a portable reader, of an inspector within it. A check of which nothing is left is not there.
[[nodiscard]] std::vector<SeenInCheck> badge_checks(const Evidence& evidence,
                                                    const attendance::DateSpan& days,
                                                    std::string_view inspector, const Scope& scope);

}  // namespace badge::app
