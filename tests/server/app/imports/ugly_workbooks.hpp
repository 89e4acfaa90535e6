#pragma once
/// Workbooks as clerks hand them in, each with one thing that goes wrong in real lists. Made here, part by
/// part.
#include <string>
#include <vector>

#include "server/app/imports/plan.hpp"
#include "tests/server/app/import_facts.hpp"

namespace badge::app::test {

struct UglyWorkbook {
  std::string about;
  ImportKind kind = ImportKind::absences;
  std::string bytes;
  std::string csv;  // the rows that are read, without empty lines and without the header; "": refused
  std::vector<std::string> errors;  // beginnings of "place: sentence", in English; empty: it is read
};

[[nodiscard]] std::vector<UglyWorkbook> ugly_workbooks();

/// The small office, and people with codes of digits: "007", "0012" and "12", "2045".
[[nodiscard]] inline store::RosterFacts office_of_digits() {
  auto facts = small_office();
  for (const auto* code : {"007", "0012", "12", "2045"}) {
    facts.postings.push_back(
        {code, "Người " + std::string(code), "SNV", "Chuyên viên", "civil_servant", from("2024-01-01"), 2});
  }
  return facts;
}

}  // namespace badge::app::test
