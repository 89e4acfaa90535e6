#include "server/app/imports/known.hpp"
#include "server/app/imports/merge.hpp"
#include "server/documents/printable.hpp"

namespace badge::app {

using attendance::TimesheetSymbol;

namespace {

constexpr std::size_t heading_bytes_max =
    120;  // of a column of the office's own; more would not fit its head

/// A cell of the sheet puts symbols beside each other, and a fraction behind each; '?' says that one is
/// missing.
constexpr std::string_view not_in_symbols = " /?\t\n\r";

void check_symbol(ImportRow& row, const ImportReport& report, std::string_view symbol) {
  if (documents::display_width(symbol) <= attendance::symbol_letters_max &&
      symbol.find_first_of(not_in_symbols) == std::string_view::npos && !documents::unprintable_in(symbol)) {
    return;
  }
  row.refuse("symbol", report.say("phải có nhiều nhất {} chữ, không có dấu cách, dấu / hay dấu ?",
                                  "must have at most {} letters, and no space, / or ?",
                                  attendance::symbol_letters_max));
}

/// "time", one of its words, or a heading of the office's own.
std::string column_of(ImportRow& row, const ImportReport& report) {
  if (const auto known = meaning_of(row.cell("column"), timesheet_column_words())) return std::string(*known);
  auto heading = row.text("column");
  if (heading.size() > heading_bytes_max || documents::unprintable_in(heading)) {
    row.refuse("column",
               report.say("tên cột dài quá {} byte hoặc có ký tự không in được",
                          "the heading has more than {} bytes, or cannot be printed", heading_bytes_max));
  }
  return heading;
}

}  // namespace

void plan_symbols(ImportTask& task) {
  const ImportColumns columns{{"unit_code", "valid_from", "meaning", "symbol", "name", "column"}, {"weight"}};
  const Known known(task.stored, task.report);
  const InForce in_force(task.aids.symbols);
  std::vector<Stated<TimesheetSymbol>> file;
  read_rows(task, columns, [&](ImportRow& row) {
    TimesheetSymbol stated;
    stated.unit_code = row.code("unit_code");
    stated.valid_from = row.date("valid_from");
    stated.meaning = row.needed_word("meaning", day_meaning_words()).value_or(stated.meaning);
    stated.symbol = row.text("symbol");
    check_symbol(row, task.report, stated.symbol);
    stated.name = row.needed_text("name");
    stated.column = column_of(row, task.report);
    stated.weight_halves = row.half_days("weight").value_or(stated.weight_halves);
    if (stated.weight_halves > attendance::symbol_weight_halves_max) {
      row.refuse("weight", task.report.say("một ngày tính nhiều nhất {} công", "a day counts at most {} days",
                                           attendance::symbol_weight_halves_max / 2));
    }
    if (!row.good()) return;
    in_force.trust_unchanged(row, stated);
    if (!stated.unit_code.empty())
      known.unit(row, "unit_code", stated.unit_code, {stated.valid_from, stated.valid_from});
    file.push_back({std::move(stated), row.line()});
  });
  merge(task, task.aids.symbols, std::move(file));
}

}  // namespace badge::app
