#include "server/app/ledger_sentences.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "server/app/sentences.hpp"

namespace badge::app {

namespace {

using attendance::Confirmation;
using attendance::LocalTime;
using attendance::PaperFault;
using attendance::SessionState;
using std::chrono::minutes;

std::string pick(Language language, std::string vi, std::string en) {
  return language == Language::vi ? std::move(vi) : std::move(en);
}

/// "09:00 ngày 10/3/2026"
std::string moment_text(LocalTime at, Language language) {
  const auto date = std::chrono::floor<std::chrono::days>(at);
  const auto clock = clock_text(std::chrono::floor<minutes>(at - LocalTime(date)));
  return clock + pick(language, " ngày ", " on ") + date_text(date, language);
}

std::string taps_text(const std::vector<LocalTime>& taps, Language language) {
  constexpr std::size_t told_max = 4;  // the rest stands in the list beside
  std::string text;
  for (std::size_t i = 0; i < std::min(taps.size(), told_max); ++i) {
    text += (i == 0 ? "" : ", ") + moment_text(taps[i], language);
  }
  if (taps.size() <= told_max) return text;
  const auto more = taps.size() - told_max;
  return text + pick(language, fmt::format(" và {} lượt khác", more), fmt::format(" and {} more", more));
}

void add(std::string& text, std::string sentence) {
  if (!text.empty()) text += ' ';
  text += sentence;
}

}  // namespace

std::string days_text(double days, Language language) {
  auto number = fmt::format("{:.2f}", days);
  number.erase(number.find_last_not_of('0') + 1);
  if (number.ends_with('.')) number.pop_back();
  if (language == Language::en) return number + (number == "1" ? " day" : " days");
  std::replace(number.begin(), number.end(), '.', ',');
  return number + " ngày";
}

std::string duration_text(minutes duration, Language language) {
  const auto days = duration.count() / (24 * 60);
  const auto hours = duration.count() / 60 % 24, rest = duration.count() % 60;
  std::string text;
  if (days > 0) add(text, fmt::format("{} {}", days, pick(language, "ngày", "d")));
  if (hours > 0) add(text, fmt::format("{} {}", hours, pick(language, "giờ", "h")));
  if (rest > 0 || text.empty()) add(text, fmt::format("{} {}", rest, pick(language, "phút", "min")));
  return text;
}

std::string describe(const LeaveFigures& figures, Language language) {
  const auto days = [&](double count) { return days_text(count, language); };
  const auto hours = [&](std::int64_t count) {
    return fmt::format("{} {}", fmt::format("{}:{:02}", count / 60, count % 60),
                       pick(language, "giờ", "hours"));
  };
  std::string text;
  if (!figures.has_entitlement) {
    add(text,
        pick(language, fmt::format("Chưa khai báo số ngày phép của năm; đã dùng {}.", days(figures.used)),
             fmt::format("The year's leave was not stated; used {}.", days(figures.used))));
  } else {
    const auto carried =
        figures.carried == 0
            ? std::string()
            : pick(language, fmt::format(", năm trước chuyển sang {}", days(figures.carried)),
                   fmt::format(", {} carried over", days(figures.carried)));
    add(text, pick(language,
                   fmt::format("Được nghỉ phép {}{}, đã dùng {}, còn {}.", days(figures.entitled), carried,
                               days(figures.used), days(figures.remaining)),
                   fmt::format("Entitled to {}{}, used {}, {} left.", days(figures.entitled), carried,
                               days(figures.used), days(figures.remaining))));
  }
  if (figures.carried_expired > 0) {
    add(text, pick(language, fmt::format("{} chuyển sang đã hết hạn.", days(figures.carried_expired)),
                   fmt::format("{} carried over have expired.", days(figures.carried_expired))));
  }
  if (figures.over > 0) {
    add(text, pick(language, fmt::format("Đã nghỉ vượt {}.", days(figures.over)),
                   fmt::format("Overdrawn by {}.", days(figures.over))));
  }
  if (figures.earned_min > 0 || figures.taken_min > 0) {
    add(text, pick(language,
                   fmt::format("Nghỉ bù: được {}, đã nghỉ {}, còn {}.", hours(figures.earned_min),
                               hours(figures.taken_min), hours(figures.left_min)),
                   fmt::format("Compensatory leave: earned {}, taken {}, {} left.", hours(figures.earned_min),
                               hours(figures.taken_min), hours(figures.left_min))));
  }
  if (figures.expires_soon_min > 0) {
    add(text, pick(language,
                   fmt::format("{} nghỉ bù sẽ hết hạn trong {} ngày tới.", hours(figures.expires_soon_min),
                               attendance::expires_soon.count()),
                   fmt::format("{} of it expire within {} days.", hours(figures.expires_soon_min),
                               attendance::expires_soon.count())));
  }
  if (figures.over_taken_min > 0) {
    add(text, pick(language, fmt::format("Đã nghỉ bù vượt {}.", hours(figures.over_taken_min)),
                   fmt::format("{} more than earned were taken.", hours(figures.over_taken_min))));
  }
  return text;
}

std::string describe(Confirmation confirmation, Language language) {
  switch (confirmation) {
    case Confirmation::confirmed:
      return pick(language, "Lượt quét thẻ khớp với thời gian được duyệt.",
                  "Taps confirm it from begin to end.");
    case Confirmation::partly:
      return pick(language, "Lượt quét thẻ chỉ khớp một phần thời gian được duyệt; đề nghị đối chiếu.",
                  "Taps confirm a part of it; please check.");
    case Confirmation::unseen:
      return pick(language, "Không có lượt quét thẻ nào trong thời gian được duyệt; đề nghị đối chiếu.",
                  "No tap of that time; please check.");
    case Confirmation::not_covered:
      return pick(language, "Chưa đủ dữ liệu quét thẻ của thời gian được duyệt để đối chiếu.",
                  "Not enough data of that time to tell.");
  }
  return {};
}

std::string describe(const attendance::PaperFinding& finding, Language language) {
  switch (finding.fault) {
    case PaperFault::no_number:
      return pick(language, "Chưa ghi số giấy tờ.", "The paper's number is missing.");
    case PaperFault::reported_late: {
      const auto late = duration_text(finding.late_by, language);
      const auto reported = moment_text(*finding.paper->reported_at, language);
      const auto begins = moment_text(finding.begins, language);
      return pick(
          language,
          fmt::format("Báo muộn {}: báo lúc {}, thời gian vắng bắt đầu từ {}.", late, reported, begins),
          fmt::format("Reported {} late: at {}, and it began at {}.", late, reported, begins));
    }
    case PaperFault::not_reported:
      return pick(language, "Chưa ghi thời điểm báo.", "When it was reported was not written down.");
    case PaperFault::taps_inside: {
      const auto taps = taps_text(finding.taps, language);
      return pick(
          language,
          fmt::format("Có lượt quét thẻ trong thời gian vắng: {}; đề nghị đối chiếu, giữ hoặc rút giấy tờ.",
                      taps),
          fmt::format("There are taps during the absence: {}; please check, keep or withdraw it.", taps));
    }
    case PaperFault::leave_overdrawn: {
      const auto over = days_text(finding.over.in_days(), language);
      return pick(language, fmt::format("Vượt số ngày phép được nghỉ: {}.", over),
                  fmt::format("Beyond the year's leave by {}.", over));
    }
    case PaperFault::compensatory_overdrawn: {
      const auto over = duration_text(finding.over_taken, language);
      return pick(language, fmt::format("Vượt thời gian được nghỉ bù: {}.", over),
                  fmt::format("Beyond the compensatory leave that was earned by {}.", over));
    }
  }
  return {};
}

std::string describe(const attendance::SlotDay& day, Language language) {
  std::string text;
  if (day.has_too_few_named()) {
    const auto missing = day.slot->people_min - day.named();
    add(text, pick(language, fmt::format("Chưa phân công đủ người trực, còn thiếu {} người.", missing),
                   fmt::format("Too few people were named, by {}.", missing)));
  }
  if (day.somebody_did_not_come()) {
    add(text, pick(language, fmt::format("{} người được phân công không trực.", day.stayed_away()),
                   fmt::format("{} of those named did not come.", day.stayed_away())));
  }
  return text;
}

std::string describe(const attendance::DutyTurn& turn, Language language) {
  if (!turn.in_service) return pick(language, "không còn công tác tại cơ quan", "not in service");
  if (!turn.state) return pick(language, "chưa có kết quả", "no result");
  switch (*turn.state) {
    case SessionState::present:
      return pick(language, "có mặt", "present");
    case SessionState::absent:
      return pick(language, "chưa có giải trình", "absent, no explanation yet");
    case SessionState::excused:
      return pick(language, "vắng có lý do", "excused");
    case SessionState::exempt:
      return pick(language, "miễn chấm công", "exempt from tapping");
    case SessionState::provisional:
      return pick(language, "chưa đủ dữ liệu", "not enough data");
    case SessionState::not_due:
      return pick(language, "chưa đến giờ trực", "not due yet");
  }
  return {};
}

}  // namespace badge::app
