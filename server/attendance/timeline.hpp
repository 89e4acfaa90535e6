#pragma once
#include <algorithm>
#include <utility>
#include <vector>

#include "server/attendance/facts.hpp"

namespace badge::attendance {

/// What holds on each day, of rows that hold for spans of days. Where rows overlap, the one that begins later
/// wins while it lasts; of two that begin on the same day, the one that was added later.
template <class Value>
class Timeline {
 public:
  struct Row {
    DateSpan valid;
    Value value;
  };

  void add(DateSpan valid, Value value) {
    const auto later = std::upper_bound(rows_.begin(), rows_.end(), valid.from,
                                        [](Date from, const Row& row) { return from < row.valid.from; });
    rows_.insert(later, Row{valid, std::move(value)});
  }

  /// Null: nothing holds on that day.
  [[nodiscard]] const Value* on(Date date) const {
    for (auto row = rows_.rbegin(); row != rows_.rend(); ++row) {
      if (row->valid.contains(date)) return &row->value;
    }
    return nullptr;
  }

  /// The same answers as on(), as spans that do not overlap, in order. Neighbours may hold equal values.
  [[nodiscard]] std::vector<Row> segments() const {
    std::vector<Date> edges;
    for (const auto& row : rows_) {
      edges.push_back(row.valid.from);
      edges.push_back(row.valid.to + std::chrono::days(1));
    }
    std::sort(edges.begin(), edges.end());
    std::vector<Row> segments;
    for (std::size_t i = 0; i + 1 < edges.size(); ++i) {
      if (edges[i] == edges[i + 1]) continue;
      if (const auto* value = on(edges[i])) {
        segments.push_back({{edges[i], edges[i + 1] - std::chrono::days(1)}, *value});
      }
    }
    return segments;
  }

  [[nodiscard]] const std::vector<Row>& rows() const { return rows_; }  // in order of their first day

 private:
  std::vector<Row> rows_;
};

}  // namespace badge::attendance
