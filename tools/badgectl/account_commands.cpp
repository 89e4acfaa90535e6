#include "tools/badgectl/account_commands.hpp"

#include <iostream>

#include "tools/badgectl/table.hpp"

namespace badge::tools {
namespace {

namespace json = boost::json;

constexpr std::string_view bridges = "/api/v1/bridges";
constexpr std::string_view tokens = "/api/v1/tokens";

void add(const Session& session, std::string_view path, const json::object& wanted) {
  const auto answer = session.json_of(session.client.post(path, "application/json", json::serialize(wanted)));
  std::cout << text_of(answer.as_object(), "token") << "\n";
}

void revoke(const Session& session, std::string_view path, const std::string& name) {
  session.expect_good(session.client.del(std::string(path) + "/" + percent_encoded(name)));
  std::cerr << name << session.say(": đã thu hồi\n", ": revoked\n");
}

std::string joined(const std::vector<std::string>& texts) {
  std::string all;
  for (const auto& text : texts) all += (all.empty() ? "" : ", ") + text;
  return all;
}

}  // namespace

void add_bridge(const Session& session, const std::string& name, const std::vector<std::string>& entrances) {
  json::object wanted{{"name", name}};
  if (!entrances.empty()) wanted["entrances"] = json::value_from(entrances);
  add(session, bridges, wanted);
}

void add_token(const Session& session, const std::string& name, const std::string& role,
               const std::string& unit) {
  json::object wanted{{"name", name}, {"role", role}};
  if (!unit.empty()) wanted["unit"] = unit;
  add(session, tokens, wanted);
}

void list_bridges(const Session& session) {
  const auto answer = session.json_of(session.client.get(bridges));
  Table table;
  table.column("name");
  table.column("entrances");
  table.column("created_at");
  for (const auto& bridge : objects_of(answer.as_object(), "bridges")) {
    table.row(
        {text_of(bridge, "name"), joined(texts_of(bridge, "entrances")), text_of(bridge, "created_at")});
  }
  std::cout << table.str();
}

void list_tokens(const Session& session) {
  const auto answer = session.json_of(session.client.get(tokens));
  Table table;
  table.column("name");
  table.column("role");
  table.column("unit");
  table.column("created_at");
  for (const auto& token : objects_of(answer.as_object(), "tokens")) {
    table.row({text_of(token, "name"), text_of(token, "role"), text_of(token, "unit"),
               text_of(token, "created_at")});
  }
  std::cout << table.str();
}

void revoke_bridge(const Session& session, const std::string& name) { revoke(session, bridges, name); }
void revoke_token(const Session& session, const std::string& name) { revoke(session, tokens, name); }

}  // namespace badge::tools
