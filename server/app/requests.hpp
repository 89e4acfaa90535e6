#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <variant>
#include <vector>

#include "server/app/evidence.hpp"
#include "server/app/identity.hpp"
#include "server/app/imports/fact_imports.hpp"
#include "server/app/imports/form_rows.hpp"
#include "server/app/person_report.hpp"

namespace badge::app {

inline constexpr std::size_t waiting_listed_max =
    200;  // of each list: more than anybody decides at a sitting

/// An explanation of a session (*giải trình*): a correction that somebody decides, or decided.
struct ExplanationRow {
  PersonName person;
  attendance::Correction correction;
  std::string says, cause, decision;  // in words
};

/// A request for leave, a trip or permission to go out (*đơn*).
struct RequestRow {
  PersonName person;
  store::AbsenceRequest request;
  std::string asks;  // in words: "nghỉ phép, từ ngày 09/3/2026 đến ngày 10/3/2026"
};

/// Explanations by day, requests in the order in which they were asked.
struct Waiting {
  std::vector<ExplanationRow> explanations;
  std::vector<RequestRow> requests;
  std::size_t explanations_total = 0, requests_total = 0;  // those too that are not listed
};

/// One's own, newest first, decided ones too.
struct OwnRequests {
  std::vector<ExplanationRow> explanations;
  std::vector<RequestRow> requests;
};

/// What people state about themselves, and what those who answer for their unit decide on it. An explanation
/// is a correction that is pending; a request states its paper only when it is approved. Both keep every rule
/// for files. Any thread; blocks. Throws what the store throws.
class Requests {
 public:
  Requests(store::Store& store, const Evidence& evidence, FactImports& imports)
      : store_(store), evidence_(evidence), imports_(imports) {}

  /// `row`: date, session, effect, at, cause, explanation as in a file of corrections; of `who` themselves.
  /// Refused where the day has not begun, or where somebody decided on the same already.
  [[nodiscard]] tl::expected<void, ImportErrors> explain(const Identity& who, FormRow row, Language language);
  /// `row`: kind, from, to, sessions, from_time, to_time as in a file of absences, and reason. Its number.
  [[nodiscard]] tl::expected<std::int64_t, ImportErrors> ask(const Identity& who, FormRow row,
                                                             Language language);
  /// False: there is no such request of theirs that nobody decided yet.
  [[nodiscard]] bool take_back(const Identity& who, std::int64_t no);

  [[nodiscard]] OwnRequests own(const Identity& who, Language language) const;
  /// What `who` may decide: of people within `scope`, and never of themselves.
  [[nodiscard]] Waiting waiting(const Identity& who, const Scope& scope, Language language) const;

  /// Codes from the person's unit of today to its root, for who tells pages that something changed.
  [[nodiscard]] std::vector<std::string> unit_path(std::string_view staff_code) const;

  struct Decision {
    bool approved = false;
    std::string reason;  // a refusal has one
    std::string paper;   // the number of a request's paper; empty: it is named by the request's number
  };
  enum class Undecided : std::uint8_t { not_found };
  using DecisionError = std::variant<Undecided, ImportErrors>;

  /// `key`: staff_code, date, session, effect of an explanation that waits.
  [[nodiscard]] tl::expected<void, DecisionError> decide_explanation(const Identity& who, const Scope& scope,
                                                                     const FormRow& key,
                                                                     const Decision& decision,
                                                                     Language language);
  /// The person that it concerns.
  [[nodiscard]] tl::expected<std::string, DecisionError> decide_request(const Identity& who,
                                                                        const Scope& scope, std::int64_t no,
                                                                        const Decision& decision,
                                                                        Language language);

 private:
  store::Store& store_;
  const Evidence& evidence_;
  FactImports& imports_;
};

}  // namespace badge::app
