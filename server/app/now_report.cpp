#include "server/app/now_report.hpp"

#include <algorithm>
#include <tuple>

#include "server/app/sentences.hpp"
#include "server/app/unit_people.hpp"

namespace badge::app {
namespace {

using attendance::Date;
using attendance::Presence;
using attendance::UnitNo;
using One = PresentPeople::One;

/// Why it is not known whether somebody came.
std::string text_of(const attendance::Reason& doubt, Date date, Language language) {
  const bool is_vi = language == Language::vi;
  if (doubt.silence != nullptr) return describe(*doubt.silence, date, language);
  switch (doubt.code) {
    case attendance::ReasonCode::no_badge:
      return is_vi ? "chưa được cấp thẻ" : "has no badge";
    case attendance::ReasonCode::no_entrance:
      return is_vi ? "đơn vị chưa có điểm quét thẻ" : "no entrance serves the unit";
    default:
      return is_vi ? "điểm quét thẻ chưa gửi dữ liệu" : "the entrance has sent no data";
  }
}

std::string text_of(const One& one, Date date, Language language) {
  switch (one.now.presence) {
    case Presence::away:
      return one.now.paper != nullptr ? describe(*one.now.paper, language)
                                      : describe(attendance::DayKind::closure, language);
    case Presence::unknown:
      return text_of(*one.now.doubt, date, language);
    case Presence::off:
      return describe(one.kind, language);
    case Presence::exempt:
    case Presence::present:
    case Presence::not_seen:
      return {};
  }
  return {};
}

void add(NowCounts& counts, Presence presence) {
  ++counts.people;
  if (presence == Presence::exempt) ++counts.exempt;
  if (presence == Presence::off || presence == Presence::exempt) return;
  ++counts.due;
  if (presence == Presence::present) ++counts.present;
  if (presence == Presence::away) ++counts.away;
  if (presence == Presence::not_seen) ++counts.not_seen;
  if (presence == Presence::unknown) ++counts.unknown;
}

/// Makes the report of one unit, or of the highest that the asker sees.
class Report {
 public:
  Report(const PresentPeople& people, const Scope& scope, Language language)
      : people_(people),
        units_(people.book->units()),
        today_(std::chrono::floor<std::chrono::days>(people.at)),
        scope_(scope),
        language_(language),
        places_(units_.size(), none) {}

  NowReport of(UnitNo top) {
    report_.unit = {std::string(units_.code(top)), units_.full_name_on(top, today_)};
    for (const auto unit : units_.subtree_on(top, today_)) {
      if (unit != top && units_.parent_on(unit, today_) == top) begin_unit(unit);
    }
    for (const auto& one : people_.people) {
      if (!units_.is_within(one.stay->works_at, top, today_)) continue;
      add(report_.counts, one.now.presence);
      count(one, top);
    }
    list(top);
    return std::move(report_);
  }

  NowReport of_all() {
    for (const auto& place : units_.order_on(today_)) {
      const auto parent = units_.parent_on(place.unit, today_);
      const bool is_highest = !parent || !scope_.holds(units_, *parent, today_);
      if (is_highest && scope_.holds(units_, place.unit, today_)) begin_unit(place.unit);
    }
    for (const auto& one : people_.people) {
      if (!scope_.holds(units_, one.stay->works_at, today_)) continue;
      add(report_.counts, one.now.presence);
      count(one, std::nullopt);
    }
    return std::move(report_);
  }

 private:
  static constexpr std::size_t none = SIZE_MAX;

  void begin_unit(UnitNo unit) {
    places_[unit] = report_.units.size();
    report_.units.push_back({{std::string(units_.code(unit)), units_.full_name_on(unit, today_)}, {}});
  }

  /// In the row of the unit that is listed above the person.
  void count(const One& one, std::optional<UnitNo> top) {
    for (const auto unit : units_.line_on(one.stay->works_at, today_)) {
      if (unit == top) return;
      if (places_[unit] == none) continue;
      return add(report_.units[places_[unit]].counts, one.now.presence);
    }
  }

  /// Everybody below `top`, or where these are too many its own people.
  void list(UnitNo top) {
    const bool all = report_.counts.people <= now_people_max;
    std::vector<const One*> listed;
    for (const auto& one : people_.people) {
      const auto unit = one.stay->works_at;
      if (unit == top || (all && units_.is_within(unit, top, today_))) listed.push_back(&one);
    }
    std::ranges::sort(listed, {}, [](const One* one) {
      return std::tuple(one->stay->works_at, one->stay->posting->list_order, one->person);
    });
    if (listed.size() > now_people_max) listed.resize(now_people_max);
    for (const auto* one : listed) report_.rows.push_back(row_of(*one));
  }

  [[nodiscard]] NowRow row_of(const One& one) const {
    const auto clock = [&](std::int32_t tap, attendance::minutes at) {
      return tap < 0 ? std::string() : clock_text(at);
    };
    return {person_name(*people_.book, *one.stay, today_), one.now.presence,
            clock(one.now.first_tap, one.first), clock(one.now.last_tap, one.last),
            text_of(one, today_, language_)};
  }

  const PresentPeople& people_;
  const attendance::UnitTree& units_;
  const Date today_;
  const Scope& scope_;
  const Language language_;
  std::vector<std::size_t> places_;  // by UnitNo: of its row
  NowReport report_{{}, people_.at, {}, {}, {}};
};

}  // namespace

std::optional<NowReport> now_report(const PresentPeople& people, std::string_view unit, const Scope& scope,
                                    Language language) {
  Report report(people, scope, language);
  if (unit.empty()) return report.of_all();
  const auto today = std::chrono::floor<std::chrono::days>(people.at);
  const auto& units = people.book->units();
  if (!unit_within(units, unit, {today, today}, scope)) return std::nullopt;
  return report.of(*units.find(unit));
}

}  // namespace badge::app
