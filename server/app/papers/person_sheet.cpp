#include "server/app/papers/person_sheet.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "server/app/inspections/office_words.hpp"
#include "server/app/inspections/paper_parts.hpp"
#include "server/app/papers/attendance_figures.hpp"
#include "server/app/papers/slip_parts.hpp"
#include "server/app/sentences.hpp"
#include "server/documents/unicode.hpp"

namespace badge::app {
namespace {

using attendance::SessionState;
using documents::Align;
using documents::Paragraph;
using documents::Row;
using documents::Table;

/// Whether there is more to tell of it than that the person was there, or owed nothing.
bool is_noteworthy(const SessionRow& session) {
  switch (session.state) {
    case SessionState::present:
      return session.late_min > 0 || session.early_min > 0 || session.missing_in || session.missing_out;
    case SessionState::absent:
    case SessionState::excused:
    case SessionState::provisional:
      return true;
    case SessionState::exempt:
    case SessionState::not_due:
      return false;
  }
  return false;
}

/// Noteworthy sessions one after the other of which the same is told; nothing was tapped in those of a run.
struct Run {
  attendance::Date first, last;
  const SessionRow* session = nullptr;  // the first of them
  std::size_t sessions = 1;
};

/// A reader that was silent for a month is one line to read, not forty.
std::vector<Run> noteworthy_runs(const PersonSheet& sheet) {
  std::vector<Run> runs;
  bool is_broken = true;  // by a session of which there is nothing to tell
  for (const auto& report : sheet.hours.months) {
    for (const auto& day : report.days) {
      for (const auto& session : day.sessions) {
        const bool is_told = is_noteworthy(session);
        const bool goes_on = is_told && !is_broken && session.in.empty() && session.out.empty() &&
                             runs.back().session->text == session.text;
        if (goes_on) {
          runs.back().last = day.date;
          ++runs.back().sessions;
        } else if (is_told) {
          runs.push_back({day.date, day.date, &session});
        }
        is_broken = !is_told || !session.in.empty() || !session.out.empty();
      }
    }
  }
  return runs;
}

void add_sums(Body& body, const PersonSheet& sheet) {
  auto table = figures_table("Tháng");
  const auto& hours = sheet.hours;
  for (const auto& report : hours.months)
    table.rows.push_back(figures_row(days_words(report.days_asked), report.tally));
  if (hours.months.size() > 1) table.total = figures_row("Cộng", hours.total);
  body.emplace_back(std::move(table));
  body.emplace_back(Paragraph{on_time_sentence(hours.total)});
  body.emplace_back(
      Paragraph{fmt::format("Kỳ so sánh, {}: {}", hours.period.name_before, on_time_sentence(hours.before))});
}

void add_sessions(Body& body, const PersonSheet& sheet) {
  Table table{.columns = {{"Ngày", 1.4},
                          {"Buổi", 0.8},
                          {"Vào", 0.7, Align::centre},
                          {"Ra", 0.7, Align::centre},
                          {"Ghi nhận", 4.2}},
              .rows = {},
              .total = {},
              .caption = ""};
  for (const auto& run : noteworthy_runs(sheet)) {
    const auto& session = *run.session;
    const auto dash_or = [](const std::string& time) { return time.empty() ? std::string("–") : time; };
    const auto first = date_text(run.first, Language::vi);
    table.rows.push_back({run.first == run.last ? first : first + " – " + date_text(run.last, Language::vi),
                          run.sessions == 1 ? session.name : fmt::format("{} buổi", run.sessions),
                          dash_or(session.in), dash_or(session.out), session.text});
  }
  if (table.rows.empty()) {
    body.emplace_back(Paragraph{"Không có buổi nào cần ghi chú."});
  } else {
    body.emplace_back(std::move(table));
  }
}

std::string seen_text(const InspectionOfPerson& one) {
  if (one.disputed) return "Các thành viên đoàn ghi khác nhau, chưa thống nhất";
  if (!one.observed) return "Chưa kiểm tra";
  auto text = documents::capitalized(office_word(*one.observed));
  if (!one.paper.empty()) text += " (" + one.paper + ")";
  if (one.tapped_not_there) text += "; có quét thẻ nhưng không có mặt khi kiểm tra";
  return text;
}

std::string findings_text(const InspectionOfPerson& one) {
  std::string text;
  for (const auto& named : one.findings) {
    text += (text.empty() ? "" : "; ") + named.finding->found.text;
    if (const auto& handled = named.finding->handled) {
      text += ", " + joined({handled->measure, handled->paper});
    }
  }
  return text.empty() ? "–" : text;
}

void add_inspections(Body& body, const PersonSheet& sheet) {
  if (!sheet.inspected || sheet.inspected->inspections.empty()) {
    body.emplace_back(Paragraph{"Không có cuộc kiểm tra nào trong kỳ."});
    return;
  }
  Table table{
      .columns = {{"Cuộc kiểm tra", 1.2}, {"Thời gian", 1.4}, {"Việc đeo thẻ", 2}, {"Tồn tại, xử lý", 3}},
      .rows = {},
      .total = {},
      .caption = ""};
  for (const auto& one : sheet.inspected->inspections) {
    table.rows.push_back({"Số " + one.inspection->started->number, minute_words(one.inspection->started_at),
                          seen_text(one), findings_text(one)});
  }
  body.emplace_back(std::move(table));
}

}  // namespace

documents::Paper person_sheet_of(const PersonSheet& sheet, attendance::Date today) {
  documents::Paper paper;
  paper.draft = sheet.hours.period.days.to >= today;
  paper.kind = "PHIẾU THEO DÕI CÁ NHÂN";
  paper.abstract = "Chấp hành thời giờ làm việc và đeo thẻ\n" + sheet.hours.period.name;
  const auto& person = sheet.hours.months.back().person;
  add_who(paper.body, person);
  Sections sections(paper.body);
  sections.add("THỜI GIỜ LÀM VIỆC");
  add_sums(paper.body, sheet);
  sections.add("CÁC BUỔI CẦN GHI CHÚ");
  add_sessions(paper.body, sheet);
  sections.add("NGHỈ PHÉP");
  paper.body.emplace_back(
      Paragraph{sheet.leave ? sheet.leave->text : std::string("Chưa có số liệu nghỉ phép của năm.")});
  sections.add("KIỂM TRA");
  add_inspections(paper.body, sheet);
  paper.body.emplace_back(
      Paragraph{"Phiếu ghi sự việc theo dữ liệu hiện có, không chấm điểm, không xếp loại."});
  paper.signers = slip_signers("THỦ TRƯỞNG ĐƠN VỊ", "CÁ NHÂN", person, today);
  return paper;
}

}  // namespace badge::app
