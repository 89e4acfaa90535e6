#include "tools/badgectl/judge_command.hpp"

#include <fstream>
#include <iostream>
#include <sstream>

#include "server/scenario/answer_text.hpp"
#include "server/scenario/scenario_json.hpp"
#include "tools/badgectl/session.hpp"

namespace badge::tools {

void judge_file(const JudgeCommand& command) {
  const auto language = app::language_of(command.vietnamese ? "vi" : "en");
  std::ifstream in(command.file, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  if (!in) throw CommandFailed(command.file + ": cannot be read\n");
  const auto read = scenario::read_scenario(text.str(), language);
  if (!read) throw CommandFailed(scenario::to_text(read.error(), command.file, language));
  const auto answer = judge_scenario(*read, language);
  std::cout << (command.format == "json" ? to_json(answer) + "\n" : to_text(answer, language));
  if (answer.differences.empty()) return;
  throw CommandFailed(command.file +
                      (command.vietnamese ? ": kết quả khác điều mong đợi, số điểm khác: "
                                          : ": not as expected, differences: ") +
                      std::to_string(answer.differences.size()) + "\n");
}

}  // namespace badge::tools
