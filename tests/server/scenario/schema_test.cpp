// scenario.schema.json and the codec know the same keys and the same words. everything.json has each key
// once.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/json.hpp>
#include <map>
#include <set>

#include "server/scenario/answer_text.hpp"
#include "server/scenario/scenario_json.hpp"
#include "tests/server/scenario/files.hpp"
#include "tests/server/scenario/schema.hpp"

namespace badge::scenario::testing {
namespace {

namespace json = boost::json;
using ::testing::IsEmpty;

const Schema& schema() {
  static const Schema loaded(json_file(SCENARIO_FOLDER "/scenario.schema.json"));
  return loaded;
}

const json::value& everything() {
  static const auto document = json_file(CASES_FOLDER "/everything.json");
  return document;
}

/// The errors of the codec, by pointer.
std::multimap<std::string, std::string> errors_of(const json::value& document) {
  std::multimap<std::string, std::string> errors;
  const auto read = read_scenario(json::serialize(document), app::Language::en);
  if (read) return errors;
  for (const auto& error : read.error().listed) errors.emplace(error.column, error.message);
  return errors;
}

/// What an error lists behind its last colon: "…; use one of: in, out".
std::set<std::string> listed_in(const std::string& message) {
  std::set<std::string> words;
  std::string word;
  for (const char c : message.substr(message.rfind(": ") + 2) + ",") {
    if (c == ',') {
      words.insert(std::exchange(word, ""));
    } else if (c != ' ') {
      word += c;
    }
  }
  return words;
}

std::set<std::string> keys_of(const json::object& object) {
  std::set<std::string> keys;
  for (const auto& member : object) keys.emplace(member.key());
  return keys;
}

TEST(ScenarioSchema, IsObeyedByEveryCaseAndExample) {
  for (const auto& one : cases()) {
    EXPECT_THAT(schema().breaches(json::parse(one.scenario)), IsEmpty()) << one.id;
  }
  for (const auto& one : examples()) {
    EXPECT_THAT(schema().breaches(json::parse(one.scenario)), IsEmpty()) << one.id;
  }
}

TEST(ScenarioSchema, RefusesWhatItDoesNotDescribe) {
  auto document = everything().as_object();
  document["fro"] = "2026-03-10";
  document["from"] = 10;
  EXPECT_EQ(schema().breaches(document).size(), 2U);
}

TEST(ScenarioSchema, EveryKeyOfItIsUnderstood) {
  const auto read = read_scenario(json::serialize(everything()), app::Language::en);
  ASSERT_TRUE(read) << to_text(read.error(), "everything.json", app::Language::en);
  EXPECT_THAT(schema().breaches(everything()), IsEmpty());
  std::map<const json::object*, std::set<std::string>> used;  // by the schema that describes them
  schema().each_place(everything(),
                      [&](const auto&, const json::value& value, const json::object& described) {
                        if (value.is_object()) used[&described].merge(keys_of(value.get_object()));
                      });
  for (const auto& [described, keys] : used) {
    EXPECT_EQ(keys, keys_of(described->at("properties").as_object())) << "everything.json lacks some";
  }
}

TEST(ScenarioSchema, HasEveryKeyThatIsUnderstood) {
  schema().each_place(everything(), [](const auto& pointer, const json::value& value, const auto& described) {
    if (!value.is_object()) return;
    auto document = everything();
    document.at_pointer(pointer).as_object()["?"] = 1;
    const auto errors = errors_of(document);
    const auto error = errors.find(pointer + "/?");
    ASSERT_NE(error, errors.end()) << pointer;
    EXPECT_EQ(listed_in(error->second), keys_of(described.at("properties").as_object())) << pointer;
  });
}

TEST(ScenarioSchema, HasTheWordsThatAreUnderstood) {
  schema().each_place(everything(), [](const auto& pointer, const json::value&, const auto& described) {
    if (!described.contains("enum")) return;
    auto document = everything();
    document.at_pointer(pointer) = "?";
    const auto errors = errors_of(document);
    auto error = errors.find(pointer);
    if (error == errors.end()) error = errors.find(pointer.substr(0, pointer.rfind('/')));  // of the list
    ASSERT_NE(error, errors.end()) << pointer;
    EXPECT_EQ(listed_in(error->second), json::value_to<std::set<std::string>>(described.at("enum")))
        << pointer;
  });
}

}  // namespace
}  // namespace badge::scenario::testing
