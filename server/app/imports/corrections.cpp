#include <algorithm>
#include <tuple>

#include "server/app/imports/known.hpp"
#include "server/app/imports/merge.hpp"

namespace badge::app {
namespace {

using attendance::ClockSpan;
using attendance::Correction;
using attendance::CorrectionCause;
using attendance::CorrectionEffect;
using attendance::Decision;
using attendance::minutes;

using attendance::day_length;

/// Name of one session; empty: every session of the day.
std::string session(ImportRow& row, const Known& known, const ImportReport& report) {
  auto named = known.sessions(row, "session");
  if (named.empty()) return {};
  if (named.size() > 1) {
    row.refuse("session", report.say("chỉ ghi một buổi mỗi dòng; để trống nếu là cả ngày",
                                     "names one session a row; leave it empty for the whole day"));
  }
  return std::move(named.front());
}

void check_time_of_tap(ImportRow& row, const Correction& correction, const ImportReport& report) {
  const bool has_time =
      correction.effect == CorrectionEffect::in_at || correction.effect == CorrectionEffect::out_at;
  const bool is_filled = !row.cell("at").empty();
  if (has_time && !is_filled) {
    row.refuse("at", report.say("phải ghi giờ đến hoặc giờ về, ví dụ 07:30",
                                "must be the time of coming or leaving, for example 07:30"));
  } else if (!has_time && is_filled) {
    row.refuse_filled("at", "là giờ đến hoặc giờ về (in_at, out_at)", "in_at and out_at");
  } else if (correction.at >= day_length) {
    row.refuse("at", report.say("phải là giờ trong ngày, từ 00:00 đến 23:59", "must be from 00:00 to 23:59"));
  }
}

std::optional<ClockSpan> outage(ImportRow& row, const ImportReport& report) {
  const auto from = row.clock("from_time"), to = row.clock("to_time");
  if (!from || !to) return std::nullopt;
  if (*to <= *from) {
    row.refuse("to_time",
               report.say("phải sau from_time ({})", "must be after from_time ({})", row.cell("from_time")));
  }
  return ClockSpan{*from, *to};
}

void check_of_unit(ImportRow& row, const Correction& correction, const ImportReport& report) {
  for (const auto* column : {"from_time", "to_time"}) {
    if (!row.cell(column).empty()) continue;
    row.refuse(column, report.say("dòng của cả đơn vị phải ghi máy đọc thẻ ngừng từ mấy giờ đến mấy giờ",
                                  "a row of a whole unit must say from when to when its reader was down"));
    return;
  }
  if (correction.effect != CorrectionEffect::present) {
    row.refuse("effect", report.say("dòng của cả đơn vị chỉ có thể là có mặt (present)",
                                    "a row of a whole unit can only be: present"));
  }
}

void check_decision(ImportRow& row, const Correction& correction, const ImportReport& report) {
  const bool decided = correction.decision != Decision::pending;
  if (decided && correction.decided_by.empty()) {
    row.refuse("decided_by",
               report.say("đã có quyết định thì phải ghi người quyết định", "must name who decided"));
  } else if (!decided && !correction.decided_by.empty()) {
    row.refuse_filled("decided_by", "đã có quyết định (approved, refused)",
                      "decided rows (approved, refused)");
  } else if (correction.decision == Decision::refused && correction.decision_reason.empty()) {
    row.refuse("decision_reason",
               report.say("không duyệt thì phải ghi lý do", "a refusal must have a reason"));
  }
}

void check_whose(ImportRow& row, const Correction& correction, const Known& known,
                 const ImportReport& report) {
  if (correction.staff_code.empty() == correction.unit_code.empty()) {
    row.refuse("staff_code", report.say("điền đúng một trong hai cột staff_code và unit_code",
                                        "fill exactly one of staff_code and unit_code"));
  } else if (!correction.unit_code.empty()) {
    known.unit(row, "unit_code", correction.unit_code, {correction.date, correction.date});
    check_of_unit(row, correction, report);
  } else {
    known.in_service(row, correction.staff_code, {correction.date, correction.date}, "date", "date");
    for (const auto* column : {"from_time", "to_time"}) {
      if (!row.cell(column).empty())
        row.refuse_filled(column, "là dòng của cả đơn vị", "rows of a whole unit");
    }
  }
}

/// What both say of one session cannot be true together: all effects differ but coming and leaving.
bool contradict(const Correction& a, const Correction& b) {
  const auto has_time = [](CorrectionEffect effect) {
    return effect == CorrectionEffect::in_at || effect == CorrectionEffect::out_at;
  };
  return a.decision == Decision::approved && b.decision == Decision::approved && a.effect != b.effect &&
         !(has_time(a.effect) && has_time(b.effect)) &&
         (a.session.empty() || b.session.empty() || a.session == b.session);
}

void refuse_contradictions(ImportTask& task, std::vector<Stated<Correction>> all) {
  std::erase_if(all, [](const auto& stated) { return stated.fact.staff_code.empty(); });
  const auto whose = [](const Stated<Correction>& one) {
    return std::tuple(one.fact.staff_code, one.fact.date);
  };
  std::ranges::sort(all, {},
                    [&](const auto& one) { return std::tuple_cat(whose(one), std::tuple(one.line)); });
  for (std::size_t i = 0; i < all.size(); ++i) {
    for (std::size_t k = i + 1; k < all.size() && whose(all[k]) == whose(all[i]); ++k) {
      const auto &other = all[i], &row = all[k];  // of the file where one of them is
      if (row.line == 0 || !contradict(row.fact, other.fact)) continue;
      const auto words = correction_effect_words();
      const auto says = std::ranges::find(words, other.fact.effect, &Word<CorrectionEffect>::meaning);
      const bool vietnamese = task.report.language() == Language::vi;
      task.report.add(
          row.line, "effect", "",
          task.report.say(
              "cùng buổi đã được duyệt là \"{}\" ({}); rút lại dòng đó, hoặc sửa một trong hai",
              "of the same session \"{}\" was approved ({}); withdraw that row, or mend one of them",
              vietnamese ? says->vietnamese : says->code, place_of(other.line, task.report)));
    }
  }
}

}  // namespace

void plan_corrections(ImportTask& task) {
  const ImportColumns columns{
      {"staff_code", "unit_code", "date", "session", "effect", "at", "from_time", "to_time", "cause",
       "explanation", "decision", "decided_by", "decision_reason", "paper"},
      {}};
  const Known known(task.stored, task.report);
  const InForce in_force(task.stored.corrections);
  std::vector<Stated<Correction>> file;
  read_rows(task, columns, [&](ImportRow& row) {
    Correction correction{
        .staff_code = row.code("staff_code"),
        .unit_code = row.code("unit_code"),
        .date = row.date("date"),
        .session = session(row, known, task.report),
        .effect = row.needed_word("effect", correction_effect_words()).value_or(CorrectionEffect::present),
        .at = row.clock("at").value_or(minutes(0)),
        .outage = outage(row, task.report),
        .cause = row.word("cause", correction_cause_words()).value_or(CorrectionCause::other),
        .explanation = row.text("explanation"),
        .decision = row.word("decision", decision_words()).value_or(Decision::pending),
        .decided_by = row.text("decided_by"),
        .decision_reason = row.text("decision_reason"),
        .paper = row.text("paper")};
    if (!row.good()) return;
    in_force.trust_unchanged(row, correction);
    check_time_of_tap(row, correction, task.report);
    check_decision(row, correction, task.report);
    check_whose(row, correction, known, task.report);
    file.push_back({std::move(correction), row.line()});
  });
  refuse_contradictions(task, merge(task, task.stored.corrections, std::move(file)));
}

}  // namespace badge::app
