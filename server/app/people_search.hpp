#pragma once
#include <functional>
#include <string_view>
#include <vector>

#include "server/app/person_report.hpp"

namespace badge::app {

inline constexpr std::size_t people_found_max = 20;  // more are found by typing more

/// Those in service today whose name (every word of it, marks and case aside) or code is asked for, of those
/// that `may_see` lets through. Pure.
[[nodiscard]] std::vector<PersonName> find_people(
    const attendance::RuleBook& book, std::string_view words, attendance::Date today,
    const std::function<bool(attendance::PersonNo, const attendance::RuleBook::Stay&)>& may_see);

}  // namespace badge::app
