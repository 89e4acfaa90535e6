#include "server/http/understood_json.hpp"

#include <boost/json.hpp>

namespace badge::http {
namespace {

namespace json = boost::json;
using app::Understood;

json::object to_json(const Understood::Column& column) {
  return {{"column", column.column},
          {"called", column.called},
          {"heading", column.heading},
          {"letters", column.letters}};
}

json::object to_json(const Understood::Ignored& ignored) {
  return {{"place", ignored.place}, {"text", ignored.text}, {"why", ignored.why}};
}

json::object to_json(const Understood::SkippedRow& skipped) {
  return {{"row", skipped.row}, {"text", skipped.text}, {"why", skipped.why}};
}

json::object to_json(const Understood::Change& change) {
  return {{"place", change.place}, {"from", change.from}, {"to", change.to}};
}

json::object to_json(const Understood::Day& day) {
  return {{"date", day.date}, {"kind", day.kind}, {"name", day.name}, {"why", day.why}};
}

template <class Part>
json::array list_of(const std::vector<Part>& parts) {
  json::array list;
  for (const auto& part : parts) list.emplace_back(to_json(part));
  return list;
}

}  // namespace

json::value understood_json(const std::optional<Understood>& understood) {
  if (!understood) return nullptr;
  return json::object{{"sheet", understood->sheet},
                      {"first_header_row", understood->first_header_row},
                      {"last_header_row", understood->last_header_row},
                      {"columns", list_of(understood->columns)},
                      {"absent", json::value_from(understood->absent)},
                      {"ignored", list_of(understood->ignored)},
                      {"skipped", list_of(understood->skipped)},
                      {"skipped_count", understood->skipped_count},
                      {"changed", list_of(understood->changed)},
                      {"changed_count", understood->changed_count},
                      {"days", list_of(understood->days)},
                      {"day_count", understood->day_count}};
}

}  // namespace badge::http
