#pragma once
#include "tests/server/http/test_server.hpp"

namespace badge::test {

/// SNV with Bình at its head and An, who came 37 minutes late and left without a tap on Thursday 9 July 2026;
/// SYT with Em.
struct SmallOffice : TestServer {
  SmallOffice() {
    import("units",
           "code,name,kind,parent_code,valid_from,valid_to\nSNV,Sở Nội vụ,sở,,2020-01-01,\n"
           "SYT,Sở Y tế,sở,,2020-01-01,\n");
    import("staff",
           "code,full_name,unit_code,position,category,valid_from,valid_to\n"
           "AN,Nguyễn Văn An,SNV,Chuyên viên,công chức,2020-01-01,\n"
           "BINH,Trần Thị Bình,SNV,Giám đốc,công chức,2020-01-01,\n"
           "EM,Vũ Văn Em,SYT,Giám đốc,công chức,2020-01-01,\n");
    import("badges", "staff_code,uid,valid_from,valid_to,state\nAN,04A1B2C3D4E5F6,2020-01-01,,active\n");
    import("heads",
           "unit_code,staff_code,role,valid_from,valid_to,paper\nSNV,BINH,head,2020-01-01,,QĐ 1\n"
           "SYT,EM,head,2020-01-01,,QĐ 2\n");
    import("schedules", R"([[schedule]]
name = "hanh-chinh"
[[schedule.season]]
valid_from = 2020-01-01
weekdays = ["mon", "tue", "wed", "thu", "fri"]
sessions = [ { name = "sáng", start = "07:30", end = "11:30", opens_before_min = 60, closes_after_min = 60 } ]
)");
    import("assignments", "schedule,unit_code,staff_code,valid_from,valid_to\nhanh-chinh,SNV,,2020-01-01,\n");
    import("entitlements",
           "staff_code,year,service_from,base_days,carried_days,carried_until,paper\nAN,2026,2020-01-"
           "01,12,0,,QĐ 5\n");
    auto client = admin();
    const auto id = member(client.post("/api/v1/imports/taps?file=taps.csv", "{}").body, "id");
    const auto staged =
        client.send("PUT", "/api/v1/imports/taps/" + id + "/slices/0",
                    "at,uid,staff_code,reader\n2026-07-09 08:07,,AN,x\n", {{"Content-Type", "text/csv"}});
    EXPECT_LT(staged.status, 300) << staged.body;
    const auto finished = client.post("/api/v1/imports/taps/" + id + "/finish",
                                      R"({"complete_for":"SNV","from":"2026-07-01","to":"2026-07-31"})");
    EXPECT_EQ(finished.status, 200) << finished.body;
  }
};

}  // namespace badge::test
