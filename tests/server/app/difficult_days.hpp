#pragma once
/// Days that are hard to tell, as `why` tells them: each is stated in a real store, and its whole text stands
/// in difficult_days.txt or difficult_papers.txt under the test's name.
#include <string>
#include <string_view>
#include <vector>

#include "reader-config/tap/tap.hpp"
#include "server/app/language.hpp"
#include "tests/server/app/report_office.hpp"

namespace badge::app::test {

using attendance::Date;
using attendance::DateSpan;
using attendance::LocalTime;

[[nodiscard]] Date date(std::string_view text);         // "2026-03-09"
[[nodiscard]] LocalTime moment(std::string_view text);  // "2026-03-09 07:36", "2026-03-09 07:36:12"
[[nodiscard]] DateSpan days(std::string_view from, std::string_view to);
[[nodiscard]] constexpr std::chrono::minutes clock(int hours, int minutes) {
  return std::chrono::minutes(hours * 60 + minutes);
}

/// The office of report_office.hpp; at cong-a the reader cong-a-1 listens all year, unless a test says
/// otherwise.
class DifficultDays : public ReportOffice {
 protected:
  static constexpr std::string_view an_card = "04A1B2C3D4E5F6", lent_card = "04000009";

  /// Of An's own card, at cong-a-1.
  void taps(const std::vector<std::string_view>& times) {
    for (const auto at : times) tap(an_card, at);
  }
  void tap(std::string_view uid, std::string_view at, ClockState state = ClockState::synchronised,
           std::string reader = "cong-a-1");
  void listens(const std::string& reader, std::string_view since, const std::string& entrance = "cong-a");
  void falls_silent(const std::string& reader, std::string_view since);

  /// An's, of one day; the rest is for the test to fill in.
  [[nodiscard]] static attendance::Absence paper(attendance::AbsenceKind kind, std::string_view day,
                                                 std::string number);
  [[nodiscard]] static attendance::Correction correction(std::string_view day, std::string session,
                                                         attendance::CorrectionEffect effect,
                                                         attendance::Decision decision);
  [[nodiscard]] static attendance::Schedule schedule(std::string name,
                                                     std::vector<attendance::SessionRule> sessions,
                                                     std::uint8_t weekdays = 0b11111);
  [[nodiscard]] static attendance::SessionRule session(std::string name, std::chrono::minutes start,
                                                       std::chrono::minutes end);
  /// As a person's own hours.
  void follows(std::string staff, attendance::Schedule schedule);

  void now(std::string_view at) { now_ = office_.to_instant(moment(at)); }

  /// `part`: of a test that asks more than once.
  void expect_why(std::string_view staff, std::string_view day, std::string_view part = "",
                  Language language = Language::vi);

 private:
  void send();

  std::vector<std::pair<Instant, Record>> records_;
  bool is_told_when_it_listens_ = false, is_sent_ = false;
};

}  // namespace badge::app::test
