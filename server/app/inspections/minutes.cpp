#include "server/app/inspections/minutes.hpp"

#include <fmt/format.h>

#include "server/app/inspections/office_words.hpp"
#include "server/app/inspections/paper_people.hpp"
#include "server/documents/paper_words.hpp"

namespace badge::app {
namespace {

using documents::Heading;
using documents::Paper;
using documents::Paragraph;
using inspection::Finding;
using inspection::Inspection;
using inspection::State;
using inspection::TeamRole;

inspection::Date day_of(inspection::LocalTime at) { return std::chrono::floor<std::chrono::days>(at); }

void add_opening(Body& body, const PaperSource& source) {
  const auto started_at = source.inspection.started_at;
  body.emplace_back(Paragraph{"Thời gian bắt đầu: " + time_of_day(started_at) + ", " +
                              full_date(day_of(started_at)) + "."});
  add_place_and_form(body, source);
}

void add_recommendations(Body& body, std::span<const Finding* const> findings) {
  int number = 0;
  for (const auto* finding : findings) {
    const auto& found = finding->found;
    if (found.recommendation.empty()) continue;
    auto text = fmt::format("{}. {}", ++number, sentence(found.recommendation));
    if (!found.owner.empty()) text += " Trách nhiệm thực hiện: " + sentence(found.owner);
    if (found.due) text += " Thời hạn khắc phục: " + full_date(*found.due) + ".";
    body.emplace_back(Paragraph{std::move(text)});
  }
  if (number == 0) body.emplace_back(Paragraph{"Không có kiến nghị."});
}

void add_end(Body& body, const Inspection& inspection) {
  constexpr int room_for_view = 5, room_for_time = 1;
  body.emplace_back(Heading{"V. Ý KIẾN CỦA ĐƠN VỊ ĐƯỢC KIỂM TRA"});
  if (!inspection.ended) {
    body.emplace_back(documents::WritingLines{room_for_view});
    body.emplace_back(Paragraph{"Biên bản kết thúc vào hồi:"});
    body.emplace_back(documents::WritingLines{room_for_time});
    return;
  }
  const auto& ended = *inspection.ended;
  const auto view = ended.unit_view.empty() ? std::string("Đơn vị không có ý kiến") : ended.unit_view;
  body.emplace_back(Paragraph{sentence(view)});
  const bool same_day = day_of(inspection.ended_at) == day_of(inspection.started_at);
  body.emplace_back(
      Paragraph{fmt::format("Biên bản kết thúc vào {}{}, được lập thành {} bản có nội dung và giá trị như "
                            "nhau, giao đơn vị được kiểm tra "
                            "01 bản; đã đọc lại cho những người có tên nêu trên cùng nghe.",
                            time_of_day(inspection.ended_at),
                            same_day ? " cùng ngày" : ", " + full_date(day_of(inspection.ended_at)),
                            documents::paper_number(ended.copies))});
  if (ended.signed_by.empty()) {
    body.emplace_back(Paragraph{"Đại diện đơn vị được kiểm tra không ký biên bản; lý do: " +
                                sentence(ended.refusal_reason)});
  }
}

bool unit_signs(const Inspection& inspection) {
  return !inspection.ended || !inspection.ended->signed_by.empty();
}

/// Everybody of the role signs; whoever leads at the right.
void add_signers(Paper& paper, const Inspection& inspection) {
  constexpr const char* note = "(Ký, ghi rõ họ tên)";
  if (unit_signs(inspection)) {
    const auto signed_by = inspection.ended ? inspection.ended->signed_by : std::string();
    paper.signers.push_back(
        {{"ĐẠI DIỆN ĐƠN VỊ", "ĐƯỢC KIỂM TRA"}, signed_by.substr(0, signed_by.find(',')), note, ""});
    paper.initials.emplace_back("Đại diện đơn vị");
  }
  const bool group = inspection.prepared.team == inspection::TeamKind::group;
  for (const auto role : {TeamRole::secretary, TeamRole::leader}) {
    const auto* title = role == TeamRole::secretary ? "THƯ KÝ" : group ? "TỔ TRƯỞNG" : "TRƯỞNG ĐOÀN";
    for (const auto& one : inspection.team) {
      if (one.role != role) continue;
      paper.signers.push_back({{title}, one.full_name, note, ""});
      paper.initials.emplace_back(office_word(role, inspection.prepared.team));
    }
  }
}

}  // namespace

Paper minutes_of(const PaperSource& source, const IssuingBody& body) {
  const auto& inspection = source.inspection;
  const auto findings = findings_of(source, Stand::at_the_end);
  Paper paper;
  paper.head = letterhead(body, "BB", inspection.paper(inspection::Paper::minutes), source.today);
  paper.head.dated.reset();
  paper.draft = inspection.state != State::ended;
  paper.kind = "BIÊN BẢN";
  paper.abstract = "Kiểm tra " + what_is_checked(source);
  paper.bases = bases_of(source);
  add_opening(paper.body, source);
  paper.body.emplace_back(Heading{"I. THÀNH PHẦN"});
  add_team_and_head(paper.body, source);
  paper.body.emplace_back(Heading{"II. KẾT QUẢ KIỂM TRA"});
  add_people(paper.body, source);
  add_answers(paper.body, source);
  paper.body.emplace_back(Heading{"III. TỒN TẠI, HẠN CHẾ, VI PHẠM"});
  add_findings(paper.body, source, findings);
  paper.body.emplace_back(Heading{"IV. KIẾN NGHỊ"});
  add_recommendations(paper.body, findings);
  add_end(paper.body, inspection);
  add_signers(paper, inspection);
  paper.recipients = {unit_of(source), file_line(inspection)};
  return paper;
}

}  // namespace badge::app
