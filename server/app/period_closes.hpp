#pragma once
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "server/app/evidence.hpp"
#include "server/app/language.hpp"
#include "server/app/scope.hpp"
#include "server/attendance/sheet.hpp"
#include "server/store/store.hpp"

namespace badge::app {

inline constexpr std::size_t open_people_listed_max = 50;  // nobody settles more before trying again
inline constexpr auto period_length_max =
    std::chrono::days(62);  // a sheet is a month's; a longer one is a slip

/// Why a period was not closed.
struct CloseRefused {
  enum class Why : std::uint8_t {
    no_such_unit,
    bad_length,
    closed_already,
    still_open,
    changed_meanwhile,  // the sheet is another than the one that was looked at
  } why;
  std::vector<std::string> open;  // a sentence a person: how many sessions, since when, what they wait for
  std::size_t open_sessions = 0;  // all of them
};

[[nodiscard]] bool is_period(const attendance::DateSpan& days);
/// The sheet's open sessions, a sentence a person, because a person without a badge is open all month.
[[nodiscard]] CloseRefused open_sessions(const attendance::Sheet& sheet, Language language);

/// Closes a unit's periods and opens them again (*chốt công tháng, mở lại bảng công*). A closed period keeps
/// its sheet for ever; what arrives later is listed beside it (change_list.hpp). Any thread; blocks.
class PeriodCloses {
 public:
  PeriodCloses(store::Store& store, const Evidence& evidence) : store_(store), evidence_(evidence) {}

  struct Request {
    std::string unit_code;
    attendance::DateSpan days;
    bool preliminary = false;  // may be signed while sessions are still open
    std::string author;
    Scope scope;  // the asker's
    Language language = Language::vi;
    std::optional<Digest> seen = std::nullopt;  // of the sheet that the asker looked at
  };
  [[nodiscard]] tl::expected<store::PeriodClose, CloseRefused> close(const Request& request);

  /// Nobody re-opens without saying why. False: no reason, or no close in force at this position within the
  /// scope.
  [[nodiscard]] bool reopen(std::uint64_t position, std::string_view by, std::string_view reason,
                            const Scope& scope);

  /// The unit's pay period that is called `month`; of a unit that nobody knows the calendar month.
  [[nodiscard]] attendance::DateSpan period(std::string_view unit_code, std::chrono::year_month month) const;

  /// All closes that share days with these, of units within the scope; re-opened ones too.
  [[nodiscard]] std::vector<store::PeriodClose> list(const attendance::DateSpan& days,
                                                     const Scope& scope) const;
  /// … with the pay period that their own unit calls `month`.
  [[nodiscard]] std::vector<store::PeriodClose> list(std::chrono::year_month month, const Scope& scope) const;

  /// Judges every close in force again from the facts of its own position and compares; adds to the report.
  /// Of those whose facts are erased (retention) the sheet's own digest is all that can be checked.
  void verify(store::VerifyReport& report) const;

 private:
  store::Store& store_;
  const Evidence& evidence_;
};

}  // namespace badge::app
