#include "server/app/inspections/minutes_people.hpp"

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

/// The frozen paper, or the one that an inspector was shown.
std::string paper_of(const Inspection& inspection, const Listed& listed) {
  if (!listed.paper.empty()) return listed.paper;
  const auto* seen = inspection::seen_of(inspection.marks, listed.staff_code);
  return seen == nullptr ? "" : seen->paper();
}

/// The kind of the frozen paper; whose paper came later, or is on paper alone, has none.
std::string kind_of_absence(const Listed& listed) {
  return listed.paper_kind.empty() ? "giấy tờ xuất trình khi kiểm tra" : absence_word(listed.paper_kind);
}

std::string reported(const Inspection& inspection, const Listed& listed) {
  if (!listed.reported_at) return {};
  const bool late = *listed.reported_at > inspection.started_at;
  return minute_words(*listed.reported_at) + (late ? ", sau khi bắt đầu kiểm tra" : "");
}

std::string kinds_of_absences(const Inspection& inspection, List list) {
  std::map<std::string, int> kinds;
  for (const auto& listed : list) {
    if (observed_of(inspection, listed) == Observed::absent_with_paper) ++kinds[kind_of_absence(listed)];
  }
  std::string text;
  for (const auto& [kind, count] : kinds) {
    text += fmt::format("{}{} {}", text.empty() ? "" : ", ", kind, documents::paper_number(count));
  }
  return text.empty() ? text : " (" + text + ")";
}

void add_numbers(std::vector<Block>& body, const Inspection& inspection, List list, const Wearing& sum) {
  body.emplace_back(Heading{"1. Số người theo danh sách tại thời điểm kiểm tra", 2});
  body.emplace_back(Paragraph{"Theo danh sách: " + people_count(sum.listed) + ", trong đó:"});
  std::vector<std::string> lines = {
      "- Có mặt: " + people_count(sum.present()),
      "- Vắng có giấy tờ: " + people_count(sum.absent_with_paper) + kinds_of_absences(inspection, list),
      "- Vắng không có giấy tờ: " + people_count(sum.absent_without)};
  if (sum.disputed > 0)
    lines.push_back("- Người kiểm tra ghi nhận chưa thống nhất: " + people_count(sum.disputed));
  if (sum.not_checked() > 0) lines.push_back("- Chưa kiểm tra: " + people_count(sum.not_checked()));
  for (auto& line : documents::with_closing_signs(std::move(lines))) body.emplace_back(Paragraph{line});
}

void add_absent(std::vector<Block>& body, const Inspection& inspection, List list) {
  Table table{.columns = {{"STT", 0.75, Align::centre},
                          {"Họ và tên", 2.2},
                          {"Chức vụ, vị trí việc làm", 1.8},
                          {"Lý do vắng", 1.7},
                          {"Số giấy tờ", 1.75},
                          {"Thời điểm báo", 2}},
              .rows = {},
              .total = {},
              .caption = ""};
  for (const auto& listed : list) {
    const auto observed = observed_of(inspection, listed);
    const bool with = observed == Observed::absent_with_paper;
    if (!with && observed != Observed::absent_without) continue;
    table.rows.push_back({std::to_string(table.rows.size() + 1), listed.full_name, listed.job,
                          documents::capitalized(with ? kind_of_absence(listed) : "không có giấy tờ"),
                          paper_of(inspection, listed), reported(inspection, listed)});
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

void add_people(std::vector<Block>& body, const Inspection& inspection, List list) {
  const auto sum = inspection::wearing_of(list, inspection.marks);
  add_numbers(body, inspection, list, sum);
  add_absent(body, inspection, list);
  add_wearing(body, inspection, list, sum);
  add_tapped_but_gone(body, inspection, list);
}

}  // namespace badge::app
