// The year of a unit of 84 people, or of as many as are asked for: how long all papers of its 12 months take,
// the lists of the year, and the check of a clerk's workbook, over HTTP, from a real server and store. Every
// paper is made anew: nothing of one is kept for the next but judged months.
#include <fmt/format.h>

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <chrono>
#include <cstdio>
#include <functional>
#include <map>
#include <optional>
#include <random>
#include <stdexcept>

#include "server/app/imports/fact_file.hpp"
#include "tests/bench/bench_server.hpp"
#include "tests/support/temp_dir.hpp"
#include "tools/load/result_table.hpp"

namespace {

using namespace badge;
using Clock = std::chrono::steady_clock;
using std::chrono::sys_days;

constexpr int usual_people = 84, people_max = 5000, people_of_a_division = 21;
constexpr int year = 2025;          // is over
constexpr double target_ms = 2000;  // of all papers of the year of so many people
constexpr unsigned seed = 84;
constexpr int workbook_rows = 20'000;

/// How large the unit is.
struct Size {
  int people = usual_people;
  [[nodiscard]] int divisions() const { return (people + people_of_a_division - 1) / people_of_a_division; }
};

std::string division(int no, Size size) { return fmt::format("P{:03}", no % size.divisions() + 1); }
std::string person(int no) { return fmt::format("CB{:04}", no + 1); }

std::string units_csv(Size size) {
  std::string csv = "code,name,kind,parent_code,valid_from,valid_to\nSNV,Sở Nội vụ,sở,,2020-01-01,\n";
  for (int no = 0; no < size.divisions(); ++no)
    csv += fmt::format("{},Phòng Nghiệp vụ {},phòng,SNV,2020-01-01,\n", division(no, size), no + 1);
  return csv;
}

std::string staff_csv(Size size) {
  std::string csv = "code,full_name,unit_code,position,category,valid_from,valid_to\n";
  for (int no = 0; no < size.people; ++no)
    csv += fmt::format("{},Nguyễn Thị Minh Anh {},{},Chuyên viên,công chức,2020-01-01,\n", person(no), no + 1,
                       division(no, size));
  return csv;
}

std::string badges_csv(Size size) {
  std::string csv = "staff_code,uid,valid_from,valid_to,state\n";
  for (int no = 0; no < size.people; ++no)
    csv += fmt::format("{},0400{:04X},2020-01-01,,active\n", person(no), no);
  return csv;
}

constexpr const char* schedules = R"([[schedule]]
name = "hanh-chinh"
[[schedule.season]]
valid_from = 2020-01-01
weekdays = ["mon", "tue", "wed", "thu", "fri"]
sessions = [
  { name = "sáng", start = "07:30", end = "11:30", opens_before_min = 120, closes_after_min = 60, late_grace_min = 5 },
  { name = "chiều", start = "13:30", end = "17:00", opens_before_min = 60, closes_after_min = 240, late_grace_min = 5 },
]
)";

/// Four taps a day: one in thirty comes late, one in two hundred is forgotten; one person in forty is away
/// for a day, half of them on paper.
struct Year {
  std::string taps = "at,uid,staff_code,reader\n";
  std::string absences = "staff_code,kind,from,to,sessions,paper,reported_at\n";
  std::size_t tap_count = 0;
};
Year make_year(Size size) {
  Year made;
  std::mt19937 engine(seed);
  const auto random = [&] { return static_cast<unsigned>(engine()); };
  const auto one_in = [&](unsigned n) { return random() % n == 0; };
  for (auto day = sys_days(std::chrono::year(year) / 1 / 1);
       day <= sys_days(std::chrono::year(year) / 12 / 31); day += std::chrono::days(1)) {
    if (std::chrono::weekday(day).iso_encoding() > 5) continue;
    const std::chrono::year_month_day of(day);
    const auto date = fmt::format("{}-{:02}-{:02}", static_cast<int>(of.year()),
                                  static_cast<unsigned>(of.month()), static_cast<unsigned>(of.day()));
    for (int no = 0; no < size.people; ++no) {
      if (one_in(40)) {
        if (one_in(2))
          made.absences += fmt::format("{},nghỉ phép,{},{},,GNP {},\n", person(no), date, date, no);
        continue;
      }
      const unsigned late = one_in(30) ? 6 + random() % 30 : 0;
      for (const unsigned minute :
           {440 + late + random() % 10, 690 + random() % 9, 801 + random() % 9, 1020 + random() % 20}) {
        if (one_in(200)) continue;
        ++made.tap_count;
        made.taps += fmt::format("{} {:02}:{:02},,{},x\n", date, minute / 60, minute % 60, person(no));
      }
    }
  }
  return made;
}

void import_taps(test::HttpClient& client, const std::string& csv) {
  constexpr std::size_t slice_bytes =
      400'000;  // of rows of 26 bytes; the server takes 20,000 rows in a slice
  const auto begun = bench::expect_ok(client.post("/api/v1/imports/taps?file=taps.csv", "{}"));
  const auto id = boost::json::serialize(boost::json::parse(begun.body).at("id"));
  const auto head = csv.substr(0, csv.find('\n') + 1);
  std::size_t number = 0;
  for (auto at = head.size(); at < csv.size();) {
    auto end = std::min(at + slice_bytes, csv.size());
    end = csv.find('\n', end - 1) + 1;
    bench::expect_ok(client.send("PUT", fmt::format("/api/v1/imports/taps/{}/slices/{}", id, number++),
                                 head + csv.substr(at, end - at), {{"Content-Type", "text/csv"}}));
    at = end;
  }
  bench::expect_ok(
      client.post("/api/v1/imports/taps/" + id + "/finish",
                  fmt::format(R"({{"complete_for":"SNV","from":"{}-01-01","to":"{}-12-31"}})", year, year)));
}

Year fill(const ServerConfig& config, Size size) {
  const auto administrator = make_first_administrator(config).value();
  const Application application(config);
  test::HttpClient client(application.port(), test::bearer(administrator));
  auto made = make_year(size);
  const auto import = [&](const std::string& kind, const std::string& text) {
    bench::expect_ok(client.post("/api/v1/imports/" + kind + "?file=" + kind + ".csv", text, "text/csv"));
  };
  import("units", units_csv(size));
  import("staff", staff_csv(size));
  import("badges", badges_csv(size));
  import("schedules", schedules);
  import("assignments", "schedule,unit_code,staff_code,valid_from,valid_to\nhanh-chinh,SNV,,2020-01-01,\n");
  import("absences", made.absences);
  import_taps(client, made.taps);
  bench::add_login(application, client,
                   R"({"name":"ha","grants":[{"role":"hr","unit":""},{"role":"inspector","unit":""}]})");
  return made;
}

/// What is signed each month, and what the year's evaluation needs.
std::vector<std::pair<std::string, std::vector<std::string>>> papers(Size size) {
  std::map<std::string, std::vector<std::string>> asked;
  for (int month = 1; month <= 12; ++month) {
    const auto of = fmt::format("{}-{:02}", year, month);
    for (int no = 0; no < size.divisions(); ++no) {
      const auto unit = "/api/v1/units/" + division(no, size);
      asked["1. bảng chấm công (XLSX)"].push_back(unit + "/timesheet.xlsx?draft=1&month=" + of);
      asked["2. danh sách muộn, vắng (PDF)"].push_back(unit + "/deviations.pdf?month=" + of);
    }
    const std::string query = "?unit=SNV&period=" + of, month_query = "?unit=SNV&month=" + of;
    asked["3. báo cáo tình hình chấp hành (DOCX)"].push_back("/api/v1/papers/unit.docx" + query);
    asked["4. báo cáo tình hình chấp hành (PDF)"].push_back("/api/v1/papers/unit.pdf" + query);
    asked["5. tổng hợp theo người (XLSX)"].push_back("/api/v1/periods/people.xlsx" + query);
    asked["6. bảng theo dõi trực (PDF)"].push_back("/api/v1/papers/duties.pdf" + month_query);
    asked["7. bảng theo dõi làm thêm giờ (PDF)"].push_back("/api/v1/papers/overtime.pdf" + month_query);
  }
  return {asked.begin(), asked.end()};
}

/// The lists of the whole unit, of the whole year.
std::vector<std::string> lists() {
  std::vector<std::string> targets;
  for (const auto* kind :
       {"late", "unexplained", "missing", "trips", "away", "pairs", "praise", "open-units"})
    targets.push_back(fmt::format("/api/v1/lists/{}.json?unit=SNV&period={}", kind, year));
  return targets;
}

/// A list of leave of single days, as a clerk keeps it.
std::string workbook(Size size) {
  std::vector<app::FormRow> rows;
  const auto first = sys_days(std::chrono::year(year - 1) / 1 / 1);
  for (int i = 0; i < workbook_rows; ++i) {
    const auto date =
        app::date_cell(attendance::Date((first + std::chrono::days(i / size.people)).time_since_epoch()));
    rows.push_back({{"staff_code", person(i % size.people)},
                    {"kind", "sick"},
                    {"from", date},
                    {"to", date},
                    {"paper", fmt::format("GNV {}", i)}});
  }
  return app::fact_workbook(app::ImportKind::absences, rows, std::chrono::sys_seconds()).value();
}

class Measure {
 public:
  explicit Measure(tools::ResultTable& table) : table_(table) {}

  /// The milliseconds that the targets took, and how much they answered.
  template <class Ask>
  double add(const std::string& what, std::size_t count, const Ask& ask) {
    const auto start = Clock::now();
    const std::size_t bytes = ask();
    const auto took = std::chrono::duration<double, std::milli>(Clock::now() - start).count();
    table_.add({what,
                tools::in_ms(took),
                std::to_string(count),
                bytes == 0 ? std::string() : fmt::format("{} kB", bytes / 1024),
                "",
                {}});
    return took;
  }

 private:
  tools::ResultTable& table_;
};

int run(Size size) {
  const test::TempDir folder;
  const auto config = bench::config_in(folder.path());
  const auto made = fill(config, size);
  std::printf("%d people in %d divisions, %zu taps of %d\n", size.people, size.divisions(), made.tap_count,
              year);
  const Application application(config);
  auto client = bench::sign_in(application, "ha");
  const auto ask_all = [&](const std::vector<std::string>& targets) {
    std::size_t bytes = 0;
    for (const auto& target : targets) bytes += bench::expect_ok(client.get(target)).body.size();
    return bytes;
  };
  tools::ResultTable table;
  Measure measure(table);
  double all_ms = 0;
  std::size_t count = 0;
  for (const auto& [what, targets] : papers(size)) {
    all_ms += measure.add(what, targets.size(), [&] { return ask_all(targets); });
    count += targets.size();
  }
  const bool has_target = size.people == usual_people;
  table.add({"all papers of 12 months", tools::in_ms(all_ms), std::to_string(count), "",
             has_target ? tools::in_ms(target_ms) : "",
             has_target ? std::optional(all_ms < target_ms) : std::nullopt});
  std::vector<std::string> sheets;
  for (int no = 0; no < size.people; ++no)
    sheets.push_back(fmt::format("/api/v1/papers/person.pdf?staff={}&period={}", person(no), year));
  measure.add("phiếu theo dõi of the year, of everybody", sheets.size(), [&] { return ask_all(sheets); });
  for (const auto& target : lists()) measure.add(target, 1, [&] { return ask_all({target}); });
  const auto file = workbook(size);
  measure.add(fmt::format("check of a workbook of {} rows", workbook_rows), 1, [&] {
    const auto answer = bench::expect_ok(
        client.post("/api/v1/imports/absences?dry_run=1&file=a.xlsx", file, "application/octet-stream"));
    if (boost::json::parse(answer.body).at("added") != workbook_rows) throw std::runtime_error(answer.body);
    return file.size();
  });
  std::printf("columns: time, how many, size, limit\n%s", table.text().c_str());
  return table.all_met() ? 0 : 1;
}

}  // namespace

/// Argument: how many people; 84 without it.
int main(int argc, char** argv) {
  try {
    const Size size{argc > 1 ? std::stoi(argv[1]) : usual_people};
    if (size.people < 1 || size.people > people_max) throw std::invalid_argument("1 to 5000 people");
    return run(size);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 2;
  }
}
