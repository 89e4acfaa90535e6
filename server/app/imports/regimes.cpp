#include <utility>

#include "server/app/imports/known.hpp"
#include "server/app/imports/merge.hpp"

namespace badge::app {
namespace {

using attendance::minutes;
using attendance::Regime;
using attendance::RegimeKind;
using attendance::RegimePlace;

/// What the law grants a day (Labour Code 2019 art. 137).
constexpr minutes granted(RegimeKind kind) { return minutes(kind == RegimeKind::nursing ? 60 : 30); }

/// A child is under 12 months for a year at most.
void check_length(ImportRow& row, const Regime& regime, const ImportReport& report) {
  if (regime.kind != RegimeKind::nursing) return;
  const std::chrono::year_month_day begin(regime.days.from);
  const auto year_later =
      attendance::Date((begin.year() + std::chrono::years(1)) / begin.month() / begin.day());
  if (regime.days.to >= year_later) {
    row.refuse("to", report.say("nuôi con dưới 12 tháng tuổi không quá một năm; chậm nhất là ngày {}",
                                "nursing lasts a year at most; end it by {}",
                                show_date(year_later - std::chrono::days(1))));
  }
}

}  // namespace

void plan_regimes(ImportTask& task) {
  const ImportColumns columns{{"staff_code", "kind", "place", "minutes_a_day", "from", "to", "paper"}, {}};
  const Known known(task.stored, task.report);
  const InForce in_force(task.stored.regimes);
  std::vector<Stated<Regime>> file;
  read_rows(task, columns, [&](ImportRow& row) {
    Regime regime;
    regime.staff_code = row.needed_code("staff_code");
    regime.kind = row.needed_word("kind", regime_words()).value_or(RegimeKind::nursing);
    regime.place = row.word("place", regime_place_words()).value_or(RegimePlace::any);
    const auto most = static_cast<std::int32_t>(granted(regime.kind).count());
    regime.a_day = minutes(row.number("minutes_a_day", 1, most).value_or(most));
    regime.days = row.closed_span("from", "to");
    regime.paper = row.text("paper");
    if (!row.good()) return;
    in_force.trust_unchanged(row, regime);
    check_length(row, regime, task.report);
    known.in_service(row, regime.staff_code, regime.days, "from", "to");
    file.push_back({std::move(regime), row.line()});
  });
  const auto all = merge(task, task.stored.regimes, std::move(file));
  refuse_overlaps(
      task.report, all, "from",
      [](const Regime& regime) { return std::pair(std::string_view(regime.staff_code), regime.kind); },
      [&](const Regime&, const Stated<Regime>& other) {
        return task.report.say(
            "người này đã hưởng chế độ này trong thời gian {} ({}); sửa ngày, hoặc rút lại dòng đó",
            "this person has this regime during {} already ({}); mend the dates, or withdraw that row",
            show_span(other.fact.days), place_of(other.line, task.report));
      });
}

}  // namespace badge::app
