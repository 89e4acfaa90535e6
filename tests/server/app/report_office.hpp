#pragma once
/// A small office in a real store, for the questions that people ask of it.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "server/app/evidence.hpp"
#include "server/app/month_reports.hpp"
#include "server/app/scope.hpp"
#include "server/store/store.hpp"
#include "tests/support/temp_dir.hpp"

namespace badge::app::test {

constexpr auto july = std::chrono::year(2026) / std::chrono::July;

inline const Scope everybody = Scope::everything();
inline Scope within(std::string unit) { return {{std::move(unit)}, {}}; }

inline attendance::Date july_day(unsigned day) { return attendance::Date(july / std::chrono::day(day)); }

/// tinh > snv > vp; An and Binh in snv, Chi in vp. 07:30–11:30 and 13:30–17:00, 5 minutes of grace, Monday to
/// Friday. The entrance cong-a serves tinh. Today is long after July 2026; times are those of Ho Chi Minh
/// City.
class ReportOffice : public testing::Test {
 protected:
  ReportOffice() {
    const attendance::DateSpan always{attendance::Date(std::chrono::year(2020) / 1 / 1)};
    const auto session = [](std::string name, int start, int end) {
      using std::chrono::minutes;
      return attendance::SessionRule{std::move(name), minutes(start), minutes(end), minutes(60),
                                     minutes(120),    minutes(5),     minutes(5)};
    };
    attendance::Schedule schedule;
    schedule.name = "hanh-chinh";
    schedule.seasons = {{always.from, 0b11111, {session("sáng", 450, 690), session("chiều", 810, 1020)}}};
    state({attendance::Unit{"tinh", "UBND tỉnh", "tỉnh", "", always},
           attendance::Unit{"snv", "Sở Nội vụ", "sở", "tinh", always},
           attendance::Unit{"vp", "Văn phòng", "phòng", "snv", always},
           attendance::Posting{"AN", "Nguyễn Văn An", "snv", "Chuyên viên", "công chức", always, 2},
           attendance::Posting{"BINH", "Trần Thị Bình", "snv", "Trưởng phòng", "công chức", always, 1},
           attendance::Posting{"CHI", "Lê Thị Chi", "vp", "Văn thư", "công chức", always, 1},
           attendance::Badge{"AN", "04A1B2C3D4E5F6", always, {}},
           attendance::Badge{"BINH", "04000001", always, {}},
           attendance::Badge{"CHI", "04000002", always, {}},
           attendance::EntranceService{"cong-a", "tinh", always}, schedule,
           attendance::Assignment{"hanh-chinh", "tinh", "", always}});
  }

  void state(std::vector<store::Fact> facts) { store_.apply({"hr", "test", std::move(facts)}); }

  /// Stated to be everything that happened in July.
  void import_taps(const std::vector<std::pair<store::TapKey, std::string>>& taps) {
    std::vector<store::ImportedTap> rows;
    for (const auto& [key, at] : taps) rows.push_back({key, instant(at), "máy cũ"});
    const auto id = store_.begin_import("hr", "taps.csv");
    ASSERT_TRUE(store_.stage_taps(id, 0, rows));
    Digest digest{};
    digest.bytes.front() = ++imports_;
    ASSERT_TRUE(store_.finish_import(id, digest,
                                     attendance::Completeness{"tinh", {july_day(1), july_day(31)}, "hr"}));
  }

  [[nodiscard]] static store::TapKey card(const std::string& uid) {
    return store::TapKey::card(Credential::parse(uid).value());
  }
  /// "09 07:37": a day of July and a time at the office.
  [[nodiscard]] Instant instant(const std::string& text) const {
    const auto digits = [&](std::size_t at) { return std::stoi(text.substr(at, 2)); };
    return office_.to_instant(july_day(static_cast<unsigned>(digits(0))) + std::chrono::hours(digits(3)) +
                              std::chrono::minutes(digits(6)));
  }

  badge::test::TempDir folder_;
  Instant now_ = std::chrono::sys_days(std::chrono::year(2026) / 12 / 1);
  store::Store store_{{.data_folder = folder_.path() / "data",
                       .create = true,
                       .now = [this] { return now_; },
                       .on_committed = {},
                       .pages_max = 0}};
  OfficeTime office_ = OfficeTime::load("Asia/Ho_Chi_Minh").value();
  Evidence evidence_{store_, office_, 30, [this] { return now_; }};
  MonthReports months_{evidence_};
  std::uint8_t imports_ = 0;
};

}  // namespace badge::app::test
