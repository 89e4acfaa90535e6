// Scenarios of `badgectl judge`: any bytes at all are read, and what is a scenario is judged and told.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "server/scenario/answer_text.hpp"
#include "server/scenario/scenario_json.hpp"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace badge;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto read = scenario::read_scenario(text, app::Language::vi);
  if (!read) {
    require(read.error().total > 0);
    require(!scenario::to_text(read.error(), "case.json", app::Language::en).empty());
    return 0;
  }
  const auto answer = judge_scenario(*read, app::Language::vi);
  require(answer.days.size() <= read->people_asked.size() * 366);
  require(!to_text(answer, app::Language::en).empty() && !to_json(answer).empty());
  return 0;
}
