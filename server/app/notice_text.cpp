#include "server/app/notice_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "server/app/sentences.hpp"

namespace badge::app {
namespace {

using attendance::LocalTime;

std::string_view pick(Language language, std::string_view vi, std::string_view en) {
  return language == Language::vi ? vi : en;
}

template <class... Values>
std::string filled(Language language, std::string_view vi, std::string_view en, const Values&... values) {
  return fmt::format(fmt::runtime(pick(language, vi, en)), values...);
}

std::string day_of(LocalTime at, Language language) {
  return date_text(std::chrono::floor<std::chrono::days>(at), language);
}

std::string moment_of(LocalTime at, Language language) {
  const auto day = std::chrono::floor<std::chrono::days>(at);
  const auto clock = clock_text(std::chrono::floor<std::chrono::minutes>(at - day));
  return filled(language, "{} ngày {}", "{} on {}", clock, date_text(day, language));
}

std::string month_text(std::chrono::year_month month) {
  return fmt::format("{}/{}", static_cast<unsigned>(month.month()), static_cast<int>(month.year()));
}

std::string state_of(const WaitingRow& row, Language language) {
  switch (row.progress) {
    case Progress::prepared:
      return std::string(pick(language, "chờ phụ trách bộ phận ký", "waits for the head of division"));
    case Progress::confirmed:
      return std::string(pick(language, "chờ duyệt", "waits for approval"));
    case Progress::preliminary:
      return std::string(pick(language, "mới chốt tạm", "closed preliminarily"));
    default:
      break;
  }
  if (row.count > 0) return filled(language, "đang làm, còn {} buổi", "{} sessions open", row.count);
  return std::string(pick(language, "chờ người chấm công ký", "waits for the timekeeper"));
}

/// Behind the name of the unit or the entrance.
std::string what_of(const WaitingRow& row, Language language) {
  const auto moment = row.since ? moment_of(*row.since, language) : std::string();
  const auto day = row.since ? day_of(*row.since, language) : std::string();
  switch (row.kind) {
    case WaitingKind::reader_silent:
      return filled(language, "đầu đọc thẻ không gửi dữ liệu từ {}", "a reader is silent since {}", moment);
    case WaitingKind::clock_off:
      return std::string(
          pick(language, "đồng hồ lệch hoặc chưa được xác nhận", "the clock is off, or was not confirmed"));
    case WaitingKind::badge_lost:
      return filled(language, "{} thẻ báo mất, từ ngày {}", "{} reported lost, from {}", row.count, day);
    case WaitingKind::explanation_waits:
      return filled(language, "{} giải trình chờ duyệt, sớm nhất của ngày {}",
                    "{} explanations wait, the oldest of {}", row.count, day);
    case WaitingKind::request_waits:
      return filled(language, "{} đơn chờ duyệt, sớm nhất gửi ngày {}",
                    "{} requests wait, the oldest asked on {}", row.count, day);
    case WaitingKind::finding_overdue:
      return filled(language, "{} tồn tại quá hạn khắc phục, hạn sớm nhất ngày {}",
                    "{} findings overdue, the oldest due on {}", row.count, day);
    case WaitingKind::repair_waits:
      return filled(language, "{} báo cáo khắc phục chờ xem xét, sớm nhất ngày {}",
                    "{} repairs to review, the oldest of {}", row.count, day);
    case WaitingKind::month_due:
      return filled(language, "chưa chốt công tháng {}, {}", "the month {} is not closed, {}",
                    month_text(row.month), state_of(row, language));
  }
  return {};
}

/// "3 giải trình, 1 đơn, 2 đơn vị chưa chốt công".
std::string in_short(const std::vector<WaitingRow>& rows, Language language) {
  struct Words {
    WaitingKind kind;
    std::string_view vi, en;
  };
  constexpr std::array<Words, 8> words = {{
      {WaitingKind::reader_silent, "{} điểm quét mất tín hiệu", "{} entrances silent"},
      {WaitingKind::clock_off, "{} điểm quét sai đồng hồ", "{} clocks off"},
      {WaitingKind::badge_lost, "{} thẻ báo mất", "{} badges lost"},
      {WaitingKind::explanation_waits, "{} giải trình", "{} explanations"},
      {WaitingKind::request_waits, "{} đơn", "{} requests"},
      {WaitingKind::finding_overdue, "{} tồn tại quá hạn", "{} findings overdue"},
      {WaitingKind::repair_waits, "{} báo cáo khắc phục", "{} repairs to review"},
      {WaitingKind::month_due, "{} đơn vị chưa chốt công", "{} units not closed"},
  }};
  std::string text;
  for (const auto& [kind, vi, en] : words) {
    const auto count = total_of(rows, kind);
    if (count == 0) continue;
    text += (text.empty() ? "" : ", ") + filled(language, vi, en, count);
  }
  return text;
}

std::string lines_of(const std::vector<WaitingRow>& rows, Language language) {
  std::string lines;
  for (std::size_t i = 0; i < std::min(rows.size(), mail_rows_max); ++i)
    lines += "- " + describe(rows[i], language) + '\n';
  if (rows.size() > mail_rows_max)
    lines += filled(language, "- và {} mục khác\n", "- and {} more\n", rows.size() - mail_rows_max);
  return lines;
}

std::string way_to(const std::string& page, Language language) {
  if (page.empty()) return {};
  return filled(language, "\nXem tại: {}#/waiting-list\n", "\nSee {}#/waiting-list\n", page);
}

}  // namespace

std::string describe(const WaitingRow& row, Language language) {
  const auto where =
      row.entrance.empty() ? row.unit.name : filled(language, "Điểm quét {}", "Entrance {}", row.entrance);
  return where + ": " + what_of(row, language);
}

NoticeText digest_text(const std::vector<WaitingRow>& rows, LocalTime now, const std::string& page,
                       Language language) {
  const auto subject = filled(language, "Việc chờ xử lý ngày {}: {}", "What waits on {}: {}",
                              day_of(now, language), in_short(rows, language));
  auto text = filled(language, "Các việc đang chờ ông/bà xử lý, tính đến {}:\n\n",
                     "What waits for you at {}:\n\n", moment_of(now, language));
  text += lines_of(rows, language) + way_to(page, language);
  text +=
      pick(language,
           "\nThư do hệ thống Chuyên Cần gửi tự động, mỗi ngày không quá một thư và chỉ khi có việc chờ. Đổi "
           "địa chỉ hoặc ngừng nhận: mục \"Tài khoản của tôi\".\n",
           "\nSent by Chuyên Cần, at most once a day and only when something waits. To change the address or "
           "to stop: \"My account\".\n");
  return {subject, text};
}

NoticeText urgent_text(const std::vector<WaitingRow>& rows, LocalTime now, const std::string& page,
                       Language language) {
  const auto subject =
      rows.size() == 1 ? describe(rows.front(), language)
                       : filled(language, "Cần xử lý ngay: {}", "Cannot wait: {}", in_short(rows, language));
  auto text = filled(language, "Cần xử lý ngay, tính đến {}:\n\n", "Cannot wait, at {}:\n\n",
                     moment_of(now, language));
  text += lines_of(rows, language) + way_to(page, language);
  text +=
      pick(language,
           "\nThư do hệ thống Chuyên Cần gửi tự động, một lần cho mỗi sự việc. Đổi địa chỉ hoặc ngừng nhận: "
           "mục \"Tài khoản của tôi\".\n",
           "\nSent by Chuyên Cần, once for each event. To change the address or to stop: \"My account\".\n");
  return {subject, text};
}

}  // namespace badge::app
