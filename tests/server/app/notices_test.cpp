// Who is told what, and when: a digest a day, what cannot wait at once, nothing twice.
#include "tests/server/app/notice_office.hpp"

namespace badge::app::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;
using Why = notices::NotDelivered::Why;

class TellingWhatWaits : public NoticeOffice {
 protected:
  [[nodiscard]] std::vector<std::string> subjects_to(const std::string& name) const {
    std::vector<std::string> subjects;
    for (const auto& message : mail_.got) {
      if (message.receiver == name + "@x.vn") subjects.push_back(message.title);
    }
    return subjects;
  }
  [[nodiscard]] std::vector<std::string> told(std::string_view type) const {
    std::vector<std::string> bodies;
    for (const auto& message : hook_.got) {
      if (message.body.find('"' + std::string(type) + '"') != std::string::npos)
        bodies.push_back(message.body);
    }
    return bodies;
  }
};

TEST_F(TellingWhatWaits, GoesOnceADayToWhoDecides) {
  add("binh", "BINH");
  an_explains(9);
  an_explains(8);
  begin();
  turn_at("2026-08-03 07:44");
  EXPECT_THAT(mail_.got, IsEmpty()) << "not before its time";
  turn_at("2026-08-03 07:45");
  EXPECT_THAT(subjects_to("binh"), ElementsAre("Việc chờ xử lý ngày 03/8/2026: 2 giải trình"));
  EXPECT_THAT(mail_.got[0].body, HasSubstr("Sở Nội vụ: 2 giải trình chờ duyệt, sớm nhất của ngày 08/7/2026"));
  EXPECT_THAT(mail_.got[0].body, HasSubstr("https://cc.vn/#/waiting-list"));
  turn_at("2026-08-03 07:46");
  begin();
  turn_at("2026-08-03 16:00");
  EXPECT_THAT(mail_.got, SizeIs(1)) << "nor after a restart";
  turn_at("2026-08-04 07:45");
  EXPECT_THAT(mail_.got, SizeIs(2));
}

TEST_F(TellingWhatWaits, SaysNothingOfThePersonOrTheReason) {
  add("binh", "BINH");
  an_explains(9);
  begin();
  turn_at("2026-08-03 07:45");
  ASSERT_THAT(mail_.got, SizeIs(1));
  for (const auto* word : {"An", "con ốm", "04A1"}) {
    EXPECT_THAT(mail_.got[0].body + mail_.got[0].title, Not(HasSubstr(word)));
  }
}

TEST_F(TellingWhatWaits, SkipsWhoHasNothingToDecideAndDaysOfRest) {
  add("an", "AN");
  add("nhan.su.vp", "", role(Role::hr, "vp"));
  add("nhan.su.snv", "", role(Role::hr, "snv"), true);
  an_explains(9);
  begin();
  turn_at("2026-08-02 08:00");
  EXPECT_THAT(mail_.got, IsEmpty()) << "a Sunday";
  turn_at("2026-08-03 08:00");
  EXPECT_THAT(mail_.got, SizeIs(1)) << "nobody decides on themselves, nor on other units";
  EXPECT_THAT(subjects_to("nhan.su.snv"), ElementsAre("What waits on 3 Aug 2026: 1 explanations"));
}

TEST_F(TellingWhatWaits, NamesUnitsWhoseMonthIsOverAndNotClosed) {
  july_had_taps();
  add("nhan.su", "", role(Role::hr));
  add("cham.cong", "", role(Role::timekeeper, "vp"));
  begin();
  turn_at("2026-08-03 08:00");
  EXPECT_THAT(subjects_to("nhan.su"), ElementsAre(HasSubstr("2 đơn vị chưa chốt công")));
  EXPECT_THAT(subjects_to("cham.cong"), ElementsAre(HasSubstr("1 đơn vị chưa chốt công")));
  ASSERT_THAT(told("month.due"), SizeIs(1));
  EXPECT_THAT(told("month.due")[0], HasSubstr(R"("unit_code":"vp")"));
  EXPECT_THAT(told("month.due")[0], HasSubstr(R"("month":"2026-07")"));
}

TEST_F(TellingWhatWaits, ADigestThatDidNotArriveGivesWayToTheNext) {
  add("binh", "BINH");
  an_explains(9);
  mail_.refuses = Why::unreachable;
  begin();
  turn_at("2026-08-03 07:45");
  turn_at("2026-08-04 07:44");
  mail_.refuses.reset();
  mail_.got.clear();
  turn_at("2026-08-04 07:45");
  turn_at("2026-08-05 07:00");
  EXPECT_THAT(subjects_to("binh"), ElementsAre(HasSubstr("04/8/2026")));
}

TEST_F(TellingWhatWaits, AReaderThatIsDeafIsToldOnceWhenItLasts) {
  add("quan.tri", "", role(Role::administrator));
  add("nhan.su", "", role(Role::hr));
  begin();
  go_to("2026-08-03 06:00");
  listens();
  turn();
  is_deaf();
  turn();
  EXPECT_THAT(mail_.got, IsEmpty()) << "it may come back by itself";
  for (const auto* time : {"06:05", "06:06", "06:30"}) {
    go_to(std::string("2026-08-03 ") + time);
    is_deaf();
    turn();
  }
  begin();
  turn();
  EXPECT_THAT(subjects_to("quan.tri"),
              ElementsAre("Điểm quét cong-a: đầu đọc thẻ không gửi dữ liệu từ 06:00 ngày 03/8/2026"));
  EXPECT_THAT(subjects_to("nhan.su"), IsEmpty());
  ASSERT_THAT(told("reader.silent"), SizeIs(1));
  EXPECT_THAT(told("reader.silent")[0], HasSubstr(R"("entrance":"cong-a")"));
}

TEST_F(TellingWhatWaits, AReaderThatComesAndGoesIsOneEventUntilItStaysForHalfAnHour) {
  settings_.told_after = 0min;
  begin();
  go_to("2026-08-03 06:00");
  listens();
  turn();
  for (const auto* time : {"06:01", "06:11", "06:21"}) {
    go_to(std::string("2026-08-03 ") + time);
    is_deaf();
    turn();
    listens();
    turn();
    turn();
  }
  EXPECT_THAT(told("reader.silent"), SizeIs(1));
  go_to("2026-08-03 06:51");
  listens();
  turn();
  is_deaf();
  turn();
  EXPECT_THAT(told("reader.silent"), SizeIs(2)) << "it was over, and began again";
}

TEST_F(TellingWhatWaits, AClockThatIsOffIsTold) {
  settings_.told_after = 0min;
  begin();
  go_to("2026-08-03 06:00");
  hear(Listening{"cong-a-1", "cong-a", Direction::both, now_, ClockState::unsynchronised});
  turn();
  turn();
  EXPECT_THAT(told("clock.off"), SizeIs(1));
}

TEST_F(TellingWhatWaits, ABadgeReportedLostIsToldAtOnceAndOnce) {
  add("nhan.su", "", role(Role::hr, "snv"));
  add("nhan.su.vp", "", role(Role::hr, "vp"));
  begin();
  turn();
  an_loses_the_badge();
  turn();
  turn();
  EXPECT_THAT(subjects_to("nhan.su"), ElementsAre("Sở Nội vụ: 1 thẻ báo mất, từ ngày 03/8/2026"));
  EXPECT_THAT(subjects_to("nhan.su.vp"), IsEmpty());
  ASSERT_THAT(told("badge.lost"), SizeIs(1));
  EXPECT_THAT(told("badge.lost")[0], Not(HasSubstr("04A1")));
  EXPECT_THAT(told("badge.lost")[0], Not(HasSubstr("An\"")));
}

TEST_F(TellingWhatWaits, AWebhookIsToldOfItsTypesOnly) {
  settings_.webhooks[0].types = {"reader.silent"};
  begin();
  an_loses_the_badge();
  turn();
  EXPECT_THAT(hook_.got, IsEmpty());
}

/// One message to the webhook that is not taken.
class NotArriving : public TellingWhatWaits {
 protected:
  void tell(Why why) {
    hook_.refuses = why;
    begin();
    an_loses_the_badge();
    turn();
    ASSERT_THAT(hook_.got, SizeIs(1));
  }
};

TEST_F(NotArriving, IsTriedAgainAfterGrowingPausesAndThenGivenUp) {
  tell(Why::failed);
  for (const auto pause : retry_pauses) {
    const auto tried = hook_.got.size();
    now_ += pause - 1s;
    turn();
    EXPECT_THAT(hook_.got, SizeIs(tried)) << "not before " << pause.count() << " s";
    now_ += 1s;
    turn();
    EXPECT_THAT(hook_.got, SizeIs(tried + 1));
    EXPECT_EQ(hook_.got.back().id, hook_.got.front().id) << "the same message";
  }
  now_ += 240h;
  turn();
  EXPECT_THAT(hook_.got, SizeIs(retry_pauses.size() + 1));
  const auto dead = store_.undelivered();
  ASSERT_THAT(dead, SizeIs(1));
  EXPECT_EQ(dead[0].state, store::MessageState::dead);
  EXPECT_EQ(dead[0].error, "refused by the test");
}

TEST_F(NotArriving, IsSentAgainBySomebodyOrDropped) {
  tell(Why::gone);
  const auto no = store_.undelivered().at(0).no;
  EXPECT_TRUE(store_.channel("dieu-hanh").closed_at);
  hook_.refuses.reset();
  EXPECT_TRUE(store_.send_again(no));
  turn();
  EXPECT_THAT(hook_.got, SizeIs(1)) << "nobody listens there";
  EXPECT_TRUE(store_.open_channel("dieu-hanh"));
  turn();
  EXPECT_THAT(hook_.got, SizeIs(2));
  EXPECT_THAT(store_.undelivered(), IsEmpty());
  EXPECT_FALSE(store_.send_again(no)) << "it has arrived";
  EXPECT_FALSE(store_.drop_message(no));
}

TEST_F(NotArriving, WhereNobodyListensNothingMoreIsWritten) {
  tell(Why::gone);
  july_had_taps();
  turn_at("2026-08-03 08:00");
  turn_at("2026-08-04 08:00");
  EXPECT_THAT(hook_.got, SizeIs(1));
  EXPECT_EQ(store_.channel("dieu-hanh").waiting, 0U);
}

TEST_F(NotArriving, OneAddressThatIsRefusedHoldsUpNobody) {
  add("a", "", role(Role::administrator));
  add("b", "", role(Role::administrator));
  mail_.refuses = Why::failed;
  begin();
  an_loses_the_badge();
  turn();
  EXPECT_THAT(mail_.got, SizeIs(2)) << "both were tried";
}

TEST_F(NotArriving, WhereTheServerIsAwayOneMailATurnIsTried) {
  add("a", "", role(Role::administrator));
  add("b", "", role(Role::administrator));
  mail_.refuses = Why::unreachable;
  begin();
  an_loses_the_badge();
  turn();
  EXPECT_THAT(mail_.got, SizeIs(1));
  turn();
  EXPECT_THAT(mail_.got, SizeIs(2)) << "the other one";
  mail_.refuses.reset();
  now_ += 5s;
  turn();
  EXPECT_THAT(mail_.got, SizeIs(4));
  EXPECT_THAT(store_.undelivered(), IsEmpty());
}

TEST_F(NotArriving, SurvivesTheProgramThatWroteIt) {
  tell(Why::failed);
  hook_.refuses.reset();
  begin();
  now_ += 5s;
  turn();
  EXPECT_THAT(hook_.got, SizeIs(2));
  EXPECT_EQ(hook_.got[0].id, hook_.got[1].id);
  EXPECT_EQ(hook_.got[0].body, hook_.got[1].body);
}

}  // namespace
}  // namespace badge::app::test
