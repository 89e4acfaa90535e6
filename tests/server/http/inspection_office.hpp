#pragma once
/// An office with inspectors, for tests of inspections over HTTP.
#include <gtest/gtest.h>

#include <boost/json/parse.hpp>
#include <chrono>
#include <cstdint>
#include <string>

#include "tests/server/http/test_server.hpp"

namespace badge::test {

namespace json = boost::json;

inline std::int64_t ms_now() {
  return std::chrono::duration_cast<std::chrono::milliseconds>(
             std::chrono::system_clock::now().time_since_epoch())
      .count();
}

/// SNV > VP with An, Châu and Dung, Bình at the head of SNV; SYT with Em at its head; TTR with the
/// inspectors.
struct InspectedOffice : TestServer {
  InspectedOffice() : TestServer(config()) {
    import("units",
           "code,name,kind,parent_code,valid_from,valid_to\nTINH,Ủy ban nhân dân tỉnh,tỉnh,,2020-01-01,\n"
           "SNV,Sở Nội vụ,sở,TINH,2020-01-01,\nVP,Văn phòng,phòng,SNV,2020-01-01,\n"
           "SYT,Sở Y tế,sở,TINH,2020-01-01,\nTTR,Phòng Kiểm tra,phòng,TINH,2020-01-01,\n");
    import("staff",
           "code,full_name,unit_code,position,category,valid_from,valid_to\n"
           "AN,Nguyễn Văn An,VP,Chuyên viên,công chức,2020-01-01,\n"
           "CHAU,Lê Quốc Châu,VP,Chuyên viên,công chức,2020-01-01,\n"
           "DUNG,Phạm Thu Dung,VP,Văn thư,công chức,2020-01-01,\n"
           "BINH,Trần Thị Bình,SNV,Giám đốc,công chức,2020-01-01,\n"
           "EM,Vũ Văn Em,SYT,Giám đốc,công chức,2020-01-01,\n"
           "KHA,Đỗ Minh Kha,TTR,Trưởng phòng,công chức,2020-01-01,\n"
           "LAN,Hồ Thị Lan,TTR,Chuyên viên,công chức,2020-01-01,\n");
    // Every day is a working day here, whatever day these tests run on.
    import("schedules", R"([[schedule]]
name = "hc"
ignores_calendar = true
[[schedule.season]]
valid_from = 2020-01-01
weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
sessions = [{ name = "ngày", start = "00:00", end = "23:59" }]
)");
    import("assignments", "schedule,unit_code,staff_code,valid_from,valid_to\nhc,TINH,,2020-01-01,\n");
    import("heads",
           "unit_code,staff_code,role,valid_from,valid_to,paper\nSNV,BINH,head,2020-01-01,,QĐ 1\n"
           "SYT,EM,head,2020-01-01,,QĐ 2\n");
  }

 private:
  static ServerConfig config() {
    ServerConfig config;
    config.papers = {"UBND TỈNH KHÁNH HÒA", "SỞ NỘI VỤ", "SNV", "Khánh Hòa", "GIÁM ĐỐC"};
    return config;
  }
};

class InspectionFixture : public ::testing::Test {
 protected:
  static std::string id(char digit) { return std::string(32, digit); }
  std::string new_id() {
    auto text = std::to_string(++drawn_);
    return std::string(32 - text.size(), '0') + text;
  }

  /// One step; its fate.
  json::object write(HttpClient& client, const std::string& kind, const std::string& fields,
                     const std::string& file = std::string(32, 'a')) {
    return write_as(new_id(), client, kind, fields, file);
  }
  json::object write_as(const std::string& step, HttpClient& client, const std::string& kind,
                        const std::string& fields, const std::string& file = std::string(32, 'a')) {
    const auto answer =
        client.post("/api/v1/inspections/steps",
                    R"({"steps":[{"id":")" + step + R"(","file":")" + file + R"(","kind":")" + kind +
                        R"(","at":)" + std::to_string(ms_now()) + R"(,"fields":)" + fields + "}]}");
    EXPECT_EQ(answer.status, 200) << answer.body;
    return json::parse(answer.body).at("steps").at(0).as_object();
  }
  static std::string reason(const json::object& fate) {
    return fate.at("taken").as_bool() ? "taken" : std::string(fate.at("reason").as_string());
  }
  void prepare(const std::string& more = {}) {
    ASSERT_EQ(reason(write(kha_, "prepared",
                           R"({"unit_code":"SNV","basis":"plan","form":"unannounced","team":"group",)"
                           R"("checklists":"badge+hours")" +
                               more + "}")),
              "taken");
    write(kha_, "joined", R"({"login":"kha","full_name":"Đỗ Minh Kha","role":"leader"})");
    write(kha_, "joined", R"({"login":"lan","full_name":"Hồ Thị Lan","role":"member"})");
  }
  void start() {
    prepare();
    ASSERT_EQ(reason(write(kha_, "started", "{}")), "taken");
  }
  static json::object opened(HttpClient& client, const std::string& file = std::string(32, 'a')) {
    const auto answer = client.get("/api/v1/inspections/" + file);
    EXPECT_EQ(answer.status, 200) << answer.body;
    return json::parse(answer.body).as_object();
  }
  static json::object person(const json::object& inspection, std::string_view code) {
    for (const auto& one : inspection.at("people").as_array()) {
      if (one.at("staff_code").as_string() == code) return one.as_object();
    }
    ADD_FAILURE() << code << " is not on the list";
    return {};
  }

  int drawn_ = 0;
  InspectedOffice server_;
  HttpClient kha_ = server_.sign_in("kha", R"("staff_code":"KHA","grants":[{"role":"inspector","unit":""}])");
  HttpClient lan_ = server_.sign_in("lan", R"("staff_code":"LAN")");
  HttpClient binh_ = server_.sign_in("binh", R"("staff_code":"BINH")");
  HttpClient em_ = server_.sign_in("em", R"("staff_code":"EM")");
  HttpClient an_ = server_.sign_in("an", R"("staff_code":"AN")");
};

}  // namespace badge::test
