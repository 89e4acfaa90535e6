#include "server/scenario/words.hpp"

#include <limits>
#include <vector>

#include "server/attendance/verdict.hpp"

namespace badge::scenario {
namespace {

using attendance::to_string;

std::string_view to_string(attendance::TapUse::Kind use) {
  using enum attendance::TapUse::Kind;
  switch (use) {
    case in:
      return "in";
    case out:
      return "out";
    case out_and_in:
      return "out_and_in";
    case between:
      return "between";
    case during_absence:
      return "during_absence";
    case not_asked:
      return "not_asked";
    case repeat:
      return "repeat";
    case outside_windows:
      return "outside_windows";
  }
  return {};
}

/// The words that to_string() has for an enumeration, whatever is added to it.
template <class Meaning>
std::vector<Word<Meaning>> words_of_verdict() {
  std::vector<Word<Meaning>> words;
  for (int i = 0; i <= std::numeric_limits<std::uint8_t>::max(); ++i) {
    const auto meaning = static_cast<Meaning>(i);
    const auto code = to_string(meaning);
    if (!code.empty()) words.push_back({code, meaning});
  }
  return words;
}

}  // namespace

Words<attendance::TapsDemanded> taps_demanded_words() {
  using enum attendance::TapsDemanded;
  static constexpr Word<attendance::TapsDemanded> words[] = {
      {"each_session", each_session}, {"day_ends", day_ends}, {"first_only", first_only}, {"none", none}};
  return words;
}

Words<std::uint8_t> weekday_words() {
  static constexpr Word<std::uint8_t> words[] = {{"mon", 1},  {"tue", 2},  {"wed", 4}, {"thu", 8},
                                                 {"fri", 16}, {"sat", 32}, {"sun", 64}};
  return words;
}

Words<std::chrono::weekday> works_like_words() {
  using namespace std::chrono;
  static constexpr Word<weekday> words[] = {{"mon", Monday},   {"tue", Tuesday}, {"wed", Wednesday},
                                            {"thu", Thursday}, {"fri", Friday},  {"sat", Saturday},
                                            {"sun", Sunday}};
  return words;
}

Words<attendance::BadgeState> badge_state_words() {
  using enum attendance::BadgeState;
  static constexpr Word<attendance::BadgeState> words[] = {
      {"active", active}, {"lost", lost}, {"damaged", damaged}, {"returned", returned}, {"revoked", revoked}};
  return words;
}

Words<attendance::CalendarKind> calendar_words() {
  using enum attendance::CalendarKind;
  static constexpr Word<attendance::CalendarKind> words[] = {
      {"holiday", holiday}, {"off", off}, {"working", working}, {"closure", closure}, {"ordinary", ordinary}};
  return words;
}

Words<attendance::AbsenceKind> absence_words() {
  using enum attendance::AbsenceKind;
  static constexpr Word<attendance::AbsenceKind> words[] = {{"annual_leave", annual_leave},
                                                            {"sick", sick},
                                                            {"child_sick", child_sick},
                                                            {"maternity", maternity},
                                                            {"accident", accident},
                                                            {"personal_paid", personal_paid},
                                                            {"unpaid", unpaid},
                                                            {"compensatory", compensatory},
                                                            {"study", study},
                                                            {"business_trip", business_trip},
                                                            {"permitted_work", permitted_work},
                                                            {"permitted_private", permitted_private},
                                                            {"field_work", field_work},
                                                            {"dispatch", dispatch}};
  return words;
}

Words<attendance::RegimeKind> regime_words() {
  using enum attendance::RegimeKind;
  static constexpr Word<attendance::RegimeKind> words[] = {{"nursing", nursing},
                                                           {"menstruation", menstruation}};
  return words;
}

Words<attendance::RegimePlace> regime_place_words() {
  using enum attendance::RegimePlace;
  static constexpr Word<attendance::RegimePlace> words[] = {
      {"any", any}, {"start", start}, {"end", end}, {"split", split}, {"middle", middle}};
  return words;
}

Words<attendance::CorrectionCause> correction_cause_words() {
  using enum attendance::CorrectionCause;
  static constexpr Word<attendance::CorrectionCause> words[] = {{"forgot_badge", forgot_badge},
                                                                {"reader_fault", reader_fault},
                                                                {"field_work", field_work},
                                                                {"other", other}};
  return words;
}

Words<attendance::CorrectionEffect> correction_effect_words() {
  using enum attendance::CorrectionEffect;
  static constexpr Word<attendance::CorrectionEffect> words[] = {
      {"present", present}, {"in_at", in_at}, {"out_at", out_at}, {"absent", absent}};
  return words;
}

Words<attendance::Decision> decision_words() {
  using enum attendance::Decision;
  static constexpr Word<attendance::Decision> words[] = {
      {"pending", pending}, {"approved", approved}, {"refused", refused}};
  return words;
}

Words<attendance::Direction> direction_words() {
  using enum attendance::Direction;
  static constexpr Word<attendance::Direction> words[] = {{"both", both}, {"in", in}, {"out", out}};
  return words;
}

Words<attendance::TapUse::Kind> tap_use_words() {
  static const auto words = words_of_verdict<attendance::TapUse::Kind>();
  return words;
}

Words<attendance::SessionState> session_state_words() {
  static const auto words = words_of_verdict<attendance::SessionState>();
  return words;
}

Words<attendance::DayKind> day_kind_words() {
  static const auto words = words_of_verdict<attendance::DayKind>();
  return words;
}

Words<attendance::ReasonCode> reason_words() {
  static const auto words = words_of_verdict<attendance::ReasonCode>();
  return words;
}

}  // namespace badge::scenario
