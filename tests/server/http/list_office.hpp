#pragma once
/// An office with a month of taps, for tests of the lists that a head acts on.
#include <gtest/gtest.h>

#include <boost/json/parse.hpp>
#include <map>
#include <string>
#include <vector>

#include "tests/server/http/test_server.hpp"

namespace badge::test {

namespace json = boost::json;

/// SNV > CCVC with An, Bình (its head) and Đức; Chi at the head of SNV; SYT with Em at its head. In July 2026
/// everybody taps at 07:20, 11:40, 13:20 and 17:10, but for what a test says of a day.
struct ListOffice : TestServer {
  ListOffice() {
    import("units",
           "code,name,kind,parent_code,valid_from,valid_to\nTINH,UBND tỉnh,tỉnh,,2020-01-01,\n"
           "SNV,Sở Nội vụ,sở,TINH,2020-01-01,\nCCVC,Phòng CCVC,phòng,SNV,2020-01-01,\n"
           "SYT,Sở Y tế,sở,TINH,2020-01-01,\n");
    import("staff",
           "code,full_name,unit_code,position,category,valid_from,valid_to,list_order\n"
           "AN,Nguyễn Văn An,CCVC,Chuyên viên,công chức,2024-01-01,,2\n"
           "BINH,Trần Thị Bình,CCVC,Trưởng phòng,công chức,2024-01-01,,1\n"
           "DUC,Lê Văn Đức,CCVC,Chuyên viên,công chức,2024-01-01,,3\n"
           "CHI,Phạm Kim Chi,SNV,Giám đốc,công chức,2024-01-01,,1\n"
           "EM,Vũ Văn Em,SYT,Giám đốc,công chức,2024-01-01,,1\n");
    std::string badges = "staff_code,uid,valid_from,valid_to,state\n";
    for (const auto& [staff, uid] : cards) badges += staff + "," + uid + ",2024-01-01,,\n";
    import("badges", badges);
    import("heads",
           "unit_code,staff_code,role,valid_from,valid_to,paper\nCCVC,BINH,head,2024-01-01,,QĐ 1\n"
           "SNV,CHI,head,2024-01-01,,QĐ 2\nSYT,EM,head,2024-01-01,,QĐ 3\n");
    import("schedules", R"([[schedule]]
name = "hanh-chinh"
[[schedule.season]]
valid_from = 2026-01-01
weekdays = ["mon", "tue", "wed", "thu", "fri"]
sessions = [
  { name = "sáng",  start = "07:30", end = "11:30", opens_before_min = 60, closes_after_min = 60 },
  { name = "chiều", start = "13:30", end = "17:00", opens_before_min = 60, closes_after_min = 60 },
]
)");
    import("assignments",
           "schedule,unit_code,staff_code,valid_from,valid_to\nhanh-chinh,TINH,,2026-01-01,\n");
  }

  /// `differing`: "AN 1" → the times of that day of July; empty: none.
  void tap(const std::map<std::string, std::vector<std::string>>& differing = {}) {
    std::string csv = "at,uid,staff_code,reader\n";
    for (int day = 1; day <= 31; ++day) {
      for (const auto& [staff, uid] : cards) {
        const auto other = differing.find(staff + " " + std::to_string(day));
        const auto& times = other != differing.end() ? other->second : usual;
        for (const auto& time : times)
          csv += "2026-07-" + two(day) + " " + time + ":00," + uid + ",,cong-a\n";
      }
    }
    auto by = admin();
    const auto id = member(by.post("/api/v1/imports/taps?file=taps.csv", "{}").body, "id");
    const auto staged =
        by.send("PUT", "/api/v1/imports/taps/" + id + "/slices/0", csv, {{"Content-Type", "text/csv"}});
    ASSERT_LT(staged.status, 300) << staged.body;
    const auto finished = by.post("/api/v1/imports/taps/" + id + "/finish",
                                  R"({"complete_for":"TINH","from":"2026-07-01","to":"2026-07-31"})");
    ASSERT_EQ(finished.status, 200) << finished.body;
  }

  static std::string two(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

  const std::map<std::string, std::string> cards = {
      {"AN", "04000001"}, {"BINH", "04000002"}, {"CHI", "04000003"}, {"DUC", "04000004"}, {"EM", "04000005"}};
  const std::vector<std::string> usual = {"07:20", "11:40", "13:20", "17:10"};
};

/// Asks for lists of July 2026.
class ListFixture : public ::testing::Test {
 protected:
  json::value list(const std::string& name, HttpClient& by, const std::string& unit = "SNV",
                   const std::string& period = "2026-07") {
    const auto answer = by.get("/api/v1/lists/" + name + ".json?unit=" + unit + "&period=" + period);
    EXPECT_EQ(answer.status, 200) << answer.body;
    return json::parse(answer.body);
  }
  json::value list(const std::string& name, const std::string& unit = "SNV") { return list(name, hr_, unit); }

  /// "AN 2026-07-01; AN 2026-07-02": of each row these columns.
  static std::string rows(const json::value& list, const std::vector<std::string>& keys) {
    std::string text;
    for (const auto& row : list.at("rows").as_array()) {
      if (!text.empty()) text += "; ";
      std::string cells;
      for (const auto& key : keys) {
        const auto& cell = row.at(key);
        cells += (cells.empty() ? "" : " ") +
                 (cell.is_string() ? std::string(cell.as_string()) : json::serialize(cell));
      }
      text += cells;
    }
    return text;
  }
  static std::string notes(const json::value& list) {
    std::string text;
    for (const auto& note : list.at("notes").as_array()) text += std::string(note.as_string()) + "\n";
    return text;
  }

  ListOffice server_;
  HttpClient hr_ = server_.as(server_.add_token("hr", "hr"));
};

}  // namespace badge::test
