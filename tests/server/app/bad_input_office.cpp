#include <gtest/gtest.h>

#include <algorithm>

#include "tests/server/app/bad_input.hpp"
#include "tests/server/app/import_facts.hpp"

namespace badge::app::test {
namespace {

using namespace attendance;

struct Form {
  std::vector<std::string> columns, good_row;
};

const Form& form_of(ImportKind kind) {
  static const std::map<ImportKind, Form> forms = {
      {ImportKind::units,
       {{"code", "name", "kind", "parent_code", "valid_from", "valid_to"},
        {"PTC", "Phòng Tổ chức", "phòng", "SNV", "2026-01-01", ""}}},
      {ImportKind::staff,
       {{"code", "full_name", "unit_code", "position", "category", "valid_from", "valid_to", "list_order",
         "works_at", "entrances"},
        {"NV5", "Trần Thị Bình", "SNV", "Chuyên viên", "công chức", "2026-01-01", "", "5", "", ""}}},
      {ImportKind::badges,
       {{"staff_code", "uid", "valid_from", "valid_to", "state", "kind"},
        {"NV1", "04112233", "2026-01-01", "", "active", "own"}}},
      {ImportKind::card_numbers,
       {{"staff_code", "number", "valid_from", "valid_to"},
        {"NV1", "H10.001099000001.CC", "2026-01-01", ""}}},
      {ImportKind::temporary_cards,
       {{"label", "uid", "unit_code", "valid_from", "valid_to"},
        {"TT-03", "04665544", "SNV", "2026-01-01", ""}}},
      {ImportKind::entrances,
       {{"entrance", "unit_code", "valid_from", "valid_to"}, {"cong-b", "SNV", "2026-01-01", ""}}},
      {ImportKind::reader_ends,
       {{"entrance", "reader", "at", "ruled_by", "reason"},
        {"cong-a", "cong-a-1", "2026-03-09 08:00", "Lê Thị Hà", "Bị sét đánh hỏng"}}},
      {ImportKind::clock_rulings,
       {{"stream", "first_seq", "last_seq", "offset_s", "ruled_by", "reason"},
        {"a1", "11", "20", "3600", "Lê Thị Hà", "Hết pin đồng hồ"}}},
      {ImportKind::assignments,
       {{"schedule", "unit_code", "staff_code", "valid_from", "valid_to"},
        {"hanh-chinh", "SNV", "", "2026-01-01", ""}}},
      {ImportKind::calendar,
       {{"date", "kind", "name", "works_like", "unit_code", "from_time", "except_units", "except_staff",
         "paper"},
        {"2026-09-02", "holiday", "Quốc khánh", "", "", "", "", "", ""}}},
      {ImportKind::heads,
       {{"unit_code", "staff_code", "role", "valid_from", "valid_to", "paper"},
        {"SXD", "NV2", "head", "2026-01-01", "", "QĐ 5"}}},
      {ImportKind::successions,
       {{"from_unit", "to_unit", "date", "paper"}, {"SGTVT", "SXD", "2025-07-01", "12/QĐ-UBND"}}},
      {ImportKind::pay_periods, {{"unit_code", "valid_from", "first_day"}, {"SNV", "2026-08-26", "26"}}},
      {ImportKind::absences,
       {{"staff_code", "kind", "from", "to", "sessions", "paper", "reported_at", "from_time", "to_time",
         "weekdays", "approved_by", "kept"},
        {"NV1", "annual_leave", "2026-03-16", "2026-03-17", "", "15/ĐN", "", "", "", "", "", ""}}},
      {ImportKind::regimes,
       {{"staff_code", "kind", "place", "minutes_a_day", "from", "to", "paper"},
        {"NV1", "nursing", "end", "60", "2026-03-01", "2026-08-31", "KS 4"}}},
      {ImportKind::duties,
       {{"date", "schedule", "unit_code", "staff_code", "paper"},
        {"2026-05-09", "truc-dem", "SNV", "NV1", "LT 5"}}},
      {ImportKind::duty_slots,
       {{"unit_code", "schedule", "from", "to", "weekdays", "people_min"},
        {"SNV", "truc-dem", "2026-01-01", "", "sat+sun", "2"}}},
      {ImportKind::corrections,
       {{"staff_code", "unit_code", "date", "session", "effect", "at", "from_time", "to_time", "cause",
         "explanation", "decision", "decided_by", "decision_reason", "paper"},
        {"NV1", "", "2026-03-12", "sáng", "in_at", "07:25", "", "", "forgot_badge", "Quên thẻ ở nhà",
         "approved", "Lê Thị Hà", "", ""}}},
      {ImportKind::entitlements,
       {{"staff_code", "year", "service_from", "base_days", "carried_days", "carried_until", "paper"},
        {"NV2", "2026", "2015-05-01", "12", "2", "2026-03-31", ""}}},
      {ImportKind::credits,
       {{"staff_code", "kind", "date", "from_time", "to_time", "earns_min", "expires", "paper",
         "approved_by"},
        {"NV2", "overtime", "2026-04-25", "07:30", "11:30", "240", "2026-07-31", "TT 3", "Lê Thị Hà"}}},
      {ImportKind::indicators,
       {{"unit_code", "period", "indicator", "value", "source_paper"},
        {"SNV", "2026-Q3", "dossiers_late", "4", "BC 12"}}},
      {ImportKind::symbols,
       {{"unit_code", "valid_from", "meaning", "symbol", "name", "column", "weight"},
        {"SNV", "2026-07-01", "annual_leave", "P", "Nghỉ phép", "time", "1"}}},
      {ImportKind::timesheet_forms,
       {{"unit_code", "valid_from", "method", "half_days", "body", "budget_code", "form", "issued_by",
         "timekeeper", "division_head", "approver"},
        {"SNV", "2026-07-01", "day", "split", "", "1057812", "Mẫu số: C01-HD", "", "", "", "Giám đốc"}}},
      {ImportKind::named_periods,
       {{"code", "name", "from", "to", "compared_from", "compared_to"},
        {"sau-tet-2026", "Sau Tết Bính Ngọ", "2026-02-23", "2026-03-06", "2025-02-03", "2025-02-14"}}},
      {ImportKind::list_rules,
       {{"unit_code", "valid_from", "late_times", "away_min", "rule"},
        {"SNV", "2026-07-01", "3", "15", "Điều 5 Nội quy số 12/QĐ-SNV"}}},
      {ImportKind::trip_reports,
       {{"staff_code", "trip_from", "reported_on", "paper"}, {"NV1", "2026-06-15", "2026-06-22", "BC 31"}}},
  };
  return forms.at(kind);
}

std::string quoted(const std::string& cell) {
  if (cell.find_first_of(",;\"\n") == std::string::npos || cell.starts_with("raw:")) {
    return cell.starts_with("raw:") ? cell.substr(4) : cell;
  }
  std::string text = "\"";
  for (const auto c : cell) text.append(c == '"' ? 2 : 1, c);
  return text + "\"";
}

Schedule schedule(std::string name, std::uint8_t weekdays, std::vector<SessionRule> sessions) {
  Schedule made;
  made.name = std::move(name);
  made.seasons = {{day("2026-01-01"), weekdays, std::move(sessions)}};
  return made;
}

constexpr std::string_view good_schedules = R"([[schedule]]
name = "mua-he"
taps = "each_session"
repeat_quiet_s = 60
stay_min = 10
noon_one_tap = false
ignores_calendar = false
[[schedule.season]]
valid_from = 2026-04-16
weekdays = ["mon", "tue", "wed", "thu", "fri"]
flex_earlier_min = 30
flex_later_min = 30
sessions = [
  { name = "sáng",  start = "07:00", end = "11:30", opens_before_min = 120, late_grace_min = 5 },
  { name = "chiều", start = "13:30", end = "17:00", closes_after_min = 240, early_grace_min = 5 },
]
[[schedule.season]]
valid_from = 2026-10-16
weekdays = ["mon", "tue", "wed", "thu", "fri"]
sessions = [ { name = "cả ngày", start = "07:30", end = "16:30" } ]
)";

}  // namespace

store::RosterFacts office_of_rules() {
  const SessionRule morning{"sáng", minutes(450), minutes(690), {}, {}, {}, {}};
  const SessionRule afternoon{"chiều", minutes(810), minutes(1020), {}, {}, {}, {}};
  const SessionRule night{"đêm", minutes(1140), minutes(1860), {}, {}, {}, {}};
  const SessionRule hand_over{"giao ban", minutes(390), minutes(480), {}, {}, {}, {}};
  auto facts = small_office();
  facts.units.push_back({"PCC", "Phòng Cải cách hành chính", "phòng", "SNV", from("2024-01-01")});
  facts.postings.push_back({"NV2", "Lê Văn Bảo", "SXD", "Chuyên viên", "", from("2025-07-01"), 1});
  facts.postings.push_back(
      {"NV3", "Phạm Thị Cúc", "SNV", "Văn thư", "", during("2024-01-01", "2026-06-30"), 2});
  facts.badges.push_back({"NV2", "04AA00BB", during("2026-03-02", "2026-03-03"), BadgeState::active, true});
  facts.card_numbers = {{"NV1", "mark of H10.001099000002.CC", "H10.••••••••0002.CC", from("2026-01-01")}};
  facts.temporary_cards = {{"TT-01", "04001122", "UBND", from("2026-01-01")}};
  facts.entrances = {{"cong-a", "UBND", from("2020-01-01")}};
  facts.schedules = {schedule("hanh-chinh", 0b0011111, {morning, afternoon}),
                     schedule("truc-dem", every_weekday, {night}),
                     schedule("truc-sang-thu-bay", 0b0100000, {morning}),
                     schedule("truc-giao-ban", every_weekday, {hand_over})};
  facts.heads = {{"SNV", "NV1", HeadRole::head, from("2025-01-01"), "QĐ 1"}};
  facts.successions = {{"UBND", "SNV", day("2024-01-01"), "QĐ 2"}};
  facts.pay_periods = {{"UBND", day("2025-12-26"), 26}};
  facts.calendar = {{day("2026-04-30"), CalendarKind::holiday, "Ngày Chiến thắng", {}}};
  facts.absences = {{"NV1", AbsenceKind::annual_leave, during("2026-03-09", "2026-03-10"), {}, "12/ĐN", {}},
                    {"NV1", AbsenceKind::business_trip, during("2026-06-15", "2026-06-17"), {}, "QĐ 9", {}}};
  facts.regimes = {
      {"NV2", RegimeKind::nursing, RegimePlace::end, minutes(60), during("2026-01-01", "2026-09-30"), ""}};
  facts.duties = {{"NV1", day("2026-05-02"), "truc-dem", "SNV", "LT 4"}};
  facts.duty_slots = {{"SNV", "truc-dem", from("2026-03-01"), 0b1100000, 1}};
  facts.reader_ends = {{"cong-a", "cong-a-9", LocalTime(day("2026-02-01")), "Lê Thị Hà", "Mất"}};
  facts.clock_rulings = {{"a1", 31, 40, seconds(60), "Lê Thị Hà", "Hết pin"}};
  facts.corrections = {{.staff_code = "NV1",
                        .unit_code = "",
                        .date = day("2026-03-05"),
                        .session = "sáng",
                        .effect = CorrectionEffect::present,
                        .at = {},
                        .outage = {},
                        .cause = CorrectionCause::other,
                        .explanation = "",
                        .decision = Decision::pending,
                        .decided_by = "",
                        .decision_reason = "",
                        .paper = ""}};
  facts.entitlements = {{"NV1", 2026, day("2010-01-01"), 30, 0, {}, ""}};
  facts.credits = {{"NV1",
                    CreditKind::overtime,
                    day("2026-04-18"),
                    {minutes(450), minutes(690)},
                    minutes(240),
                    day("2026-07-31"),
                    "",
                    "Lê Thị Hà"}};
  return facts;
}

std::vector<inspection::IndicatorValue> indicators_of_rules() {
  return {{"SNV", {2026, 2}, inspection::Indicator::dossiers_late, 4, "BC 8"}};
}

std::vector<attendance::TimesheetSymbol> symbols_of_rules() {
  return {{"SNV", day("2026-01-01"), attendance::DayMeaning::annual_leave, "P", "Nghỉ phép",
           std::string(attendance::column_time), 2}};
}

std::vector<attendance::TimesheetForm> timesheet_forms_of_rules() {
  attendance::TimesheetForm form;
  form.unit_code = "SNV";
  form.valid_from = day("2026-01-01");
  return {form};
}

std::vector<attendance::NamedPeriod> named_periods_of_rules() {
  return {{"truoc-tet-2026", "Trước Tết Bính Ngọ", {day("2026-02-02"), day("2026-02-13")}}};
}

std::vector<attendance::ListRule> list_rules_of_rules() {
  return {{"SNV", day("2026-01-01"), 3, {}, "Nội quy"}};
}

std::vector<attendance::TripReport> trip_reports_of_rules() {
  return {{"NV1", day("2026-06-15"), day("2026-06-20"), "BC 30"}};
}

std::vector<store::UnsureStream> streams_of_rules() {
  const auto at = [](std::string_view date) {
    return Instant(std::chrono::sys_days(day(std::string(date)).time_since_epoch()));
  };
  store::UnsureStream stream{"a1", "cong-a", 50, at("2026-03-09"), {}};
  for (const std::uint64_t seq : {12U, 15U, 18U, 35U, 45U}) {
    stream.taps.push_back({seq, 1, 1, at("2026-03-08"), ClockState::unsynchronised, {}, 0, "b1"});
  }
  stream.taps.back().at = at("2000-01-02");
  return {stream};
}

std::string file_of(ImportKind kind, const std::vector<Cells>& rows) {
  const auto& form = form_of(kind);
  std::string text;
  for (const auto& column : form.columns) text += (text.empty() ? "" : ",") + column;
  for (const auto& changes : rows) {
    text += "\n";
    for (const auto& [column, cell] : changes) {
      EXPECT_NE(std::ranges::find(form.columns, column), form.columns.end()) << column;
    }
    for (std::size_t i = 0; i < form.columns.size(); ++i) {
      const auto changed = changes.find(form.columns[i]);
      text += (i == 0 ? "" : ",") + quoted(changed == changes.end() ? form.good_row[i] : changed->second);
    }
  }
  return text + "\n";
}

std::string schedules_with(std::string_view from, std::string_view to) {
  std::string text(good_schedules);
  const auto place = text.find(from);
  EXPECT_NE(place, std::string::npos) << from;
  return place == std::string::npos ? text : text.replace(place, from.size(), to);
}

std::vector<BadInput> refused(ImportKind kind, const std::vector<BadRows>& table) {
  std::vector<BadInput> bad;
  for (const auto& row : table) {
    bad.push_back({row.what, kind, file_of(kind, row.rows), row.line, row.column, row.message});
  }
  return bad;
}

}  // namespace badge::app::test
