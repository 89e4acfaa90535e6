#include "server/app/inspections/plan_paper.hpp"

#include <fmt/format.h>

#include "server/app/inspections/office_words.hpp"
#include "server/documents/paper_words.hpp"
#include "server/documents/unicode.hpp"

namespace badge::app {
namespace {

using documents::Align;
using documents::Heading;
using documents::Paper;
using documents::Paragraph;
using documents::Run;
using documents::Table;
using documents::Text;

/// "Kế hoạch kiểm tra hoạt động công vụ năm 2026" without the word that stands above it already.
std::string abstract_of(const inspection::PlanStated& plan) {
  constexpr std::string_view kind = "Kế hoạch ";
  std::string_view title = plan.title;
  if (title.empty())
    return fmt::format("Kiểm tra việc chấp hành kỷ luật, kỷ cương hành chính năm {}", plan.year);
  if (title.starts_with(kind)) title.remove_prefix(kind.size());
  return documents::capitalized(title);
}

std::string quarters_text(const std::vector<int>& quarters) {
  if (quarters.empty()) return "Trong năm";
  std::string text = "Quý ";
  for (const auto quarter : quarters)
    text += (quarter == quarters.front() ? "" : ", ") + documents::roman(quarter);
  return text;
}

Table lines_table(const inspection::Plan& plan) {
  Table table{.columns = {{"STT", 0.7, Align::centre},
                          {"Loại cơ quan, đơn vị", 3},
                          {"Số lượng", 1, Align::right},
                          {"Thời gian", 1.6}},
              .rows = {},
              .total = {},
              .caption = "Đơn vị tính: cơ quan, đơn vị"};
  int count = 0;
  for (const auto& line : plan.lines) {
    count += line.count;
    table.rows.push_back({std::to_string(table.rows.size() + 1), documents::capitalized(line.unit_kind),
                          documents::paper_number(line.count), quarters_text(line.quarters)});
  }
  table.total = {{"Cộng", 2}, documents::paper_number(count), ""};
  return table;
}

/// Ours, or the body that numbered the plan, as far as it is known.
IssuingBody issuer_of(const inspection::PlanStated& plan, const IssuingBody& body) {
  const bool is_ours = body.name.empty() || plan.number.find('/') == std::string::npos ||
                       plan.number.ends_with("/KH-" + body.symbol);
  return is_ours ? body : IssuingBody{"", documents::in_capitals(plan.issuer), "", body.place, ""};
}

Paragraph centred(std::string text) {
  return {Text{Run{.text = std::move(text), .bold = true}}, Align::centre};
}

Paragraph article(int number, std::string text) {
  return {Text{Run{.text = fmt::format("Điều {}. ", number), .bold = true}, Run{.text = std::move(text)}}};
}

/// Căn cứ of a decision stand below who decides, not above.
void add_bases(Body& body, const PaperSource& source, std::string_view team) {
  std::vector<std::string> bases;
  if (auto basis = basis_of(source); !basis.empty()) bases.push_back(std::move(basis));
  bases.push_back(fmt::format("Theo đề nghị của …………………… về việc thành lập {}", team));
  for (auto& line : documents::with_closing_signs(std::move(bases))) {
    body.emplace_back(Paragraph{Text{Run{.text = std::move(line), .italic = true}}});
  }
}

std::string task_text(const inspection::Prepared& prepared, std::string_view team) {
  std::string lists;
  for (const auto list : prepared.checklists) {
    lists += (lists.empty() ? "" : "; ") + std::string(office_word(list));
  }
  auto text = fmt::format("{} có nhiệm vụ kiểm tra {} các nội dung: {}", team, office_word(prepared.form),
                          sentence(lists.empty() ? "việc chấp hành kỷ luật, kỷ cương hành chính" : lists));
  text +=
      " Thời gian kiểm tra: " + (prepared.day ? full_date(*prepared.day) : "ngày …… tháng …… năm ………") + ".";
  return text +
         fmt::format(" {} lập biên bản, báo cáo kết quả và tự giải thể sau khi hoàn thành nhiệm vụ.", team);
}

}  // namespace

Paper plan_paper_of(const inspection::Plan& plan, const IssuingBody& ours) {
  const auto body = issuer_of(plan.stated, ours);
  Paper paper;
  paper.head = letterhead(body, "KH", nullptr, plan.stated.issued_on);
  paper.head.dated = dated(body, plan.stated.issued_on);
  set_number(paper.head, plan.stated.number);
  paper.kind = "KẾ HOẠCH";
  paper.abstract = abstract_of(plan.stated);
  paper.body = {
      Heading{"I. MỤC ĐÍCH, YÊU CẦU"},
      Paragraph{
          "1. Đánh giá việc chấp hành kỷ luật, kỷ cương hành chính, thời giờ làm việc và đeo thẻ của cán "
          "bộ, công chức, viên chức, người lao động; kịp thời biểu dương nơi làm tốt, chấn chỉnh, xử lý "
          "nơi còn tồn tại, hạn chế, vi phạm."},
      Paragraph{
          "2. Kiểm tra khách quan, đúng nội dung, thẩm quyền, không gây cản trở hoạt động bình thường của "
          "cơ quan, đơn vị được kiểm tra."},
      Heading{"II. ĐỐI TƯỢNG, SỐ LƯỢNG, THỜI GIAN"}};
  if (plan.lines.empty()) {
    paper.body.emplace_back(documents::WritingLines{3});
  } else {
    paper.body.emplace_back(lines_table(plan));
  }
  paper.body.emplace_back(
      Paragraph{"Ngoài các cuộc kiểm tra định kỳ nêu trên, tiến hành kiểm tra đột xuất, kiểm tra theo chỉ "
                "đạo của cấp có "
                "thẩm quyền hoặc theo phản ánh, kiến nghị của tổ chức, cá nhân."});
  paper.body.emplace_back(Heading{"III. TỔ CHỨC THỰC HIỆN"});
  paper.body.emplace_back(
      Paragraph{"1. Đoàn kiểm tra, tổ kiểm tra được thành lập theo quyết định; kết thúc mỗi cuộc kiểm tra "
                "lập biên bản và "
                "báo cáo kết quả."});
  paper.body.emplace_back(
      Paragraph{"2. Các cơ quan, đơn vị được kiểm tra phối hợp thực hiện, khắc phục tồn tại, hạn chế đúng "
                "thời hạn được "
                "kiến nghị./."});
  paper.signers = {signer_of(body)};
  paper.recipients = {"Các cơ quan, đơn vị được kiểm tra", "Lưu: VT"};
  return paper;
}

Paper decision_of(const PaperSource& source, const IssuingBody& body) {
  const auto& inspection = source.inspection;
  const auto& prepared = inspection.prepared;
  const auto team = std::string(office_word(prepared.team));
  Paper paper;
  paper.head = letterhead(body, "QĐ", nullptr, source.today);
  paper.draft = prepared.decision.empty();
  if (!paper.draft) set_number(paper.head, prepared.decision.substr(0, prepared.decision.find(' ')));
  paper.kind = "QUYẾT ĐỊNH";
  paper.abstract = "Thành lập " + team + "\n" + what_is_checked(source);
  const auto decider = signer_of(body).authority.front();
  paper.body.emplace_back(centred(body.name.empty() ? decider : decider + " " + body.name));
  add_bases(paper.body, source, team);
  paper.body.emplace_back(centred("QUYẾT ĐỊNH:"));
  paper.body.emplace_back(article(1, fmt::format("Thành lập {} gồm các ông (bà) có tên sau đây:", team)));
  std::vector<std::string> members;
  for (const auto& one : inspection.team) {
    members.push_back(fmt::format("{}. {}", members.size() + 1, team_line(one, prepared.team)));
  }
  for (auto& line : documents::with_closing_signs(std::move(members)))
    paper.body.emplace_back(Paragraph{line});
  if (inspection.team.empty()) paper.body.emplace_back(documents::WritingLines{3});
  paper.body.emplace_back(article(2, task_text(prepared, team)));
  paper.body.emplace_back(article(3, "Quyết định này có hiệu lực kể từ ngày ký."));
  paper.body.emplace_back(article(4, fmt::format("{} và các ông (bà) có tên tại Điều 1 chịu trách nhiệm thi "
                                                 "hành Quyết định này./.",
                                                 documents::capitalized(unit_of(source)))));
  paper.signers = {signer_of(body)};
  paper.recipients = {"Như Điều 4", file_line(inspection)};
  return paper;
}

}  // namespace badge::app
