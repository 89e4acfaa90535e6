#include "server/app/inspections/summary_paper.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <set>

#include "server/app/inspections/office_words.hpp"
#include "server/app/inspections/paper_parts.hpp"
#include "server/app/papers/attendance_figures.hpp"
#include "server/app/sentences.hpp"
#include "server/documents/paper_words.hpp"
#include "server/documents/unicode.hpp"

namespace badge::app {
namespace {

using documents::Align;
using documents::Heading;
using documents::Paragraph;
using documents::Row;
using documents::Table;
using inspection::FindingState;
using inspection::Indicator;

constexpr std::string_view nothing = "–";

int without_badge(const inspection::Wearing& wearing) { return wearing.share().of - wearing.share().part; }

Row unit_row(const std::string& number, const std::string& name, const InspectionResults::Unit& unit) {
  const auto& wearing = unit.wearing;
  return {number,
          name,
          figure_or_dash(unit.inspections),
          figure_or_dash(unit.own),
          share_words(wearing.share()),
          figure_or_dash(without_badge(wearing)),
          figure_or_dash(wearing.absent_without),
          figure_or_dash(unit.findings)};
}

void add_kinds(Body& body, const InspectionResults& results) {
  if (results.kinds.empty()) {
    body.emplace_back(Paragraph{"Không ghi nhận tồn tại, hạn chế, vi phạm trong kỳ."});
    return;
  }
  constexpr std::array states = {FindingState::open, FindingState::overdue, FindingState::repair_waits,
                                 FindingState::mended, FindingState::closed};
  Table table{.columns = {{"Nội dung", 3},
                          {"Chưa khắc phục", 1, Align::right},
                          {"Quá hạn", 1, Align::right},
                          {"Chờ xem xét", 1, Align::right},
                          {"Đã khắc phục", 1, Align::right},
                          {"Đã xử lý xong", 1, Align::right},
                          {"Đơn vị lặp lại", 1, Align::right}},
              .rows = {},
              .total = {},
              .caption = ""};
  for (const auto& kind : results.kinds) {
    Row row{documents::capitalized(office_word(kind.list))};
    for (const auto state : states) {
      const auto count = kind.states.find(state);
      row.emplace_back(figure_or_dash(count == kind.states.end() ? 0 : count->second));
    }
    row.emplace_back(figure_or_dash(kind.repeated));
    table.rows.push_back(std::move(row));
  }
  body.emplace_back(std::move(table));
}

std::string names(const std::vector<UnitName>& units) {
  std::string text;
  for (const auto& unit : units) text += (text.empty() ? "" : "; ") + unit.name;
  return text.empty() ? "không có" : text;
}

std::string reasons_text(const NamedUnit& unit) {
  std::string text;
  const auto add = [&](int count, std::string_view what) {
    if (count > 0) text += fmt::format("{}{} {}", text.empty() ? "" : "; ", count, what);
  };
  add(unit.overdue, "tồn tại quá hạn khắc phục");
  add(unit.repeated, "nội dung có tồn tại lặp lại");
  add(unit.without_badge, "lượt người không đeo thẻ đúng quy định");
  add(unit.absent_without, "lượt người vắng không có giấy tờ");
  return text;
}

/// "03/7/2026, 09/7/2026"; of more than a line of them how many, and the last.
std::string days_text(const std::vector<attendance::Date>& days) {
  constexpr std::size_t named_max = 3;
  if (days.size() > named_max)
    return fmt::format("{} ngày kiểm tra, gần nhất {}", days.size(), date_text(days.back(), Language::vi));
  std::string text;
  for (const auto day : days) text += (text.empty() ? "" : ", ") + date_text(day, Language::vi);
  return text;
}

void add_named(Body& body, const InspectionResults& results) {
  body.emplace_back(Paragraph{fmt::format(
      "1. Đề xuất biểu dương (ít nhất {} cuộc kiểm tra, mọi người phải đeo thẻ đều đeo, không ai vắng không "
      "có giấy tờ): {}.",
      praise_inspections_min, names(results.praised))});
  body.emplace_back(Paragraph{fmt::format(
      "2. Đề xuất phê bình, nêu tên (có tồn tại quá hạn khắc phục; hoặc trong ít nhất {} cuộc kiểm tra có "
      "tồn tại cùng nội dung, có người không đeo thẻ đúng quy định hay vắng không có giấy tờ){}",
      naming_inspections_min, results.named.empty() ? ": không có." : ":")});
  if (!results.named.empty()) {
    Table table{.columns = {{"Cơ quan, đơn vị", 2}, {"Lý do", 2.4}, {"Người đứng đầu lúc kiểm tra", 2.2}},
                .rows = {},
                .total = {},
                .caption = ""};
    for (const auto& unit : results.named) {
      std::string heads;
      for (const auto& head : unit.heads) {
        heads += fmt::format("{}{} ({})", heads.empty() ? "" : "; ", joined({head.who.name, head.who.job}),
                             days_text(head.days));
      }
      table.rows.push_back(
          {unit.unit_name, reasons_text(unit), heads.empty() ? "chưa xác định được" : heads});
    }
    body.emplace_back(std::move(table));
  }
  body.emplace_back(
      Paragraph{fmt::format("3. Đơn vị chưa tự kiểm tra trong kỳ: {}.", names(results.without_own))});
}

// ── What other systems say ──

struct Group {
  std::string_view title;
  std::vector<std::pair<Indicator, std::string_view>> columns;
};

const std::array<Group, 3>& groups() {
  static const std::array<Group, 3> all = {
      {{"Nhiệm vụ được giao",
        {{Indicator::tasks_in_time, "Đúng hạn"},
         {Indicator::tasks_late, "Quá hạn"},
         {Indicator::tasks_not_done, "Chưa hoàn thành"}}},
       {"Hồ sơ thủ tục hành chính",
        {{Indicator::dossiers_early, "Trước hạn"},
         {Indicator::dossiers_in_time, "Đúng hạn"},
         {Indicator::dossiers_late, "Trễ hạn"},
         {Indicator::dossiers_late_without_apology, "Trễ hạn, không có phiếu xin lỗi"}}},
       {"Dịch vụ công trực tuyến", {{Indicator::online_service_percent, "Tỷ lệ dịch vụ công trực tuyến"}}}}};
  return all;
}

std::string value_text(Indicator indicator, const std::optional<std::int64_t>& value) {
  if (!value) return std::string(nothing);
  if (inspection::is_rate(indicator)) return fmt::format("{},{}%", *value / 10, *value % 10);
  return documents::figure_text(*value);
}

const IndicatorTable::Figure& figure_of(const IndicatorTable::Unit& unit, Indicator indicator) {
  return unit.figures[static_cast<std::size_t>(indicator)];
}

std::string papers_of(const IndicatorTable::Unit& unit, const Group& group) {
  std::set<std::string> papers;
  for (const auto& [indicator, title] : group.columns) papers.insert(figure_of(unit, indicator).paper);
  papers.erase("");
  return fmt::format("{}", fmt::join(papers, "; "));
}

bool has_any(const IndicatorTable::Unit& unit, const Group& group) {
  return std::ranges::any_of(group.columns, [&](const auto& column) {
    const auto& figure = figure_of(unit, column.first);
    return figure.now || figure.before;
  });
}

Table group_table(const IndicatorTable& indicators, const Group& group) {
  Table table{
      .columns = {{"Cơ quan, đơn vị", 2.4}}, .rows = {}, .total = {}, .caption = "Trong ngoặc: kỳ trước"};
  for (const auto& [indicator, title] : group.columns)
    table.columns.push_back({std::string(title), 1.2, Align::right});
  table.columns.push_back({"Văn bản nguồn", 1.8});
  for (const auto& unit : indicators.units) {
    if (!has_any(unit, group)) continue;
    Row row{unit.unit.name};
    for (const auto& [indicator, title] : group.columns) {
      const auto& figure = figure_of(unit, indicator);
      row.emplace_back(figure.now || figure.before ? value_text(indicator, figure.now) + " (" +
                                                         value_text(indicator, figure.before) + ")"
                                                   : std::string(nothing));
    }
    row.emplace_back(papers_of(unit, group));
    table.rows.push_back(std::move(row));
  }
  return table;
}

void add_indicators(Body& body, const IndicatorTable& indicators) {
  int number = 0;
  for (const auto& group : groups()) {
    auto table = group_table(indicators, group);
    if (table.rows.empty()) continue;
    body.emplace_back(Heading{fmt::format("{}. {}", ++number, group.title), 2});
    body.emplace_back(std::move(table));
  }
  body.emplace_back(Paragraph{number == 0
                                  ? std::string("Chưa có số liệu của kỳ này và kỳ trước.")
                                  : fmt::format("Số liệu được nhập nguyên theo văn bản nguồn; so với {}.",
                                                period_words(indicators.before))});
}

}  // namespace

void add_inspected_units(Body& body, const InspectionResults& results) {
  Table table{.columns = {{"STT", 0.6, Align::centre},
                          {"Cơ quan, đơn vị", 2.6},
                          {"Cuộc kiểm tra", 0.9, Align::right},
                          {"Tự kiểm tra", 0.8, Align::right},
                          {"Đeo thẻ / đã kiểm tra", 1.6, Align::right},
                          {"Không đeo đúng", 0.9, Align::right},
                          {"Vắng không giấy tờ", 0.9, Align::right},
                          {"Tồn tại", 0.8, Align::right}},
              .rows = {},
              .total = {},
              .caption = "Mục tiêu: 100% đeo thẻ"};
  int findings = 0;
  for (const auto& unit : results.units) {
    findings += unit.findings;
    const auto name = unit.unit.code == results.unit.code && results.units.size() > 1
                          ? unit.unit.name + " (làm việc tại chính đơn vị)"
                          : unit.unit.name;
    table.rows.push_back(unit_row(std::to_string(table.rows.size() + 1), name, unit));
  }
  InspectionResults::Unit all;
  all.inspections = results.inspections;
  all.own = results.own;
  all.wearing = results.total;
  all.findings = findings;
  auto total = unit_row("", "", all);
  total.erase(total.begin(), total.begin() + 2);
  total.insert(total.begin(), documents::Cell("Cộng", 2));
  table.total = std::move(total);
  body.emplace_back(std::move(table));
}

documents::Paper summary_of(const InspectionResults& results, const IndicatorTable& indicators,
                            const IssuingBody& body, inspection::Date today) {
  documents::Paper paper;
  paper.head = letterhead(body, "BC", nullptr, today);
  paper.draft = results.days.to >= today;  // the period is not over
  paper.kind = "BÁO CÁO";
  paper.abstract =
      "Kết quả kiểm tra việc chấp hành kỷ luật, kỷ cương hành chính\n" + period_words(indicators.period);
  if (!results.unit.name.empty()) paper.abstract += " tại " + results.unit.name;
  Sections sections(paper.body);
  sections.add("KẾT QUẢ KIỂM TRA");
  paper.body.emplace_back(Paragraph{
      fmt::format("Từ {} đến {} có {} cuộc kiểm tra, trong đó {} cuộc tự kiểm tra. Đeo thẻ đúng quy "
                  "định trong số người phải đeo thẻ đã kiểm tra: {}.",
                  full_date(results.days.from), full_date(results.days.to), results.inspections, results.own,
                  share_words(results.total.share()))});
  add_inspected_units(paper.body, results);
  sections.add("TỒN TẠI THEO NỘI DUNG");
  add_kinds(paper.body, results);
  sections.add("BIỂU DƯƠNG, PHÊ BÌNH");
  add_named(paper.body, results);
  sections.add("CHỈ TIÊU TỪ HỆ THỐNG KHÁC");
  add_indicators(paper.body, indicators);
  paper.body.emplace_back(
      Paragraph{fmt::format("Trên đây là báo cáo kết quả kiểm tra {}./.", period_words(indicators.period))});
  paper.signers = {signer_of(body)};
  paper.recipients = {"…………………", "Lưu: VT"};
  return paper;
}

}  // namespace badge::app
