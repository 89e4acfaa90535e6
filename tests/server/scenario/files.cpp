#include "tests/server/scenario/files.hpp"

#include <algorithm>
#include <boost/json.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace badge::scenario::testing {
namespace {

namespace json = boost::json;
namespace fs = std::filesystem;

std::vector<fs::path> json_files(const std::string& folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() == ".json") files.push_back(entry.path());
  }
  std::ranges::sort(files);
  return files;
}

json::value hours_named(const json::value& name) {
  static const auto all = json_file(CASES_FOLDER "/hours.json");
  for (const auto& hours : all.as_array()) {
    if (hours.at("name") == name) return hours;
  }
  throw std::runtime_error("hours.json has no " + json::serialize(name));
}

Case case_of(const json::object& object) {
  auto scenario = object.at("scenario").as_object();
  if (const auto* hours = object.if_contains("hours")) scenario["schedule"] = hours_named(*hours);
  if (const auto* further = object.if_contains("further_hours")) {
    auto& schedules = scenario["schedules"].emplace_array();
    for (const auto& name : further->as_array()) schedules.push_back(hours_named(name));
  }
  Case one{json::value_to<std::string>(object.at("id")),
           json::value_to<std::string>(object.at("shows")),
           json::serialize(scenario),
           {}};
  if (const auto* refused = object.if_contains("refused")) {
    one.refused = json::value_to<std::vector<std::string>>(*refused);
  }
  return one;
}

}  // namespace

json::value json_file(const std::string& path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  json::error_code error;
  auto value = json::parse(text.str(), error);
  if (error) throw std::runtime_error(path + ": " + error.message());
  return value;
}

std::vector<Case> cases() {
  std::vector<Case> all;
  for (const auto& file : json_files(CASES_FOLDER "/cases")) {
    const auto list = json_file(file.string());
    for (const auto& one : list.as_array()) all.push_back(case_of(one.as_object()));
  }
  return all;
}

std::vector<Case> examples() {
  std::vector<Case> all;
  for (const auto& file : json_files(SCENARIO_FOLDER "/examples")) {
    const auto scenario = json_file(file.string());
    all.push_back({file.stem().string(),
                   json::value_to<std::string>(scenario.at("about")),
                   json::serialize(scenario),
                   {}});
  }
  return all;
}

}  // namespace badge::scenario::testing
