#include "server/notices/event.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>

namespace badge::notices {

std::string event_body(std::string_view type, std::string_view timestamp, std::span<const EventRow> rows) {
  namespace json = boost::json;
  json::array items;
  for (const auto& row : rows.first(std::min(rows.size(), event_rows_max))) {
    json::object item{{"kind", row.kind}, {"count", row.count}};
    const auto add = [&](std::string_view key, const std::string& value) {
      if (!value.empty()) item[key] = value;
    };
    add("entrance", row.entrance);
    add("unit_code", row.unit_code);
    add("unit_name", row.unit_name);
    add("since", row.since);
    add("month", row.month);
    add("state", row.state);
    items.push_back(std::move(item));
  }
  return json::serialize(
      json::object{{"type", type},
                   {"timestamp", timestamp},
                   {"data", json::object{{"total", rows.size()}, {"items", std::move(items)}}}});
}

}  // namespace badge::notices
