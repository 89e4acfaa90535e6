#include "server/app/inspections/printing.hpp"

#include <algorithm>
#include <utility>

#include "server/app/inspections/minutes.hpp"
#include "server/app/inspections/plan_paper.hpp"
#include "server/app/inspections/report.hpp"
#include "server/app/inspections/summary_paper.hpp"

namespace badge::app {
namespace {

using Printed = tl::expected<PrintedPaper, NotPrinted>;

std::string_view file_name_of(PaperKind kind) {
  switch (kind) {
    case PaperKind::minutes:
      return "bien-ban-kiem-tra";
    case PaperKind::report:
      return "bao-cao-ket-qua-kiem-tra";
    case PaperKind::notice:
      return "thong-bao-ket-qua-kiem-tra";
    case PaperKind::decision:
      return "quyet-dinh-thanh-lap-doan-kiem-tra";
  }
  return "";
}

documents::Paper paper_of(PaperKind kind, const PaperSource& source, const IssuingBody& body) {
  switch (kind) {
    case PaperKind::minutes:
      return minutes_of(source, body);
    case PaperKind::report:
      return report_of(source, body);
    case PaperKind::notice:
      return notice_of(source, body);
    case PaperKind::decision:
      return decision_of(source, body);
  }
  return {};
}

Printed print_as(std::string name, const documents::Paper& paper, PaperFormat format, Instant made_at) {
  auto file = printed(std::move(name), paper, format, made_at);
  if (!file) return tl::unexpected(NotPrinted{NotPrinted::Why::unprintable, std::move(file).error()});
  return *std::move(file);
}

}  // namespace

Printed InspectionPapers::print(const Identity& who, std::string_view file, PaperKind kind,
                                PaperFormat format) const {
  const auto opened = desk_.open(who, file);
  if (!opened || !opened->whole) return tl::unexpected(NotPrinted{});
  const auto& inspection = opened->inspection;
  if (inspection.state == inspection::State::dropped) {
    return tl::unexpected(NotPrinted{NotPrinted::Why::dropped, {}});
  }
  if (kind != PaperKind::decision && !inspection.has_begun()) {
    return tl::unexpected(NotPrinted{NotPrinted::Why::not_begun, {}});
  }
  const auto now = evidence_.now();
  const auto book = evidence_.rule_book(evidence_.snapshot());
  PaperSource source{.inspection = inspection, .list = opened->list};
  source.today = std::chrono::floor<std::chrono::days>(now);
  const auto plan = opened->files->plans.find(inspection.prepared.plan);
  if (plan != opened->files->plans.end()) source.plan = plan->second.get();
  const auto unit = book->units().find(inspection.prepared.unit_code);
  if (unit) source.unit_name = book->units().full_name_on(*unit, source.today);
  if (inspection.has_begun()) source.late = late_papers(*book, opened->list, inspection.started_at);
  auto name = std::string(file_name_of(kind));
  if (inspection.started) name += '-' + inspection.started->number;
  std::ranges::replace(name, '/', '-');
  return print_as(std::move(name), paper_of(kind, source, body_), format, evidence_.office().to_instant(now));
}

Printed InspectionPapers::print_summary(const Identity& who, std::string_view unit,
                                        const inspection::Period& period, PaperFormat format) const {
  const auto [from, to] = inspection::days_of(period);
  const auto results = desk_.results(who, unit, {from, to});
  const auto indicators = indicator_table(evidence_, who, unit, period);
  if (!results || !indicators) return tl::unexpected(NotPrinted{});
  const auto now = evidence_.now();
  const auto today = std::chrono::floor<std::chrono::days>(now);
  return print_as("bao-cao-kiem-tra-" + to_string(period), summary_of(*results, *indicators, body_, today),
                  format, evidence_.office().to_instant(now));
}

Printed InspectionPapers::print_plan(std::string_view file, PaperFormat format) const {
  const auto files = desk_.files();
  const auto found = files->plans.find(std::string(file));
  if (found == files->plans.end()) return tl::unexpected(NotPrinted{});
  const auto& plan = *found->second;
  return print_as("ke-hoach-kiem-tra-" + std::to_string(plan.stated.year), plan_paper_of(plan, body_), format,
                  evidence_.office().to_instant(evidence_.now()));
}

}  // namespace badge::app
