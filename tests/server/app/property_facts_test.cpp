// Whatever facts are stated, withdrawn and closed in whatever order: every derived figure is what the facts
// say. In full: CHUYEN_CAN_FULL=1 [CHUYEN_CAN_SEED=7] property_facts_tests
#include <gtest/gtest.h>

#include <rapidcheck/gtest.h>

#include <cstdlib>
#include <iostream>
#include <random>
#include <set>
#include <sstream>

#include "server/store/fact_keys.hpp"
#include "tests/server/app/random_office.hpp"

namespace badge::app::test {
namespace {

struct Size {
  int sequences;
  std::size_t commands;
};
bool in_full() { return std::getenv("CHUYEN_CAN_FULL") != nullptr; }

void hold(const char* law, Size size, const std::function<void(std::size_t commands)>& property) {
  const auto* seed = std::getenv("CHUYEN_CAN_SEED");
  rc::detail::TestParams parameters;
  parameters.seed = seed != nullptr ? std::strtoull(seed, nullptr, 10) : std::random_device{}();
  parameters.maxSuccess = size.sequences;
  parameters.disableShrinking = size.sequences == 1;
  const auto result = rc::detail::checkTestable([&] { property(size.commands); },
                                                rc::detail::TestMetadata{law, law}, parameters);
  if (result.is<rc::detail::SuccessResult>()) {
    std::cout << law << ": seed " << parameters.seed << ", " << size.sequences << " times " << size.commands
              << " commands\n";
    return;
  }
  std::ostringstream message;
  rc::detail::printResultMessage(result, message);
  FAIL() << "CHUYEN_CAN_SEED=" << parameters.seed << "\n" << message.str();
}

std::uint64_t facts_seen = 0, closes_seen = 0;

void figures_are_what_facts_say(std::size_t count) {
  const auto commands = *rc::gen::container<std::vector<Command>>(count, any_command());
  RandomOffice office;
  office.found();
  std::size_t done = 0;
  for (const auto& command : commands) {
    office.run(command);
    if (++done % (count / 3 + 1) == 0) office.check();
  }
  office.check();
  facts_seen += office.facts();
  closes_seen += office.closed();
}

TEST(FactLaws, EveryDerivedFigureIsWhatTheFactsSay) {
  hold("figures", in_full() ? Size{1000, 80} : Size{20, 60}, figures_are_what_facts_say);
  std::cout << facts_seen << " facts and taps, " << closes_seen << " closes\n";
}

TEST(FactLaws, AlsoOfALongHistory) {
  facts_seen = closes_seen = 0;
  hold("history", in_full() ? Size{1, 16'000} : Size{1, 400}, figures_are_what_facts_say);
  std::cout << facts_seen << " facts and taps, " << closes_seen << " closes\n";
}

TEST(FactLaws, OneFigureIsTheSameOnEverySheet) {
  hold("sheets", in_full() ? Size{500, 80} : Size{6, 60}, [](std::size_t count) {
    const auto commands = *rc::gen::container<std::vector<Command>>(count, any_command());
    RandomOffice office;
    office.found();
    for (const auto& command : commands) {
      if (command.kind != Command::Kind::check && command.kind != Command::Kind::end) office.run(command);
    }
    office.check_sheets_agree();
  });
}

std::string key_text(const store::Fact& fact) {
  std::ostringstream text;
  text << fact.index();
  std::visit(
      [&](const auto& stated) {
        std::apply([&](const auto&... part) { ((text << '|' << part), ...); }, store::key_of(stated));
      },
      fact);
  return text.str();
}

void order_does_not_matter(std::size_t count) {
  const auto drawn = *rc::gen::container<std::vector<Command>>(count, any_command());
  std::set<std::string> keys;
  std::vector<Command> commands;  // none supersedes another
  for (const auto& command : drawn) {
    const auto fact = fact_of(command.d, command.a, command.b, command.c);
    if (command.kind == Command::Kind::import_taps || keys.insert(key_text(fact)).second)
      commands.push_back(command);
  }
  auto shuffled = commands;
  std::shuffle(shuffled.begin(), shuffled.end(), std::mt19937(*rc::gen::inRange(0U, 1000U)));
  const auto reports_of = [](const std::vector<Command>& all) {
    RandomOffice office;
    for (const auto& command : all) {
      if (command.kind == Command::Kind::import_taps) {
        office.import_taps(command.a, command.b, command.c, command.d);
      } else {
        office.state(fact_of(command.d, command.a, command.b, command.c));
      }
    }
    return office.report(std::chrono::year(2026) / 7) + office.report(std::chrono::year(2026) / 8);
  };
  RC_ASSERT(reports_of(commands) == reports_of(shuffled));
}

TEST(FactLaws, TheOrderOfCommitDoesNotMatter) {
  hold("order", in_full() ? Size{500, 150} : Size{10, 80}, order_does_not_matter);
}

}  // namespace
}  // namespace badge::app::test
