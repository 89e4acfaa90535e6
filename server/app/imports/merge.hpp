#pragma once
/// How the rows of a file come together with the facts that are stored.
#include <algorithm>
#include <functional>
#include <map>
#include <utility>
#include <vector>

#include "server/app/imports/dates.hpp"
#include "server/app/imports/plan.hpp"
#include "server/app/imports/table.hpp"
#include "server/store/fact_keys.hpp"

namespace badge::app {

/// What each kind of file is given: the text, what is known, and where errors and the plan go.
struct ImportTask {
  std::string_view text;
  const store::RosterFacts& stored;
  const ImportAids& aids;
  ImportReport& report;
  ImportPlan& plan;
};

inline constexpr std::int32_t rows_in_a_stream_max = 2'000'000'000;  // decades of the busiest bridge

/// A fact and the line of the file that states it; line 0: it was stored before.
template <class Fact>
struct Stated {
  Fact fact;
  std::size_t line = 0;
};

/// What is in force, to be asked by whole facts. The facts must outlive it.
template <class Fact>
class InForce {
 public:
  explicit InForce(const std::vector<Fact>& stored) {
    using store::key_of;
    for (const auto& fact : stored) by_key_.emplace(key_of(fact), &fact);
  }

  /// A row that states what is in force already, word for word, is not refused for what changed around it
  /// since: it was checked when it came.
  void trust_unchanged(ImportRow& row, const Fact& fact) const {
    using store::key_of;
    const auto found = by_key_.find(key_of(fact));
    if (found != by_key_.end() && *found->second == fact) row.trust();
  }

 private:
  std::map<decltype(store::key_of(std::declval<const Fact&>())), const Fact*> by_key_;
};

/// The facts as they will be: those of the file, and the stored ones that no row of the file supersedes.
/// A key that comes twice in the file is an error. Fills the plan.
template <class Fact>
std::vector<Stated<Fact>> merge(ImportTask& task, const std::vector<Fact>& stored,
                                std::vector<Stated<Fact>> file) {
  using store::key_of;
  struct Pair {
    Stated<Fact>* of_file;
    const Fact* stored = nullptr;
  };
  std::map<decltype(key_of(std::declval<const Fact&>())), Pair> by_key;
  for (auto& row : file) {
    const auto [first, is_first] = by_key.emplace(key_of(row.fact), Pair{&row});
    if (is_first) continue;
    task.report.add(
        row.line, "", "",
        task.report.say("nói lại điều đã có ở dòng {}; chỉ giữ một dòng",
                        "states again what line {} states; keep one of them", first->second.of_file->line));
  }
  std::vector<Stated<Fact>> merged;
  for (const auto& fact : stored) {
    if (const auto found = by_key.find(key_of(fact)); found != by_key.end()) {
      found->second.stored = &fact;
    } else {
      merged.push_back({fact, 0});
    }
  }
  for (auto& [key, pair] : by_key) {
    if (pair.stored != nullptr && *pair.stored == pair.of_file->fact) {
      ++task.plan.unchanged;
    } else {
      ++(pair.stored == nullptr ? task.plan.added : task.plan.changed);
      task.plan.facts.emplace_back(pair.of_file->fact);
    }
    merged.push_back(std::move(*pair.of_file));
  }
  return merged;
}

template <class Fact>
const attendance::DateSpan& span_of(const Fact& fact) {
  if constexpr (requires { fact.valid; }) {
    return fact.valid;
  } else {
    return fact.days;
  }
}

/// An error for each row of the file that shares days with another row of the same `group_of` (a person, a
/// card, …). `tell(row, other)` is the sentence about it. Returns whether all rows lie apart.
template <class Fact, class GroupOf, class Tell>
bool refuse_overlaps(ImportReport& report, const std::vector<Stated<Fact>>& all, std::string_view column,
                     GroupOf group_of, Tell tell) {
  std::vector<const Stated<Fact>*> order;
  order.reserve(all.size());
  for (const auto& stated : all) order.push_back(&stated);
  std::ranges::sort(order, [&](const auto* a, const auto* b) {
    const auto group_a = group_of(a->fact), group_b = group_of(b->fact);
    return group_a != group_b ? group_a < group_b : span_of(a->fact).from < span_of(b->fact).from;
  });
  bool apart = true;
  const Stated<Fact>* reaches_farthest = nullptr;
  for (const auto* stated : order) {
    const bool same_group =
        reaches_farthest != nullptr && group_of(reaches_farthest->fact) == group_of(stated->fact);
    if (same_group && span_of(reaches_farthest->fact).overlaps(span_of(stated->fact))) {
      apart = false;
      const auto* blamed = stated->line != 0 ? stated : reaches_farthest;
      const auto* other = blamed == stated ? reaches_farthest : stated;
      if (blamed->line != 0) {
        report.add(blamed->line, column, show_span(span_of(blamed->fact)), tell(blamed->fact, *other));
      }
    }
    if (!same_group || span_of(reaches_farthest->fact).to < span_of(stated->fact).to)
      reaches_farthest = stated;
  }
  return apart;
}

/// Reads the file's table: counts its rows, notes the columns that it does not know.
void read_rows(ImportTask& task, const ImportColumns& columns, const std::function<void(ImportRow&)>& take);

/// "dòng 12" or "đã có trong hệ thống": where the other side of a contradiction stands.
[[nodiscard]] std::string place_of(std::size_t line, const ImportReport& report);

/// " Cho dòng đó kết thúc ngày …": what mends an overlap where the earlier span is open and the later begins
/// after it; empty otherwise.
[[nodiscard]] std::string how_to_end_before(const attendance::DateSpan& later,
                                            const attendance::DateSpan& earlier, const ImportReport& report);

void plan_units(ImportTask& task);
void plan_staff(ImportTask& task);
void plan_badges(ImportTask& task);
void plan_card_numbers(ImportTask& task);
void plan_temporary_cards(ImportTask& task);
void plan_entrances(ImportTask& task);
void plan_schedules(ImportTask& task);
void plan_assignments(ImportTask& task);
void plan_calendar(ImportTask& task);
void plan_absences(ImportTask& task);
void plan_reader_ends(ImportTask& task);
void plan_clock_rulings(ImportTask& task);
void plan_heads(ImportTask& task);
void plan_successions(ImportTask& task);
void plan_pay_periods(ImportTask& task);
void plan_regimes(ImportTask& task);
void plan_duties(ImportTask& task);
void plan_duty_slots(ImportTask& task);
void plan_corrections(ImportTask& task);
void plan_entitlements(ImportTask& task);
void plan_credits(ImportTask& task);
void plan_indicators(ImportTask& task);
void plan_symbols(ImportTask& task);
void plan_timesheet_forms(ImportTask& task);
void plan_named_periods(ImportTask& task);
void plan_list_rules(ImportTask& task);
void plan_trip_reports(ImportTask& task);

/// In place of all of these: every row names a fact in force by its key, and withdraws it.
void plan_withdrawal(ImportTask& task, ImportKind kind);

}  // namespace badge::app
