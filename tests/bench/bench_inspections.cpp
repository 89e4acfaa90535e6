// 1,000 inspections of 200 people each: how long the answers take, over HTTP, from a real server and store.
#include <chrono>
#include <cstdio>
#include <functional>
#include <stdexcept>

#include "server/store/store.hpp"
#include "tests/bench/bench_server.hpp"
#include "tests/bench/inspections_in_a_year.hpp"
#include "tests/support/temp_dir.hpp"
#include "tools/load/latencies.hpp"
#include "tools/load/result_table.hpp"

namespace {

using namespace badge;
using bench::add_login, bench::config_in, bench::expect_ok, bench::sign_in;
using Clock = std::chrono::steady_clock;

constexpr int questions = 40;         // of each kind
constexpr double target_ms = 50;      // every report
constexpr int asked_in_turn = 200;    // of each of two heads
constexpr int prepared_at_once = 20;  // more than any body is ever to expect
constexpr double told_apart = 1.25;   // less than what two answers to the same question differ by

/// The roster and an inspector of the whole province, through the server.
void fill_roster(const ServerConfig& config) {
  const auto administrator = make_first_administrator(config).value();
  const Application application(config);
  test::HttpClient client(application.port(), test::bearer(administrator));
  for (const auto& [kind, csv] :
       {std::pair("units", bench::units_csv()), std::pair("staff", bench::staff_csv()),
        std::pair("heads", bench::heads_csv())}) {
    expect_ok(
        client.post(std::string("/api/v1/imports/") + kind + "?file=" + kind + ".csv", csv, "text/csv"));
  }
  for (const auto* login :
       {R"({"name":"kha","grants":[{"role":"inspector","unit":""}]})",
        R"({"name":"head-1","staff_code":"S01P1001"})", R"({"name":"head-2","staff_code":"S02P1001"})"}) {
    add_login(application, client, login);
  }
}

/// The files, straight into the store: phones would take a year.
void fill_files(const ServerConfig& config) {
  store::StoreOptions options;
  options.data_folder = config.data;
  store::Store store(options);
  store.write_steps(bench::plan_steps(), {});
  for (int number = 0; number < bench::inspections; ++number) {
    const auto made = bench::make_inspection(number);
    store.write_steps(made.steps, made.list);
  }
}

std::string text(const char* form, auto... values) {
  char line[400];
  std::snprintf(line, sizeof line, form, values...);
  return line;
}

/// Asks the same again and again; `before` each time, without the watch.
void measure(tools::ResultTable& table, test::HttpClient& client, const std::string& what,
             const std::string& target, int times = questions, const std::function<void()>& before = {}) {
  tools::Latencies took;
  std::size_t bytes = 0;
  for (int i = 0; i < times; ++i) {
    if (before) before();
    const auto start = Clock::now();
    const auto answer = client.get(target);
    took.add(Clock::now() - start);
    bytes = expect_ok(answer).body.size();
  }
  const auto most = took.percentile_ms(100);
  table.add({what, tools::in_ms(took.percentile_ms(50)), tools::in_ms(most),
             text("%zu kB", (bytes + 512) / 1024), text("%.0f ms", target_ms), most < target_ms});
}

/// How much longer the head of the first body waits than the head of the second, asking in turn: the ratio of
/// the medians.
double ratio_of_heads(test::HttpClient& first, test::HttpClient& second, const std::string& target) {
  tools::Latencies took[2];
  for (int i = 0; i < asked_in_turn; ++i) {
    for (const auto& [head, client] : {std::pair(0, &first), std::pair(1, &second)}) {
      const auto start = Clock::now();
      expect_ok(client->get(target));
      took[head].add(Clock::now() - start);
    }
  }
  return took[0].percentile_ms(50) / took[1].percentile_ms(50);
}

/// Whether a head could tell by the clock that inspections of their body are being prepared.
bool measure_secrecy(const Application& application, test::HttpClient& inspector) {
  auto first = sign_in(application, "head-1"), second = sign_in(application, "head-2");
  const std::vector<std::string> targets = {
      "/api/v1/inspections", "/api/v1/inspections/results?from=2026-01-01&to=2026-12-31",
      "/api/v1/inspections/findings", "/api/v1/waiting/list", "/api/v1/session"};
  std::vector<double> before;
  for (const auto& target : targets) before.push_back(ratio_of_heads(first, second, target));
  for (int number = 0; number < prepared_at_once; ++number) {
    expect_ok(inspector.post(
        "/api/v1/inspections/steps",
        text(
            R"({"steps":[{"id":"f%031d","file":"e%031d","kind":"prepared","at":1790000000000,"fields":)"
            R"({"unit_code":"S01","basis":"plan","form":"unannounced","team":"group","checklists":"badge"}}]})",
            number, number)));
  }
  tools::ResultTable table;
  bool is_hidden = true;
  for (std::size_t i = 0; i < targets.size(); ++i) {
    const auto after = ratio_of_heads(first, second, targets[i]);
    const auto change = after / before[i];
    const bool is_met = change > 1 / told_apart && change < told_apart;
    is_hidden = is_hidden && is_met;
    table.add({targets[i].substr(0, targets[i].find('?')), text("%.2f", before[i]), text("%.2f", after),
               text("%.2f", change), text("%.2f", told_apart), is_met});
  }
  std::printf(
      "\n%d inspections of one body are prepared; its head against the head of another, in turn:\n"
      "columns: ratio of medians before, after, change, limit\n%s",
      prepared_at_once, table.text().c_str());
  return is_hidden;
}

int run() {
  const test::TempDir folder;
  const auto config = config_in(folder.path());
  fill_roster(config);
  auto start = Clock::now();
  fill_files(config);
  std::printf("%d inspections of %d people each, written in %.1f s\n", bench::inspections,
              bench::divisions * bench::people_of_division,
              std::chrono::duration<double>(Clock::now() - start).count());
  const Application application(config);
  auto client = sign_in(application, "kha");
  start = Clock::now();
  expect_ok(client.get("/api/v1/inspections"));
  std::printf("first question after the start of the server, which reads every file: %.2f s\n\n",
              std::chrono::duration<double>(Clock::now() - start).count());

  tools::ResultTable table;
  const std::string base = "/api/v1/inspections", one = base + "/" + bench::inspection_file(501);
  const std::string year = "?from=2026-01-01&to=2026-12-31";
  const auto mark = [&, number = 0]() mutable {
    const auto body = text(R"({"steps":[{"id":"%032d","file":"%s","kind":"marked","at":1790000000000,)"
                           R"("fields":{"staff_code":"S01P1001","observed":"worn"}}]})",
                           ++number, bench::inspection_file(500).c_str());
    expect_ok(client.post("/api/v1/inspections/steps", body));
  };
  measure(table, client, "list of all", base);
  measure(table, client, "list of all, just after a mark", base, questions, mark);
  measure(table, client, "results of the province, a year", base + "/results" + year);
  measure(table, client, "results of one body, a year", base + "/results" + year + "&unit=S02");
  measure(table, client, "findings to follow", base + "/findings");
  measure(table, client, "plans against done", "/api/v1/inspection-plans");
  measure(table, client, "one inspection", one);
  for (const auto* paper : {"minutes.pdf", "report.pdf", "report.docx", "notice.pdf", "decision.pdf"}) {
    measure(table, client, paper, one + "/" + paper);
  }
  measure(table, client, "summary.pdf of the province, a year", base + "/summary.pdf?period=2026");
  measure(table, client, "plan.pdf", "/api/v1/inspection-plans/" + bench::plan_file() + "/plan.pdf");
  std::printf("columns: half of the answers, the slowest, size, limit of the slowest (of %d)\n%s", questions,
              table.text().c_str());
  const bool is_hidden = measure_secrecy(application, client);
  return table.all_met() && is_hidden ? 0 : 1;
}

}  // namespace

int main() {
  try {
    return run();
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 2;
  }
}
