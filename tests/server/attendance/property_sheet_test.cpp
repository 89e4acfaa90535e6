// Laws of the sheet as text: what was frozen is read back.
#include <gtest/gtest.h>

#include <rapidcheck/gtest.h>

#include <algorithm>

#include "server/attendance/sheet.hpp"

namespace badge::attendance::testing {
namespace {

std::string odd_text() {
  return *rc::gen::container<std::string>(
      rc::gen::element('a', '\t', '\n', ' ', '-', '\r', '"', ';', '\xE1', '\0', '0'));
}

std::string without_separators(std::string text) {
  std::ranges::replace(text, '\t', ' ');
  std::ranges::replace(text, '\n', ' ');
  return text;
}

SheetLine random_line() {
  SheetLine line{.date = Date(std::chrono::year(2026) / 7 / 1) + std::chrono::days(*rc::gen::inRange(0, 31)),
                 .session = odd_text()};
  line.state = *rc::gen::element(SessionState::present, SessionState::absent, SessionState::excused,
                                 SessionState::exempt, SessionState::provisional, SessionState::not_due);
  line.late = minutes(*rc::gen::inRange(0, 2000));
  line.early = minutes(*rc::gen::inRange(0, 2000));
  for (auto* flag : {&line.missing_in, &line.missing_out, &line.corrected, &line.temporary_card})
    *flag = *rc::gen::arbitrary<bool>();
  line.in = *rc::gen::element<std::string>("", "07:29", "-00:10", "30:05");
  line.reasons = odd_text();
  return line;
}

Sheet random_sheet() {
  Sheet sheet{odd_text(), odd_text(), odd_text(), {Date(std::chrono::year(2026) / 7 / 1)}, {}};
  const auto people = *rc::gen::inRange(0, 4);
  for (int i = 0; i < people; ++i) {
    sheet.people.push_back({odd_text(), odd_text(), odd_text(), {}});
    const auto lines = *rc::gen::inRange(0, 4);
    for (int k = 0; k < lines; ++k) sheet.people.back().lines.push_back(random_line());
  }
  return sheet;
}

Sheet plain(Sheet sheet) {
  const auto clean = [](std::string& text) { text = without_separators(std::move(text)); };
  clean(sheet.unit_code), clean(sheet.unit_name), clean(sheet.head_name);
  for (auto& person : sheet.people) {
    clean(person.staff_code), clean(person.full_name), clean(person.position);
    for (auto& line : person.lines) clean(line.session), clean(line.reasons);
  }
  return sheet;
}

RC_GTEST_PROP(SheetLaws, WhatWasFrozenIsReadBackWhateverNamesHold, ()) {
  const auto sheet = random_sheet();
  const auto text = to_text(sheet);
  const auto again = parse_sheet(text);
  RC_ASSERT(again.has_value());
  RC_ASSERT(*again == plain(sheet));
  RC_ASSERT(to_text(*again) == text);
}

RC_GTEST_PROP(SheetLaws, ASheetDoesNotDifferFromItself, ()) {
  const auto sheet = random_sheet();
  const auto text = to_text(sheet);
  RC_PRE(std::ranges::none_of(sheet.people, [](const auto& person) { return person.lines.size() > 1; }));
  RC_PRE(sheet.people.size() < 2U);
  RC_ASSERT(compare(*parse_sheet(text), plain(sheet)).empty());
}

RC_GTEST_PROP(SheetLaws, ACutOrSoiledTextIsNeverMisread, ()) {
  auto text = to_text(random_sheet());
  text.resize(*rc::gen::inRange<std::size_t>(0, text.size()));
  text += odd_text();
  if (const auto read = parse_sheet(text)) RC_ASSERT(parse_sheet(to_text(*read)) == read);
}

}  // namespace
}  // namespace badge::attendance::testing
