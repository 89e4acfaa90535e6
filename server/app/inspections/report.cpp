#include "server/app/inspections/report.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "server/app/inspections/office_words.hpp"
#include "server/app/inspections/paper_people.hpp"
#include "server/app/sentences.hpp"
#include "server/documents/paper_words.hpp"
#include "server/documents/unicode.hpp"

namespace badge::app {
namespace {

using documents::Align;
using documents::Heading;
using documents::Paper;
using documents::Paragraph;
using documents::Table;
using inspection::Finding;
using inspection::Inspection;

using Findings = std::vector<const Finding*>;

std::string when(const Inspection& inspection) {
  const auto day = std::chrono::floor<std::chrono::days>(inspection.started_at);
  const auto start = time_of_day(inspection.started_at) + ", " + full_date(day);
  if (!inspection.ended) return "Thời gian bắt đầu: " + start + ".";
  const auto last = std::chrono::floor<std::chrono::days>(inspection.ended_at);
  const auto end = time_of_day(inspection.ended_at);
  return last == day ? fmt::format("Thời gian: từ {} đến {}, {}.", time_of_day(inspection.started_at), end,
                                   full_date(day))
                     : fmt::format("Thời gian: từ {} đến {}, {}.", start, end, full_date(last));
}

std::string_view state_word(const Finding& finding, inspection::Date today) {
  switch (inspection::state_of(finding, today)) {
    case inspection::FindingState::open:
      return "Chưa khắc phục";
    case inspection::FindingState::overdue:
      return "Quá thời hạn khắc phục";
    case inspection::FindingState::repair_waits:
      return "Đã báo cáo khắc phục, đang xem xét";
    case inspection::FindingState::mended:
      return "Đã khắc phục";
    case inspection::FindingState::closed:
      return "Đã xử lý xong";
  }
  return "";
}

void add_recommendations(Body& body, const PaperSource& source, const Findings& findings) {
  Table table{.columns = {{"STT", 0.7, Align::centre},
                          {"Kiến nghị", 3},
                          {"Trách nhiệm thực hiện", 1.7},
                          {"Người chịu trách nhiệm điều hành", 1.8},
                          {"Thời hạn khắc phục", 1.4, Align::centre},
                          {"Tình trạng", 1.4}},
              .rows = {},
              .total = {},
              .caption = ""};
  for (const auto* finding : findings) {
    const auto& found = finding->found;
    if (found.recommendation.empty()) continue;
    const auto due = finding->due();
    table.rows.push_back({std::to_string(table.rows.size() + 1), sentence(found.recommendation),
                          found.owner.empty() ? unit_of(source) : found.owner,
                          joined({found.head.name, found.head.job}), due ? date_text(*due, Language::vi) : "",
                          std::string(state_word(*finding, source.today))});
  }
  if (table.rows.empty()) {
    body.emplace_back(Paragraph{"Không có kiến nghị."});
  } else {
    body.emplace_back(std::move(table));
  }
}

void add_views(Body& body, const Inspection& inspection, const Findings& findings) {
  const auto& ended = *inspection.ended;
  body.emplace_back(
      Paragraph{sentence(ended.unit_view.empty() ? std::string("Đơn vị không có ý kiến") : ended.unit_view)});
  if (ended.signed_by.empty()) {
    body.emplace_back(
        Paragraph{"Đại diện đơn vị không ký biên bản; lý do: " + sentence(ended.refusal_reason)});
  }
  for (std::size_t i = 0; i < findings.size(); ++i) {
    for (const auto& view : findings[i]->views) {
      const auto* whose =
          view.viewed.of == inspection::ViewOf::head ? "người đứng đầu" : "người có liên quan";
      body.emplace_back(Paragraph{fmt::format("- Về nội dung {} mục tồn tại, ý kiến của {}: {}", i + 1, whose,
                                              sentence(view.viewed.text))});
    }
  }
}

std::string handling_text(const Finding& finding) {
  const auto& handled = *finding.handled;
  std::string text;
  const auto add = [&](std::string_view what, std::string_view words) {
    if (!words.empty()) text += fmt::format(" {}: {}", what, sentence(words));
  };
  add("Nguyên nhân", handled.cause);
  add("Cá nhân, tập thể", handled.who);
  add("Trách nhiệm của người đứng đầu", handled.head_part);
  const auto measure = handled.measure + (handled.paper.empty() ? "" : " (" + handled.paper + ")");
  if (handled.outcome == inspection::Outcome::proposed) {
    add(handled.to.empty() ? "Đề xuất xử lý" : "Đề xuất " + handled.to + " xử lý", measure);
  } else {
    add("Xử lý theo thẩm quyền", measure);
  }
  if (finding.decided) add("Kết quả", joined({finding.decided->text, finding.decided->paper}));
  return text;
}

void add_handling(Body& body, Sections& sections, const Findings& findings) {
  if (std::ranges::none_of(findings, [](const Finding* one) { return one->handled.has_value(); })) return;
  sections.add("XỬ LÝ, ĐỀ XUẤT XỬ LÝ");
  for (std::size_t i = 0; i < findings.size(); ++i) {
    if (findings[i]->handled) {
      body.emplace_back(
          Paragraph{fmt::format("- Về nội dung {} mục tồn tại:{}", i + 1, handling_text(*findings[i]))});
    }
  }
}

/// "Biên bản kiểm tra số 05/BB-SNV", where it has its number.
std::string minutes_named(const Inspection& inspection) {
  const auto* minutes = inspection.paper(inspection::Paper::minutes);
  return minutes == nullptr
             ? ""
             : fmt::format("Biên bản kiểm tra số {} {}.", minutes->number, full_date(minutes->date));
}

/// To whom a report goes: whoever ordered the inspection, or issued its plan.
std::string reported_to(const PaperSource& source) {
  const auto& prepared = source.inspection.prepared;
  if (prepared.basis == inspection::Basis::order) return prepared.ordered_by;
  return source.plan == nullptr ? "" : source.plan->stated.issuer;
}

documents::Signer leader_of(const Inspection& inspection) {
  const bool group = inspection.prepared.team == inspection::TeamKind::group;
  documents::Signer signer{
      {group ? "TM. TỔ KIỂM TRA" : "TM. ĐOÀN KIỂM TRA", group ? "TỔ TRƯỞNG" : "TRƯỞNG ĐOÀN"}, "", "", ""};
  if (!inspection.team.empty() && inspection.team.front().role == inspection::TeamRole::leader) {
    signer.name = inspection.team.front().full_name;
  }
  return signer;
}

Paper begun(const PaperSource& source, const IssuingBody& body, std::string_view type, std::string_view kind,
            inspection::Paper issued_as) {
  const auto& inspection = source.inspection;
  Paper paper;
  paper.head = letterhead(body, type, inspection.paper(issued_as), source.today);
  paper.draft = inspection.state != inspection::State::ended;
  paper.kind = kind;
  paper.abstract = "Kết quả kiểm tra " + what_is_checked(source);
  return paper;
}

void add_results(Body& body, Sections& sections, const PaperSource& source, const Findings& findings) {
  sections.add("KẾT QUẢ KIỂM TRA");
  add_people(body, source);
  add_answers(body, source);
  sections.add("TỒN TẠI, HẠN CHẾ, VI PHẠM");
  add_findings(body, source, findings);
  sections.add("KIẾN NGHỊ");
  add_recommendations(body, source, findings);
}

}  // namespace

Paper report_of(const PaperSource& source, const IssuingBody& body) {
  const auto& inspection = source.inspection;
  const auto findings = findings_of(source, Stand::now);
  auto paper = begun(source, body, "BC", "BÁO CÁO", inspection::Paper::report);
  paper.bases = bases_of(source);
  const auto addressee = reported_to(source);
  if (!addressee.empty()) paper.addressees = {addressee};
  paper.body.emplace_back(
      Paragraph{fmt::format("{} báo cáo kết quả kiểm tra như sau:", office_word(inspection.prepared.team))});
  Sections sections(paper.body);
  sections.add("THÔNG TIN CHUNG");
  paper.body.emplace_back(Paragraph{when(inspection)});
  add_place_and_form(paper.body, source);
  if (const auto minutes = minutes_named(inspection); !minutes.empty()) {
    paper.body.emplace_back(Paragraph{minutes});
  }
  add_team_and_head(paper.body, source);
  add_results(paper.body, sections, source, findings);
  if (inspection.ended) {
    sections.add("Ý KIẾN CỦA ĐƠN VỊ ĐƯỢC KIỂM TRA");
    add_views(paper.body, inspection, findings);
  }
  add_handling(paper.body, sections, findings);
  paper.body.emplace_back(
      Paragraph{fmt::format("Trên đây là báo cáo kết quả kiểm tra tại {}./.", unit_of(source))});
  paper.signers = {leader_of(inspection)};
  paper.recipients = {addressee.empty() ? unit_of(source) : "Như trên", file_line(inspection)};
  return paper;
}

Paper notice_of(const PaperSource& source, const IssuingBody& body) {
  const auto& inspection = source.inspection;
  auto paper = begun(source, body, "TB", "THÔNG BÁO", inspection::Paper::notice);
  const auto day = std::chrono::floor<std::chrono::days>(inspection.started_at);
  const auto minutes = inspection.paper(inspection::Paper::minutes);
  paper.body.emplace_back(Paragraph{fmt::format(
      "{}, {} đã kiểm tra {} việc chấp hành kỷ luật, kỷ cương hành chính tại {}{}. Kết quả kiểm tra như sau:",
      documents::capitalized(full_date(day)), office_word(inspection.prepared.team),
      office_word(inspection.prepared.form), unit_of(source),
      minutes == nullptr ? "" : fmt::format(" (Biên bản số {})", minutes->number))});
  Sections sections(paper.body);
  add_results(paper.body, sections, source, findings_of(source, Stand::now));
  paper.body.emplace_back(Paragraph{
      fmt::format("Đề nghị {} tổ chức thực hiện các kiến nghị nêu trên, báo cáo kết quả khắc phục kèm theo "
                  "tài liệu chứng minh đúng thời hạn./.",
                  unit_of(source))});
  paper.signers = {signer_of(body)};
  paper.recipients = {unit_of(source), file_line(inspection)};
  return paper;
}

}  // namespace badge::app
