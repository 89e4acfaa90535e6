#include "server/app/imports/words.hpp"

namespace badge::app {

using attendance::AbsenceKind;
using attendance::BadgeState;
using attendance::CalendarKind;
using attendance::TapsDemanded;

std::span<const Word<AbsenceKind>> absence_words() {
  static const std::vector<Word<AbsenceKind>> words = {
      {AbsenceKind::annual_leave, "annual_leave", "nghỉ phép", {"phép", "nghỉ phép năm"}},
      {AbsenceKind::sick, "sick", "ốm", {"nghỉ ốm"}},
      {AbsenceKind::child_sick, "child_sick", "con ốm", {"nghỉ con ốm"}},
      {AbsenceKind::maternity, "maternity", "thai sản", {"nghỉ thai sản"}},
      {AbsenceKind::accident, "accident", "tai nạn", {"nghỉ tai nạn"}},
      {AbsenceKind::personal_paid,
       "personal_paid",
       "nghỉ việc riêng hưởng nguyên lương",
       {"nghỉ việc riêng"}},
      {AbsenceKind::unpaid, "unpaid", "nghỉ không hưởng lương", {"nghỉ không lương"}},
      {AbsenceKind::compensatory, "compensatory", "nghỉ bù", {}},
      {AbsenceKind::study, "study", "hội nghị, học tập", {"hội nghị", "học tập"}},
      {AbsenceKind::business_trip, "business_trip", "công tác", {"đi công tác"}},
      {AbsenceKind::permitted_work,
       "permitted_work",
       "ra ngoài làm việc có phép",
       {"ra ngoài làm việc", "ra ngoài giải quyết công việc"}},
      {AbsenceKind::permitted_private,
       "permitted_private",
       "ra ngoài việc riêng có phép",
       {"ra ngoài việc riêng"}},
      {AbsenceKind::field_work,
       "field_work",
       "công tác thực địa theo lịch",
       {"công tác thực địa", "đi thực địa", "đi địa bàn"}},
      {AbsenceKind::dispatch, "dispatch", "lệnh điều xe", {"theo lệnh điều xe"}},
  };
  return words;
}

std::span<const Word<BadgeState>> badge_state_words() {
  static const std::vector<Word<BadgeState>> words = {
      {BadgeState::active, "active", "đang sử dụng", {"đang dùng"}},
      {BadgeState::lost, "lost", "mất", {"bị mất"}},
      {BadgeState::damaged, "damaged", "hỏng", {"bị hỏng"}},
      {BadgeState::returned, "returned", "đã nộp lại", {"đã trả", "nộp lại"}},
      {BadgeState::revoked, "revoked", "thu hồi", {"đã thu hồi", "bị thu hồi"}},
  };
  return words;
}

std::span<const Word<CalendarKind>> calendar_words() {
  static const std::vector<Word<CalendarKind>> words = {
      {CalendarKind::holiday, "holiday", "nghỉ lễ", {"lễ", "ngày lễ", "nghỉ lễ, tết"}},
      {CalendarKind::off, "off", "nghỉ", {"ngày nghỉ", "nghỉ bù"}},
      {CalendarKind::working, "working", "làm việc", {"làm bù", "ngày làm việc"}},
      {CalendarKind::closure, "closure", "ngừng làm việc", {"tạm ngừng làm việc"}},
      {CalendarKind::ordinary, "ordinary", "ngày thường", {"làm việc bình thường"}},
  };
  return words;
}

std::span<const Word<TapsDemanded>> taps_demanded_words() {
  static const std::vector<Word<TapsDemanded>> words = {
      {TapsDemanded::each_session, "each_session", "từng buổi", {}},
      {TapsDemanded::day_ends, "day_ends", "đầu và cuối ngày", {}},
      {TapsDemanded::first_only, "first_only", "chỉ đầu ngày", {}},
      {TapsDemanded::none, "none", "miễn chấm công", {}},
  };
  return words;
}

std::span<const Word<std::chrono::weekday>> weekday_words() {
  static const std::vector<Word<std::chrono::weekday>> words = {
      {std::chrono::Monday, "mon", "thứ Hai", {"monday", "thứ 2", "T2"}},
      {std::chrono::Tuesday, "tue", "thứ Ba", {"tuesday", "thứ 3", "T3"}},
      {std::chrono::Wednesday, "wed", "thứ Tư", {"wednesday", "thứ 4", "T4"}},
      {std::chrono::Thursday, "thu", "thứ Năm", {"thursday", "thứ 5", "T5"}},
      {std::chrono::Friday, "fri", "thứ Sáu", {"friday", "thứ 6", "T6"}},
      {std::chrono::Saturday, "sat", "thứ Bảy", {"saturday", "thứ 7", "T7"}},
      {std::chrono::Sunday, "sun", "Chủ nhật", {"sunday", "CN"}},
  };
  return words;
}

std::string weekday_of(attendance::Date date, Language language) {
  const auto& word = weekday_words()[std::chrono::weekday(date).iso_encoding() - 1];
  return std::string(language == Language::vi ? word.vietnamese : word.also.front());
}

std::span<const Word<std::string_view>> category_words() {
  static const std::vector<Word<std::string_view>> words = {
      {"cadre", "cadre", "cán bộ", {"CB"}},
      {"civil_servant", "civil_servant", "công chức", {"CC"}},
      {"public_employee", "public_employee", "viên chức", {"VC"}},
      {"employee", "employee", "người lao động", {"NLĐ"}},
      {"commune_part_time",
       "commune_part_time",
       "người hoạt động không chuyên trách ở cấp xã",
       {"người hoạt động không chuyên trách"}},
  };
  return words;
}

}  // namespace badge::app
