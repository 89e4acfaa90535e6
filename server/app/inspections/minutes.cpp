#include "server/app/inspections/minutes.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "server/app/inspections/minutes_people.hpp"
#include "server/app/inspections/office_words.hpp"
#include "server/documents/paper_words.hpp"
#include "server/documents/unicode.hpp"

namespace badge::app {
namespace {

using documents::Block;
using documents::Heading;
using documents::Paper;
using documents::Paragraph;
using documents::Table;
using inspection::Finding;
using inspection::Inspection;
using inspection::State;
using inspection::TeamRole;

std::chrono::local_days day_of(inspection::LocalTime at) { return std::chrono::floor<std::chrono::days>(at); }

std::string full_date(std::chrono::local_days day) {
  return documents::date_words(std::chrono::year_month_day(day));
}

std::string time_of_day(inspection::LocalTime at) {
  return documents::time_words(std::chrono::floor<std::chrono::minutes>(at - day_of(at)));
}

std::string joined(std::initializer_list<std::string_view> parts) {
  std::string text;
  for (const auto part : parts) {
    if (part.empty()) continue;
    if (!text.empty()) text += ", ";
    text += part;
  }
  return text;
}

std::string unit_of(const Inspection& inspection) {
  const auto& unit = inspection.started->unit_name;
  return unit.empty() ? inspection.prepared.place : unit;
}

std::string basis_of(const MinutesOf& source) {
  const auto& prepared = source.inspection.prepared;
  switch (prepared.basis) {
    case inspection::Basis::plan:
      if (source.plan != nullptr) {
        const auto& plan = source.plan->stated;
        return fmt::format("Căn cứ {} số {} {} của {}", plan.title.empty() ? "Kế hoạch kiểm tra" : plan.title,
                           plan.number, full_date(plan.issued_on), plan.issuer);
      }
      return prepared.paper.empty() ? "" : fmt::format("Căn cứ {}", prepared.paper);
    case inspection::Basis::order:
      return fmt::format("Thực hiện chỉ đạo của {}{}", prepared.ordered_by,
                         prepared.paper.empty() ? "" : " tại " + prepared.paper);
    case inspection::Basis::feedback:
      return "Theo phản ánh, kiến nghị của tổ chức, cá nhân";
    case inspection::Basis::own:
      return "Thực hiện việc tự kiểm tra của cơ quan, đơn vị";
  }
  return {};
}

std::vector<std::string> bases_of(const MinutesOf& source) {
  std::vector<std::string> bases;
  if (auto basis = basis_of(source); !basis.empty()) bases.push_back(std::move(basis));
  const auto& prepared = source.inspection.prepared;
  if (!prepared.decision.empty()) {
    bases.push_back(fmt::format("Căn cứ Quyết định số {} về việc thành lập {}", prepared.decision,
                                office_word(prepared.team)));
  }
  return bases;
}

void add_opening(std::vector<Block>& body, const Inspection& inspection) {
  const auto& prepared = inspection.prepared;
  body.emplace_back(Paragraph{"Thời gian bắt đầu: " + time_of_day(inspection.started_at) + ", " +
                              full_date(day_of(inspection.started_at)) + "."});
  body.emplace_back(Paragraph{
      "Địa điểm: " + sentence(prepared.place.empty() ? inspection.started->unit_name : prepared.place)});
  body.emplace_back(Paragraph{fmt::format("Hình thức: kiểm tra {}.", office_word(prepared.form))});
  std::string lists;
  for (const auto list : prepared.checklists) {
    lists += (lists.empty() ? "" : "; ") + std::string(office_word(list));
  }
  if (!lists.empty()) body.emplace_back(Paragraph{"Nội dung: " + sentence(lists)});
}

void add_presence(std::vector<Block>& body, const Inspection& inspection) {
  body.emplace_back(Heading{"I. THÀNH PHẦN"});
  body.emplace_back(Heading{fmt::format("1. {}", office_word(inspection.prepared.team)), 2});
  std::vector<std::string> team;
  for (const auto& one : inspection.team) {
    team.push_back("- " + joined({one.full_name, one.job, office_word(one.role, inspection.prepared.team)}));
  }
  for (auto& line : documents::with_closing_signs(std::move(team))) body.emplace_back(Paragraph{line});
  body.emplace_back(Heading{"2. Đơn vị được kiểm tra", 2});
  const auto& head = inspection.started->head;
  if (head.name.empty()) {
    body.emplace_back(
        Paragraph{"- Chưa xác định được người chịu trách nhiệm điều hành đơn vị tại thời điểm kiểm tra."});
  } else {
    body.emplace_back(Paragraph{"- " + sentence(joined({head.name, head.job, office_word(head.role)}) +
                                                (head.paper.empty() ? "" : " theo " + head.paper))});
  }
  if (inspection.ended && !inspection.ended->signed_by.empty()) {
    body.emplace_back(Paragraph{"- Đại diện đơn vị ký biên bản: " + sentence(inspection.ended->signed_by)});
  }
}

void add_answers(std::vector<Block>& body, const MinutesOf& source) {
  if (source.inspection.answers.empty()) return;
  Table table{
      .columns = {{"STT", 0.75, documents::Align::centre}, {"Nội dung", 4}, {"Kết quả", 1.8}, {"Ghi chú", 2}},
      .rows = {},
      .total = {},
      .caption = ""};
  for (const auto& line : source.inspection.answers) {
    const auto& answered = line.answered;
    const auto text = source.line_text ? source.line_text(answered) : answered.line;
    table.rows.push_back({std::to_string(table.rows.size() + 1), text,
                          documents::capitalized(office_word(answered.answer)), answered.note});
  }
  body.emplace_back(Heading{"4. Nội dung kiểm tra khác", 2});
  body.emplace_back(std::move(table));
}

/// Those that stood in it when it was signed.
std::vector<const Finding*> findings_of(const Inspection& inspection) {
  std::vector<const Finding*> findings;
  for (const auto& finding : inspection.findings) {
    if (!inspection.ended || finding.at <= inspection.ended_at) findings.push_back(&finding);
  }
  return findings;
}

std::string finding_text(const MinutesOf& source, const Finding& finding) {
  const auto& found = finding.found;
  auto text = sentence(found.text);
  if (!found.rule.empty()) text += " Quy định: " + sentence(found.rule);
  if (!found.house_rule.empty()) text += " Nội quy, quy chế của cơ quan: " + sentence(found.house_rule);
  std::string names;
  for (const auto& code : finding.people) {
    const auto listed = std::ranges::find(source.list, code, &inspection::Listed::staff_code);
    names += (names.empty() ? "" : ", ") + (listed == source.list.end() ? code : listed->full_name);
  }
  if (!names.empty()) text += " Người có liên quan: " + sentence(names);
  if (!found.head.name.empty()) {
    text += " Người chịu trách nhiệm điều hành tại thời điểm kiểm tra: " +
            sentence(joined({found.head.name, found.head.job}));
  }
  if (!found.evidence.empty()) text += " Tài liệu: " + sentence(found.evidence);
  return text;
}

void add_findings(std::vector<Block>& body, const MinutesOf& source) {
  const auto findings = findings_of(source.inspection);
  body.emplace_back(Heading{"III. TỒN TẠI, HẠN CHẾ, VI PHẠM"});
  for (std::size_t i = 0; i < findings.size(); ++i) {
    body.emplace_back(Paragraph{fmt::format("{}. {}", i + 1, finding_text(source, *findings[i]))});
  }
  if (findings.empty()) {
    body.emplace_back(Paragraph{"Không ghi nhận tồn tại, hạn chế, vi phạm trong phạm vi nội dung kiểm tra."});
  }
  body.emplace_back(Heading{"IV. KIẾN NGHỊ"});
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

void add_end(std::vector<Block>& body, const Inspection& inspection) {
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

Paper minutes_of(const MinutesOf& source, const IssuingBody& body) {
  const auto& inspection = source.inspection;
  Paper paper;
  paper.head = {.superior = body.superior,
                .issuer = body.name,
                .number = {},
                .symbol = body.symbol.empty() ? "" : "BB-" + body.symbol,
                .dated = {}};
  paper.draft = inspection.state != State::ended;
  paper.kind = "BIÊN BẢN";
  paper.abstract = "Kiểm tra việc chấp hành kỷ luật, kỷ cương hành chính\ntại " + unit_of(inspection);
  paper.bases = bases_of(source);
  add_opening(paper.body, inspection);
  add_presence(paper.body, inspection);
  paper.body.emplace_back(Heading{"II. KẾT QUẢ KIỂM TRA"});
  add_people(paper.body, source);
  add_answers(paper.body, source);
  add_findings(paper.body, source);
  add_end(paper.body, inspection);
  add_signers(paper, inspection);
  paper.recipients = {unit_of(inspection),
                      fmt::format("Lưu: VT, hồ sơ kiểm tra số {}", inspection.started->number)};
  return paper;
}

}  // namespace badge::app
