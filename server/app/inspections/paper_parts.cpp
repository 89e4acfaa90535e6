#include "server/app/inspections/paper_parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "server/app/inspections/office_words.hpp"
#include "server/documents/paper_words.hpp"
#include "server/documents/unicode.hpp"
#include "server/inspection/checklists.hpp"

namespace badge::app {
namespace {

using documents::Heading;
using documents::Paragraph;
using documents::Table;
using inspection::Date;
using inspection::Finding;

constexpr const char* blank = "……………………";  // for a clerk

std::string or_blank(const std::string& text) { return text.empty() ? blank : text; }

Date day_of(inspection::LocalTime at) { return std::chrono::floor<std::chrono::days>(at); }

std::string finding_text(const PaperSource& source, const Finding& finding) {
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

}  // namespace

documents::Letterhead letterhead(const IssuingBody& body, std::string_view type,
                                 const inspection::Issued* issued, Date today) {
  documents::Letterhead head;
  head.superior = body.name.empty() ? or_blank(body.superior) : body.superior;
  head.issuer = or_blank(body.name);
  head.symbol = fmt::format("{}-{}", type, body.symbol.empty() ? "……" : body.symbol);
  head.dated = dated(body, issued == nullptr ? today : issued->date);
  if (issued == nullptr) {
    head.dated->day = std::nullopt;
  } else {
    set_number(head, issued->number);
  }
  return head;
}

void set_number(documents::Letterhead& head, std::string_view given) {
  const auto slash = given.find('/');
  const auto number = documents::trimmed(given.substr(0, slash));
  int value = 0;
  const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), value);
  const bool is_number = error == std::errc() && end == number.data() + number.size() && value >= 0;
  head.number = is_number ? documents::paper_number(value) : std::string(number);
  if (slash != std::string_view::npos) head.symbol = documents::trimmed(given.substr(slash + 1));
}

documents::PlaceAndDate dated(const IssuingBody& body, Date day) {
  const std::chrono::year_month_day date(day);
  return {or_blank(body.place), date.year() / date.month(), date.day()};
}

documents::Signer signer_of(const IssuingBody& body) { return {{or_blank(body.signer)}, "", "", ""}; }

std::string unit_of(const PaperSource& source) {
  const auto& inspection = source.inspection;
  if (inspection.started && !inspection.started->unit_name.empty()) return inspection.started->unit_name;
  return source.unit_name.empty() ? inspection.prepared.place : source.unit_name;
}

std::string what_is_checked(const PaperSource& source) {
  return "việc chấp hành kỷ luật, kỷ cương hành chính\ntại " + unit_of(source);
}

std::string basis_of(const PaperSource& source) {
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

std::vector<std::string> bases_of(const PaperSource& source) {
  std::vector<std::string> bases;
  if (auto basis = basis_of(source); !basis.empty()) bases.push_back(std::move(basis));
  const auto& prepared = source.inspection.prepared;
  if (!prepared.decision.empty()) {
    bases.push_back(fmt::format("Căn cứ Quyết định số {} về việc thành lập {}", prepared.decision,
                                office_word(prepared.team)));
  }
  return bases;
}

std::string team_line(const inspection::Joined& one, inspection::TeamKind team) {
  return joined({one.full_name, one.job, office_word(one.role, team)});
}

std::string file_line(const inspection::Inspection& inspection) {
  return inspection.started ? fmt::format("Lưu: VT, hồ sơ kiểm tra số {}", inspection.started->number)
                            : "Lưu: VT, hồ sơ kiểm tra";
}

std::string full_date(Date day) { return documents::date_words(std::chrono::year_month_day(day)); }

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

void Sections::add(std::string_view title) {
  body_.emplace_back(Heading{fmt::format("{}. {}", documents::roman(++number_), title)});
}

void add_place_and_form(Body& body, const PaperSource& source) {
  const auto& prepared = source.inspection.prepared;
  body.emplace_back(
      Paragraph{"Địa điểm: " + sentence(prepared.place.empty() ? unit_of(source) : prepared.place)});
  body.emplace_back(Paragraph{fmt::format("Hình thức: kiểm tra {}.", office_word(prepared.form))});
  std::string lists;
  for (const auto list : prepared.checklists) {
    lists += (lists.empty() ? "" : "; ") + std::string(office_word(list));
  }
  if (!lists.empty()) body.emplace_back(Paragraph{"Nội dung: " + sentence(lists)});
}

void add_team_and_head(Body& body, const PaperSource& source) {
  const auto& inspection = source.inspection;
  body.emplace_back(Heading{fmt::format("1. {}", office_word(inspection.prepared.team)), 2});
  std::vector<std::string> team;
  for (const auto& one : inspection.team) team.push_back("- " + team_line(one, inspection.prepared.team));
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

void add_answers(Body& body, const PaperSource& source) {
  if (source.inspection.answers.empty()) return;
  Table table{
      .columns = {{"STT", 0.75, documents::Align::centre}, {"Nội dung", 4}, {"Kết quả", 1.8}, {"Ghi chú", 2}},
      .rows = {},
      .total = {},
      .caption = ""};
  for (const auto& line : source.inspection.answers) {
    const auto& answered = line.answered;
    const auto* asked = inspection::checklist_line(answered.list, answered.version, answered.line);
    const auto text = asked == nullptr ? answered.line : std::string(asked->vietnamese);
    table.rows.push_back({std::to_string(table.rows.size() + 1), text,
                          documents::capitalized(office_word(answered.answer)), answered.note});
  }
  body.emplace_back(Heading{"4. Nội dung kiểm tra khác", 2});
  body.emplace_back(std::move(table));
}

std::vector<const Finding*> findings_of(const PaperSource& source, Stand stand) {
  const auto& inspection = source.inspection;
  std::vector<const Finding*> findings;
  for (const auto& finding : inspection.findings) {
    const bool stood = !inspection.ended || finding.at <= inspection.ended_at;
    if (stood || stand == Stand::now) findings.push_back(&finding);
  }
  return findings;
}

void add_findings(Body& body, const PaperSource& source, std::span<const Finding* const> findings) {
  for (std::size_t i = 0; i < findings.size(); ++i) {
    body.emplace_back(Paragraph{fmt::format("{}. {}", i + 1, finding_text(source, *findings[i]))});
  }
  if (findings.empty()) {
    body.emplace_back(Paragraph{"Không ghi nhận tồn tại, hạn chế, vi phạm trong phạm vi nội dung kiểm tra."});
  }
}

}  // namespace badge::app
