#include "tests/e2e/office.hpp"

#include <boost/json.hpp>

#include "tests/e2e/stored_taps.hpp"
#include "tests/support/eventually.hpp"

namespace badge::test {

using namespace std::chrono;

Instant on_office_day(int hour, int minute, int second) {
  return office_day + hours(hour - 7) + minutes(minute) + seconds(second);
}

void set_clock(MachineFaults& machine, Instant now) {
  machine.shift_clock(duration_cast<milliseconds>(now - system_clock::now()));
}

void import_office(ServerUnderTest& server, const std::string& entrance, const std::string& other_entrance) {
  server.import("units",
                "code,name,kind,parent_code,valid_from,valid_to\n"
                "SNV,Sở Nội vụ,sở,,2025-07-01,\n"
                "SNV-VP,Văn phòng,phòng,SNV,2025-07-01,\n"
                "STC,Sở Tài chính,sở,,2025-07-01,\n");
  server.import("staff",
                "code,full_name,unit_code,position,category,valid_from,valid_to\n"
                "NV001,Nguyễn Văn An,SNV-VP,Chuyên viên,công chức,2025-07-01,\n"
                "NV002,Trần Thị Bình,SNV-VP,Chuyên viên,công chức,2025-07-01,\n"
                "NV003,Lê Văn Cường,SNV-VP,Chuyên viên,công chức,2025-07-01,\n"
                "TC001,Phạm Thị Dung,STC,Kế toán,công chức,2025-07-01,\n"
                "TC002,Hoàng Văn Giang,STC,Kế toán,công chức,2025-07-01,\n");
  std::string badges = "staff_code,uid,valid_from,valid_to,state\n";
  for (const auto& [code, number] : {std::pair("NV001", 1), {"NV002", 2}, {"TC001", 11}, {"TC002", 12}})
    badges += std::string(code) + "," + invented_uid(number) + ",2025-07-01,,active\n";
  server.import("badges", badges);
  server.import("entrances", "entrance,unit_code,valid_from,valid_to\n" + entrance + ",SNV,2025-07-01,\n" +
                                 other_entrance + ",STC,2025-07-01,\n");
  server.import("schedules",
                "[[schedule]]\nname = \"hanh-chinh\"\ntaps = \"each_session\"\n"
                "[[schedule.season]]\nvalid_from = 2025-07-01\nweekdays = [\"mon\", \"tue\", \"wed\", "
                "\"thu\", \"fri\"]\n"
                "sessions = [\n"
                "  { name = \"sáng\", start = \"07:30\", end = \"11:30\", opens_before_min = 120, "
                "closes_after_min = 60, "
                "late_grace_min = 5, early_grace_min = 5 },\n"
                "  { name = \"chiều\", start = \"13:30\", end = \"17:00\", opens_before_min = 60, "
                "closes_after_min = 240, "
                "late_grace_min = 5, early_grace_min = 5 },\n]\n");
  server.import("assignments",
                "schedule,unit_code,staff_code,valid_from,valid_to\n"
                "hanh-chinh,SNV,,2025-07-01,\n"
                "hanh-chinh,STC,,2025-07-01,\n");
}

bool is_heard(ServerUnderTest& server, const std::string& entrance) {
  return eventually([&] {
    const std::string status = server.get("/api/v1/status");
    return status.find("\"" + entrance + "-1\"") != std::string::npos;
  });
}

}  // namespace badge::test
