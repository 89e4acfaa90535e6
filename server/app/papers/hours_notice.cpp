#include "server/app/papers/hours_notice.hpp"

#include <fmt/format.h>

#include "server/app/inspections/paper_parts.hpp"
#include "server/app/papers/slip_parts.hpp"
#include "server/app/sentences.hpp"
#include "server/documents/unicode.hpp"

namespace badge::app {
namespace {

using attendance::Season;
using documents::Align;
using documents::Paragraph;
using documents::Table;

constexpr int days_of_week = 7;

bool holds(std::uint8_t weekdays, int day) { return (weekdays >> day & 1) != 0; }

/// 0: Monday. 5 January 1970 was one.
std::string day_name(int day) {
  return weekday_text(attendance::Date(std::chrono::days(4 + day)), Language::vi);
}

Table hours_table(const Season& season) {
  Table table{.columns = {{"Buổi", 1.5}, {"Từ", 1, Align::centre}, {"Đến", 1, Align::centre}},
              .rows = {},
              .total = {},
              .caption = ""};
  for (const auto& session : season.sessions) {
    table.rows.push_back(
        {documents::capitalized(session.name), clock_text(session.start), clock_text(session.end)});
  }
  return table;
}

void add_season(std::vector<documents::Block>& body, const Season& season) {
  body.emplace_back(Paragraph{documents::capitalized(weekdays_words(season.weekdays)) +
                              ", trừ ngày nghỉ lễ, Tết và ngày nghỉ theo quy định:"});
  body.emplace_back(hours_table(season));
}

/// A number to call stands in one line.
std::string unbroken(std::string_view number) {
  std::string text;
  for (const char c : number) {
    if (c == ' ') {
      text += "\u00A0";
    } else {
      text += c;
    }
  }
  return text;
}

}  // namespace

std::string weekdays_words(std::uint8_t weekdays) {
  int first = 0;
  while (first < days_of_week && !holds(weekdays, first)) ++first;
  int last = days_of_week - 1;
  while (last > first && !holds(weekdays, last)) --last;
  if (first == days_of_week) return "không có ngày nào";
  std::string names;
  bool is_run = last - first > 1;
  for (int day = first; day <= last; ++day) {
    if (!holds(weekdays, day)) {
      is_run = false;
      continue;
    }
    names += (names.empty() ? "" : ", ") + day_name(day);
  }
  return is_run ? day_name(first) + " đến " + day_name(last) : names;
}

documents::Paper hours_notice_of(const PostedHours& hours, const IssuingBody& issuer) {
  documents::Paper paper;
  paper.head = letterhead(issuer, "TB", nullptr, hours.date);
  paper.kind = "NIÊM YẾT";
  paper.abstract = "Thời gian làm việc, tiếp nhận hồ sơ và trả kết quả\ncủa " + hours.unit_name;
  if (hours.season == nullptr) {
    paper.body.emplace_back(Paragraph{"Chưa có lịch làm việc nào được áp dụng cho đơn vị."});
  } else {
    add_season(paper.body, *hours.season);
  }
  if (hours.next != nullptr) {
    paper.body.emplace_back(Paragraph{documents::Text{documents::Run{
        .text = "Từ ngày " + date_text(hours.next->valid_from, Language::vi) + ":", .bold = true}}});
    add_season(paper.body, *hours.next);
  }
  add_or_lines(paper.body, "Đường dây nóng tiếp nhận phản ánh, kiến nghị về cải cách hành chính",
               unbroken(hours.hotline), 1);
  paper.signers = {signer_of(issuer)};
  paper.recipients = {"Niêm yết tại trụ sở", "Lưu: VT"};
  return paper;
}

}  // namespace badge::app
