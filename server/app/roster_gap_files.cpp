// Files that mend what the roster does not say, as far as they can be written already.
#include "server/app/roster_gaps.hpp"

namespace badge::app {
namespace {

FormRow row_to_fill(RosterGap gap, const GapItem& item, const std::string& today) {
  switch (gap) {
    case RosterGap::no_badge:
      return {{"staff_code", item.code}, {"uid", ""},         {"valid_from", today},
              {"valid_to", ""},          {"state", "active"}, {"kind", "own"}};
    case RosterGap::no_schedule:
      return {{"schedule", ""},
              {"unit_code", ""},
              {"staff_code", item.code},
              {"valid_from", today},
              {"valid_to", ""}};
    case RosterGap::no_head:
      return {{"unit_code", item.code}, {"staff_code", ""}, {"role", "head"},
              {"valid_from", today},    {"valid_to", ""},   {"paper", ""}};
    case RosterGap::no_entrance:
      return {{"entrance", ""}, {"unit_code", item.code}, {"valid_from", today}, {"valid_to", ""}};
    default:
      return row_of(item.posting.value_or(attendance::Posting{}));
  }
}

std::optional<ImportKind> kind_of(RosterGap gap) {
  switch (gap) {
    case RosterGap::no_unit:
    case RosterGap::no_position:
      return ImportKind::staff;
    case RosterGap::no_badge:
      return ImportKind::badges;
    case RosterGap::no_schedule:
      return ImportKind::assignments;
    case RosterGap::no_head:
      return ImportKind::heads;
    case RosterGap::no_entrance:
      return ImportKind::entrances;
    case RosterGap::silent_entrance:
      return std::nullopt;  // somebody must look at the reader
  }
  return std::nullopt;
}

}  // namespace

std::optional<FileToFill> file_to_fill(const GapList& list, attendance::Date today) {
  const auto kind = kind_of(list.gap);
  if (!kind) return std::nullopt;
  FileToFill file{*kind, {}};
  for (auto item : list.listed) {
    if (list.gap == RosterGap::no_unit && item.posting) {  // a posting anew, wherever it will be
      item.posting->valid = {today};
      item.posting->unit_code.clear();
    }
    file.rows.push_back(row_to_fill(list.gap, item, date_cell(today)));
  }
  return file;
}

}  // namespace badge::app
