#pragma once
/// What a file would change, worked out before anything is written. Pure: the same text, the same stored
/// facts, the same plan.
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "server/app/imports/error.hpp"
#include "server/store/fact_batch.hpp"
#include "server/store/unsure_taps.hpp"

namespace badge::app {

/// Files of facts. (Taps are another matter: tap_imports.hpp.)
enum class ImportKind : std::uint8_t {
  units,
  staff,
  badges,
  card_numbers,
  temporary_cards,
  entrances,
  reader_ends,
  clock_rulings,
  schedules,
  assignments,
  calendar,
  heads,
  successions,
  pay_periods,
  absences,
  regimes,
  duties,
  duty_slots,
  corrections,
  entitlements,
  credits,
  indicators,
  symbols,
  timesheet_forms,
  named_periods,
  list_rules,
  trip_reports,
};

inline constexpr std::size_t import_kind_count = static_cast<std::size_t>(ImportKind::trip_reports) + 1;

[[nodiscard]] std::optional<ImportKind> parse_import_kind(std::string_view text);
[[nodiscard]] std::string_view to_string(ImportKind kind);

struct ImportPlan {
  std::size_t rows = 0;  // of the file, of schedules how many: added + changed + unchanged + withdrawn.size()
  std::size_t added = 0, changed = 0, unchanged = 0;
  std::vector<store::Fact> facts;      // those that are added or changed
  std::vector<store::Fact> withdrawn;  // as they are in force
  std::vector<std::string> notes;      // sentences about what is allowed but perhaps not meant
};

/// What only some kinds look at.
struct ImportAids {
  std::span<const store::UnsureStream> unsure = {};  // what rulings on clocks are held against
  /// By what a printed number is found again (card_number.hpp). Without it no file of card_numbers may come.
  std::function<std::string(std::string_view)> mark_number = {};
  // In force; these are not among the facts of rules.
  std::vector<inspection::IndicatorValue> indicators = {};
  std::vector<attendance::TimesheetSymbol> symbols = {};
  std::vector<attendance::TimesheetForm> timesheet_forms = {};
  std::vector<attendance::NamedPeriod> named_periods = {};
  std::vector<attendance::ListRule> list_rules = {};
  std::vector<attendance::TripReport> trip_reports = {};
};

/// Reads and checks the whole file: each row alone, the rows against each other, and against what is stored.
/// Every bad row is in the errors. CSV; schedules may be TOML too.
[[nodiscard]] tl::expected<ImportPlan, ImportErrors> plan_import(ImportKind kind, std::string_view text,
                                                                 const store::RosterFacts& stored,
                                                                 Language language,
                                                                 const ImportAids& aids = {});

/// Takes facts back: every row of the same file must name, by its key, a fact in force. Other columns are not
/// read. Refused where something that stays in force still refers to it.
[[nodiscard]] tl::expected<ImportPlan, ImportErrors> plan_withdrawal(ImportKind kind, std::string_view text,
                                                                     const store::RosterFacts& stored,
                                                                     Language language,
                                                                     const ImportAids& aids = {});

/// "units, staff, …"
[[nodiscard]] std::string import_kind_list();

}  // namespace badge::app
