#include "server/http/programme_routes.hpp"

#include <boost/json.hpp>

#include "server/app/header_words.hpp"
#include "server/app/imports/words.hpp"
#include "server/app/sentences.hpp"
#include "server/app/unit_people.hpp"
#include "server/app/weekly_programmes.hpp"
#include "server/http/import_errors_json.hpp"
#include "server/http/json_body.hpp"
#include "server/http/query_dates.hpp"
#include "server/http/report_json.hpp"

namespace badge::http {
namespace {

namespace json = boost::json;
using app::ProgrammeRow;
using app::WeeklyProgrammes;

constexpr std::size_t paper_bytes_max = 200;    // of a number, with the words around it
constexpr std::size_t office_bytes_max = 1000;  // of words for places at the office

std::string_view kind_code(attendance::AbsenceKind kind) {
  for (const auto& word : app::absence_words()) {
    if (word.meaning == kind) return word.code;
  }
  return "";
}

json::value time_json(const std::optional<attendance::ClockSpan>& time) {
  if (!time) return nullptr;
  return json::object{{"from", app::clock_text(time->from)}, {"to", app::clock_text(time->to)}};
}

json::object to_json(const ProgrammeRow& row) {
  json::array people;
  for (const auto& [staff_code, full_name] : row.people)
    people.push_back(json::object{{"staff_code", staff_code}, {"full_name", full_name}});
  return {{"line", row.line},
          {"date", date_text(row.date)},
          {"session", row.session},
          {"time", time_json(row.time)},
          {"kind", kind_code(row.kind)},
          {"people", std::move(people)},
          {"unknown", json::value_from(row.unknown)},
          {"content", row.content},
          {"place", row.place},
          {"outcome", app::to_string(row.outcome)}};
}

json::object to_json(const WeeklyProgrammes::Withdrawn& withdrawn) {
  const auto& paper = withdrawn.paper;
  return {{"staff_code", withdrawn.staff_code},
          {"full_name", withdrawn.full_name},
          {"date", date_text(paper.days.from)},
          {"session", paper.sessions.empty() ? std::string() : paper.sessions.front()},
          {"time", time_json(paper.time)}};
}

json::object to_json(const WeeklyProgrammes::Asked& asked, const WeeklyProgrammes::Outcome& outcome) {
  json::array rows, withdrawn;
  for (const auto& row : outcome.rows) rows.push_back(to_json(row));
  for (const auto& paper : outcome.withdrawn) withdrawn.push_back(to_json(paper));
  return {{"dry_run", asked.dry_run},
          {"from", date_text(asked.of.week.from)},
          {"to", date_text(asked.of.week.to)},
          {"paper", asked.of.paper},
          {"added", outcome.counts.added},
          {"changed", outcome.counts.changed},
          {"unchanged", outcome.counts.unchanged},
          {"rows", std::move(rows)},
          {"withdrawn", std::move(withdrawn)}};
}

std::vector<std::string> words_of(std::string_view list) {
  std::vector<std::string> words;
  while (!list.empty()) {
    const auto end = std::min(list.find(','), list.size());
    words.emplace_back(list.substr(0, end));
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return words;
}

/// What the query asks for. The error is the answer.
tl::expected<WeeklyProgrammes::Asked, Response> asked(const Request& request, const app::Evidence& evidence) {
  const auto day = date_of(request.query_or("week", ""));
  if (!day) {
    return tl::unexpected(invalid(say(request, "Chưa chọn tuần; viết một ngày của tuần đó, ví dụ 2026-07-06",
                                      "Name the week by one of its days, for example 2026-07-06")));
  }
  const auto paper = request.query_or("paper", "");
  if (app::plain_words(paper).empty() || paper.size() > paper_bytes_max) {
    return tl::unexpected(invalid(say(request, "Chưa ghi số của lịch công tác tuần, ví dụ 28/LCT-SNV",
                                      "The number of the programme is missing, for example 28/LCT-SNV")));
  }
  const auto unit = request.query_or("unit", "");
  const auto week = app::week_of(*day);
  const auto book = evidence.rule_book(evidence.snapshot());
  if (!unit.empty() && !app::unit_within(book->units(), unit, week, request.scope)) {
    return tl::unexpected(problem(
        404, "urn:chuyen-can:not-found",
        say(request, "Không có đơn vị nào mang mã này trong tuần đó", "There is no such unit in that week")));
  }
  return WeeklyProgrammes::Asked{
      request.body,
      {week, paper, words_of(request.query_or("office", "").substr(0, office_bytes_max))},
      unit,
      request.scope,
      request.who.name,
      request.query_or("file", "lịch công tác tuần").substr(0, paper_bytes_max),
      request.query_or("dry_run", "0") == "1",
      app::language_of(request.language)};
}

Response take(const Request& request, WeeklyProgrammes& programmes, const app::Evidence& evidence) {
  const auto wanted = asked(request, evidence);
  if (!wanted) return wanted.error();
  const auto outcome = programmes.take(*wanted);
  if (!outcome) {
    return refused_rows(outcome.error(), say(request, "Lịch công tác tuần có lỗi; chưa ghi nhận gì",
                                             "The programme has errors; nothing was recorded"));
  }
  return json_response(to_json(*wanted, *outcome));
}

}  // namespace

void add_programme_routes(Router& router, app::WeeklyProgrammes& programmes, const app::Evidence& evidence) {
  router.add(
      "POST", "/api/v1/programmes", {Role::administrator, Role::hr},
      [&](const Request& request) { return take(request, programmes, evidence); }, programme_body_bytes_max);
}

}  // namespace badge::http
