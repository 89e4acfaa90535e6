#pragma once
/// The programme of a week (lịch công tác tuần) as an office writes it: who goes where, when. Read into rows
/// that say what was understood of each, and into the papers that follow. Pure.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "server/app/imports/error.hpp"
#include "server/app/scope.hpp"
#include "server/attendance/papers.hpp"
#include "server/attendance/rule_book.hpp"

namespace badge::app {

inline constexpr std::size_t programme_rows_max = 2000;  // of all leaders of a province

/// Whose programme of which week it is.
struct ProgrammeOf {
  attendance::DateSpan week;               // Monday to Sunday
  std::string paper;                       // its number: what each paper that follows is called
  std::vector<std::string> office_places;  // words of places at which nobody is away: "phòng họp"
};

/// What becomes of a row.
enum class ProgrammeOutcome : std::uint8_t {
  trip,       // a paper for each of its people
  in_office,  // its place, or what is done, is at the office
  no_place,   // nothing says that anybody leaves
  nobody,     // none of its people was recognised
};
[[nodiscard]] std::string_view to_string(ProgrammeOutcome outcome);  // the enumerator's name

struct ProgrammePerson {
  std::string staff_code, full_name;
};

struct ProgrammeRow {
  std::size_t line = 0;
  attendance::Date date;
  std::string session;                        // "sáng"; empty: the whole day, or hours
  std::optional<attendance::ClockSpan> time;  // hours that it names
  attendance::AbsenceKind kind = attendance::AbsenceKind::business_trip;
  std::vector<ProgrammePerson> people;
  std::vector<std::string> unknown;  // words among its people that name nobody, several, or the asker
  std::string content, place;
  ProgrammeOutcome outcome = ProgrammeOutcome::trip;
};

/// CSV with columns in our words or those of offices: "Ngày", "Thời gian", "Thành phần", "Nội dung", "Địa
/// điểm". An empty date is that of the row before. People are named by code or name; only those who are
/// posted within `people` on that day are known: others are as unknown as words that are no name. So is the
/// author, who states no papers of their own.
[[nodiscard]] tl::expected<std::vector<ProgrammeRow>, ImportErrors> read_programme(
    std::string_view text, const ProgrammeOf& of, const attendance::RuleBook& book, const Scope& people,
    const Scope& author, Language language);

/// The papers that follow, each once, and the line of the programme of each.
struct ProgrammePapers {
  std::vector<attendance::Absence> papers;
  std::vector<std::size_t> lines;
};
[[nodiscard]] ProgrammePapers papers_of(const std::vector<ProgrammeRow>& rows, const ProgrammeOf& of);

/// Monday to Sunday around a day.
[[nodiscard]] attendance::DateSpan week_of(attendance::Date day);

}  // namespace badge::app
