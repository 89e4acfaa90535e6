#include "server/store/inspections.hpp"

#include <spdlog/spdlog.h>

#include <array>

#include "server/inspection/step_fields.hpp"
#include "server/store/writer.hpp"

namespace badge::store {
namespace {

using inspection::Listed, inspection::LocalTime, inspection::Step;

constexpr std::string_view person_field = "staff_code";  // has a column of its own, where it can be erased

std::int64_t seconds_of(LocalTime at) { return at.time_since_epoch().count(); }
LocalTime time_of(std::int64_t seconds) { return LocalTime(std::chrono::seconds(seconds)); }
std::optional<std::int64_t> seconds_of(const std::optional<LocalTime>& at) {
  return at ? std::optional(seconds_of(*at)) : std::nullopt;
}
std::optional<LocalTime> time_or_null(const Statement& row, int column) {
  return row.is_null(column) ? std::nullopt : std::optional(time_of(row.integer(column)));
}

/// A case turned out to be a denunciation: what was noted of it before is erased, but for its dates, its
/// number and who handles it.
void redact(Database& database, std::string_view file) {
  database
      .statement(
          "DELETE FROM inspection_field WHERE step_no IN"
          " (SELECT step_no FROM inspection_step WHERE file = ?1 AND kind = 'replied') OR (step_no IN"
          " (SELECT step_no FROM inspection_step WHERE file = ?1 AND kind = 'received')"
          " AND field NOT IN ('kind', 'received_on', 'number', 'body'))")
      .run(file);
  database.statement("DELETE FROM inspection_step WHERE file = ? AND kind = 'replied'").run(file);
}

bool is_denunciation(const Step& step) {
  const auto* received = std::get_if<inspection::Received>(&step.what);
  return received != nullptr && received->kind == inspection::FeedbackKind::denunciation;
}

void write(Database& database, const Step& step) {
  if (is_denunciation(step)) redact(database, step.file);
  database
      .statement(
          "INSERT OR IGNORE INTO inspection_step (id, file, kind, written_by, at, arrived, staff_code)"
          " VALUES (?, ?, ?, ?, ?, ?, ?)")
      .run(step.id, step.file, inspection::kind_of(step.what), step.by, seconds_of(step.at),
           seconds_of(step.arrived), inspection::person_of(step.what));
  if (sqlite3_changes(database.handle()) == 0) return;
  const auto no = sqlite3_last_insert_rowid(database.handle());
  for (const auto& [field, value] : inspection::fields_of(step.what)) {
    if (field == person_field) continue;
    database.statement("INSERT INTO inspection_field VALUES (?, ?, ?)").run(no, field, value);
  }
}

void write(Database& database, std::string_view file, std::size_t place, const Listed& listed) {
  database.statement("INSERT INTO inspection_listed VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
      .run(file, place, listed.staff_code, listed.full_name, listed.job, listed.unit_code, listed.unit_name,
           static_cast<int>(listed.presence), seconds_of(listed.first_tap), seconds_of(listed.last_tap),
           listed.paper_kind, listed.paper, seconds_of(listed.reported_at), listed.doubt);
}

/// Who remembers files learns that they must be read anew.
void note_erasure(Database& database) {
  database.execute("UPDATE store_state SET inspection_erasures = inspection_erasures + 1");
}

/// One row for each field, and one with nulls for a step that has none.
constexpr std::string_view steps_with_fields =
    "SELECT s.step_no, s.id, s.file, s.kind, s.written_by, s.at, s.arrived, s.staff_code, f.field, f.value"
    " FROM inspection_step s LEFT JOIN inspection_field f ON f.step_no = s.step_no";

/// Puts rows of steps_with_fields, ordered by step_no, together.
class StepReader {
 public:
  std::vector<Step> read(Rows&& rows) {
    while (rows.next()) {
      if (rows->integer(0) != no_) begin(*rows);
      if (!rows->is_null(8)) fields_.emplace_back(rows->string(8), rows->string(9));
    }
    end();
    return std::move(steps_);
  }

 private:
  void begin(const Statement& row) {
    end();
    no_ = row.integer(0);
    // What happened at the server has the time at which it arrived.
    const auto no = row.integer(5) == row.integer(6) ? no_ : 0;
    step_ = {row.string(1),
             row.string(2),
             row.string(4),
             time_of(row.integer(5)),
             time_of(row.integer(6)),
             {},
             no};
    kind_ = row.string(3);
    fields_.clear();
    if (auto person = row.string(7); !person.empty()) fields_.emplace_back(person_field, std::move(person));
  }
  void end() {
    if (no_ == 0) return;
    auto read = inspection::read_step(kind_, fields_);
    if (auto* what = std::get_if<inspection::What>(&read)) {
      step_.what = std::move(*what);
      steps_.push_back(std::move(step_));
    } else {  // written by a newer program; it stays where it is
      spdlog::warn("store: step {} of kind {} is not understood", no_, kind_);
    }
  }

  std::vector<Step> steps_;
  std::int64_t no_ = 0;
  Step step_;
  std::string kind_;
  inspection::Fields fields_;
};

constexpr std::string_view listed_lines =
    "SELECT staff_code, full_name, job, unit_code, unit_name, presence, first_tap, last_tap, paper_kind,"
    " paper, reported_at, doubt, file FROM inspection_listed";

Listed listed_of(const Statement& row) {
  return {row.string(0),        row.string(1),         row.string(2),
          row.string(3),        row.string(4),         row.as<inspection::Presence>(5),
          time_or_null(row, 6), time_or_null(row, 7),  row.string(8),
          row.string(9),        time_or_null(row, 10), row.string(11)};
}

}  // namespace

void write_steps(Writer& writer, std::span<const Step> steps, std::span<const Listed> listed) {
  writer.run([&](Database& database, LogState&, const SliceClock&) {
    for (const auto& step : steps) write(database, step);
    for (std::size_t place = 0; place < listed.size(); ++place) {
      write(database, steps.front().file, place, listed[place]);
    }
    return true;
  });
}

ChangedFiles read_changed_files(Database& database, const FilesSeen& seen) {
  ChangedFiles changed;
  changed.seen = {database.number("SELECT coalesce(max(step_no), 0) FROM inspection_step"),
                  database.number("SELECT inspection_erasures FROM store_state")};
  if (changed.seen == seen) return changed;
  const auto after = changed.seen.erasures == seen.erasures ? seen.last_step : 0;
  for (Rows rows(database.statement("SELECT DISTINCT file FROM inspection_step WHERE step_no > ?"), after);
       rows.next();) {
    changed.files.push_back(rows->string(0));
  }
  return changed;
}

std::vector<Step> read_steps(Database& database, std::string_view file) {
  return StepReader().read(Rows(
      database.statement(std::string(steps_with_fields) + " WHERE s.file = ? ORDER BY s.step_no"), file));
}

std::vector<Step> read_steps_about(Database& database, std::string_view staff_code) {
  return StepReader().read(
      Rows(database.statement(std::string(steps_with_fields) +
                              " WHERE s.staff_code = ? AND s.staff_code <> '' ORDER BY s.step_no"),
           staff_code));
}

std::vector<Listed> read_listed(Database& database, std::string_view file) {
  std::vector<Listed> listed;
  for (Rows row(database.statement(std::string(listed_lines) + " WHERE file = ? ORDER BY place"), file);
       row.next();) {
    listed.push_back(listed_of(*row));
  }
  return listed;
}

std::vector<LineInFile> read_lines_of(Database& database, std::string_view staff_code) {
  std::vector<LineInFile> lines;
  for (Rows row(database.statement(std::string(listed_lines) + " WHERE staff_code = ? ORDER BY file"),
                staff_code);
       row.next();) {
    lines.push_back({row->string(12), listed_of(*row)});
  }
  return lines;
}

bool has_step(Database& database, std::string_view id) {
  return database.number("SELECT count(*) FROM inspection_step WHERE id = ?", id) > 0;
}

std::vector<std::string> idle_files(Database& database, inspection::Date before) {
  std::vector<std::string> files;
  for (Rows row(database.statement("SELECT file FROM inspection_step GROUP BY file HAVING max(arrived) < ?"),
                seconds_of(LocalTime(before)));
       row.next();) {
    files.push_back(row->string(0));
  }
  return files;
}

std::uint64_t erase_idle_file(Database& database, std::string_view file, inspection::Date before) {
  const auto last = database.number("SELECT max(arrived) FROM inspection_step WHERE file = ?", file);
  if (last >= seconds_of(LocalTime(before))) return 0;
  database
      .statement(
          "DELETE FROM inspection_field WHERE step_no IN"
          " (SELECT step_no FROM inspection_step WHERE file = ?)")
      .run(file);
  database.statement("DELETE FROM inspection_step WHERE file = ?").run(file);
  database.statement("DELETE FROM inspection_listed WHERE file = ?").run(file);
  note_erasure(database);
  return 1;
}

void forget_in_inspections(Database& database, std::string_view staff_code) {
  // One name for the person in all lists, which says nothing: the marks must still find their line.
  const auto nobody = database.number("SELECT abs(random())");
  const auto name = "~" + std::to_string(nobody);
  database
      .statement(
          "DELETE FROM inspection_field WHERE field IN ('note', 'paper', 'text', 'evidence') AND step_no IN"
          " (SELECT step_no FROM inspection_step WHERE staff_code = ?)")
      .run(staff_code);
  database
      .statement(
          "DELETE FROM inspection_field WHERE field IN ('head_name', 'head_job') AND step_no IN"
          " (SELECT step_no FROM inspection_field WHERE field = 'head_code' AND value = ?)")
      .run(staff_code);
  database.statement("UPDATE inspection_field SET value = ? WHERE field = 'head_code' AND value = ?")
      .run(name, staff_code);
  database.statement("UPDATE inspection_step SET staff_code = ? WHERE staff_code = ?").run(name, staff_code);
  database
      .statement(
          "UPDATE inspection_listed SET staff_code = ?, full_name = '', job = '', paper = '', doubt = ''"
          " WHERE staff_code = ?")
      .run(name, staff_code);
  note_erasure(database);
}

}  // namespace badge::store
