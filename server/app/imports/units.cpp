#include <map>
#include <set>

#include "server/app/imports/known_units.hpp"
#include "server/app/imports/merge.hpp"
#include "server/app/imports/table.hpp"

namespace badge::app {
namespace {

using attendance::DateSpan;
using attendance::Unit;

constexpr int tree_levels_max = 32;  // province, department, division, team …: a real tree has five

/// Whether `code` is found again above itself on some day of `span`, following the rows of each parent
/// through time.
enum class Above : std::uint8_t { fine, cycle, too_deep };

Above look_above(const UnitHistory& history, std::string_view code, const Unit& unit, const DateSpan& span,
                 int level) {
  if (unit.parent_code.empty()) return Above::fine;
  if (unit.parent_code == code) return Above::cycle;
  if (level == tree_levels_max) return Above::too_deep;
  for (const auto* parent : history.rows(unit.parent_code)) {
    if (!parent->valid.overlaps(span)) continue;
    const DateSpan both{std::max(parent->valid.from, span.from), std::min(parent->valid.to, span.to)};
    if (const auto found = look_above(history, code, *parent, both, level + 1); found != Above::fine)
      return found;
  }
  return Above::fine;
}

void check_tree(ImportTask& task, const std::vector<Stated<Unit>>& all, const std::set<std::string>& unread) {
  auto& report = task.report;
  std::vector<Unit> units;
  std::map<std::string_view, std::size_t> lines;  // where the file speaks of a code, last
  for (const auto& stated : all) {
    units.push_back(stated.fact);
    if (stated.line != 0) lines[stated.fact.code] = stated.line;
  }
  const UnitHistory history(units);
  for (const auto& [unit, line] : all) {
    if (unit.parent_code.empty() || unread.contains(unit.parent_code)) continue;
    const auto parent_line = lines.find(unit.parent_code);
    if (line == 0 && parent_line == lines.end()) continue;  // neither side is of this file
    if (const auto objection = history.objection(unit.parent_code, unit.valid, report)) {
      if (line != 0) {
        report.add(line, "parent_code", unit.parent_code, *objection);
      } else {
        report.add(
            parent_line->second, "valid_to", unit.parent_code,
            report.say("\"{}\" ({}) vẫn trực thuộc đơn vị này ngoài thời gian đó; chuyển hoặc cho kết thúc "
                       "trong cùng tệp này",
                       "\"{}\" ({}) is still below this unit outside that time; move or end it in the same "
                       "file",
                       unit.code, show_span(unit.valid)));
      }
      continue;
    }
    if (line == 0) continue;
    switch (look_above(history, unit.code, unit, unit.valid, 1)) {
      case Above::fine:
        break;
      case Above::cycle:
        report.add(line, "parent_code", unit.parent_code,
                   report.say("tạo thành vòng: \"{}\" sẽ trực thuộc chính nó",
                              "makes a circle: \"{}\" would be below itself", unit.code));
        break;
      case Above::too_deep:
        report.add(
            line, "parent_code", unit.parent_code,
            report.say("cây đơn vị sâu quá {} cấp, hoặc có vòng ở phía trên",
                       "the unit tree is deeper than {} levels, or has a circle above", tree_levels_max));
        break;
    }
  }
}

/// Ending a unit before its people are moved is a normal order of work, so it is only said.
void note_people_left_behind(ImportTask& task, const std::vector<Stated<Unit>>& all) {
  std::vector<Unit> units;
  std::set<std::string_view> of_file;
  for (const auto& stated : all) {
    units.push_back(stated.fact);
    if (stated.line != 0) of_file.insert(stated.fact.code);
  }
  const UnitHistory history(units);
  std::map<std::string_view, std::size_t> left;
  for (const auto& posting : task.stored.postings) {
    if (!of_file.contains(posting.unit_code)) continue;
    if (history.objection(posting.unit_code, posting.valid, task.report)) ++left[posting.unit_code];
  }
  for (const auto& [code, people] : left) {
    task.plan.notes.push_back(task.report.say(
        "{} dòng đơn vị công tác còn ở \"{}\" ngoài thời gian đơn vị này tồn tại; nhập danh sách nhân sự mới",
        "{} postings are still at \"{}\" outside the time of that unit; import the new staff list", people,
        code));
  }
}

}  // namespace

void plan_units(ImportTask& task) {
  const ImportColumns columns{{"code", "name", "kind", "parent_code", "valid_from", "valid_to"}, {}};
  std::vector<Stated<Unit>> file;
  std::set<std::string> unread;  // codes of rows with errors: nothing is said about who refers to them
  read_rows(task, columns, [&](ImportRow& row) {
    Unit unit{row.needed_code("code"), row.needed_text("name"), row.text("kind"), row.code("parent_code"),
              row.span("valid_from", "valid_to")};
    if (row.good()) {
      file.push_back({std::move(unit), row.line()});
    } else {
      unread.insert(unit.code);
    }
  });
  const auto all = merge(task, task.stored.units, std::move(file));
  const bool apart = refuse_overlaps(
      task.report, all, "valid_from", [](const Unit& unit) { return std::string_view(unit.code); },
      [&](const Unit& unit, const Stated<Unit>& other) {
        return task.report.say("trùng thời gian với một dòng khác của cùng mã: {} ({}){}",
                               "shares days with another row of this code: {} ({}){}",
                               show_span(other.fact.valid), place_of(other.line, task.report),
                               how_to_end_before(unit.valid, other.fact.valid, task.report));
      });
  // Rows that lie apart split time between them; only then is a walk up the tree short.
  if (apart) check_tree(task, all, unread);
  if (task.report.empty()) note_people_left_behind(task, all);
}

}  // namespace badge::app
