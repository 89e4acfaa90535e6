#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "server/app/inspections/desk.hpp"
#include "server/app/inspections/issuing_body.hpp"
#include "server/app/printed_paper.hpp"
#include "server/inspection/indicators.hpp"

namespace badge::app {

enum class PaperKind : std::uint8_t { minutes, report, notice, decision };
/// Why there is no paper.
struct NotPrinted {
  enum class Why : std::uint8_t {
    not_found,    // or the asker does not see it whole
    not_begun,    // what is found cannot be printed yet; said to the team alone
    dropped,      // it will not be made; likewise
    unprintable,  // a text of it, or the fonts are not installed
  };
  Why why = Why::not_found;
  std::string place_and_rule;  // of unprintable
};

/// Papers of inspections for those who see the whole of one; what is not that, is not there. Any thread;
/// blocks on the store. Throws what the store throws.
class InspectionPapers {
 public:
  InspectionPapers(const InspectionDesk& desk, const Evidence& evidence, IssuingBody body)
      : desk_(desk), evidence_(evidence), body_(std::move(body)) {}

  /// Of an inspection, as its file stands now; a decision is there before the start too.
  [[nodiscard]] tl::expected<PrintedPaper, NotPrinted> print(const Identity& who, std::string_view file,
                                                             PaperKind kind, PaperFormat format) const;
  /// The report of a period, of a unit that they answer for or inspect (results.hpp); not_found otherwise.
  [[nodiscard]] tl::expected<PrintedPaper, NotPrinted> print_summary(const Identity& who,
                                                                     std::string_view unit,
                                                                     const inspection::Period& period,
                                                                     PaperFormat format) const;
  /// Plans are for every inspector.
  [[nodiscard]] tl::expected<PrintedPaper, NotPrinted> print_plan(std::string_view file,
                                                                  PaperFormat format) const;

 private:
  const InspectionDesk& desk_;
  const Evidence& evidence_;
  const IssuingBody body_;
};

}  // namespace badge::app
