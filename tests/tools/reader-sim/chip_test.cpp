#include "tools/reader-sim/chip.hpp"

#include <gtest/gtest.h>

namespace badge::tools {
namespace {

const Bytes uid_4 = {0x04, 0xA1, 0xB2, 0xC3};
const Bytes uid_7 = {0x04, 0xA1, 0xB2, 0xC3, 0xD4, 0xE5, 0xF6};
const Bytes uid_10 = {0x04, 0xA1, 0xB2, 0xC3, 0xD4, 0xE5, 0xF6, 0x01, 0x02, 0x03};
const Bytes ats = {0x75, 0x77, 0x81, 0x02, 0x80};

const Bytes list_one_card = {0xD4, 0x4A, 0x01, 0x00};
const Bytes three_attempts = {0xD4, 0x32, 0x05, 0x00, 0x01, 0x02};
const Bytes no_card = {0xD5, 0x4B, 0x00};

Bytes ask(Chip& chip, const Bytes& command) {
  const auto outcome = chip.execute(command);
  const auto* answer = std::get_if<Answer>(&outcome);
  return answer ? answer->data : Bytes{};
}

Bytes listed(const Card& card) {
  Chip chip({});
  (void)chip.present(card);
  return ask(chip, list_one_card);
}

TEST(Chip, AnswersToTheCommandsThatOpenIt) {
  Chip chip({});
  EXPECT_EQ(ask(chip, {0xD4, 0x02}), (Bytes{0xD5, 0x03, 0x32, 0x01, 0x06, 0x07}));
  EXPECT_EQ(ask(chip, {0xD4, 0x14, 0x01}), (Bytes{0xD5, 0x15}));
  EXPECT_EQ(ask(chip, {0xD4, 0x00, 0x00, 'l', 'i', 'b', 'n', 'f', 'c'}),
            (Bytes{0xD5, 0x01, 0x00, 'l', 'i', 'b', 'n', 'f', 'c'}));
  EXPECT_EQ(ask(chip, {0xD4, 0x12, 0x14}), (Bytes{0xD5, 0x13}));
  EXPECT_EQ(ask(chip, three_attempts), (Bytes{0xD5, 0x33}));
  EXPECT_EQ(ask(chip, {0xD4, 0x04}), (Bytes{0xD5, 0x05, 0x00, 0x00, 0x00, 0x00}));
}

TEST(Chip, DoesNotUnderstandWhatIsNoCommand) {
  Chip chip({});
  const std::vector<Bytes> wrong = {{0xD4},       {0xD4, 0x99}, {0xD5, 0x02},       {0xD4, 0x06, 0x63},
                                    {0xD4, 0x4A}, {0xD4, 0x08}, {0xD4, 0x4A, 3, 0}, {0xD4, 0x14, 0x09}};
  for (const auto& command : wrong) {
    EXPECT_TRUE(std::holds_alternative<NotUnderstood>(chip.execute(command)));
  }
}

TEST(Chip, KeepsItsRegisters) {
  Chip chip({});
  EXPECT_EQ(ask(chip, {0xD4, 0x08, 0x63, 0x3D, 0x05, 0x63, 0x3C, 0x10}), (Bytes{0xD5, 0x09}));
  EXPECT_EQ(ask(chip, {0xD4, 0x06, 0x63, 0x3C, 0x63, 0x3D, 0x63, 0x01}),
            (Bytes{0xD5, 0x07, 0x10, 0x05, 0x00}));
}

TEST(Chip, ListsACardOfEachKind) {
  EXPECT_EQ(listed(usual_card(uid_4, {})),
            (Bytes{0xD5, 0x4B, 1, 1, 0x00, 0x04, 0x08, 4, 0x04, 0xA1, 0xB2, 0xC3}));
  EXPECT_EQ(listed(usual_card(uid_7, {})),
            (Bytes{0xD5, 0x4B, 1, 1, 0x00, 0x44, 0x00, 7, 0x04, 0xA1, 0xB2, 0xC3, 0xD4, 0xE5, 0xF6}));
  EXPECT_EQ(listed(usual_card(uid_10, {})), (Bytes{0xD5, 0x4B, 1, 1, 0x00, 0x84, 0x00, 10, 0x04, 0xA1, 0xB2,
                                                   0xC3, 0xD4, 0xE5, 0xF6, 0x01, 0x02, 0x03}));
  EXPECT_EQ(listed(usual_card(uid_7, ats)),
            (Bytes{0xD5, 0x4B, 1,    1,    0x03, 0x44, 0x20, 7,    0x04, 0xA1, 0xB2,
                   0xC3, 0xD4, 0xE5, 0xF6, 6,    0x75, 0x77, 0x81, 0x02, 0x80}));
}

TEST(Chip, ListsNoAtsWhenItMayNotAskForOne) {
  Chip chip({});
  (void)chip.present(usual_card(uid_7, ats));
  (void)ask(chip, {0xD4, 0x12, 0x04});
  EXPECT_EQ(ask(chip, list_one_card).size(), 8 + uid_7.size());
}

TEST(Chip, FindsACardByItsUidWithCascadeTags) {
  Chip chip({});
  (void)chip.present(usual_card(uid_10, {}));
  EXPECT_EQ(
      ask(chip, {0xD4, 0x4A, 1, 0, 0x88, 0x04, 0xA1, 0xB2, 0x88, 0xC3, 0xD4, 0xE5, 0xF6, 1, 2, 3}).size(),
      8 + uid_10.size());
  EXPECT_TRUE(ask(chip, {0xD4, 0x4A, 1, 0, 0x11, 0x22, 0x33, 0x44}).empty()) << "another card is not here";
}

TEST(Chip, LooksThreeTimesForACardAndGivesUp) {
  Chip chip({});
  (void)ask(chip, three_attempts);
  const auto outcome = chip.execute(list_one_card);
  ASSERT_TRUE(std::holds_alternative<Looking>(outcome));
  EXPECT_EQ(std::get<Looking>(outcome).gives_up_after, 3 * ChipOptions{}.empty_attempt);
  EXPECT_EQ(std::get<Looking>(outcome).data, no_card);
}

TEST(Chip, LooksForEverUnlessToldOtherwiseAndAnswersWhenACardComes) {
  Chip chip({});
  const auto outcome = chip.execute(list_one_card);
  ASSERT_TRUE(std::holds_alternative<Looking>(outcome));
  EXPECT_FALSE(std::get<Looking>(outcome).gives_up_after);
  const auto answer = chip.present(usual_card(uid_4, {}));
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->data.size(), 8 + uid_4.size());
  EXPECT_EQ(answer->takes, ChipOptions{}.card_activation);
}

TEST(Chip, AnswersNoCardThatComesAfterTheHostHasStoppedIt) {
  Chip chip({});
  (void)chip.execute(list_one_card);
  chip.stop();
  EXPECT_FALSE(chip.present(usual_card(uid_4, {})));
}

TEST(Chip, PollsForTheTypesItIsAskedFor) {
  Chip chip({});
  (void)chip.present(usual_card(uid_7, ats));
  EXPECT_EQ(ask(chip, {0xD4, 0x60, 20, 2, 0x20, 0x10}).at(3), 0x20);
  chip.remove();
  (void)chip.present(usual_card(uid_4, {}));
  EXPECT_EQ(ask(chip, {0xD4, 0x60, 20, 2, 0x20, 0x10}).at(3), 0x10);
  EXPECT_TRUE(std::holds_alternative<Looking>(chip.execute(Bytes{0xD4, 0x60, 20, 2, 0x11})))
      << "no FeliCa here";
}

TEST(Chip, SaysTimeoutForACardThatWasTakenAway) {
  Chip chip({});
  (void)chip.present(usual_card(uid_7, ats));
  (void)ask(chip, list_one_card);
  EXPECT_EQ(ask(chip, {0xD4, 0x42, 0xB2}), (Bytes{0xD5, 0x43, 0x00, 0xA2}));
  EXPECT_EQ(ask(chip, {0xD4, 0x40, 1, 0x00, 0xA4, 0x04, 0x00}), (Bytes{0xD5, 0x41, 0x00, 0x6D, 0x00}));
  EXPECT_EQ(ask(chip, {0xD4, 0x00, 0x06}), (Bytes{0xD5, 0x01, 0x00}));
  chip.remove();
  EXPECT_EQ(ask(chip, {0xD4, 0x00, 0x06}), (Bytes{0xD5, 0x01, 0x01})) << "is the card still there?";
  EXPECT_EQ(ask(chip, {0xD4, 0x40, 1, 0x00, 0xA4, 0x04, 0x00}), (Bytes{0xD5, 0x41, 0x01}));
  EXPECT_EQ(ask(chip, {0xD4, 0x42, 0xB2}), (Bytes{0xD5, 0x43, 0x01}));
  EXPECT_EQ(ask(chip, {0xD4, 0x44, 0}), (Bytes{0xD5, 0x45, 0x01}));
  EXPECT_EQ(ask(chip, {0xD4, 0x44, 0}), (Bytes{0xD5, 0x45, 0x00})) << "nobody is selected any more";
}

TEST(Chip, FindsACardThatSpeaksIsoDepAgainOnlyAfterLettingItGo) {
  Chip chip({});
  (void)ask(chip, three_attempts);
  (void)chip.present(usual_card(uid_7, ats));
  const auto found = ask(chip, list_one_card);
  EXPECT_TRUE(std::holds_alternative<Looking>(chip.execute(list_one_card)));
  (void)ask(chip, {0xD4, 0x32, 0x01, 0x00});
  EXPECT_EQ(ask(chip, list_one_card), found) << "a field that went off lets go";
  (void)ask(chip, {0xD4, 0x44, 0});
  EXPECT_EQ(ask(chip, list_one_card), found) << "and so does InDeselect";
}

TEST(Chip, AnswersAnEmptyFrameToTheAirWithTimeout) {
  Chip chip({});
  EXPECT_EQ(ask(chip, {0xD4, 0x42}), (Bytes{0xD5, 0x43, 0x01}));
}

TEST(Chip, DrawsARandomUidWheneverTheFieldComesBack) {
  Chip chip({});
  (void)chip.present(usual_card({}, ats));
  const auto first = ask(chip, list_one_card);
  EXPECT_EQ(first.at(8), 0x08);
  (void)ask(chip, {0xD4, 0x44, 0});
  EXPECT_EQ(ask(chip, list_one_card), first);
  (void)ask(chip, {0xD4, 0x32, 0x01, 0x00});
  const auto later = ask(chip, list_one_card);
  ASSERT_EQ(later.size(), first.size()) << "found again, though nobody had let it go";
  EXPECT_NE(later, first);
}

TEST(Chip, WritesOnlyThePortsThatAreMarkedValid) {
  Chip chip({});
  EXPECT_EQ(ask(chip, {0xD4, 0x0C}), (Bytes{0xD5, 0x0D, 0x3F, 0x06, 0x00})) << "all high at power-on";
  EXPECT_EQ(ask(chip, {0xD4, 0x0E, 0x81, 0x02}), (Bytes{0xD5, 0x0F}));
  EXPECT_EQ(ask(chip, {0xD4, 0x0C}), (Bytes{0xD5, 0x0D, 0x01, 0x06, 0x00}));
}

TEST(Chip, WithStrictPowerSleepsUntilItIsWoken) {
  Chip chip({.strict_power = true});
  EXPECT_TRUE(std::holds_alternative<Asleep>(chip.execute(Bytes{0xD4, 0x02})));
  chip.wake();
  EXPECT_FALSE(ask(chip, {0xD4, 0x02}).empty());
  EXPECT_EQ(ask(chip, {0xD4, 0x16, 0xF0}), (Bytes{0xD5, 0x17, 0x00}));
  EXPECT_TRUE(std::holds_alternative<Asleep>(chip.execute(Bytes{0xD4, 0x02})));
}

TEST(AtsLengthPosition, IsBehindTheUid) {
  EXPECT_EQ(ats_length_position(listed(usual_card(uid_7, ats))), 15);
  EXPECT_EQ(ats_length_position(listed(usual_card(uid_4, {}))), 12);
  EXPECT_EQ(ats_length_position(no_card), std::nullopt);
}

}  // namespace
}  // namespace badge::tools
