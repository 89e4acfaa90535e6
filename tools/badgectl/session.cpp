#include "tools/badgectl/session.hpp"

namespace badge::tools {

namespace json = boost::json;

std::string explanation(const Session& session, const Answer& answer) {
  boost::system::error_code failed;
  const auto value = json::parse(answer.body, failed);
  std::string text;
  if (!failed && value.is_object()) {
    text = text_of(value.get_object(), "title");
    if (const auto detail = text_of(value.get_object(), "detail"); !detail.empty()) text += ": " + detail;
  }
  if (answer.status == 401) {
    return std::string(session.say("Máy chủ không nhận mã truy cập này; kiểm tra --token-file",
                                   "The server does not know this token; look at --token-file")) +
           (text.empty() ? "" : " (" + text + ")");
  }
  if (!text.empty()) return text;
  return std::string(session.say("Máy chủ trả lời mã ", "The server answered ")) +
         std::to_string(answer.status);
}

void Session::expect_good(const Answer& answer) const {
  if (!answer.good()) throw CommandFailed(explanation(*this, answer) + "\n");
}

json::value Session::json_of(const Answer& answer) const {
  expect_good(answer);
  boost::system::error_code failed;
  auto value = json::parse(answer.body, failed);
  if (failed) {
    throw CommandFailed(
        std::string(say("Câu trả lời không phải JSON; --server có đúng là badge-server không?\n",
                        "The answer is no JSON; is --server really badge-server?\n")));
  }
  return value;
}

std::string text_of(const json::object& object, std::string_view key) {
  const auto* value = object.if_contains(key);
  return value != nullptr && value->is_string() ? std::string(value->get_string()) : std::string();
}

std::int64_t number_of(const json::object& object, std::string_view key) {
  const auto* value = object.if_contains(key);
  if (value == nullptr || !value->is_number()) return 0;
  boost::system::error_code failed;
  const auto number = value->to_number<std::int64_t>(failed);
  return failed ? 0 : number;
}

std::vector<json::object> objects_of(const json::object& object, std::string_view key) {
  std::vector<json::object> list;
  const auto* value = object.if_contains(key);
  if (value == nullptr || !value->is_array()) return list;
  for (const auto& item : value->get_array()) {
    if (item.is_object()) list.push_back(item.get_object());
  }
  return list;
}

std::vector<std::string> texts_of(const json::object& object, std::string_view key) {
  std::vector<std::string> list;
  const auto* value = object.if_contains(key);
  if (value == nullptr || !value->is_array()) return list;
  for (const auto& item : value->get_array()) {
    if (item.is_string()) list.emplace_back(item.get_string());
  }
  return list;
}

}  // namespace badge::tools
