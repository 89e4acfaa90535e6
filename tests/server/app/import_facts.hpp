#pragma once
/// A small office that import tests start from.
#include <string_view>

#include "server/app/imports/dates.hpp"
#include "server/app/imports/plan.hpp"

namespace badge::app::test {

inline attendance::Date day(std::string_view text) { return parse_date(text).value(); }

inline attendance::DateSpan from(std::string_view begin) { return {day(begin)}; }
inline attendance::DateSpan during(std::string_view begin, std::string_view end) {
  return {day(begin), day(end)};
}

/// A province with two departments; one of them took the place of a third on 01/07/2025. One person, one
/// badge, one schedule with two sessions.
inline store::RosterFacts small_office() {
  store::RosterFacts facts;
  facts.units = {
      {"UBND", "Ủy ban nhân dân tỉnh", "tỉnh", "", from("2020-01-01")},
      {"SNV", "Sở Nội vụ", "sở", "UBND", from("2020-01-01")},
      {"SGTVT", "Sở Giao thông vận tải", "sở", "UBND", during("2020-01-01", "2025-06-30")},
      {"SXD", "Sở Xây dựng", "sở", "UBND", from("2025-07-01")},
  };
  facts.postings = {{"NV1", "Nguyễn Văn An", "SNV", "Chuyên viên", "civil_servant", from("2024-01-01"), 1}};
  facts.badges = {{"NV1", "04A1B2C3D4E5F6", from("2024-01-01"), attendance::BadgeState::active}};
  attendance::Schedule office;
  office.name = "hanh-chinh";
  office.seasons = {
      {day("2026-01-01"), 0b11111, {{"sáng", {}, {}, {}, {}, {}, {}}, {"chiều", {}, {}, {}, {}, {}, {}}}}};
  facts.schedules = {office};
  facts.assignments = {{"hanh-chinh", "UBND", "", from("2026-01-01")}};
  return facts;
}

/// "3 unit_code SNV-05: this unit …" for each error, in English.
inline std::vector<std::string> errors_of(ImportKind kind, std::string_view text,
                                          const store::RosterFacts& stored = small_office()) {
  const auto plan = plan_import(kind, text, stored, Language::en);
  std::vector<std::string> lines;
  if (plan) return lines;
  for (const auto& error : plan.error().listed) {
    lines.push_back(std::to_string(error.line) + " " + error.column + " " + error.value + ": " +
                    error.message);
  }
  return lines;
}

}  // namespace badge::app::test
