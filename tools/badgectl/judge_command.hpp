#pragma once
#include <string>

namespace badge::tools {

struct JudgeCommand {
  std::string file;             // a scenario, as server/scenario/scenario.schema.json describes it
  std::string format = "text";  // text, json
  bool vietnamese = false;
};

/// Judges the scenario without a server and prints the verdicts with their reasons. Throws CommandFailed
/// where the file is bad, and where the answer is not what the file expects.
void judge_file(const JudgeCommand& command);

}  // namespace badge::tools
