#pragma once
/// How rows name facts in force that are taken back. Pure.
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "server/app/imports/merge.hpp"

namespace badge::app {

/// The facts in force by their keys, each withdrawn once.
template <class Fact>
class Withdrawal {
 public:
  Withdrawal(ImportTask& task, const std::vector<Fact>& stored) : task_(task) {
    for (const auto& fact : stored) by_key_.emplace(store::key_of(fact), InForce{&fact});
  }

  /// A sentence about what is wrong, or nothing: the fact is withdrawn.
  [[nodiscard]] std::optional<std::string> take(const Fact& key, std::size_t line) {
    const auto found = by_key_.find(store::key_of(key));
    if (found == by_key_.end()) {
      return task_.report.say("không có gì đang có hiệu lực khớp với dòng này; kiểm tra mã và ngày",
                              "nothing in force has this key; look at the codes and dates");
    }
    if (found->second.line != 0) {
      return task_.report.say("đã rút lại ở dòng {}; chỉ giữ một dòng",
                              "line {} withdraws it already; keep one of them", found->second.line);
    }
    found->second.line = line;
    task_.plan.withdrawn.emplace_back(*found->second.fact);
    return std::nullopt;
  }

  /// Those that stay.
  [[nodiscard]] std::vector<Fact> rest() const {
    std::vector<Fact> rest;
    for (const auto& [key, fact] : by_key_) {
      if (fact.line == 0) rest.push_back(*fact.fact);
    }
    return rest;
  }
  /// Calls `visit` with the line that withdraws each of the others.
  template <class Visit>
  void for_each_withdrawn(Visit visit) const {
    for (const auto& [key, fact] : by_key_) {
      if (fact.line != 0) visit(*fact.fact, fact.line);
    }
  }

 private:
  struct InForce {
    const Fact* fact;
    std::size_t line = 0;  // that withdraws it
  };
  ImportTask& task_;
  std::map<decltype(store::key_of(Fact{})), InForce> by_key_;
};

/// Reads the columns of the key only; `read` makes a fact that has the key of the row.
template <class Fact, class Read>
Withdrawal<Fact> withdraw(ImportTask& task, const std::vector<Fact>& stored, const ImportColumns& columns,
                          Read read) {
  Withdrawal<Fact> withdrawal(task, stored);
  const auto table = read_table(task.text, columns, task.report, [&](ImportRow& row) {
    Fact key;
    read(row, key);
    if (!row.good()) return;
    if (auto fault = withdrawal.take(key, row.line()))
      row.refuse(columns.required.front(), std::move(*fault));
  });
  task.plan.rows = table.rows;
  return withdrawal;
}

/// Facts that others name: they go only when nothing that stays in force needs them.
void withdraw_units(ImportTask& task);
void withdraw_postings(ImportTask& task);
void withdraw_schedules(ImportTask& task);

}  // namespace badge::app
