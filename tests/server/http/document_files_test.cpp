// Papers as files that offices edit: other programs read in them what the reports say as data.
#include <gmock/gmock.h>

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <fstream>
#include <set>

#include "tests/server/http/paper_office.hpp"
#include "tests/server/http/paper_text.hpp"

namespace badge::test {
namespace {

namespace json = boost::json;
using testing::Contains;
using testing::HasSubstr;
using testing::SizeIs;

using Cells = std::vector<std::string>;

/// With a room below SNV, a Saturday on duty, an hour of overtime and a day of leave.
struct PaperOffice : SmallOffice {
  PaperOffice() {
    import("units", "code,name,kind,parent_code,valid_from,valid_to\nVP,Văn phòng,phòng,SNV,2020-01-01,\n");
    import("staff",
           "code,full_name,unit_code,position,category,valid_from,valid_to\n"
           "DUNG,Lê Thị Dung,VP,Chuyên viên,công chức,2020-01-01,\n");
    import(
        "schedules",
        "schedule,valid_from,weekdays,session,start,end,opens_before_min,closes_after_min,ignores_calendar\n"
        "truc,2020-01-01,mon-sun,trực,07:00,19:00,60,60,có\n");
    import("duties", "date,schedule,unit_code,staff_code,paper\n2026-07-04,truc,SNV,AN,LT 7\n");
    import("duty_slots",
           "unit_code,schedule,from,to,weekdays,people_min\nSNV,truc,2026-07-01,2026-07-31,sat,1\n");
    import("credits",
           "staff_code,kind,date,from_time,to_time,earns_min,expires,paper,approved_by\n"
           "AN,làm thêm giờ,2026-07-06,17:00,19:00,120,2026-12-31,QĐ 9,BINH\n");
    import("absences",
           "staff_code,kind,from,to,sessions,paper,reported_at\n"
           "AN,nghỉ phép,2026-07-13,2026-07-13,,GNP 12,\n");
  }
};

/// The words of a paper in the order of the alphabet, without page numbers: programs break lines and pages at
/// places of their own.
std::multiset<std::string> words_of(const std::string& pdf) {
  const auto told = run({"pdftotext", pdf, "-"});
  EXPECT_EQ(told.status, 0) << told.errors;
  std::istringstream in(told.output);
  std::multiset<std::string> words;
  for (std::string word; in >> word;) {
    if (word.find_first_not_of(".…") != std::string::npos) words.insert(word);
  }
  return words;
}

class DocumentFiles : public testing::Test {
 protected:
  json::value data(const std::string& target) {
    const auto answer = binh_.get("/api/v1/" + target);
    EXPECT_EQ(answer.status, 200) << target << answer.body;
    return json::parse(answer.body);
  }

  std::string keep(const std::string& paper, const std::string& query) {
    const auto answer = binh_.get("/api/v1/papers/" + paper + ".docx?" + query);
    EXPECT_EQ(answer.status, 200) << paper << answer.body;
    const std::string path = folder_ / (paper + ".docx");
    std::ofstream(path, std::ios::binary) << answer.body;
    return path;
  }

  json::value document(const std::string& paper, const std::string& query) {
    const auto read = run({"/usr/bin/python3", READ_DOCUMENT, keep(paper, query)});
    EXPECT_EQ(read.status, 0) << read.errors;
    return json::parse(read.output);
  }

  std::multiset<std::string> pdf_words(const std::string& paper, const std::string& query) {
    const auto answer = binh_.get("/api/v1/papers/" + paper + ".pdf?" + query);
    EXPECT_EQ(answer.status, 200) << paper << answer.body;
    const std::string path = folder_ / ("our-" + paper + ".pdf");
    std::ofstream(path, std::ios::binary) << answer.body;
    return words_of(path);
  }

  /// The table whose first heading this is, without its headings.
  static std::vector<Cells> table(const json::value& document, std::string_view heading) {
    std::vector<Cells> rows;
    for (const auto& one : document.at("tables").as_array()) {
      if (one.at(0).at(0).as_string() != heading) continue;
      for (const auto& row : one.as_array()) {
        auto& cells = rows.emplace_back();
        for (const auto& cell : row.as_array()) cells.emplace_back(cell.as_string());
      }
    }
    if (rows.empty()) {
      ADD_FAILURE() << "no table \"" << heading << "\" in " << json::serialize(document);
      return rows;
    }
    rows.erase(rows.begin());
    return rows;
  }

  /// As the papers print them: nothing is a dash, minutes stand behind how often.
  static Cells figures(const json::value& tally) {
    const auto count = [&](const char* name) { return tally.at(name).to_number<int>(); };
    const auto or_dash = [](int figure) { return figure == 0 ? std::string("–") : std::to_string(figure); };
    const auto times = [&](const char* name, const char* time) {
      return count(name) == 0 ? std::string("–")
                              : or_dash(count(name)) + " (" + std::to_string(count(time)) + " phút)";
    };
    return {or_dash(count("sessions_due")),
            or_dash(count("on_time")),
            times("late", "late_min"),
            times("early", "early_min"),
            or_dash(count("missing")),
            or_dash(count("absent")),
            or_dash(count("excused") + count("exempt")),
            or_dash(count("provisional"))};
  }
  static Cells with_name(const std::string& name, const json::value& tally) {
    Cells cells = {name};
    const auto of_tally = figures(tally);
    cells.insert(cells.end(), of_tally.begin(), of_tally.end());
    return cells;
  }
  static std::string text(const json::value& object, const char* name) {
    return std::string(object.at(name).as_string());
  }

  PaperOffice server_;
  HttpClient binh_ = server_.sign_in("binh", R"("staff_code":"BINH")");
  TempDir folder_;
};

TEST_F(DocumentFiles, OfAUnitHaveTheFiguresOfItsReport) {
  const auto paper = document("unit", "unit=SNV&period=2026-Q3");
  const auto units = data("periods/units.json?unit=SNV&period=2026-Q3");
  const auto of_units = table(paper, "Cơ quan, đơn vị");
  const auto& rows = units.at("rows").as_array();
  ASSERT_EQ(rows.size(), 2U);
  ASSERT_THAT(of_units, SizeIs(rows.size() + 1));
  EXPECT_EQ(of_units[0], with_name("Văn phòng", rows[1]));
  auto own = rows[0].as_object();  // with all below it
  for (auto& [name, figure] : own) {
    if (figure.is_int64()) figure = figure.as_int64() - rows[1].at(name).as_int64();
  }
  EXPECT_EQ(of_units[1], with_name("Sở Nội vụ (làm việc tại chính đơn vị)", own));
  EXPECT_EQ(of_units[2], with_name("Cộng", rows[0]));
  EXPECT_EQ(of_units[2], with_name("Cộng", units.at("total")));

  const auto of_months = table(paper, "Tháng");
  const auto months = data("periods/months.json?unit=SNV&period=2026-Q3");
  ASSERT_THAT(of_months, SizeIs(4));
  for (std::size_t i = 0; i < 3; ++i)
    EXPECT_EQ(of_months[i], with_name(std::to_string(7 + i) + "/2026", months.at("rows").at(i)));
  EXPECT_EQ(of_months[3], with_name("Cộng", units.at("total")));
  EXPECT_EQ(table(paper, "Kỳ")[1], with_name("Quý III năm 2026", units.at("total")));
}

TEST_F(DocumentFiles, OfAPersonHaveTheFiguresAndTheSessionsOfTheirReport) {
  const auto paper = document("person", "staff=AN&period=2026-Q3");
  const auto months = data("periods/person.json?staff=AN&period=2026-Q3");
  const auto of_months = table(paper, "Tháng");
  ASSERT_THAT(of_months, SizeIs(4));
  for (std::size_t i = 0; i < 3; ++i)
    EXPECT_EQ(of_months[i], with_name(std::to_string(7 + i) + "/2026", months.at("rows").at(i)));
  EXPECT_EQ(of_months[3], with_name("Cộng", months.at("total")));

  const auto sessions = table(paper, "Ngày");
  const auto month = data("reports/person?staff=AN&month=2026-07");
  for (const auto& day : month.at("days").as_array()) {
    for (const auto& session : day.at("sessions").as_array()) {
      if (text(session, "state") != "present") continue;
      EXPECT_THAT(sessions, Contains(Cells{"09/7/2026", text(session, "name"), text(session, "in"), "–",
                                           text(session, "text")}));
    }
  }
}

TEST_F(DocumentFiles, OfDutiesAndOvertimeHaveTheRowsOfTheirLedgers) {
  const auto duties = table(document("duties", "unit=SNV&month=2026-07"), "STT");
  const auto report = data("reports/duties?unit=SNV&month=2026-07");
  const auto& turn = report.at("rows").at(0).at("turns").at(0);
  ASSERT_THAT(duties, SizeIs(1));
  EXPECT_EQ(duties[0][1], "thứ Bảy, 04/7/2026");
  EXPECT_EQ(duties[0][3], text(turn, "full_name") + ", Chuyên viên");
  EXPECT_EQ(duties[0][6], text(turn, "paper"));

  const auto overtime = table(document("overtime", "unit=SNV&month=2026-07"), "Họ và tên");
  const auto leave = data("reports/leave?staff=AN&year=2026");
  const auto& credit = leave.at("credits").at(0);
  ASSERT_THAT(overtime, SizeIs(2));
  EXPECT_EQ(overtime[0][1], "06/7/2026, " + text(credit, "from") + "–" + text(credit, "to"));
  EXPECT_EQ(credit.at("earns_min").to_number<int>(), 120);
  EXPECT_EQ(overtime[0][3], "2 giờ");
  EXPECT_EQ(overtime[0][7], text(credit, "text"));
  EXPECT_EQ(overtime[1][3], "2 giờ") << "Cộng";
}

TEST_F(DocumentFiles, OfAGapAndOfTheMorningHaveWhatTheReportsSay) {
  const auto sessions = table(document("explanation", "staff=AN&date=2026-07-09"), "Buổi");
  const auto month = data("reports/person?staff=AN&month=2026-07");
  const auto& days = month.at("days").as_array();
  const auto day = std::ranges::find_if(days, [](const auto& one) { return one.at("date") == "2026-07-09"; });
  ASSERT_NE(day, days.end());
  const auto& session = day->at("sessions").at(0);
  EXPECT_EQ(sessions, (std::vector<Cells>{{text(session, "name"), "07:30–11:30", text(session, "in"), "–",
                                           text(session, "text")}}));

  const auto units = table(document("presence", "unit=SNV"), "Cơ quan, đơn vị");
  const auto counts = data("reports/now?unit=SNV").at("counts");
  const auto figure = [&](const char* name) {
    const auto count = counts.at(name).to_number<int>();
    return count == 0 ? std::string("–") : std::to_string(count);
  };
  EXPECT_EQ(units.back(), (Cells{"Cộng", figure("due"), figure("present"), figure("away"), figure("not_seen"),
                                 figure("unknown")}));
}

#ifdef SOFFICE
TEST_F(DocumentFiles, SayInLibreOfficeWordForWordWhatTheirPdfSays) {
  ASSERT_EQ(server_.sign_in("an", R"("staff_code":"AN")")
                .post("/api/v1/own/requests",
                      R"({"kind":"annual_leave","from":"2026-07-20","to":"2026-07-21","reason":"việc nhà"})")
                .status,
            201);
  const std::string folder = folder_.path();
  const std::vector<std::pair<std::string, std::string>> papers = {
      {"unit", "unit=SNV&period=2026-07"},
      {"person", "staff=AN&period=2026-07"},
      {"explanation", "staff=AN&date=2026-07-09"},
      {"application", "no=1"},
      {"presence", "unit=SNV"},
      {"hours", "unit=SNV"},
      {"duties", "unit=SNV&month=2026-07"},
      {"overtime", "unit=SNV&month=2026-07"}};
  std::vector<std::string> convert = {SOFFICE,      "-env:UserInstallation=file://" + folder + "/profile",
                                      "--headless", "--convert-to",
                                      "pdf",        "--outdir",
                                      folder};
  std::vector<std::multiset<std::string>> ours;
  for (const auto& [paper, query] : papers) {
    // The minute of the morning's page may pass between two askings.
    constexpr int tries = 3;
    for (int i = 0; i < tries; ++i) {
      const auto before = pdf_words(paper, query);
      convert.push_back(keep(paper, query));
      ours.push_back(pdf_words(paper, query));
      if (ours.back() == before || i + 1 == tries) break;
      convert.pop_back();
      ours.pop_back();
    }
  }
  const auto done = run(convert);
  EXPECT_EQ(done.status, 0) << done.errors;
  EXPECT_THAT(done.errors, testing::AnyOf("", HasSubstr("javaldx")));  // no Java: no matter to papers
  EXPECT_LE(std::ranges::count(done.errors, '\n'), 1) << done.errors;
  for (std::size_t i = 0; i < papers.size(); ++i)
    EXPECT_EQ(words_of(folder_ / (papers[i].first + ".pdf")), ours[i]) << papers[i].first;
}
#endif

}  // namespace
}  // namespace badge::test
