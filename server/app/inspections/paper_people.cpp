#include "server/app/inspections/paper_people.hpp"

#include <fmt/format.h>

#include <map>
#include <string>

#include "server/app/inspections/office_words.hpp"
#include "server/documents/paper_words.hpp"
#include "server/documents/unicode.hpp"
#include "server/inspection/wearing.hpp"

namespace badge::app {
namespace {

using documents::Align;
using documents::Block;
using documents::Heading;
using documents::Paragraph;
using documents::Table;
using inspection::Inspection;
using inspection::Listed;
using inspection::Observed;
using inspection::Seen;
using inspection::Wearing;

using List = std::span<const Listed>;

/// What holds of somebody; nothing: nobody looked, or they disagree.
std::optional<Observed> observed_of(const Inspection& inspection, const Listed& listed) {
  const auto* seen = inspection::seen_of(inspection.marks, listed.staff_code);
  return seen == nullptr ? std::nullopt : seen->holds;
}

std::string notes_of(const Inspection& inspection, const Listed& listed) {
  std::string notes;
  const auto* seen = inspection::seen_of(inspection.marks, listed.staff_code);
  if (seen == nullptr) return notes;
  for (const auto& word : seen->words) {
    if (!word.note.empty()) notes += (notes.empty() ? "" : "; ") + word.note;
  }
  return notes;
}

/// The paper of somebody who is absent, as the table shows it.
struct AbsencePaper {
  std::string kind, number, reported;
};

std::string report_of(const Inspection& inspection, std::optional<inspection::LocalTime> at) {
  if (!at) return {};
  return minute_words(*at) + (*at > inspection.started_at ? ", sau khi bắt đầu kiểm tra" : "");
}

/// The frozen paper; else one that was filed while the inspection went on; else the one that an inspector was
/// shown, of which the list knows no kind.
AbsencePaper paper_of(const PaperSource& source, const Listed& listed) {
  const auto& inspection = source.inspection;
  if (!listed.paper_kind.empty()) {
    return {absence_word(listed.paper_kind), listed.paper, report_of(inspection, listed.reported_at)};
  }
  const auto late = source.late.find(listed.staff_code);
  if (late != source.late.end()) {
    const auto& [kind, number, reported_at] = late->second;
    const bool in_time = !inspection.ended || (reported_at && *reported_at <= inspection.ended_at);
    if (in_time) return {absence_word(kind), number, report_of(inspection, reported_at)};
  }
  const auto* seen = inspection::seen_of(inspection.marks, listed.staff_code);
  return {"giấy tờ xuất trình khi kiểm tra", seen == nullptr ? "" : seen->paper(), ""};
}

std::string kinds_of_absences(const PaperSource& source) {
  std::map<std::string, int> kinds;
  for (const auto& listed : source.list) {
    const bool with_paper = observed_of(source.inspection, listed) == Observed::absent_with_paper;
    if (with_paper) ++kinds[paper_of(source, listed).kind];
  }
  std::string text;
  for (const auto& [kind, count] : kinds) {
    text += fmt::format("{}{} {}", text.empty() ? "" : ", ", kind, documents::paper_number(count));
  }
  return text.empty() ? text : " (" + text + ")";
}

void add_numbers(std::vector<Block>& body, const PaperSource& source, const Wearing& sum) {
  body.emplace_back(Heading{"1. Số người theo danh sách tại thời điểm kiểm tra", 2});
  body.emplace_back(Paragraph{"Theo danh sách: " + people_count(sum.listed) + ", trong đó:"});
  std::vector<std::string> lines = {
      "- Có mặt: " + people_count(sum.present()),
      "- Vắng có giấy tờ: " + people_count(sum.absent_with_paper) + kinds_of_absences(source),
      "- Vắng không có giấy tờ: " + people_count(sum.absent_without)};
  if (sum.disputed > 0)
    lines.push_back("- Người kiểm tra ghi nhận chưa thống nhất: " + people_count(sum.disputed));
  if (sum.not_checked() > 0) lines.push_back("- Chưa kiểm tra: " + people_count(sum.not_checked()));
  for (auto& line : documents::with_closing_signs(std::move(lines))) body.emplace_back(Paragraph{line});
}

void add_absent(std::vector<Block>& body, const PaperSource& source) {
  Table table{.columns = {{"STT", 0.75, Align::centre},
                          {"Họ và tên", 2.2},
                          {"Chức vụ, vị trí việc làm", 1.8},
                          {"Lý do vắng", 1.7},
                          {"Số giấy tờ", 1.75},
                          {"Thời điểm báo", 2}},
              .rows = {},
              .total = {},
              .caption = ""};
  for (const auto& listed : source.list) {
    const auto observed = observed_of(source.inspection, listed);
    const bool with = observed == Observed::absent_with_paper;
    if (!with && observed != Observed::absent_without) continue;
    const auto paper = paper_of(source, listed);
    const auto reason = with ? documents::capitalized(paper.kind) : "Không có giấy tờ khi kiểm tra";
    table.rows.push_back({std::to_string(table.rows.size() + 1), listed.full_name, listed.job, reason,
                          paper.number, paper.reported});
  }
  if (!table.rows.empty()) body.emplace_back(std::move(table));
}

void add_badge_sums(std::vector<Block>& body, const Wearing& sum) {
  Table table{.columns = {{"Kết quả kiểm tra", 4}, {"Số người", 1, Align::right}},
              .rows = {},
              .total = {"Cộng số người được kiểm tra", documents::paper_number(sum.present())},
              .caption = ""};
  const std::pair<Observed, int> counts[] = {{Observed::worn, sum.worn},
                                             {Observed::worn_wrongly, sum.worn_wrongly},
                                             {Observed::not_worn, sum.not_worn},
                                             {Observed::someone_elses, sum.someone_elses},
                                             {Observed::not_issued, sum.not_issued},
                                             {Observed::exempt, sum.exempt}};
  for (const auto& [observed, count] : counts) {
    table.rows.push_back({documents::capitalized(office_word(observed)), documents::paper_number(count)});
  }
  body.emplace_back(std::move(table));
}

void add_wearing(std::vector<Block>& body, const Inspection& inspection, List list, const Wearing& sum) {
  body.emplace_back(Heading{"2. Việc đeo thẻ của những người được kiểm tra", 2});
  const auto share = sum.share();
  if (sum.present() == 0) {
    body.emplace_back(Paragraph{"Không có người nào được kiểm tra việc đeo thẻ."});
    return;
  }
  add_badge_sums(body, sum);
  if (const auto permille = share.permille()) {
    body.emplace_back(
        Paragraph{fmt::format("Tỷ lệ đeo thẻ đúng quy định: {}/{} người được kiểm tra thuộc diện phải đeo "
                              "thẻ ({},{}%).",
                              share.part, share.of, *permille / 10, *permille % 10)});
  }
  Table table{.columns = {{"STT", 0.75, Align::centre},
                          {"Họ và tên", 2.4},
                          {"Chức vụ, vị trí việc làm", 2},
                          {"Kết quả kiểm tra", 2},
                          {"Ghi chú", 2.2}},
              .rows = {},
              .total = {},
              .caption = ""};
  for (const auto& listed : list) {
    const auto observed = observed_of(inspection, listed);
    if (!observed || *observed == Observed::worn || *observed > Observed::not_issued) continue;
    table.rows.push_back({std::to_string(table.rows.size() + 1), listed.full_name, listed.job,
                          documents::capitalized(office_word(*observed)), notes_of(inspection, listed)});
  }
  if (!table.rows.empty()) body.emplace_back(std::move(table));
}

void add_tapped_but_gone(std::vector<Block>& body, const Inspection& inspection, List list) {
  body.emplace_back(Heading{"3. Có quét thẻ nhưng không có mặt khi kiểm tra", 2});
  std::vector<std::string> lines;
  for (const auto& listed : list) {
    if (!inspection::tapped_but_gone(listed, inspection::seen_of(inspection.marks, listed.staff_code)))
      continue;
    auto line = "- " + listed.full_name;
    if (listed.first_tap) line += ": quét thẻ lúc " + minute_words(*listed.first_tap);
    if (listed.last_tap && listed.last_tap != listed.first_tap) {
      line += ", lần cuối lúc " + minute_words(*listed.last_tap);
    }
    lines.push_back(std::move(line));
  }
  if (lines.empty()) body.emplace_back(Paragraph{"Không có."});
  for (auto& line : documents::with_closing_signs(std::move(lines))) body.emplace_back(Paragraph{line});
}

}  // namespace

void add_people(std::vector<Block>& body, const PaperSource& source) {
  const auto sum = inspection::wearing_of(source.list, source.inspection.marks);
  add_numbers(body, source, sum);
  add_absent(body, source);
  add_wearing(body, source.inspection, source.list, sum);
  add_tapped_but_gone(body, source.inspection, source.list);
}

}  // namespace badge::app
