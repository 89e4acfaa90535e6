#include "server/scenario/differences.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "server/app/sentences.hpp"
#include "server/scenario/words.hpp"

namespace badge::scenario {
namespace {

std::string text_of(const std::string& text) { return text.empty() ? "null" : text; }
std::string text_of(std::int64_t number) { return std::to_string(number); }
std::string text_of(bool flag) { return flag ? "true" : "false"; }
std::string text_of(attendance::SessionState state) { return std::string(to_string(state)); }
std::string text_of(attendance::DayKind kind) { return std::string(to_string(kind)); }
std::string text_of(const std::vector<std::string_view>& codes) {
  std::string list;
  for (const auto code : codes) list.append(list.empty() ? "" : ", ").append(code);
  return "[" + list + "]";
}

class Comparison {
 public:
  Comparison(std::vector<std::string>& found, app::Language language)
      : found_(found), is_vi_(language == app::Language::vi), language_(language) {}

  void compare(const ExpectedDay& expected, const AnsweredDay* day) {
    where_ = expected.staff_code + ", " + app::date_text(expected.date, language_);
    check("in_service", std::optional(expected.in_service), day != nullptr);
    if (day == nullptr) return;
    check("kind", expected.kind, day->kind);
    if (expected.tap_uses) {
      std::vector<std::string_view> uses;
      uses.reserve(day->taps.size());
      for (const auto& tap : day->taps) uses.push_back(code_of(tap.use, tap_use_words()));
      check("taps", expected.tap_uses, uses);
    }
    if (expected.sessions) compare_sessions(*expected.sessions, day->sessions);
  }

 private:
  template <class Value>
  void check(std::string_view what, const std::optional<Value>& expected, const Value& actual) {
    if (!expected || *expected == actual) return;
    found_.push_back(fmt::format(
        fmt::runtime(is_vi_ ? "{}, {}: mong đợi {}, kết quả là {}" : "{}, {}: expected {}, the answer is {}"),
        where_, what, text_of(*expected), text_of(actual)));
  }

  void compare_sessions(const std::vector<ExpectedSession>& expected,
                        const std::vector<AnsweredSession>& actual) {
    if (expected.empty()) {
      check("sessions", std::optional<std::int64_t>(0), static_cast<std::int64_t>(actual.size()));
    }
    const auto day = where_;
    for (std::size_t i = 0; i < expected.size(); ++i) {
      const auto& one = expected[i];
      const auto found = one.name ? std::ranges::find(actual, *one.name, &AnsweredSession::name)
                                  : actual.begin() + static_cast<std::ptrdiff_t>(std::min(i, actual.size()));
      const auto name = found == actual.end() ? one.name.value_or(std::to_string(i + 1)) : found->name;
      where_ = fmt::format(fmt::runtime(is_vi_ ? "{}, buổi {}" : "{}, session {}"), day, name);
      check("is_due", std::optional(true), found != actual.end());
      if (found != actual.end()) compare(one, *found);
    }
  }

  void compare(const ExpectedSession& expected, const AnsweredSession& actual) {
    check("state", expected.state, actual.state);
    check("in", expected.in, actual.in);
    check("out", expected.out, actual.out);
    check("late_min", expected.late_min, actual.late_min);
    check("early_min", expected.early_min, actual.early_min);
    check("missing_in", expected.missing_in, actual.missing_in);
    check("missing_out", expected.missing_out, actual.missing_out);
    auto codes = expected.reasons;
    auto said = actual.reasons;
    if (codes) std::ranges::sort(*codes);
    std::ranges::sort(said);
    check("reasons", codes, said);
  }

  std::vector<std::string>& found_;
  std::string where_;
  bool is_vi_;
  app::Language language_;
};

}  // namespace

std::vector<std::string> differences(std::span<const ExpectedDay> expected, std::span<const AnsweredDay> days,
                                     app::Language language) {
  std::vector<std::string> found;
  Comparison comparison(found, language);
  for (const auto& one : expected) {
    const auto day = std::ranges::find_if(
        days, [&](const auto& each) { return each.staff_code == one.staff_code && each.date == one.date; });
    comparison.compare(one, day == days.end() ? nullptr : &*day);
  }
  return found;
}

}  // namespace badge::scenario
