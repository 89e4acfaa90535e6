#include "tools/badgectl/login_commands.hpp"

#include <iostream>

#include "tools/badgectl/table.hpp"

namespace badge::tools {
namespace {

namespace json = boost::json;

constexpr std::string_view logins = "/api/v1/logins";

std::string path_of(std::string_view name, std::string_view more = {}) {
  return std::string(logins) + "/" + percent_encoded(name) + std::string(more);
}

/// ROLE[:UNIT[:FROM[:TO]]]
json::object grant_of(std::string_view text) {
  json::object grant;
  for (const auto* key : {"role", "unit", "from", "to"}) {
    const auto end = text.find(':');
    grant[key] = text.substr(0, end);
    if (end == text.npos) break;
    text.remove_prefix(end + 1);
  }
  return grant;
}

json::array grants_of(const std::vector<std::string>& roles) {
  json::array grants;
  for (const auto& role : roles) grants.push_back(grant_of(role));
  return grants;
}

void show_invitation(const Session& session, const json::value& answer) {
  const auto& invited = answer.as_object();
  std::cout << to_string(session.client.server()) << text_of(invited, "page") << "\n";
  std::cerr << session.say("Lời mời dùng một lần, đến ", "The invitation holds once, until ")
            << text_of(invited, "expires_at") << "\n";
}

std::string text_of_grants(const json::object& login) {
  std::string all;
  for (const auto& grant : objects_of(login, "grants")) {
    all += (all.empty() ? "" : ", ") + text_of(grant, "role");
    for (const auto* key : {"unit", "from", "to"}) {
      if (const auto text = text_of(grant, key); !text.empty())
        all += std::string(" ") + (std::string_view(key) == "unit" ? "" : std::string(key) + " ") + text;
    }
  }
  return all;
}

}  // namespace

void add_login(const Session& session, const LoginCommand& command) {
  const json::object wanted{
      {"name", command.name}, {"staff_code", command.staff}, {"grants", grants_of(command.roles)}};
  show_invitation(session,
                  session.json_of(session.client.post(logins, "application/json", json::serialize(wanted))));
}

void invite_login(const Session& session, const std::string& name) {
  show_invitation(
      session, session.json_of(session.client.post(path_of(name, "/invitation"), "application/json", "{}")));
}

void list_logins(const Session& session, const std::string& beginning) {
  Table table;
  table.column(std::string(session.say("tên", "name")));
  table.column(std::string(session.say("mã nhân sự", "staff_code")));
  table.column(std::string(session.say("quyền", "roles")));
  table.column(std::string(session.say("trạng thái", "state")));
  std::string after;
  for (;;) {
    const auto answer = session.json_of(session.client.get(
        std::string(logins) + "?begins=" + percent_encoded(beginning) + "&after=" + percent_encoded(after)));
    const auto page = objects_of(answer.as_object(), "logins");
    if (page.empty()) break;
    for (const auto& login : page) {
      table.row({text_of(login, "name"), text_of(login, "staff_code"), text_of_grants(login),
                 text_of(login, "state")});
      after = text_of(login, "name");
    }
  }
  std::cout << table.str();
}

void set_login_roles(const Session& session, const LoginCommand& command) {
  const json::object wanted{{"grants", grants_of(command.roles)}};
  session.expect_good(
      session.client.put(path_of(command.name, "/grants"), "application/json", json::serialize(wanted)));
  std::cerr << command.name << session.say(": đã đổi quyền\n", ": roles changed\n");
}

void reset_second_factor(const Session& session, const std::string& name) {
  session.expect_good(session.client.del(path_of(name, "/second-factor")));
  std::cerr << name << session.say(": đã đặt lại xác thực hai bước\n", ": second factor reset\n");
}

void disable_login(const Session& session, const std::string& name) {
  session.expect_good(session.client.del(path_of(name)));
  std::cerr << name << session.say(": đã khóa tài khoản\n", ": disabled\n");
}

}  // namespace badge::tools
