#include "server/app/weekly_programme.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "server/app/header_words.hpp"
#include "server/app/imports/dates.hpp"
#include "server/app/imports/table.hpp"
#include "server/app/imports/words.hpp"
#include "server/app/programme_words.hpp"

namespace badge::app {
namespace {

using attendance::AbsenceKind;
using attendance::Date;
using attendance::DateSpan;
using attendance::minutes;
using attendance::PersonNo;
using attendance::RuleBook;

constexpr std::array headings = {
    Heading{"date", "ngay"},
    Heading{"date", "ngay thang"},
    Heading{"date", "thu ngay"},
    Heading{"date", "thu"},
    Heading{"time", "thoi gian"},
    Heading{"time", "gio"},
    Heading{"time", "buoi"},
    Heading{"people", "thanh phan"},
    Heading{"people", "thanh phan tham du"},
    Heading{"people", "nguoi tham du"},
    Heading{"people", "nguoi du"},
    Heading{"people", "nguoi thuc hien"},
    Heading{"chair", "lanh dao"},
    Heading{"chair", "lanh dao chu tri"},
    Heading{"chair", "chu tri"},
    Heading{"chair", "nguoi chu tri"},
    Heading{"content", "noi dung"},
    Heading{"content", "noi dung cong viec"},
    Heading{"content", "noi dung cong tac"},
    Heading{"place", "dia diem"},
    Heading{"place", "noi den"},
    Heading{"kind", "loai"},
};

std::string_view meant_by(std::string_view header) { return column_of(headings, header); }

/// Who is meant by words of a programme, among those who are posted within the scope in the week.
class Names {
 public:
  Names(const RuleBook& book, const Scope& scope, const DateSpan& week) : book_(book), scope_(scope) {
    for (PersonNo person = 0; person < book.people().size(); ++person) {
      for (auto date = week.from; date <= week.to; date += std::chrono::days(1)) {
        if (!is_within(person, date)) continue;
        const auto* posting = book.stay_on(person, date)->posting;
        names_[folded_words(posting->full_name)].push_back(person);
        positions_[folded_words(posting->position)].push_back(person);
        break;
      }
    }
  }

  /// By code, name, a name behind its position, or a position that one alone holds.
  [[nodiscard]] std::optional<PersonNo> find(const std::string& words, Date date) const {
    if (const auto person = book_.people().find(words); person && is_within(*person, date)) return person;
    const auto folded = folded_words(words);
    if (folded.empty()) return std::nullopt;
    std::string_view name = folded;
    do {
      if (const auto found = only_one(names_, name, date); found.any) return found.person;
      name.remove_prefix(std::min(name.find(' ') + 1, name.size()));
    } while (name.find(' ') != std::string_view::npos);  // one word alone is nobody's whole name
    return only_one(positions_, folded, date).person;
  }

 private:
  using People = std::map<std::string, std::vector<PersonNo>, std::less<>>;
  struct Found {
    bool any = false;
    std::optional<PersonNo> person;  // nothing: several
  };

  [[nodiscard]] Found only_one(const People& people, std::string_view words, Date date) const {
    Found found;
    const auto named = people.find(words);
    if (named == people.end()) return found;
    for (const auto person : named->second) {
      if (!is_within(person, date)) continue;
      found.person = found.any ? std::nullopt : std::optional(person);
      if (std::exchange(found.any, true)) return found;
    }
    return found;
  }

  [[nodiscard]] bool is_within(PersonNo person, Date date) const {
    const auto* stay = book_.stay_on(person, date);
    return stay != nullptr && scope_.holds(book_.units(), stay->unit, date);
  }

  const RuleBook& book_;
  const Scope& scope_;
  People names_, positions_;  // by their folded words
};

/// What schedules call the half days: "sáng", "buổi sáng"; the plain word where none does.
std::string session_called(const RuleBook& book, std::string_view word, std::string otherwise) {
  for (const auto& schedule : book.schedules()) {
    for (const auto& season : schedule.seasons) {
      for (const auto& session : season.sessions) {
        if ((' ' + plain_words(session.name) + ' ').find(' ' + std::string(word) + ' ') != std::string::npos)
          return session.name;
      }
    }
  }
  return otherwise;
}

class ProgrammeReader {
 public:
  ProgrammeReader(const ProgrammeOf& of, const RuleBook& book, const Scope& people, const Scope& author,
                  ImportReport& report)
      : of_(of),
        book_(book),
        author_(author),
        report_(report),
        names_(book, people, of.week),
        morning_(session_called(book, "sang", "sáng")),
        afternoon_(session_called(book, "chieu", "chiều")) {
    for (const auto& place : of.office_places) {
      if (auto words = plain_words(place); !words.empty()) office_places_.push_back(std::move(words));
    }
  }

  void take(ImportRow& row) {
    ProgrammeRow read;
    read.line = row.line();
    read_date(row, read);
    read_time(row, read);
    read.kind = row.word("kind", absence_words()).value_or(AbsenceKind::business_trip);
    read.content = row.text("content");
    read.place = row.text("place");
    if (!row.good()) return;
    read_people(row, read);
    read.outcome = outcome_of(read);
    if (rows_.size() == programme_rows_max) {
      row.refuse("", report_.say("lịch có quá {} dòng; chia thành nhiều tệp theo đơn vị",
                                 "the programme has more than {} rows; make a file for each unit",
                                 programme_rows_max));
      return;
    }
    rows_.push_back(std::move(read));
  }

  std::vector<ProgrammeRow> rows() && { return std::move(rows_); }

 private:
  void read_date(ImportRow& row, ProgrammeRow& read) {
    if (!row.cell("date").empty()) last_date_ = programme_date(row.cell("date"), of_.week);
    if (last_date_) {
      read.date = *last_date_;
      return;
    }
    row.refuse("date",
               report_.say("không phải là một ngày của tuần {}; viết 06/07/2026 hoặc thứ Hai",
                           "is no day of the week {}; write 06/07/2026 or Monday", show_week(of_.week)));
  }

  void read_time(ImportRow& row, ProgrammeRow& read) {
    const auto time = programme_time(row.cell("time"));
    if (!time) {
      row.refuse("time",
                 report_.say("phải ghi buổi hoặc giờ: sáng, chiều, cả ngày, 08:00, 8h00–11h00",
                             "must name a session or hours: sáng, chiều, cả ngày, 08:00, 8h00–11h00"));
      return;
    }
    if (time->clocks.size() == 2) {
      read.time = attendance::ClockSpan{time->clocks[0], time->clocks[1]};
    } else if (time->morning != time->afternoon) {
      read.session = time->morning ? morning_ : afternoon_;
    } else if (!time->morning && time->clocks.size() == 1) {
      constexpr minutes noon{12 * 60};
      read.session = time->clocks[0] < noon ? morning_ : afternoon_;
    }
  }

  void read_people(const ImportRow& row, ProgrammeRow& read) {
    std::set<PersonNo> named;
    for (const auto* column : {"chair", "people"}) {
      for (auto& words : programme_people(row.cell(column))) {
        const auto person = names_.find(words, read.date);
        const auto code = person ? book_.people().code(*person) : std::string_view();
        if (!person || author_.is_own(code)) {  // nobody states their own papers
          read.unknown.push_back(std::move(words));
        } else if (named.insert(*person).second) {
          read.people.push_back(
              {std::string(code), std::string(book_.stay_on(*person, read.date)->posting->full_name)});
        }
      }
    }
  }

  [[nodiscard]] bool is_in_office(const std::string& text) const {
    const auto words = ' ' + plain_words(text) + ' ';
    return std::ranges::any_of(office_places_, [&](const std::string& place) {
      return words.find(' ' + place + ' ') != std::string::npos;
    });
  }

  [[nodiscard]] ProgrammeOutcome outcome_of(const ProgrammeRow& read) const {
    if (is_in_office(read.place) || (read.place.empty() && is_in_office(read.content)))
      return ProgrammeOutcome::in_office;
    if (read.place.empty()) return ProgrammeOutcome::no_place;
    return read.people.empty() ? ProgrammeOutcome::nobody : ProgrammeOutcome::trip;
  }

  static std::string show_week(const DateSpan& week) {
    return show_date(week.from) + "–" + show_date(week.to);
  }

  const ProgrammeOf& of_;
  const RuleBook& book_;
  const Scope& author_;
  ImportReport& report_;
  const Names names_;
  const std::string morning_, afternoon_;
  std::vector<std::string> office_places_;
  std::optional<Date> last_date_;
  std::vector<ProgrammeRow> rows_;
};

}  // namespace

std::string_view to_string(ProgrammeOutcome outcome) {
  switch (outcome) {
    case ProgrammeOutcome::trip:
      return "trip";
    case ProgrammeOutcome::in_office:
      return "in_office";
    case ProgrammeOutcome::no_place:
      return "no_place";
    case ProgrammeOutcome::nobody:
      return "nobody";
  }
  return "";
}

tl::expected<std::vector<ProgrammeRow>, ImportErrors> read_programme(std::string_view text,
                                                                     const ProgrammeOf& of,
                                                                     const RuleBook& book,
                                                                     const Scope& people, const Scope& author,
                                                                     Language language) {
  const ImportColumns columns{{"date", "time", "people", "place"}, {"chair", "content", "kind"}, meant_by};
  ImportReport report(language);
  ProgrammeReader reader(of, book, people, author, report);
  (void)read_table(text, columns, report, [&](ImportRow& row) { reader.take(row); });
  if (!report.empty()) return tl::unexpected(report.take());
  return std::move(reader).rows();
}

ProgrammePapers papers_of(const std::vector<ProgrammeRow>& rows, const ProgrammeOf& of) {
  ProgrammePapers all;
  std::set<std::tuple<std::string, Date, std::string, minutes>> stated;
  for (const auto& row : rows) {
    if (row.outcome != ProgrammeOutcome::trip) continue;
    for (const auto& person : row.people) {
      const auto from = row.time ? row.time->from : minutes(-1);
      if (!stated.emplace(person.staff_code, row.date, row.session, from).second) continue;
      attendance::Absence paper{.staff_code = person.staff_code,
                                .kind = row.kind,
                                .days = {row.date, row.date},
                                .sessions = {},
                                .paper = of.paper,
                                .reported_at = {},
                                .time = row.time};
      if (!row.session.empty()) paper.sessions.push_back(row.session);
      all.papers.push_back(std::move(paper));
      all.lines.push_back(row.line);
    }
  }
  return all;
}

DateSpan week_of(Date day) {
  const auto monday = day - std::chrono::days(std::chrono::weekday(day).iso_encoding() - 1);
  return {monday, monday + std::chrono::days(6)};
}

}  // namespace badge::app
