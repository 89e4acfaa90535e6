#include "server/app/unit_history.hpp"

#include <fmt/format.h>

#include "server/app/sentences.hpp"

namespace badge::app {

using attendance::TurnKind;

namespace {

struct Form {
  const char *vi, *en;
};

/// 0: the others; 1: the paper; 2: the date.
Form form_of(TurnKind kind) {
  switch (kind) {
    case TurnKind::formed:
      return {"Hình thành từ: {0} ({1}, từ {2}).", "Formed from: {0} ({1}, since {2})."};
    case TurnKind::took_over:
      return {"Tiếp nhận: {0} ({1}, từ {2}).", "Took over: {0} ({1}, since {2})."};
    case TurnKind::became:
      return {"Từ {2}: chuyển thành {0} ({1}).", "Since {2}: {0} ({1})."};
    case TurnKind::merged:
      return {"Từ {2}: nhập vào {0} ({1}).", "Since {2}: merged into {0} ({1})."};
    case TurnKind::divided:
      return {"Từ {2}: chia thành {0} ({1}).", "Since {2}: divided into {0} ({1})."};
    case TurnKind::gave_part:
      return {"Từ {2}: tách một phần sang {0} ({1}).", "Since {2}: a part went to {0} ({1})."};
  }
  return {"", ""};
}

}  // namespace

std::vector<UnitTurn> history_of(const attendance::RuleBook& book, attendance::UnitNo unit,
                                 const attendance::DateSpan& days) {
  std::vector<UnitTurn> history;
  for (const auto& turn : attendance::turns_of(book, unit, days)) {
    const auto named_on = is_from_others(turn.kind) ? turn.date - std::chrono::days(1) : turn.date;
    UnitTurn told{turn.kind, turn.date, std::string(turn.paper), {}};
    for (const auto other : turn.others) {
      told.others.push_back({book.units().code(other), book.units().full_name_on(other, named_on)});
    }
    history.push_back(std::move(told));
  }
  return history;
}

std::string describe(const UnitTurn& turn, Language language) {
  std::string others;
  for (const auto& other : turn.others) others += (others.empty() ? "" : ", ") + other.name;
  const auto form = form_of(turn.kind);
  return fmt::format(fmt::runtime(language == Language::vi ? form.vi : form.en), others, turn.paper,
                     date_text(turn.date, language));
}

}  // namespace badge::app
