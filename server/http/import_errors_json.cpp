#include "server/http/import_errors_json.hpp"

#include <boost/json/array.hpp>

namespace badge::http {

namespace json = boost::json;

Response refused_rows(const app::ImportErrors& errors, std::string_view title) {
  json::array list;
  for (const auto& error : errors.listed) {
    list.push_back(json::object{
        {"line", error.line}, {"column", error.column}, {"value", error.value}, {"message", error.message}});
  }
  return problem(422, "urn:chuyen-can:import-refused", title,
                 {{"errors", std::move(list)}, {"error_count", errors.total}});
}

}  // namespace badge::http
