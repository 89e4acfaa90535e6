#include "server/attendance/timesheet.hpp"

#include <algorithm>
#include <numeric>

namespace badge::attendance {

namespace {

constexpr std::string_view missing = "?";

std::size_t place(DayMeaning meaning) { return static_cast<std::size_t>(meaning); }

TimesheetSum sessions(std::size_t count, std::size_t of_day) {
  return {TimesheetSum::parts_a_day / static_cast<std::int64_t>(of_day) * static_cast<std::int64_t>(count),
          0};
}
TimesheetSum hours(minutes time) { return {0, 2 * time.count()}; }

TimesheetSum weighed(const TimesheetSum& sum, std::int32_t weight_halves) {
  return {sum.parts * weight_halves / 2, sum.half_minutes * weight_halves / 2};
}

/// "/2", "/3", "2/3"; empty for all of it.
std::string fraction(std::size_t count, std::size_t of) {
  const auto common = std::gcd(count, of);
  if (count == of) return {};
  return (count == common ? "" : std::to_string(count / common)) + "/" + std::to_string(of / common);
}

/// "8", "7:30".
std::string clock_hours(minutes time) {
  const auto rest = time.count() % 60;
  auto text = std::to_string(time.count() / 60);
  if (rest != 0) text += (rest < 10 ? ":0" : ":") + std::to_string(rest);
  return text;
}

/// Fills one row of a sheet, day by day.
class RowMaker {
 public:
  RowMaker(const TimesheetPerson& person, const SymbolTable& symbols, Timesheet& sheet,
           std::array<bool, day_meanings>& used)
      : symbols_(symbols), sheet_(sheet), used_(used) {
    row_.staff_code = person.staff_code;
    row_.full_name = person.full_name;
    row_.position = person.position;
    for (const auto& day : person.days) add(day);
  }

  [[nodiscard]] TimesheetRow take() { return std::move(row_); }

 private:
  using Kind = TimesheetDay::Kind;

  /// Of equal parts of a day that came to the same.
  struct Group {
    std::optional<DayMeaning> meaning;  // nothing: without a symbol
    std::size_t count = 0;
    minutes time{0};
  };

  void add(const TimesheetDay& day) {
    auto& cell = row_.cells.emplace_back(TimesheetCell{day.kind, {}});
    if (day.kind == Kind::rest) return;
    if (day.kind == Kind::elsewhere) {
      cell.text = symbol_of(DayMeaning::other_unit, "–");
      return;
    }
    if (day.kind == Kind::holiday && symbols_.of(day.parts.front().meaning) == nullptr) {
      cell.kind = Kind::rest;  // an office may leave holidays blank
      return;
    }
    if (sheet_.method == TimesheetMethod::hour) {
      by_hour(day, cell);
    } else if (sheet_.half_days == HalfDays::longer) {
      by_longer_part(day, cell);
    } else {
      by_halves(day, cell);
    }
  }

  void by_halves(const TimesheetDay& day, TimesheetCell& cell) {
    const auto of_day = day.parts.size();
    if (is_half_worked(day)) {
      take(DayMeaning::half_worked, sessions(of_day / 2, of_day));
      take(DayMeaning::without_reason, sessions(of_day / 2, of_day), false);
      cell.text = symbol_of(DayMeaning::half_worked, missing);
      return;
    }
    const auto groups = grouped(day);
    for (const auto& group : groups) {
      const bool is_rest_of_day = group.meaning == DayMeaning::worked && groups.size() > 1;
      take(group.meaning, sessions(group.count, of_day), !is_rest_of_day);
      if (is_rest_of_day) continue;  // "P/2": worked, but for that
      append(cell, word_of(group.meaning) + fraction(group.count, of_day));
      sheet_.has_fractions = sheet_.has_fractions || group.count != of_day;
    }
  }

  void by_longer_part(const TimesheetDay& day, TimesheetCell& cell) {
    const auto groups = grouped(day);
    auto longest = std::ranges::max_element(groups, {}, &Group::time);  // the first of equal ones
    const auto open = std::ranges::find(groups, std::optional<DayMeaning>(), &Group::meaning);
    if (open != groups.end()) longest = open;
    take(longest->meaning, sessions(1, 1));
    cell.text = word_of(longest->meaning);
  }

  void by_hour(const TimesheetDay& day, TimesheetCell& cell) {
    std::vector<Group> groups;
    const auto add_time = [&](std::optional<DayMeaning> meaning, minutes time) {
      auto found = std::ranges::find(groups, meaning, &Group::meaning);
      if (found == groups.end()) found = groups.insert(groups.end(), Group{meaning});
      found->time += time;
    };
    for (const auto& part : day.parts) {
      auto rest = part.due - part.lost;
      for (const auto& [meaning, time] : part.others) rest -= time;
      add_time(settled(day.date, part, part.meaning), rest);
      for (const auto& [meaning, time] : part.others) add_time(settled(day.date, part, meaning), time);
      row_.lost += hours(part.lost);
    }
    const auto is_nothing = [](const Group& group) { return group.meaning && group.time == minutes(0); };
    if (!std::ranges::all_of(groups, is_nothing)) std::erase_if(groups, is_nothing);
    for (const auto& group : groups) {
      take(group.meaning, hours(group.time));
      append(cell, word_of(group.meaning) + (group.meaning ? clock_hours(group.time) : ""));
    }
  }

  /// The other half is absent without a reason, for which the table has no symbol: the form has one for the
  /// half that was worked.
  [[nodiscard]] bool is_half_worked(const TimesheetDay& day) const {
    if (symbols_.of(DayMeaning::without_reason) != nullptr ||
        symbols_.of(DayMeaning::half_worked) == nullptr) {
      return false;
    }
    std::size_t worked = 0, absent = 0;
    for (const auto& part : day.parts) {
      if (part.gap) return false;
      worked += part.meaning == DayMeaning::worked ? 1U : 0U;
      absent += part.meaning == DayMeaning::without_reason ? 1U : 0U;
    }
    return worked == absent && worked + absent == day.parts.size();
  }

  [[nodiscard]] std::vector<Group> grouped(const TimesheetDay& day) {
    std::vector<Group> groups;
    for (const auto& part : day.parts) {
      const auto meaning = settled(day.date, part, part.meaning);
      auto found = std::ranges::find(groups, meaning, &Group::meaning);
      if (found == groups.end()) found = groups.insert(groups.end(), Group{meaning});
      ++found->count;
      found->time += std::max(part.due, minutes(1));  // where hours are not kept, by number
    }
    return groups;
  }

  /// The meaning where it has a symbol; else the gap is noted, once for a part.
  [[nodiscard]] std::optional<DayMeaning> settled(Date date, const TimesheetPart& part, DayMeaning meaning) {
    if (!part.gap && symbols_.of(meaning) != nullptr) return meaning;
    TimesheetGap gap{row_.staff_code,
                     row_.full_name,
                     date,
                     part.session,
                     part.gap.value_or(TimesheetGapKind::no_symbol),
                     part.gap ? DayMeaning::worked : meaning};
    if (sheet_.gaps.empty() || sheet_.gaps.back() != gap) sheet_.gaps.push_back(std::move(gap));
    return std::nullopt;
  }

  void take(std::optional<DayMeaning> meaning, const TimesheetSum& sum, bool is_shown = true) {
    if (!meaning) {
      row_.open += sum;
      return;
    }
    row_.taken[place(*meaning)] += sum;
    if (is_shown) used_[place(*meaning)] = true;
  }

  [[nodiscard]] std::string word_of(std::optional<DayMeaning> meaning) const {
    return meaning ? symbols_.of(*meaning)->symbol : std::string(missing);
  }
  [[nodiscard]] std::string symbol_of(DayMeaning meaning, std::string_view otherwise) {
    used_[place(meaning)] = true;
    const auto* symbol = symbols_.of(meaning);
    return symbol != nullptr ? symbol->symbol : std::string(otherwise);
  }

  static void append(TimesheetCell& cell, const std::string& word) {
    cell.text += (cell.text.empty() ? "" : " ") + word;
  }

  const SymbolTable& symbols_;
  Timesheet& sheet_;
  std::array<bool, day_meanings>& used_;
  TimesheetRow row_;
};

/// The form's own three where anything counts there, then the office's.
std::vector<std::string> columns_of(const SymbolTable& symbols, TimesheetMethod method) {
  std::vector<std::string> of_form, own;
  for (const auto column : {column_time, column_unpaid, column_insurance}) {
    for (std::size_t i = 0; i < day_meanings; ++i) {
      const auto* symbol = symbols.of(static_cast<DayMeaning>(i));
      if (symbol == nullptr || symbol->column != column) continue;
      of_form.emplace_back(column);
      break;
    }
  }
  for (std::size_t i = 0; i < day_meanings; ++i) {
    const auto* symbol = symbols.of(static_cast<DayMeaning>(i));
    if (symbol == nullptr || symbol->column.empty()) continue;
    const auto is_known = [&](const auto& columns) {
      return std::ranges::find(columns, symbol->column) != columns.end();
    };
    if (!is_known(of_form) && !is_known(own)) own.push_back(symbol->column);
  }
  of_form.insert(of_form.end(), own.begin(), own.end());
  if (method == TimesheetMethod::compensatory) of_form.emplace_back(column_compensatory);
  return of_form;
}

void add_up(const SymbolTable& symbols, const std::vector<std::string>& columns, TimesheetRow& row) {
  row.sums.resize(columns.size());
  for (std::size_t i = 0; i < day_meanings; ++i) {
    const auto meaning = static_cast<DayMeaning>(i);
    const auto* symbol = symbols.of(meaning);
    if (symbol == nullptr) continue;
    for (std::size_t column = 0; column < columns.size(); ++column) {
      if (columns[column] == symbol->column) row.sums[column] += weighed(row.taken[i], symbol->weight_halves);
      if (columns[column] == column_compensatory && meaning == DayMeaning::compensatory)
        row.sums[column] += row.taken[i];
    }
  }
}

std::vector<TimesheetLegendLine> legend_of(const SymbolTable& symbols,
                                           const std::array<bool, day_meanings>& used) {
  std::vector<TimesheetLegendLine> legend;
  for (std::size_t i = 0; i < day_meanings; ++i) {
    const auto* symbol = symbols.of(static_cast<DayMeaning>(i));
    if (!used[i] || symbol == nullptr) continue;
    TimesheetLegendLine line{symbol->symbol, symbol->name, symbol->column};
    if (std::ranges::find(legend, line) == legend.end()) legend.push_back(std::move(line));
  }
  return legend;
}

}  // namespace

std::string hours_text(const TimesheetSum& sum) {
  const auto time = minutes(sum.half_minutes / 2);
  const auto whole = time / minutes_a_workday;
  const auto rest = time - whole * minutes_a_workday;
  return std::to_string(whole) + (rest == minutes(0) ? "" : "," + clock_hours(rest));
}

std::vector<TimesheetGapRun> gap_runs(std::span<const TimesheetGap> gaps) {
  constexpr std::chrono::days friday_to_monday{3};
  std::vector<TimesheetGapRun> runs;
  for (const auto& gap : gaps) {
    const auto goes_on = [&](const TimesheetGap& last) {
      return last.staff_code == gap.staff_code && last.kind == gap.kind && last.meaning == gap.meaning &&
             gap.date - last.date <= friday_to_monday;
    };
    if (runs.empty() || !goes_on(*runs.back().last)) runs.push_back({&gap, &gap, 0});
    runs.back().last = &gap;
    ++runs.back().sessions;
  }
  return runs;
}

Timesheet make_timesheet(const DateSpan& days, std::span<const TimesheetPerson> people,
                         const SymbolTable& symbols, const TimesheetForm& form) {
  Timesheet sheet{.days = days, .method = form.method, .half_days = form.half_days};
  sheet.columns = columns_of(symbols, form.method);
  sheet.totals.resize(sheet.columns.size());
  std::array<bool, day_meanings> used{};
  for (const auto& person : people) {
    auto& row = sheet.rows.emplace_back(RowMaker(person, symbols, sheet, used).take());
    add_up(symbols, sheet.columns, row);
    for (std::size_t i = 0; i < row.sums.size(); ++i) sheet.totals[i] += row.sums[i];
  }
  sheet.legend = legend_of(symbols, used);
  return sheet;
}

}  // namespace badge::attendance
