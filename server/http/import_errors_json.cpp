#include "server/http/import_errors_json.hpp"

namespace badge::http {

namespace json = boost::json;

json::array import_errors_json(const app::ImportErrors& errors) {
  json::array list;
  for (const auto& error : errors.listed) {
    list.push_back(json::object{{"line", error.line},
                                {"column", error.column},
                                {"value", error.value},
                                {"message", error.message},
                                {"place", error.place}});
  }
  return list;
}

Response refused_rows(const app::ImportErrors& errors, std::string_view title) {
  return problem(422, "urn:chuyen-can:import-refused", title,
                 {{"errors", import_errors_json(errors)}, {"error_count", errors.total}});
}

}  // namespace badge::http
