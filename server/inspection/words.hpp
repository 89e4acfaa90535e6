#pragma once
/// What an inspection, a finding and a case can be.
#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string_view>
#include <type_traits>

namespace badge::inspection {

using Date = std::chrono::local_days;          // a day of the office's calendar
using LocalTime = std::chrono::local_seconds;  // the office's wall clock

/// Why it is made (*căn cứ*).
enum class Basis : std::uint8_t {
  plan,      // theo kế hoạch
  order,     // theo chỉ đạo: of whom, by which document
  feedback,  // theo phản ánh, kiến nghị, khiếu nại: which case
  own,       // tự kiểm tra: the unit's own
};

enum class Form : std::uint8_t {
  announced,    // định kỳ, báo trước
  unannounced,  // đột xuất
};

/// What the people who inspect are called together.
enum class TeamKind : std::uint8_t {
  delegation,  // đoàn kiểm tra, led by a trưởng đoàn
  group,       // tổ kiểm tra, led by a tổ trưởng
};

enum class TeamRole : std::uint8_t { leader, secretary, member };

/// What is looked at; several can be combined in one visit.
enum class Checklist : std::uint8_t {
  badge,      // đeo thẻ
  hours,      // giờ giấc làm việc
  dress,      // trang phục
  conduct,    // thái độ, giao tiếp, văn hóa công sở
  alcohol,    // rượu, bia trong giờ làm việc và giờ nghỉ trưa
  gambling,   // đánh bạc
  postings,   // niêm yết thủ tục, thời gian tiếp nhận, đường dây nóng
  registers,  // sổ theo dõi, sổ liên thông
  other,
};

/// What an inspector saw of one person.
enum class Observed : std::uint8_t {
  worn,               // đeo thẻ
  worn_wrongly,       // đeo không đúng quy định
  not_worn,           // không đeo thẻ
  someone_elses,      // sử dụng thẻ của người khác
  not_issued,         // có mặt, chưa được cấp thẻ
  exempt,             // có mặt, được miễn (QĐ 06/2008/QĐ-BNV: security rules)
  absent_with_paper,  // vắng có giấy tờ
  absent_without,     // vắng không có giấy tờ
  taken_back,         // this inspector's mark was a slip: as if they had not looked
};

/// An answer to one line of a checklist.
enum class Answer : std::uint8_t { kept, broken, not_applicable };

/// Where somebody was by taps and papers at the minute of the start.
enum class Presence : std::uint8_t { off, exempt, away, present, not_seen, unknown };

/// By which right somebody answers for a unit.
enum class HeadRole : std::uint8_t { head, acting, in_charge, delegated };

/// Who states a view of a finding.
enum class ViewOf : std::uint8_t {
  person,  // whom it concerns
  head,    // who answered for the unit
};

/// What becomes of a case.
enum class Outcome : std::uint8_t {
  within_competence,  // xử lý theo thẩm quyền
  proposed,           // đề xuất cấp có thẩm quyền
};

enum class Paper : std::uint8_t { minutes, report, notice };  // biên bản, báo cáo kết quả, thông báo

enum class FeedbackKind : std::uint8_t {
  reflection,    // phản ánh
  petition,      // kiến nghị
  complaint,     // khiếu nại
  denunciation,  // tố cáo: number, date and handling body alone are kept (Luật Tố cáo 2018 art. 56)
};

/// What other systems count, and we only print beside the discipline figures.
enum class Indicator : std::uint8_t {
  tasks_in_time,
  tasks_late,
  tasks_not_done,
  dossiers_early,
  dossiers_in_time,
  dossiers_late,
  dossiers_late_without_apology,
  online_service_percent,
};

/// Names the enumerators in their order: words of the HTTP interface and of the store.
constexpr auto words_of(Basis) {
  return std::to_array<std::string_view>({"plan", "order", "feedback", "own"});
}
constexpr auto words_of(Form) { return std::to_array<std::string_view>({"announced", "unannounced"}); }
constexpr auto words_of(TeamKind) { return std::to_array<std::string_view>({"delegation", "group"}); }
constexpr auto words_of(TeamRole) {
  return std::to_array<std::string_view>({"leader", "secretary", "member"});
}
constexpr auto words_of(Checklist) {
  return std::to_array<std::string_view>(
      {"badge", "hours", "dress", "conduct", "alcohol", "gambling", "postings", "registers", "other"});
}
constexpr auto words_of(Observed) {
  return std::to_array<std::string_view>({"worn", "worn_wrongly", "not_worn", "someone_elses", "not_issued",
                                          "exempt", "absent_with_paper", "absent_without", "taken_back"});
}
constexpr auto words_of(Answer) {
  return std::to_array<std::string_view>({"kept", "broken", "not_applicable"});
}
constexpr auto words_of(Presence) {
  return std::to_array<std::string_view>({"off", "exempt", "away", "present", "not_seen", "unknown"});
}
constexpr auto words_of(HeadRole) {
  return std::to_array<std::string_view>({"head", "acting", "in_charge", "delegated"});
}
constexpr auto words_of(ViewOf) { return std::to_array<std::string_view>({"person", "head"}); }
constexpr auto words_of(Outcome) {
  return std::to_array<std::string_view>({"within_competence", "proposed"});
}
constexpr auto words_of(Paper) { return std::to_array<std::string_view>({"minutes", "report", "notice"}); }
constexpr auto words_of(FeedbackKind) {
  return std::to_array<std::string_view>({"reflection", "petition", "complaint", "denunciation"});
}
constexpr auto words_of(Indicator) {
  return std::to_array<std::string_view>({"tasks_in_time", "tasks_late", "tasks_not_done", "dossiers_early",
                                          "dossiers_in_time", "dossiers_late",
                                          "dossiers_late_without_apology", "online_service_percent"});
}

template <class E>
concept Worded = std::is_enum_v<E> && requires { words_of(E{}); };

template <Worded E>
[[nodiscard]] constexpr std::string_view to_string(E value) {
  return words_of(E{})[static_cast<std::size_t>(value)];
}

template <Worded E>
[[nodiscard]] constexpr std::optional<E> parse(std::string_view word) {
  constexpr auto words = words_of(E{});
  const auto found = std::ranges::find(words, word);
  if (found == words.end()) return std::nullopt;
  return static_cast<E>(found - words.begin());
}

/// Every enumerator of E in its order.
template <Worded E>
[[nodiscard]] constexpr auto every() {
  std::array<E, words_of(E{}).size()> values{};
  for (std::size_t i = 0; i < values.size(); ++i) values[i] = static_cast<E>(i);
  return values;
}

}  // namespace badge::inspection
