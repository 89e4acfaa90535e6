#pragma once
/// The small office on Monday 03/8/2026, with somebody to tell and an entrance that may fall silent.
#include <gmock/gmock.h>

#include <future>

#include "reader-config/tap/tap_wire.hpp"
#include "server/app/notices.hpp"
#include "tests/server/app/report_office.hpp"

namespace badge::app::test {

using namespace std::chrono_literals;

inline const std::string an_card = "04A1B2C3D4E5F6";

/// Takes what is delivered, or refuses it as it was told to.
struct Receiver {
  std::vector<store::Message> got;  // every attempt
  std::optional<notices::NotDelivered::Why> refuses;

  [[nodiscard]] Deliver deliver() {
    return [this](const store::Message& message, Instant) -> tl::expected<void, notices::NotDelivered> {
      got.push_back(message);
      if (refuses) return tl::unexpected(notices::NotDelivered{*refuses, "refused by the test"});
      return {};
    };
  }
};

class NoticeOffice : public ReportOffice {
 protected:
  NoticeOffice() {
    go_to("2026-08-03 07:00");
    state({attendance::Head{"snv", "BINH", {}, since_2020(), "QĐ 1"},
           attendance::Head{"tinh", "CHI", {}, since_2020(), "QĐ 2"}});
    settings_.page = "https://cc.vn/";
    settings_.mail.emplace();
    settings_.webhooks = {{"dieu-hanh", "", "", {}, ""}};
  }

  static attendance::DateSpan since_2020() { return {attendance::Date(std::chrono::year(2020) / 1 / 1)}; }

  /// "2026-08-03 07:45" at the office.
  void go_to(const std::string& text) {
    const auto number = [&](std::size_t at, std::size_t size) { return std::stoi(text.substr(at, size)); };
    const auto day = attendance::Date(std::chrono::year(number(0, 4)) /
                                      std::chrono::month(static_cast<unsigned>(number(5, 2))) /
                                      std::chrono::day(static_cast<unsigned>(number(8, 2))));
    now_ = office_.to_instant(day + std::chrono::hours(number(11, 2)) + std::chrono::minutes(number(14, 2)));
  }
  void turn() { notices_->round(); }
  void turn_at(const std::string& text) {
    go_to(text);
    turn();
  }
  /// As after a restart.
  void begin() {
    notices_ = std::make_unique<Notices>(Notices::Parts{store_, waiting_, logins_, [this] { return now_; }},
                                         settings_,
                                         Channels{{"mail", mail_.deliver()}, {"dieu-hanh", hook_.deliver()}});
  }

  /// A login that wants mails.
  void add(const std::string& name, const std::string& staff, std::vector<Grant> grants = {},
           bool english = false) {
    ASSERT_TRUE(store_.add_login({name, staff, std::move(grants)}, {}));
    ASSERT_TRUE(store_.set_contact({name, name + "@x.vn", english}));
  }
  static std::vector<Grant> role(Role role, const std::string& unit = {}) {
    return {{role, unit, since_2020()}};
  }
  void an_explains(unsigned day) {
    attendance::Correction one;
    one.staff_code = "AN";
    one.date = july_day(day);
    one.explanation = "con ốm";
    state({one});
  }
  void july_had_taps() { import_taps({{card(an_card), "09 07:20"}}); }
  void an_loses_the_badge() {
    const auto today = office_.date_of(now_);
    state({attendance::Badge{"AN", an_card, {today}, attendance::BadgeState::lost}});
  }

  /// A row of the entrance cong-a; the bridge is heard by it.
  void hear(const Record& record) {
    const Entry entry{mark_.seq + 1, record};
    const auto line = encode(entry);
    const BatchHead head{"cong-a", std::string(32, 'a'), mark_, now_, std::nullopt, entry.seq};
    mark_ = {entry.seq, chain(mark_.digest, line)};
    std::promise<void> answered;
    ASSERT_TRUE(store_.ingest(*store::read_batch("cong-a", encode(head) + '\n' + line + '\n'),
                              [&](const store::BatchAnswer&) { answered.set_value(); }));
    answered.get_future().wait();
  }
  void listens() { hear(Listening{"cong-a-1", "cong-a", Direction::both, now_, ClockState::synchronised}); }
  void is_deaf() { hear(Deaf{"cong-a-1", now_, "unplugged"}); }

  SignOff sign_off_{store_, evidence_, months_};
  SecretKey key_ = SecretKey::load_or_make(folder_.path() / "key");
  SecondFactors second_factors_{store_, key_, [this] { return now_; }};
  Logins logins_{store_, evidence_, second_factors_, [this] { return now_; }};
  InspectionBook inspections_{store_};
  WaitingList waiting_{store_, evidence_, sign_off_, inspections_, [this] { return now_; }, 30s};
  notices::Settings settings_;
  Receiver mail_, hook_;
  std::unique_ptr<Notices> notices_;
  Mark mark_;
};

}  // namespace badge::app::test
