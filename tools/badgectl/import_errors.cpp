#include "tools/badgectl/import_errors.hpp"

namespace badge::tools {
namespace {

std::string line_of(const boost::json::object& error, std::string_view file) {
  std::string line(file);
  if (const auto place = text_of(error, "place"); !place.empty()) {
    line += ": " + place;
  } else if (const auto number = number_of(error, "line"); number > 0) {
    line += ":" + std::to_string(number);
  }
  line += ": ";
  const auto column = text_of(error, "column"), value = text_of(error, "value");
  if (!column.empty()) {
    line += column;
    if (!value.empty()) line += " \"" + value + "\"";
    line += ": ";
  }
  return line + text_of(error, "message") + "\n";
}

}  // namespace

void ImportErrors::add(const Session& session, const Answer& answer, std::span<const std::size_t> rows) {
  if (answer.status != 422) session.expect_good(answer);
  const auto value = boost::json::parse(answer.body);
  const auto& problem = value.as_object();
  auto errors = objects_of(problem, "errors");
  if (errors.empty()) throw CommandFailed(explanation(session, answer) + "\n");
  total_ += static_cast<std::size_t>(number_of(problem, "error_count"));
  for (auto& error : errors) {
    const auto line = static_cast<std::size_t>(number_of(error, "line"));
    if (line > 0 && line <= rows.size()) error["line"] = rows[line - 1];
    if (listed_.size() < listed_max) listed_.push_back(std::move(error));
  }
}

std::string ImportErrors::text(const Session& session, std::string_view file, bool withdraw) const {
  std::string text;
  for (const auto& error : listed_) text += line_of(error, file);
  if (listed_.size() < total_) {
    text += std::string(session.say("… và ", "… and ")) + std::to_string(total_ - listed_.size()) +
            std::string(session.say(" lỗi nữa\n", " more\n"));
  }
  text += std::to_string(total_) + std::string(session.say(" lỗi, ", total_ == 1 ? " error, " : " errors, "));
  return text + std::string(withdraw ? session.say("chưa rút lại gì.\n", "nothing was withdrawn.\n")
                                     : session.say("chưa nhập dữ liệu nào.\n", "nothing was imported.\n"));
}

}  // namespace badge::tools
