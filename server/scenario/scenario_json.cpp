#include "server/scenario/scenario_json.hpp"

#include <algorithm>
#include <boost/json/stream_parser.hpp>

#include "server/app/imports/dates.hpp"
#include "server/scenario/parts.hpp"

namespace badge::scenario {
namespace {

namespace json = boost::json;

/// Nothing, and an error with its line, where the text is no JSON.
std::optional<json::value> parse(std::string_view text, app::ImportReport& report) {
  if (text.size() > scenario_bytes_max) {
    report.add(0, "", "", report.say("dài quá {} byte", "is longer than {} bytes", scenario_bytes_max));
    return std::nullopt;
  }
  json::parse_options options;
  options.max_depth = 16;  // a session lies eight deep
  json::stream_parser parser({}, options);
  json::error_code error;
  const auto parsed = parser.write_some(text.data(), text.size(), error);
  const auto rest = text.substr(parsed);
  if (!error && rest.find_first_not_of(" \t\r\n") != rest.npos) error = json::error::extra_data;
  if (!error) parser.finish(error);
  if (!error) return parser.release();
  const auto line = 1 + std::ranges::count(text.substr(0, parsed), '\n');
  report.add(static_cast<std::size_t>(line), "", "",
             report.say("không đúng cú pháp JSON: {}", "is not valid JSON: {}", error.message()));
  return std::nullopt;
}

void read_zone(Keys& keys, std::string& zone) {
  zone = "Asia/Ho_Chi_Minh";
  keys.read("zone", zone);
  const auto is_good = [](char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '/' || c == '-' || c == '+';
  };
  if (std::ranges::all_of(zone, is_good)) return;
  keys.refuse("zone", keys.report().say("phải là tên múi giờ, ví dụ \"Asia/Ho_Chi_Minh\"",
                                        "must be the name of a time zone, for example \"Asia/Ho_Chi_Minh\""));
}

void read_question(Keys& keys, const Known& known, Scenario& scenario) {
  auto& asked = scenario.asked;
  auto& report = keys.report();
  keys.require({"from"});
  asked = {always_from, always_from};
  keys.read_days(asked);
  if (asked.to - asked.from >= days_asked_max) {
    keys.refuse("to", report.say("nhiều nhất {} ngày, kể từ {}", "at most {} days, from {} on",
                                 days_asked_max.count(), app::show_date(asked.from)));
  }
  scenario.now = LocalTime(DateSpan::forever);  // long after
  keys.read("now", scenario.now);
  for (const auto& posting : scenario.facts.postings) {
    auto& people = scenario.people_asked;
    if (std::ranges::find(people, posting.staff_code) == people.end()) people.push_back(posting.staff_code);
  }
  keys.read("people", scenario.people_asked);
  for (const auto& code : scenario.people_asked) {
    if (known.staff.contains(code)) continue;
    keys.refuse("people", report.say("không có \"{}\" trong staff", "staff has no \"{}\"", code));
  }
}

}  // namespace

tl::expected<Scenario, app::ImportErrors> read_scenario(std::string_view text, app::Language language) {
  app::ImportReport report(language);
  Scenario scenario;
  if (const auto value = parse(text, report)) {
    Keys::in_object(*value, "", report, [&](Keys& keys) {
      std::string about;  // for readers
      keys.read("$schema", about);
      keys.read("about", about);
      read_zone(keys, scenario.zone);
      const auto known = read_office(keys, scenario.facts);
      read_papers(keys, known, scenario.facts);
      read_question(keys, known, scenario);
      read_coverage(keys, scenario);
      read_taps(keys, known, scenario);
      read_expected(keys, known, scenario);
    });
  }
  if (!report.empty()) return tl::unexpected(report.take());
  return scenario;
}

}  // namespace badge::scenario
