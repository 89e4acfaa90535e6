#include "server/app/imports/known_codes.hpp"

#include <algorithm>

#include "server/app/header_words.hpp"

namespace badge::app {
namespace {

std::string_view without_zeros(std::string_view digits) {
  return digits.substr(std::min(digits.find_first_not_of('0'), digits.size()));
}

bool is_digits(std::string_view code) {
  return !code.empty() && code.find_first_not_of("0123456789") == std::string_view::npos;
}

}  // namespace

KnownCodes::KnownCodes(const store::RosterFacts& stored) {
  const auto note = [](Index& index, const std::string& key, const std::string& code) {
    auto& codes = index[key];
    if (std::ranges::find(codes, code) == codes.end()) codes.push_back(code);
  };
  const auto note_digits = [&](Index& index, const std::string& code) {
    if (is_digits(code)) note(index, std::string(without_zeros(code)), code);
  };
  for (const auto& unit : stored.units) {
    note_digits(units_, unit.code);
    note(unit_names_, folded_words(unit.code), unit.code);
    note(unit_names_, folded_words(unit.name), unit.code);
  }
  for (const auto& posting : stored.postings) note_digits(staff_, posting.staff_code);
  for (const auto& entrance : stored.entrances) note_digits(entrances_, entrance.entrance);
  for (const auto& schedule : stored.schedules) note_digits(schedules_, schedule.name);
}

std::optional<std::string> KnownCodes::padded(SheetNature nature, std::string_view digits) const {
  const auto* index = &units_;
  switch (nature) {
    case SheetNature::unit_code:
    case SheetNature::unit_codes:
      break;
    case SheetNature::staff_code:
    case SheetNature::staff_codes:
      index = &staff_;
      break;
    case SheetNature::entrance_code:
    case SheetNature::entrance_codes:
      index = &entrances_;
      break;
    case SheetNature::schedule_code:
      index = &schedules_;
      break;
    default:
      return std::nullopt;
  }
  const auto found = index->find(without_zeros(digits));
  if (!is_digits(digits) || found == index->end() || found->second.size() != 1) return std::nullopt;
  return found->second.front();
}

std::optional<std::string> KnownCodes::unit_named(std::string_view name) const {
  const auto found = unit_names_.find(folded_words(name));
  if (found == unit_names_.end() || found->second.size() != 1) return std::nullopt;
  return found->second.front();
}

}  // namespace badge::app
