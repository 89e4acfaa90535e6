#pragma once
#include <functional>
#include <string_view>
#include <vector>

#include "server/app/now_board.hpp"
#include "server/inspection/inspection.hpp"

namespace badge::app {

/// Everybody who works in the unit or below it, where they are at this minute by taps and papers, in the
/// order of the tree and of papers. Pure. Empty: there is no such unit today, or nobody in it.
[[nodiscard]] std::vector<inspection::Listed> start_list(const PresentPeople& people, std::string_view unit);

/// What a start freezes of the unit itself: its name and kind of that day, and who answers for it. Empty
/// texts where there is no such unit.
[[nodiscard]] inspection::Started start_of(const PresentPeople& people, std::string_view unit);

/// Who answers for the unit on that day: its head; where the head was `away`, the one who is delegated by a
/// paper.
[[nodiscard]] inspection::Responsible responsible_for(
    const attendance::RuleBook& book, std::string_view unit, attendance::Date date,
    const std::function<bool(std::string_view staff_code)>& away);

}  // namespace badge::app
