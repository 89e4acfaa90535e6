// Lists that a head acts on, over the API: against taps, papers and rules that were imported over the API.
#include <gmock/gmock.h>

#include <boost/json/serialize.hpp>
#include <boost/json/value_to.hpp>
#include <fstream>
#include <set>
#include <string_view>

#include "tests/server/http/list_office.hpp"
#include "tests/server/http/paper_text.hpp"

namespace badge::test {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

class ListRoutes : public ListFixture {
 protected:
  void state_rule(const std::string& row) {
    server_.import("list_rules", "unit_code,valid_from,late_times,away_min,rule\n" + row + "\n");
  }

  /// The table of a list's DOCX, each row by the headings.
  std::vector<std::map<std::string, std::string>> rows_of_document(const std::string& name) {
    const auto answer = hr_.get("/api/v1/lists/" + name + ".docx?unit=SNV&period=2026-07");
    EXPECT_EQ(answer.status, 200) << answer.body;
    const TempDir folder;
    std::ofstream(folder / "list.docx", std::ios::binary) << answer.body;
    const auto read = run({"/usr/bin/python3", READ_DOCUMENT, folder / "list.docx"});
    EXPECT_EQ(read.status, 0) << read.errors;
    std::vector<std::map<std::string, std::string>> rows;
    const auto document = json::parse(read.output);
    for (const auto& table : document.at("tables").as_array()) {
      const auto& heads = table.at(0).as_array();
      if (heads.at(0) != "STT") continue;
      for (std::size_t i = 1; i < table.as_array().size(); ++i) {
        auto& row = rows.emplace_back();
        for (std::size_t column = 0; column < heads.size(); ++column)
          row[json::value_to<std::string>(heads[column])] =
              json::value_to<std::string>(table.at(i).at(column));
      }
    }
    return rows;
  }
  /// Dates, which papers write as offices do.
  static bool is_written_otherwise(const json::value& column) {
    static const std::set<std::string_view> keys = {"date", "from", "to", "month"};
    return keys.contains(column.at("key").as_string());
  }
};

TEST_F(ListRoutes, NameWhoWasLateAsOftenAsTheUnitsRuleSays) {
  server_.tap({{"AN 1", {"07:45", "11:40", "13:20", "17:10"}},
               {"AN 2", {"07:40", "11:40", "13:20", "17:10"}},
               {"AN 3", {"07:20", "11:40", "13:50", "17:10"}},
               {"DUC 2", {"07:40", "11:40", "13:20", "17:10"}}});
  const auto nobody = list("late");
  EXPECT_EQ(rows(nobody, {"staff_code"}), "");
  EXPECT_THAT(notes(nobody), HasSubstr("Chưa có quy định nên không lập danh sách: "));

  state_rule("SNV,2026-01-01,3,,Điều 5 Nội quy số 12/QĐ-SNV");
  const auto three = list("late");
  EXPECT_EQ(rows(three, {"staff_code", "late", "late_min", "late_times"}), "AN 3 45 3");
  EXPECT_THAT(notes(three), HasSubstr("Sở Nội vụ: từ 3 lần trở lên (Điều 5 Nội quy số 12/QĐ-SNV)"));
  EXPECT_THAT(notes(three), Not(HasSubstr("Chưa có quy định")));

  // The same figures as the people's report.
  const auto people = json::parse(hr_.get("/api/v1/reports/people?month=2026-07&unit=CCVC").body);
  for (const auto& person : people.at("rows").as_array()) {
    const auto expected = person.at("staff_code") == "AN" ? 45 : person.at("staff_code") == "DUC" ? 10 : 0;
    EXPECT_EQ(person.at("late_min").to_number<int>(), expected);
  }

  state_rule("CCVC,2026-07-15,1,,Quy chế của phòng");  // of the nearest unit, on the last day
  EXPECT_EQ(rows(list("late"), {"staff_code", "late"}), "AN 3; DUC 1");
}

TEST_F(ListRoutes, CiteTheHouseRulesWhereTheRuleStatesNoGround) {
  server_.tap();
  state_rule("SNV,2026-01-01,3,,");
  EXPECT_THAT(notes(list("late")), HasSubstr("(chưa nêu căn cứ)"));
  const auto published = hr_.post(
      "/api/v1/rules",
      R"({"unit":"SNV","name":"Nội quy cơ quan","valid_from":"2026-01-01","paper":"QĐ 12","text":"Đi đúng giờ"})");
  ASSERT_EQ(published.status, 201) << published.body;
  EXPECT_THAT(notes(list("late")), HasSubstr("(Nội quy cơ quan QĐ 12 từ 01/01/2026)"));
}

TEST_F(ListRoutes, NameWhatNobodyHasExplained) {
  server_.tap({{"AN 1", {"07:45", "11:40", "13:20", "17:10"}},
               {"AN 2", {"07:45", "11:40", "13:20", "17:10"}},
               {"DUC 2", {}}});
  server_.import("corrections",
                 "staff_code,unit_code,date,session,effect,at,from_time,to_time,cause,explanation,decision,"
                 "decided_by,decision_reason,paper\n"
                 "AN,,2026-07-01,sáng,present,,,,forgot_badge,Quên thẻ,pending,,,\n");
  EXPECT_EQ(rows(list("unexplained"), {"staff_code", "date", "session", "text"}),
            "AN 2026-07-02 sáng Đi muộn 15 phút; DUC 2026-07-02 sáng Vắng không có lý do; "
            "DUC 2026-07-02 chiều Vắng không có lý do");
}

TEST_F(ListRoutes, NameMissingTapsWithWhatBecameOfTheExplanation) {
  server_.tap({{"AN 1", {"07:20", "13:20", "17:10"}}, {"DUC 2", {"07:20", "11:40", "17:10"}}});
  EXPECT_EQ(rows(list("missing"), {"staff_code", "date", "session", "in", "out", "explanation"}),
            "AN 2026-07-01 sáng 07:20  Không có; DUC 2026-07-02 chiều  17:10 Không có");
  // As many as the units' report counts.
  const auto units = json::parse(hr_.get("/api/v1/reports/units?month=2026-07&unit=SNV").body);
  EXPECT_EQ(units.at("rows").at(0).at("subtree").at("missing").to_number<int>(), 2);
}

TEST_F(ListRoutes, NameTripsUntilTheirReportIsStated) {
  server_.tap({{"AN 15", {}}, {"AN 16", {}}, {"DUC 20", {}}});
  server_.import("absences",
                 "staff_code,kind,from,to,sessions,paper,reported_at\n"
                 "AN,công tác,2026-07-15,2026-07-16,,QĐ 118,\nDUC,nghỉ phép,2026-07-20,2026-07-20,,GNP 1,\n");
  EXPECT_EQ(rows(list("trips"), {"staff_code", "from", "to", "paper"}), "AN 2026-07-15 2026-07-16 QĐ 118");
  EXPECT_EQ(rows(list("trips", hr_, "SNV", "2026-06"), {"staff_code"}), "");
  server_.import("trip_reports", "staff_code,trip_from,reported_on,paper\nAN,2026-07-15,2026-07-20,BC 9\n");
  EXPECT_EQ(rows(list("trips"), {"staff_code"}), "");
}

TEST_F(ListRoutes, HintAtWhoWasOutForLongerThanTheRuleSays) {
  server_.tap({{"AN 9", {"07:20", "09:00", "09:40", "11:40", "13:20", "17:10"}},
               {"DUC 9", {"07:20", "09:00", "09:40", "11:40", "13:20", "17:10"}}});
  server_.import("absences",
                 "staff_code,kind,from,to,sessions,paper,reported_at,from_time,to_time\n"
                 "DUC,permitted_work,2026-07-09,2026-07-09,,GRN 1,,08:55,09:45\n");
  state_rule("SNV,2026-01-01,,30,Điều 6 Nội quy");
  const auto away = list("away");
  EXPECT_EQ(rows(away, {"staff_code", "date", "session", "out", "in", "minutes"}),
            "AN 2026-07-09 sáng 09:00 09:40 40");
  EXPECT_THAT(notes(away), HasSubstr("Gợi ý để xem xét, không phải kết luận"));
  state_rule("SNV,2026-01-01,,40,Điều 6 Nội quy");
  EXPECT_EQ(rows(list("away"), {"staff_code"}), "");
}

TEST_F(ListRoutes, HintAtBadgesThatOneHandMayHold) {
  TestStream stream('a');
  std::vector<TestStream::Shown> shown;
  for (int day = 6; day <= 10; ++day) {
    const auto at = std::chrono::sys_days(std::chrono::year(2026) / 7 / day) + std::chrono::minutes(20);
    shown.push_back({server_.cards.at("AN"), Instant(at)});
    shown.push_back({server_.cards.at("DUC"), Instant(at + std::chrono::seconds(2))});
    shown.push_back({server_.cards.at("BINH"), Instant(at + std::chrono::seconds(30))});
  }
  auto bridge = server_.as(server_.add_bridge("door"));
  const auto sent = bridge.post("/api/v1/bridge/batches", stream.batch_of(shown), "application/x-ndjson");
  ASSERT_EQ(sent.status, 200) << sent.body;

  auto head = server_.sign_in("chi", R"("staff_code":"CHI")");
  const auto pairs = list("pairs", head);
  EXPECT_EQ(rows(pairs, {"staff_code", "other_code", "together", "both"}), "AN DUC 5 5");
  EXPECT_THAT(notes(pairs), HasSubstr("Gợi ý để xem xét, không phải kết luận"));
  EXPECT_EQ(hr_.get("/api/v1/lists/pairs.json?unit=SNV&period=2026-07").status, 403);
}

TEST_F(ListRoutes, NameUnitsThatHaveNotClosedWithWhomItWaitsFor) {
  server_.tap();
  EXPECT_EQ(rows(list("open-units"), {"unit_code", "month", "state", "waits_for", "head"}),
            "SNV 2026-07 chưa lập bảng công người chấm công Phạm Kim Chi; "
            "CCVC 2026-07 chưa lập bảng công người chấm công Trần Thị Bình");
  const auto closed =
      server_.admin().post("/api/v1/closes", R"({"unit":"CCVC","from":"2026-07-01","to":"2026-07-31"})");
  ASSERT_EQ(closed.status, 201) << closed.body;
  EXPECT_EQ(rows(list("open-units"), {"unit_code"}), "SNV");
}

TEST_F(ListRoutes, AreOfAClosedMonthWhatWasSigned) {
  server_.tap({{"AN 1", {"07:45", "11:40", "13:20", "17:10"}}});
  const auto closed =
      server_.admin().post("/api/v1/closes", R"({"unit":"CCVC","from":"2026-07-01","to":"2026-07-31"})");
  ASSERT_EQ(closed.status, 201) << closed.body;
  server_.import("absences",
                 "staff_code,kind,from,to,sessions,paper,reported_at\n"
                 "AN,nghỉ phép,2026-07-01,2026-07-01,sáng,GNP 9,\n");
  EXPECT_EQ(rows(list("unexplained"), {"staff_code", "date", "text"}), "AN 2026-07-01 Đi muộn 15 phút");
}

TEST_F(ListRoutes, AskForASmallerUnitWhereItsPeopleAreTooMany) {
  std::string staff = "code,full_name,unit_code,position,category,valid_from,valid_to\n";
  for (int i = 0; i <= 2'000; ++i)
    staff += "NV" + std::to_string(i) + ",Nguyễn Văn An,SYT,Y tá,viên chức,2024-01-01,\n";
  server_.import("staff", staff);
  const auto answer = hr_.get("/api/v1/lists/missing.json?unit=SYT&period=2026-07");
  EXPECT_EQ(answer.status, 422);
  EXPECT_THAT(answer.body, HasSubstr("hơn 2000 người; hãy chọn đơn vị nhỏ hơn"));
  EXPECT_EQ(rows(list("missing"), {"staff_code"}), "");
}

TEST_F(ListRoutes, AreFilesAsWell) {
  server_.tap({{"AN 1", {"07:20", "13:20", "17:10"}}});
  const auto csv = hr_.get("/api/v1/lists/missing.csv?unit=SNV&period=2026-Q3");
  EXPECT_EQ(csv.status, 200);
  EXPECT_THAT(csv.field("content-disposition"), HasSubstr("thieu-luot-quet-2026-Q3.csv"));
  EXPECT_THAT(csv.body,
              HasSubstr("staff_code,full_name,position,unit_code,unit_name,date,session,text,in,out,"));
  EXPECT_THAT(csv.body, HasSubstr("AN,Nguyễn Văn An,Chuyên viên,CCVC,"));
  EXPECT_THAT(hr_.get("/api/v1/lists/missing.xlsx?unit=SNV&period=2026-Q3").body, StartsWith("PK"));
}

TEST_F(ListRoutes, SayWhatTheirRowsAreAPartOf) {
  server_.tap({{"AN 1", {"07:45", "11:40", "13:20", "17:10"}}});
  state_rule("CCVC,2026-01-01,1,10,Điều 5 Nội quy");
  EXPECT_THAT(notes(list("late")), HasSubstr("Xét 3 người, 138 buổi phải làm việc\n"))
      << "of those whom the rule is about";
  EXPECT_THAT(notes(list("away")), HasSubstr("Xét 3 người, 138 buổi phải làm việc\n"));
  EXPECT_THAT(notes(list("missing")), HasSubstr("Xét 4 người, 184 buổi phải làm việc\n"));
  EXPECT_THAT(notes(list("open-units")),
              HasSubstr("Trong 2 bảng công đã hết kỳ (mỗi đơn vị mỗi tháng một bảng), 2 bảng chưa chốt"));
  server_.import("absences",
                 "staff_code,kind,from,to,sessions,paper,reported_at\n"
                 "AN,công tác,2026-07-15,2026-07-16,,QĐ 118,\nDUC,công tác,2026-07-15,2026-07-16,,QĐ 118,\n");
  server_.import("trip_reports", "staff_code,trip_from,reported_on,paper\nAN,2026-07-15,2026-07-20,BC 9\n");
  EXPECT_THAT(notes(list("trips")), HasSubstr("Trong 2 đợt công tác kết thúc trong kỳ, 1 đợt chưa ghi nhận"));
}

TEST_F(ListRoutes, ArePapersWithTheSameRowsInTheSameOrder) {
  server_.tap({{"AN 1", {"07:20", "13:20", "17:10"}}, {"BINH 2", {"07:20", "13:20", "17:10"}}});
  const auto query = "?unit=SNV&period=2026-Q3&lang=en";
  const auto pdf = hr_.get(std::string("/api/v1/lists/missing.pdf") + query);
  EXPECT_THAT(pdf.field("content-disposition"), HasSubstr("thieu-luot-quet-2026-Q3.pdf"));
  const auto text = text_of(pdf);
  EXPECT_THAT(text, HasSubstr("SỞ NỘI VỤ"));
  EXPECT_THAT(text, HasSubstr("DANH SÁCH THIẾU LƯỢT QUÉT THẺ Quý III năm 2026"));
  EXPECT_THAT(text, HasSubstr("Xét 4 người"));
  EXPECT_THAT(text, HasSubstr("Phạm Kim Chi")) << "who signs";
  EXPECT_EQ(rows(list("missing"), {"staff_code"}), "BINH; AN");
  EXPECT_LT(text.find("Trần Thị Bình"), text.find("Nguyễn Văn An"));
  EXPECT_THAT(hr_.get(std::string("/api/v1/lists/missing.docx") + query).body, StartsWith("PK"));
  EXPECT_EQ(hr_.get("/api/v1/lists/missing.pdf?unit=KHONG&period=2026-07").status, 404);
}

TEST_F(ListRoutes, HaveInADocumentTheRowsOfTheirDataAsAnotherProgramReadsThem) {
  server_.tap({{"AN 1", {"07:45", "13:20", "17:10"}},
               {"DUC 2", {"07:40", "09:00", "09:40", "11:40", "13:20", "17:10"}},
               {"BINH 3", {}},
               {"AN 15", {}}});
  state_rule("SNV,2026-01-01,1,30,Điều 5 Nội quy");
  server_.import(
      "absences",
      "staff_code,kind,from,to,sessions,paper,reported_at\nAN,công tác,2026-07-15,2026-07-15,,QĐ 118,\n");
  for (const auto* name : {"late", "unexplained", "missing", "trips", "away", "praise", "open-units"}) {
    const auto data = list(name);
    const auto printed = rows_of_document(name);
    const auto& columns = data.at("columns").as_array();
    ASSERT_EQ(printed.size(), data.at("rows").as_array().size()) << name;
    EXPECT_FALSE(printed.empty()) << name;
    for (std::size_t i = 0; i < printed.size(); ++i) {
      for (const auto& column : columns) {
        const auto told = printed[i].find(std::string(column.at("heading").as_string()));
        const auto& cell = data.at("rows").at(i).at(column.at("key").as_string());
        if (told == printed[i].end() || !cell.is_string() || is_written_otherwise(column)) continue;
        EXPECT_EQ(told->second, cell.as_string().empty() ? "–" : cell.as_string()) << name << i;
      }
    }
  }
}

TEST_F(ListRoutes, AreNotForTheHeadOfAnotherUnit) {
  server_.tap();
  auto em = server_.sign_in("em", R"("staff_code":"EM")");
  for (const auto* name :
       {"late", "unexplained", "missing", "trips", "away", "pairs", "praise", "open-units"}) {
    const auto path = std::string("/api/v1/lists/") + name + ".json?period=2026-07&unit=";
    EXPECT_EQ(em.get(path + "SYT").status, 200) << name;
    for (const auto* unit : {"SNV", "CCVC", "TINH", "KHONG", ""})
      EXPECT_EQ(em.get(path + unit).status, 404) << name << ' ' << unit;
  }
  EXPECT_EQ(em.get("/api/v1/lists/late.json?unit=SYT&period=july").status, 422);
}

}  // namespace
}  // namespace badge::test
