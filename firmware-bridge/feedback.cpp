#include "firmware-bridge/feedback.hpp"

#include <array>
#include <cstdio>

namespace badge::bridge {
namespace {

/// "N. V. An" → "N. V. A.": the first letter of each word. A letter may take several bytes (Đ, Ư, Ấ).
std::string initials(std::string_view display) {
  std::string result;
  bool word_begins = true;
  for (std::size_t i = 0; i < display.size();) {
    std::size_t length = 1;
    while (i + length < display.size() && (static_cast<unsigned char>(display[i + length]) & 0xC0) == 0x80)
      ++length;
    const auto letter = display.substr(i, length);
    if (letter == " ") {
      word_begins = true;
    } else if (word_begins) {
      result += (result.empty() ? "" : " ") + std::string(letter) + '.';
      word_begins = false;
    }
    i += length;
  }
  return result;
}

std::string person(const KnownBadge& badge, PersonShown shown) {
  switch (shown) {
    case PersonShown::name:
      return badge.display;
    case PersonShown::initials:
      return initials(badge.display);
    case PersonShown::none:
      return {};
  }
  return {};
}

/// What somebody must do something about; empty where all is well.
std::string_view concern(const RecordedTap& tap) {
  if (tap.credential.is_random()) return "thẻ không có số cố định";
  switch (tap.badge.state) {
    case BadgeState::unknown:
      return "thẻ chưa có trong danh sách";
    case BadgeState::not_lent:
      return "thẻ tạm chưa được cho mượn";
    case BadgeState::revoked:
      return "thẻ không còn hiệu lực";
    case BadgeState::active:
    case BadgeState::inspector:
      break;
  }
  if (tap.clock != ClockState::synchronised) return "đồng hồ chưa được xác nhận";
  return {};
}

std::string clock_minute(const RecordedTap& tap, const DisplayConfig& display) {
  return local_minute(tap.at, display.utc_offset).substr(sizeof "2026-07-14T" - 1);
}

/// Green, or amber where there is a concern.
Feedback said_of(const RecordedTap& tap, std::string said, const DisplayConfig& display) {
  Feedback feedback{Light::green, std::move(said), person(tap.badge, display.person),
                    std::string(concern(tap))};
  if (!feedback.concern.empty()) feedback.light = Light::amber;
  return feedback;
}

std::string figures_of(const OpenCheck& check) {
  auto text = std::to_string(check.shown) + " thẻ";
  if (check.without_badge > 0) text += ", " + std::to_string(check.without_badge) + " người không đeo thẻ";
  return text;
}

}  // namespace

std::string Feedback::line() const {
  auto text = said;
  if (!person.empty()) text += ' ' + person;
  if (!concern.empty()) text += " – " + concern;
  if (!notice.empty()) text += " · " + notice;
  return text;
}

Feedback recorded(const RecordedTap& tap, const DisplayConfig& display) {
  return said_of(tap, "Đã ghi nhận " + clock_minute(tap, display), display);
}

Feedback badge_shown(const RecordedTap& shown, const DisplayConfig& display) {
  return said_of(shown, "Đã xuất trình thẻ " + clock_minute(shown, display), display);
}

Feedback badge_verified(const RecordedTap& shown, const DisplayConfig& display) {
  auto asked = shown;
  asked.clock = ClockState::synchronised;  // nothing is recorded, so no clock is in doubt
  auto feedback = said_of(asked, "Thẻ có hiệu lực", display);
  if (feedback.light != Light::green) feedback.said = "Tra cứu thẻ";
  return feedback;
}

Feedback not_recorded() { return {Light::red, "CHƯA ghi nhận", {}, "ký sổ"}; }

Feedback check_begins() { return {Light::off, "Bắt đầu kiểm tra việc đeo thẻ"}; }

Feedback check_ended(const OpenCheck& check) {
  return {Light::off, "Kết thúc kiểm tra việc đeo thẻ: " + figures_of(check)};
}

std::string check_notice(const OpenCheck& check) {
  return "Đang kiểm tra việc đeo thẻ: " + figures_of(check);
}

std::string local_minute(Instant at, std::chrono::minutes utc_offset) {
  const auto local = at + utc_offset;
  const auto day = std::chrono::floor<std::chrono::days>(local);
  const std::chrono::year_month_day date(day);
  const auto minutes = std::chrono::floor<std::chrono::minutes>(local - day).count();
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02u-%02uT%02d:%02d", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                static_cast<int>(minutes / 60), static_cast<int>(minutes % 60));
  return text.data();
}

std::chrono::milliseconds light_time(Light light) {
  switch (light) {
    case Light::off:
      return std::chrono::milliseconds(0);
    case Light::green:
      return std::chrono::milliseconds(1200);  // seen from the corner of an eye, walking
    case Light::amber:
      return std::chrono::milliseconds(2500);  // time to look up and read
    case Light::red:
      return std::chrono::milliseconds(4000);  // nobody may miss it
  }
  return std::chrono::milliseconds(0);
}

}  // namespace badge::bridge
