#include "tools/reader-sim/control.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace badge::tools {
namespace {

using testing::HasSubstr;

template <class Wanted>
Wanted parsed(std::string_view line) {
  const auto command = parse_command(line);
  if (!command) throw std::runtime_error(command.error());
  return std::get<Wanted>(*command);
}

std::string error_of(std::string_view line) {
  const auto command = parse_command(line);
  return command ? "" : command.error();
}

TEST(Control, PresentsCardsByTheirUid) {
  EXPECT_EQ(parsed<Present>("present uid=04A1B2C3").card, usual_card({0x04, 0xA1, 0xB2, 0xC3}, {}));
  EXPECT_EQ(parsed<Present>("  present\tuid=04:a1:b2:c3 \r").card, usual_card({0x04, 0xA1, 0xB2, 0xC3}, {}));
  EXPECT_EQ(parsed<Present>("present ats=7577 uid=04A1B2C3D4E5F6").card,
            usual_card({0x04, 0xA1, 0xB2, 0xC3, 0xD4, 0xE5, 0xF6}, {0x75, 0x77}));
  EXPECT_TRUE(parsed<Swap>("swap uid=random").card.has_random_uid());
}

TEST(Control, LetsACardSayWhatKindItIs) {
  const auto card = parsed<Present>("present uid=04A1B2C3D4E5F6 sak=18 atqa=0042").card;
  EXPECT_EQ(card.sak, 0x18);
  EXPECT_EQ(card.atqa, (std::array<std::uint8_t, 2>{0x00, 0x42}));
}

TEST(Control, KnowsEveryFaultThatItsHelpNames) {
  for (const auto& fault : fault_names()) {
    EXPECT_EQ(parsed<InjectFault>("fault " + std::string(fault.name) + " 7").kind, fault.kind);
    EXPECT_THAT(control_help(), HasSubstr(std::string(fault.name)));
  }
  EXPECT_EQ(parsed<InjectFault>("fault hang").count, std::nullopt);
  EXPECT_EQ(parsed<InjectFault>("fault no-ack 3").count, 3);
  EXPECT_EQ(parsed<InjectFault>("fault none").kind, std::nullopt);
}

TEST(Control, KnowsTheCommandsThatStandAlone) {
  EXPECT_NO_THROW(parsed<Remove>("remove"));
  EXPECT_NO_THROW(parsed<Unplug>("unplug"));
  EXPECT_NO_THROW(parsed<Plug>("plug"));
  EXPECT_NO_THROW(parsed<ShowGpio>("gpio"));
  EXPECT_NO_THROW(parsed<ShowStatus>("status"));
  EXPECT_NO_THROW(parsed<Help>("help"));
  EXPECT_NO_THROW(parsed<Quit>("quit"));
  EXPECT_THAT(error_of("remove uid=04A1B2C3"), HasSubstr("stands alone"));
}

TEST(Control, SaysWhatIsWrongAndWhatWouldBeRight) {
  EXPECT_THAT(error_of(""), HasSubstr("\"help\""));
  EXPECT_THAT(error_of("dance"), HasSubstr("\"dance\""));
  EXPECT_THAT(error_of("present"), HasSubstr("uid=04A1B2C3D4E5F6"));
  EXPECT_THAT(error_of("present uid=04A1B2"), HasSubstr("4, 7 or 10 bytes"));
  EXPECT_THAT(error_of("present uid=04A1B2CX"), HasSubstr("4, 7 or 10 bytes"));
  EXPECT_THAT(error_of("present uid=04A1B2C"), HasSubstr("4, 7 or 10 bytes"));
  EXPECT_THAT(error_of("present uid=04A1B2C3 colour=red"), HasSubstr("uid=, ats=, sak= and atqa="));
  EXPECT_THAT(error_of("present uid=04A1B2C3 ats="), HasSubstr("1 to 32 bytes"));
  EXPECT_THAT(error_of("present uid=04A1B2C3 sak=20"), HasSubstr("ATS"));
  EXPECT_THAT(error_of("fault"), HasSubstr("fault no-ack 3"));
  EXPECT_THAT(error_of("fault fire"), HasSubstr("no-ack, no-reply"));
  EXPECT_THAT(error_of("fault no-ack 0"), HasSubstr("1 to 1000000"));
  EXPECT_THAT(error_of("fault none 3"), HasSubstr("no count"));
  EXPECT_THAT(error_of(std::string(control_line_bytes_max + 1, 'x')), HasSubstr("at most 512"));
}

}  // namespace
}  // namespace badge::tools
