#include "server/app/now_report.hpp"

#include <fmt/format.h>

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

std::string name_of(const attendance::TurnNow& turn, const attendance::RuleBook& book) {
  const auto person = book.people().find(turn.duty->staff_code);
  if (!person) return turn.duty->staff_code;
  const auto* posting = book.people().posting_on(*person, turn.duty->date);
  return std::string(posting != nullptr ? posting->full_name
                                        : book.people().postings(*person).back().full_name);
}

/// "đã phân công 1/2 người; Nguyễn Văn An: nghỉ phép (GNP 12)", "chưa ghi nhận: Nguyễn Văn An"
std::string text_of(const attendance::SlotNow& slot, const attendance::RuleBook& book, Language language) {
  using attendance::SlotCover;
  const bool is_vi = language == Language::vi;
  const auto wanted = slot.slot->people_min;
  std::string names;
  const auto add_name = [&](const std::string& name) { names += (names.empty() ? "" : ", ") + name; };
  if (slot.cover != SlotCover::unnamed) {
    for (const auto& turn : slot.turns) {
      const bool is_missed = turn.presence == Presence::not_seen || turn.presence == Presence::unknown;
      if (turn.in_service && is_missed) add_name(name_of(turn, book));
    }
    if (slot.cover == SlotCover::unknown) return (is_vi ? "chưa đủ dữ liệu: " : "not known: ") + names;
    return (is_vi ? "chưa ghi nhận: " : "not seen yet: ") + names;
  }
  for (const auto& turn : slot.turns) {
    if (turn.presence == Presence::away)
      add_name(name_of(turn, book) + ": " +
               (turn.paper != nullptr ? describe(*turn.paper, language)
                                      : describe(attendance::DayKind::closure, language)));
    if (!turn.in_service)
      add_name(name_of(turn, book) + (is_vi ? ": không còn công tác" : ": not in service"));
  }
  const auto named = slot.named();
  auto text = named == 0 ? std::string(is_vi ? "chưa phân công ai" : "nobody is named")
              : is_vi    ? fmt::format("mới phân công {}/{} người", named, wanted)
                         : fmt::format("{} of {} people are named", named, wanted);
  return names.empty() ? text : text + "; " + names;
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
    add_slots([&](UnitNo unit) { return units_.is_within(unit, top, today_); }, top);
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
    add_slots([&](UnitNo unit) { return scope_.holds(units_, unit, today_); }, std::nullopt);
    return std::move(report_);
  }

 private:
  static constexpr std::size_t none = SIZE_MAX;

  void begin_unit(UnitNo unit) {
    places_[unit] = report_.units.size();
    report_.units.push_back({{std::string(units_.code(unit)), units_.full_name_on(unit, today_)}, {}, 0});
  }

  /// The row of the unit that is listed above this one. Null: none is.
  NowUnit* row_above(UnitNo of, std::optional<UnitNo> top) {
    for (const auto unit : units_.line_on(of, today_)) {
      if (unit == top) return nullptr;
      if (places_[unit] != none) return &report_.units[places_[unit]];
    }
    return nullptr;
  }

  void count(const One& one, std::optional<UnitNo> top) {
    if (auto* row = row_above(one.stay->works_at, top)) add(row->counts, one.now.presence);
  }

  template <class IsAsked>
  void add_slots(IsAsked is_asked, std::optional<UnitNo> top) {
    for (const auto& slot : people_.open_slots) {
      const auto unit = units_.find(slot.slot->unit_code);
      if (!unit || !is_asked(*unit)) continue;
      if (auto* row = row_above(*unit, top)) ++row->open_slots;
      report_.slots.push_back(slot_row(slot, *unit));
    }
    std::ranges::stable_sort(report_.slots, {}, [](const NowSlot& slot) {
      return std::tuple(slot.cover != attendance::SlotCover::empty, slot.date, slot.from);
    });
    if (report_.slots.size() > now_slots_max) report_.slots.resize(now_slots_max);
  }

  [[nodiscard]] NowSlot slot_row(const attendance::SlotNow& slot, UnitNo unit) const {
    return {{slot.slot->unit_code, units_.full_name_on(unit, today_)},
            slot.date,
            slot.slot->schedule,
            clock_text(slot.session->start),
            clock_text(slot.session->end),
            slot.cover,
            slot.slot->people_min,
            slot.named(),
            slot.here(),
            text_of(slot, *people_.book, language_)};
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
  NowReport report_{{}, people_.at, {}, {}, {}, {}};
};

}  // namespace

std::string_view to_string(attendance::SlotCover cover) {
  switch (cover) {
    case attendance::SlotCover::covered:
      return "covered";
    case attendance::SlotCover::unnamed:
      return "unnamed";
    case attendance::SlotCover::empty:
      return "empty";
    case attendance::SlotCover::unknown:
      return "unknown";
  }
  return "unknown";
}

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
