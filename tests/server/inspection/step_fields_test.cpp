#include "server/inspection/step_fields.hpp"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include "server/inspection/inspection.hpp"
#include "tests/server/inspection/random_steps.hpp"

namespace badge::inspection::testing {
namespace {

/// The fault that reading finds; of a step without one the test fails.
FieldFault fault(std::string_view kind, const Fields& fields) {
  return std::get<FieldFault>(read_step(kind, fields));
}

/// `fields` with one of them replaced, or another added.
Fields with(Fields fields, const std::string& name, std::string value) {
  std::erase_if(fields, [&](const auto& field) { return field.first == name; });
  fields.emplace_back(name, std::move(value));
  return fields;
}

const Fields a_mark = {{"staff_code", "CB04"}, {"observed", "absent_with_paper"}, {"paper", "GNP 12"}};
const Fields an_extension = {{"finding", "a"}, {"due", "2026-07-09"}, {"reason", "chờ biển mới"}};
const Fields a_line = {{"line", "1"}, {"unit_kind", "sở"}, {"count", "8"}, {"quarters", "2+3"}};

RC_GTEST_PROP(StepFieldLaws, WhatIsWrittenIsReadAgain, ()) {
  for (const auto& what : random_of_each()) {
    const auto read = read_step(kind_of(what), fields_of(what));
    RC_ASSERT(std::holds_alternative<What>(read));
    RC_ASSERT(std::get<What>(read).index() == what.index());
    RC_ASSERT(fields_of(std::get<What>(read)) == fields_of(what));
  }
}

TEST(StepFields, NameEveryPartOfAStep) {
  const auto mark = std::get<Marked>(std::get<What>(read_step("marked", with(a_mark, "note", "ốm"))));
  EXPECT_EQ(mark.staff_code, "CB04");
  EXPECT_EQ(mark.observed, Observed::absent_with_paper);
  EXPECT_EQ(mark.paper, "GNP 12");
  EXPECT_EQ(mark.note, "ốm");
  const auto line = std::get<PlanLine>(std::get<What>(read_step("plan_line", a_line)));
  EXPECT_EQ(line.count, 8);
  EXPECT_THAT(line.quarters, ::testing::ElementsAre(2, 3));
  EXPECT_EQ(std::get<Extended>(std::get<What>(read_step("extended", an_extension))).due, day(2026, 7, 9));
}

/// How many fields each kind has: one that is forgotten would be lost at the store's door.
TEST(StepFields, ForgetNoPartOfAnyKind) {
  const std::string some = "x";
  const Date date = march(9);
  const std::vector<std::pair<What, std::size_t>> full = {
      {PlanStated{some, some, some, date, 1}, 5},
      {PlanLine{1, some, 1, {1}}, 4},
      {Prepared{some, some, {}, some, some, some, some, {}, {}, some, {Checklist::badge}, date}, 12},
      {Joined{some, some, some, {}}, 4},
      {Left{some, some}, 2},
      {Dropped{some}, 1},
      {Started{some, some, some, {some, some, some, some, {}}}, 8},
      {Marked{some, {}, some, some}, 4},
      {Settled{some, {}, {some}, some}, 4},
      {Answered{{}, 1, some, {}, some}, 5},
      {Ended{some, some, some, 2}, 4},
      {Issued{{}, some, date}, 3},
      {Found{some, some, {}, some, some, some, some, some, some, date, {some, some, some, some, {}}}, 15},
      {Named{some, some}, 2},
      {Extended{some, date, some}, 3},
      {Repaired{some, some, some}, 3},
      {Reviewed{some, true, some}, 3},
      {Viewed{some, {}, some}, 3},
      {Handled{some, some, some, some, {}, some, some, some}, 8},
      {Decided{some, some, some}, 3},
      {Closed{some}, 1},
      {Carried{some, some, some}, 3},
      {Received{{}, some, date, some, some, some, date, some, some}, 9},
      {Replied{some, some, date}, 3},
  };
  EXPECT_EQ(full.size(), std::variant_size_v<What>);
  for (const auto& [what, count] : full) EXPECT_EQ(fields_of(what).size(), count) << kind_of(what);
}

TEST(StepFields, LeaveOutWhatIsEmpty) {
  EXPECT_THAT(
      fields_of(What(mark("CB04", Observed::worn))),
      ::testing::ElementsAre(::testing::Pair("staff_code", "CB04"), ::testing::Pair("observed", "worn")));
}

TEST(StepFields, RefuseAnUnknownKind) {
  EXPECT_EQ(fault("guessed", {}), (FieldFault{"", FieldRule::known_kind}));
}

TEST(StepFields, RefuseAnUnknownField) {
  EXPECT_EQ(fault("marked", with(a_mark, "colour", "red")), (FieldFault{"colour", FieldRule::known_field}));
}

TEST(StepFields, RefuseAMissingOrEmptyField) {
  EXPECT_EQ(fault("marked", {{"observed", "worn"}}), (FieldFault{"staff_code", FieldRule::required}));
  EXPECT_EQ(fault("marked", with(a_mark, "staff_code", "")), (FieldFault{"staff_code", FieldRule::required}));
  EXPECT_EQ(fault("settled", {{"staff_code", "CB04"}, {"observed", "worn"}, {"reason", "x"}}),
            (FieldFault{"over", FieldRule::required}));
}

TEST(StepFields, RefuseATextLongerThanAPage) {
  EXPECT_TRUE(std::holds_alternative<What>(
      read_step("marked", with(a_mark, "note", std::string(step_text_bytes_max, 'x')))));
  EXPECT_EQ(fault("marked", with(a_mark, "note", std::string(step_text_bytes_max + 1, 'x'))),
            (FieldFault{"note", FieldRule::short_enough}));
}

TEST(StepFields, RefuseWhatIsNoDay) {
  for (const auto* text : {"09/07/2026", "2026-7-9", "2026-02-30", "1999-12-31", "2038-01-01", "2026-00-10",
                           "2026-07-09 ", "x"}) {
    EXPECT_EQ(fault("extended", with(an_extension, "due", text)), (FieldFault{"due", FieldRule::a_day}))
        << text;
  }
}

TEST(StepFields, RefuseWhatIsNoNumber) {
  for (const auto* text : {"-1", "-0", "1.5", "8 ", "tám", "1000000", "0x8"}) {
    EXPECT_EQ(fault("plan_line", with(a_line, "count", text)), (FieldFault{"count", FieldRule::a_number}))
        << text;
  }
  EXPECT_EQ(fault("plan_line", with(a_line, "quarters", "2++3")),
            (FieldFault{"quarters", FieldRule::a_number}));
}

TEST(StepFields, RefuseAnUnknownWord) {
  EXPECT_EQ(fault("marked", with(a_mark, "observed", "seen")), (FieldFault{"observed", FieldRule::a_word}));
  EXPECT_EQ(fault("reviewed", {{"finding", "a"}, {"accepted", "maybe"}}),
            (FieldFault{"accepted", FieldRule::a_word}));
}

TEST(StepFields, NameTheFirstFault) {
  EXPECT_EQ(fault("marked", {{"colour", "red"}, {"observed", "seen"}}),
            (FieldFault{"staff_code", FieldRule::required}));
}

TEST(StepFields, SayWhomAStepConcerns) {
  EXPECT_EQ(person_of(mark("CB04", Observed::worn)), "CB04");
  EXPECT_EQ(person_of(Closed{"a"}), "");
}

}  // namespace
}  // namespace badge::inspection::testing
