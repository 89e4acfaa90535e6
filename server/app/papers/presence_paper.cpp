#include "server/app/papers/presence_paper.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "server/app/inspections/paper_parts.hpp"
#include "server/app/papers/attendance_figures.hpp"
#include "server/app/sentences.hpp"
#include "server/documents/unicode.hpp"

namespace badge::app {
namespace {

using attendance::Presence;
using documents::Align;
using documents::Paragraph;
using documents::Table;

constexpr std::string_view nobody = "Không có ai.";

std::string moment_words(attendance::LocalTime now) {
  const auto day = std::chrono::floor<std::chrono::days>(now);
  return time_of_day(now) + ", " + weekday_text(day, Language::vi) + ", " + full_date(day);
}

std::string counts_words(const NowCounts& counts) {
  return fmt::format(
      "Phải có mặt {} người: có mặt {}; vắng có giấy tờ {}; chưa quét thẻ {}; chưa đủ dữ liệu {}. Được miễn "
      "chấm "
      "công: {}.",
      counts.due, counts.present, counts.away, counts.not_seen, counts.unknown, counts.exempt);
}

/// A unit below the one that the page is of, without that one's name; of the unit itself nothing.
std::string name_below(const std::string& name, const std::string& top) {
  if (name == top) return {};
  const auto above = ", " + top;
  return name.ends_with(above) ? name.substr(0, name.size() - above.size()) : name;
}

/// Those who are there like this, with what is told of each.
void add_people(Body& body, Sections& sections, const NowReport& report, Presence presence,
                std::string_view title) {
  sections.add(title);
  Table table{
      .columns = {{"STT", 0.6, Align::centre}, {"Họ và tên", 2}, {"Chức vụ, đơn vị", 2.6}, {"Ghi nhận", 3.4}},
      .rows = {},
      .total = {},
      .caption = ""};
  for (const auto& row : report.rows) {
    if (row.presence != presence) continue;
    table.rows.push_back({std::to_string(table.rows.size() + 1), row.person.full_name,
                          joined({row.person.position, name_below(row.person.unit.name, report.unit.name)}),
                          row.text});
  }
  if (table.rows.empty()) {
    body.emplace_back(Paragraph{std::string(nobody)});
  } else {
    body.emplace_back(std::move(table));
  }
}

/// Of whom it is not known, by the reason: a silent reader is one line, whoever passes it.
void add_unknown(Body& body, Sections& sections, const NowReport& report) {
  sections.add("CHƯA ĐỦ DỮ LIỆU");
  std::vector<std::pair<std::string, std::vector<std::string>>> by_reason;
  for (const auto& row : report.rows) {
    if (row.presence != Presence::unknown) continue;
    auto found = std::ranges::find(by_reason, row.text, [](const auto& one) { return one.first; });
    if (found == by_reason.end()) found = by_reason.insert(by_reason.end(), {row.text, {}});
    found->second.push_back(row.person.full_name);
  }
  if (by_reason.empty()) {
    body.emplace_back(Paragraph{std::string(nobody)});
    return;
  }
  Table table{.columns = {{"Lý do", 2.6}, {"Số người", 0.7, Align::right}, {"Họ và tên", 5}},
              .rows = {},
              .total = {},
              .caption = ""};
  for (const auto& [reason, names] : by_reason)
    table.rows.push_back({documents::capitalized(reason), std::to_string(names.size()),
                          fmt::format("{}", fmt::join(names, ", "))});
  body.emplace_back(std::move(table));
}

documents::Row unit_row(const std::string& name, const NowCounts& counts) {
  const auto figure = [](std::size_t count) { return figure_or_dash(static_cast<std::int64_t>(count)); };
  return {name,
          figure(counts.due),
          figure(counts.present),
          figure(counts.away),
          figure(counts.not_seen),
          figure(counts.unknown)};
}

/// Of people who work in the unit itself and in none below it.
NowCounts own_counts(const NowReport& report) {
  auto own = report.counts;
  for (const auto& [unit, counts, open_slots] : report.units) {
    own.people -= counts.people;
    own.due -= counts.due;
    own.present -= counts.present;
    own.away -= counts.away;
    own.not_seen -= counts.not_seen;
    own.unknown -= counts.unknown;
    own.exempt -= counts.exempt;
  }
  return own;
}

void add_units(Body& body, const NowReport& report) {
  if (report.units.empty()) return;
  Table table{.columns = {{"Cơ quan, đơn vị", 3},
                          {"Phải có mặt", 1, Align::right},
                          {"Có mặt", 1, Align::right},
                          {"Có giấy tờ", 1, Align::right},
                          {"Chưa quét thẻ", 1, Align::right},
                          {"Chưa đủ dữ liệu", 1, Align::right}},
              .rows = {},
              .total = {},
              .caption = ""};
  if (const auto own = own_counts(report); own.people > 0)
    table.rows.push_back(unit_row("Làm việc tại chính đơn vị", own));
  for (const auto& [unit, counts, open_slots] : report.units)
    table.rows.push_back(unit_row(name_below(unit.name, report.unit.name), counts));
  table.total = unit_row("Cộng", report.counts);
  body.emplace_back(std::move(table));
}

void add_slots(Body& body, Sections& sections, const NowReport& report) {
  if (report.slots.empty()) return;
  sections.add("CA TRỰC CHƯA ĐỦ NGƯỜI");
  for (const auto& slot : report.slots) {
    body.emplace_back(Paragraph{fmt::format("- {}, {} ({}–{}): {}.", slot.unit.name, slot.schedule, slot.from,
                                            slot.until, slot.text)});
  }
}

}  // namespace

documents::Paper presence_paper_of(const NowReport& report) {
  documents::Paper paper;
  paper.kind = "TÌNH HÌNH CÓ MẶT";
  paper.abstract = moment_words(report.now);
  if (!report.unit.name.empty()) paper.abstract = report.unit.name + "\n" + paper.abstract;
  auto& body = paper.body;
  body.emplace_back(Paragraph{counts_words(report.counts)});
  add_units(body, report);
  Sections sections(body);
  add_people(body, sections, report, Presence::away, "VẮNG CÓ GIẤY TỜ");
  add_people(body, sections, report, Presence::not_seen, "CHƯA QUÉT THẺ, CHƯA CÓ GIẤY TỜ");
  add_unknown(body, sections, report);
  add_slots(body, sections, report);
  const auto listed = static_cast<std::size_t>(
      std::ranges::count_if(report.rows, [](const NowRow& row) { return row.presence != Presence::off; }));
  if (listed < report.counts.due) {
    body.emplace_back(
        Paragraph{fmt::format("Đơn vị có hơn {} người: chỉ nêu tên người làm việc tại chính đơn vị; in riêng "
                              "từng đơn vị bên trong để "
                              "có đủ tên.",
                              now_people_max)});
  }
  return paper;
}

}  // namespace badge::app
