#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "server/app/month_reports.hpp"
#include "server/app/period_closes.hpp"

namespace badge::app {

/// How far a unit's period is on its way to being closed: the timekeeper prepares, the head of division
/// confirms, the head of the body approves, which closes it.
enum class Progress : std::uint8_t { nobody, open, prepared, confirmed, preliminary, closed };
[[nodiscard]] std::string_view to_string(Progress progress);

struct UnitProgress {
  std::string unit_code;
  attendance::DateSpan days;        // the unit's pay period
  Progress state = Progress::open;  // nobody: the unit has no people of its own
  std::uint32_t open_sessions = 0;  // not settled yet
  bool changed = false;             // verdicts are others than those that were signed or closed last
  std::string by;                   // who signed or closed last, also where it counts no more; empty: nobody
  std::optional<Instant> at;        // when
};

/// What somebody is about to sign or to close.
struct SheetPreview {
  UnitProgress progress;
  std::string unit_name, head_name;
  std::uint32_t people = 0;
  attendance::Tally tally;
  std::vector<std::string> open;  // sentences, as those of CloseRefused
  Digest digest;
  struct Signature {
    store::PeriodSignature signature;
    bool stands;  // the verdicts are still those that were signed
  };
  std::vector<Signature> signatures;        // of exactly these days, oldest first
  std::optional<store::PeriodClose> close;  // in force, of exactly these days; without its sheet
};

/// Signatures under a unit's sheet before it is closed. One counts as long as the sheet's verdicts are those
/// that were signed: a later tap or paper takes it back by itself. Any thread; blocks.
class SignOff {
 public:
  SignOff(store::Store& store, const Evidence& evidence, MonthReports& months)
      : store_(store), evidence_(evidence), months_(months) {}

  struct Request {
    std::string unit_code;
    attendance::DateSpan days;
    store::SigningStep step = store::SigningStep::prepared;
    std::string author, staff_code;
    std::optional<Digest> seen;  // of the sheet that the signer looked at
    Scope scope;                 // the asker's
    Language language = Language::vi;
  };
  /// Refused as closing is, and while sessions are open: what is not settled nobody can vouch for.
  [[nodiscard]] tl::expected<store::PeriodSignature, CloseRefused> sign(const Request& request);

  /// Nothing: no such unit on these days, or not within the scope.
  [[nodiscard]] std::optional<SheetPreview> preview(std::string_view unit_code,
                                                    const attendance::DateSpan& days, const Scope& scope,
                                                    Language language) const;

  /// Each unit within the scope, by code, with the pay period that it calls `month`. Made
  /// from judged months that are kept, so no unit is judged for it.
  [[nodiscard]] std::vector<UnitProgress> progress(std::chrono::year_month month, const Scope& scope) const;

 private:
  store::Store& store_;
  const Evidence& evidence_;
  MonthReports& months_;
};

}  // namespace badge::app
