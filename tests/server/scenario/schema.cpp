#include "tests/server/scenario/schema.hpp"

#include <algorithm>
#include <boost/json.hpp>
#include <regex>
#include <set>
#include <stdexcept>

namespace badge::scenario::testing {

namespace json = boost::json;

/// One walk through a document, with the schema beside it.
struct Schema::Walk {
  const json::value& root;
  std::vector<std::string> breaches;
  const Take* take = nullptr;

  void say(const std::string& pointer, const std::string& what) { breaches.push_back(pointer + ": " + what); }

  const json::object& resolved(const json::object& schema) const {
    const auto* ref = schema.if_contains("$ref");
    return ref == nullptr ? schema : root.at_pointer(ref->as_string().subview(1)).as_object();
  }

  /// The alternative that the value obeys; the first where it obeys none.
  const json::object& chosen(const json::object& schema, const json::value& value) const {
    const auto* one_of = schema.if_contains("oneOf");
    if (one_of == nullptr) return schema;
    for (const auto& alternative : one_of->as_array()) {
      Walk trial{root, {}, nullptr};
      trial.visit(alternative.as_object(), value, "");
      if (trial.breaches.empty()) return alternative.as_object();
    }
    return one_of->as_array().front().as_object();
  }

  void visit(const json::object& described, const json::value& value, const std::string& pointer) {
    const auto& alternative = chosen(resolved(described), value);
    const auto& schema = resolved(alternative);
    check_keywords(schema);
    if (take != nullptr) (*take)(pointer, value, schema);
    check_value(schema, value, pointer);
    if (value.is_object() && schema.contains("properties")) visit_object(schema, value.get_object(), pointer);
    if (value.is_array() && schema.contains("items")) {
      std::size_t place = 0;
      for (const auto& item : value.get_array()) {
        visit(schema.at("items").as_object(), item, pointer + "/" + std::to_string(place++));
      }
    }
  }

  void visit_object(const json::object& schema, const json::object& object, const std::string& pointer) {
    const auto& properties = schema.at("properties").as_object();
    for (const auto& [key, value] : object) {
      const auto below = pointer + "/" + std::string(key);
      if (const auto* known = properties.if_contains(key)) {
        visit(known->as_object(), value, below);
      } else {
        say(below, "is not in the schema");
      }
    }
    const auto* required = schema.if_contains("required");
    if (required == nullptr) return;
    for (const auto& key : required->as_array()) {
      if (!object.contains(key.as_string())) say(pointer, "lacks " + std::string(key.as_string()));
    }
  }

  void check_value(const json::object& schema, const json::value& value, const std::string& pointer) {
    if (const auto* type = schema.if_contains("type")) {
      static const std::vector<std::pair<std::string, bool (json::value::*)() const noexcept>> kinds = {
          {"object", &json::value::is_object}, {"array", &json::value::is_array},
          {"string", &json::value::is_string}, {"integer", &json::value::is_int64},
          {"boolean", &json::value::is_bool},  {"null", &json::value::is_null}};
      const auto kind =
          std::ranges::find(kinds, std::string(type->as_string()), [](const auto& one) { return one.first; });
      if (!(value.*(kind->second))()) return say(pointer, "is no " + kind->first);
    }
    if (const auto* words = schema.if_contains("enum");
        words != nullptr && std::ranges::find(words->as_array(), value) == words->as_array().end()) {
      say(pointer, "is no word of the list");
    }
    if (const auto* constant = schema.if_contains("const"); constant != nullptr && *constant != value) {
      say(pointer, "is not " + json::serialize(*constant));
    }
    if (const auto* pattern = schema.if_contains("pattern");
        pattern != nullptr && value.is_string() &&
        !std::regex_search(std::string(value.get_string()), std::regex(std::string(pattern->as_string())))) {
      say(pointer, "does not look like " + std::string(pattern->as_string()));
    }
    check_bounds(schema, value, pointer);
  }

  void check_bounds(const json::object& schema, const json::value& value, const std::string& pointer) {
    const auto bound = [&](std::string_view key, std::int64_t size, bool is_low) {
      const auto* limit = schema.if_contains(key);
      if (limit == nullptr) return;
      if (is_low ? size < limit->as_int64() : size > limit->as_int64()) say(pointer, std::string(key));
    };
    if (value.is_int64()) {
      bound("minimum", value.get_int64(), true);
      bound("maximum", value.get_int64(), false);
    }
    if (value.is_string()) {
      bound("minLength", static_cast<std::int64_t>(value.get_string().size()), true);
      bound("maxLength", static_cast<std::int64_t>(value.get_string().size()), false);
    }
    if (value.is_array()) {
      bound("minItems", static_cast<std::int64_t>(value.get_array().size()), true);
      bound("maxItems", static_cast<std::int64_t>(value.get_array().size()), false);
    }
  }

  /// What this file does not know it must not pass over.
  static void check_keywords(const json::object& schema) {
    static const std::set<std::string_view> known = {"$schema",   "$id",
                                                     "$defs",     "$ref",
                                                     "title",     "description",
                                                     "default",   "type",
                                                     "enum",      "const",
                                                     "oneOf",     "pattern",
                                                     "minimum",   "maximum",
                                                     "minLength", "maxLength",
                                                     "minItems",  "maxItems",
                                                     "items",     "properties",
                                                     "required",  "additionalProperties"};
    for (const auto& member : schema) {
      if (!known.contains(member.key()))
        throw std::runtime_error("unknown keyword " + std::string(member.key()));
    }
    if (schema.contains("properties") && schema.at("additionalProperties") != false) {
      throw std::runtime_error("additionalProperties must be false");
    }
  }
};

std::vector<std::string> Schema::breaches(const json::value& document) const {
  Walk walk{schema_, {}, nullptr};
  walk.visit(schema_.as_object(), document, "");
  return walk.breaches;
}

void Schema::each_place(const json::value& document, const Take& take) const {
  Walk walk{schema_, {}, &take};
  walk.visit(schema_.as_object(), document, "");
}

}  // namespace badge::scenario::testing
