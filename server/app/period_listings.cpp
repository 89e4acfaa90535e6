#include "server/app/period_listings.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "server/app/papers/attendance_figures.hpp"
#include "server/app/say.hpp"
#include "server/documents/unicode.hpp"

namespace badge::app {
namespace {

using attendance::Tally;

/// Counts of sessions, and the rate with what it is a part of beside it.
void add_figure_columns(std::vector<ListingColumn>& columns, const Say& say) {
  const std::vector<ListingColumn> figures = {{"sessions_due", say("Buổi phải làm", "Sessions due"), 7},
                                              {"rated", say("Buổi được tính tỷ lệ", "Sessions rated"), 7},
                                              {"on_time", say("Đúng giờ", "On time"), 7},
                                              {"on_time_rate", say("Tỷ lệ đúng giờ", "On-time rate"), 7},
                                              {"late", say("Đi muộn", "Late"), 8},
                                              {"late_min", say("Phút đi muộn", "Minutes late"), 7},
                                              {"early", say("Về sớm", "Left early"), 8},
                                              {"early_min", say("Phút về sớm", "Minutes early"), 7},
                                              {"missing", say("Thiếu lượt quét", "Missing taps"), 8},
                                              {"absent", say("Vắng chưa có giấy tờ", "Absent, no paper"), 8},
                                              {"excused", say("Vắng có lý do", "Excused"), 8},
                                              {"exempt", say("Miễn chấm công", "Exempt"), 8},
                                              {"provisional", say("Chưa đủ dữ liệu", "Not enough data"), 8}};
  columns.insert(columns.end(), figures.begin(), figures.end());
}

void add_comparison_columns(std::vector<ListingColumn>& columns, const Say& say) {
  columns.push_back({"late_before", say("Đi muộn kỳ so sánh", "Late, compared with"), 8});
  columns.push_back(
      {"on_time_rate_before", say("Tỷ lệ đúng giờ kỳ so sánh", "On-time rate, compared with"), 8});
}

ListingCell rate_of(const Tally& tally) {
  const auto rate = tally.on_time_rate();
  return rate ? ListingCell(*rate) : ListingCell();
}

void add_figures(std::vector<ListingCell>& row, const Tally& t) {
  const auto count = [&](std::uint32_t figure) { row.emplace_back(std::int64_t{figure}); };
  count(t.sessions_due);
  count(t.rated());
  count(t.on_time);
  row.push_back(rate_of(t));
  for (const auto figure :
       {t.late, t.late_min, t.early, t.early_min, t.missing, t.absent, t.excused, t.exempt, t.provisional}) {
    count(figure);
  }
}

void add_comparison(std::vector<ListingCell>& row, const Tally& before) {
  row.emplace_back(std::int64_t{before.late});
  row.push_back(rate_of(before));
}

std::vector<std::string> notes_of(const ReportPeriod& period, const std::string& whom, const Say& say) {
  return {documents::capitalized(period.name) + (whom.empty() ? "" : " – " + whom),
          say("So sánh với ", "Compared with ") + period.name_before,
          say("Tỷ lệ đúng giờ = số buổi đúng giờ / số buổi được tính (không kể buổi có giấy tờ, được miễn và "
              "chưa đủ dữ liệu)",
              "On-time rate = sessions on time / sessions rated (without those excused, exempt, or with not "
              "enough data)")};
}

std::string open_note(const PeriodUnits& report, const Say& say) {
  std::string list;
  for (const auto& month : report.months) {
    if (month.not_closed > 0)
      list += fmt::format("{}{} ({})", list.empty() ? "" : "; ", days_words(month.days), month.not_closed);
  }
  if (list.empty()) return {};
  return say("Bảng công chưa chốt (tháng, số đơn vị), số liệu còn có thể thay đổi: ",
             "Not closed (month, units), so figures may change: ") +
         list;
}

}  // namespace

Listing units_listing(const PeriodUnits& report, Count count, Language language) {
  const Say say(language);
  Listing listing;
  listing.title = say("TỔNG HỢP CHẤP HÀNH THỜI GIỜ LÀM VIỆC THEO ĐƠN VỊ", "HOURS KEPT, BY UNIT");
  listing.notes = notes_of(report.period, report.top ? report.top->name : "", say);
  if (auto open = open_note(report, say); !open.empty()) listing.notes.push_back(std::move(open));
  listing.columns = {{"unit_code", say("Mã đơn vị", "Unit code"), 12},
                     {"unit_name", say("Đơn vị", "Unit"), 28},
                     {"staff", say("Số người", "People"), 8}};
  add_figure_columns(listing.columns, say);
  add_comparison_columns(listing.columns, say);
  for (const auto& unit : report.rows) {
    const bool own = count == Count::own;
    const auto& tally = own ? unit.own : unit.subtree;
    auto& row = listing.rows.emplace_back();
    row = {unit.unit.code, unit.unit.name, std::int64_t{own ? unit.own_staff : unit.subtree_staff}};
    add_figures(row, tally);
    add_comparison(row, own ? unit.own_before : unit.subtree_before);
  }
  listing.total = {std::monostate{}, say("Cộng", "Total"), std::int64_t{report.staff}};
  add_figures(listing.total, report.total);
  add_comparison(listing.total, report.before);
  return listing;
}

Listing people_listing(const PeriodPeople& report, Language language) {
  const Say say(language);
  Listing listing;
  listing.title = say("TỔNG HỢP CHẤP HÀNH THỜI GIỜ LÀM VIỆC THEO NGƯỜI", "HOURS KEPT, BY PERSON");
  listing.notes = notes_of(report.period, report.unit.name, say);
  listing.columns = {{"staff_code", say("Mã số", "Staff code"), 10},
                     {"full_name", say("Họ và tên", "Name"), 20},
                     {"position", say("Chức vụ", "Position"), 14},
                     {"unit_code", say("Mã đơn vị", "Unit code"), 9},
                     {"unit_name", say("Đơn vị", "Unit"), 20}};
  add_figure_columns(listing.columns, say);
  add_comparison_columns(listing.columns, say);
  Tally total, before;
  for (const auto& [person, tally_before] : report.rows) {
    auto& row = listing.rows.emplace_back();
    row = {person.staff_code, person.full_name, person.position, person.unit.code, person.unit.name};
    add_figures(row, person.tally);
    add_comparison(row, tally_before);
    total += person.tally;
    before += tally_before;
  }
  listing.total = {std::monostate{}, say("Cộng", "Total"), std::monostate{}, std::monostate{},
                   std::monostate{}};
  add_figures(listing.total, total);
  add_comparison(listing.total, before);
  return listing;
}

namespace {

/// Rows are added by who has the months.
Listing year_sheet(const ReportPeriod& period, const std::string& whom, const Say& say) {
  Listing listing;
  listing.title = say("TỔNG HỢP CHẤP HÀNH THỜI GIỜ LÀM VIỆC TỪNG THÁNG", "HOURS KEPT, MONTH BY MONTH");
  listing.notes = notes_of(period, whom, say);
  listing.columns = {{"from", say("Từ ngày", "From"), 12},
                     {"to", say("Đến ngày", "To"), 12},
                     {"month", say("Tháng", "Month"), 12}};
  add_figure_columns(listing.columns, say);
  return listing;
}

void add_month(Listing& listing, const attendance::DateSpan& days, const Tally& tally) {
  auto& row = listing.rows.emplace_back();
  row = {date_listed(days.from), date_listed(days.to), days_words(days)};
  add_figures(row, tally);
}

void add_sums(Listing& listing, const ReportPeriod& period, const Tally& total, const Tally& before,
              const Say& say) {
  listing.total = {date_listed(period.days.from), date_listed(period.days.to), say("Cộng", "Total")};
  add_figures(listing.total, total);
  const auto rate = before.on_time_rate();
  listing.notes.push_back(fmt::format("{}: {} {}, {} {}, {} {}", documents::capitalized(period.name_before),
                                      say("đi muộn", "late"), before.late, say("về sớm", "left early"),
                                      before.early, say("tỷ lệ đúng giờ", "on-time rate"),
                                      rate ? fmt::format("{:.1f}%", *rate * 100) : "–"));
}

}  // namespace

Listing months_listing(const PeriodUnits& report, Language language) {
  const Say say(language);
  auto listing = year_sheet(report.period, report.top ? report.top->name : "", say);
  listing.columns.push_back({"not_closed", say("Đơn vị chưa chốt công", "Units not closed"), 9});
  std::size_t not_closed = 0;
  for (const auto& month : report.months) {
    add_month(listing, month.days, month.tally);
    listing.rows.back().emplace_back(static_cast<std::int64_t>(month.not_closed));
    not_closed += month.not_closed;
  }
  add_sums(listing, report.period, report.total, report.before, say);
  listing.total.emplace_back(static_cast<std::int64_t>(not_closed));
  return listing;
}

Listing months_listing(const PeriodPerson& report, Language language) {
  const Say say(language);
  const auto& person = report.months.back().person;
  auto listing = year_sheet(report.period, person.full_name + " (" + person.code + ")", say);
  for (const auto& month : report.months) add_month(listing, month.days_asked, month.tally);
  add_sums(listing, report.period, report.total, report.before, say);
  return listing;
}

}  // namespace badge::app
