#include "server/http/grant_json.hpp"

#include "server/http/json_body.hpp"
#include "server/http/query_dates.hpp"
#include "server/http/report_json.hpp"

namespace badge::http {

namespace json = boost::json;
using attendance::Date;
using attendance::DateSpan;

namespace {

tl::expected<Date, std::string> date_member(const json::object& object, std::string_view key,
                                            Date otherwise) {
  const auto text = text_member(object, key);
  if (!text) return tl::unexpected(text.error());
  if (text->empty()) return otherwise;
  const auto date = date_of(*text);
  if (!date) return tl::unexpected(std::string(key) + ": must be a date like 2026-07-09");
  return *date;
}

tl::expected<app::Grant, std::string> grant_of(const json::value& value) {
  if (!value.is_object()) return tl::unexpected(std::string("grants: must be a list of objects"));
  const auto& object = value.get_object();
  const auto role_name = text_member(object, "role");
  if (!role_name) return tl::unexpected(role_name.error());
  const auto role = app::parse_role(*role_name);
  if (!role) return tl::unexpected("role \"" + *role_name + "\" is not known");
  auto unit = text_member(object, "unit");
  if (!unit) return tl::unexpected(unit.error());
  const auto from = date_member(object, "from", Date::min());
  if (!from) return tl::unexpected(from.error());
  const auto to = date_member(object, "to", DateSpan::forever);
  if (!to) return tl::unexpected(to.error());
  return app::Grant{*role, *std::move(unit), {*from, *to}};
}

}  // namespace

json::array to_json(const std::vector<app::Grant>& grants) {
  json::array list;
  for (const auto& grant : grants) {
    const auto or_open = [](Date date, Date open) {
      return date == open ? json::value(nullptr) : json::value(date_text(date));
    };
    list.push_back(json::object{{"role", app::to_string(grant.role)},
                                {"unit", grant.unit_scope},
                                {"from", or_open(grant.valid.from, Date::min())},
                                {"to", or_open(grant.valid.to, DateSpan::forever)}});
  }
  return list;
}

tl::expected<std::vector<app::Grant>, std::string> grants_member(const json::object& object) {
  std::vector<app::Grant> grants;
  const auto* value = object.if_contains("grants");
  if (value == nullptr || value->is_null()) return grants;
  if (!value->is_array()) return tl::unexpected(std::string("grants: must be a list of objects"));
  for (const auto& item : value->get_array()) {
    auto grant = grant_of(item);
    if (!grant) return tl::unexpected(grant.error());
    grants.push_back(*std::move(grant));
  }
  return grants;
}

}  // namespace badge::http
