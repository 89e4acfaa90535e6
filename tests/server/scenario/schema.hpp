#pragma once
/// As much of JSON Schema (draft 2020-12) as scenario.schema.json needs, to hold scenarios against it.
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>
#include <functional>
#include <string>
#include <vector>

namespace badge::scenario::testing {

class Schema {
 public:
  explicit Schema(boost::json::value schema) : schema_(std::move(schema)) {}

  /// A sentence for each place where the document does not obey.
  [[nodiscard]] std::vector<std::string> breaches(const boost::json::value& document) const;

  /// Calls `take` for each value of the document with its JSON pointer and the schema that describes it.
  using Take = std::function<void(const std::string& pointer, const boost::json::value& value,
                                  const boost::json::object& schema)>;
  void each_place(const boost::json::value& document, const Take& take) const;

 private:
  struct Walk;
  boost::json::value schema_;
};

}  // namespace badge::scenario::testing
