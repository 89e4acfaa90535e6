#include "server/app/inspections/office_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "server/app/imports/words.hpp"
#include "server/app/sentences.hpp"
#include "server/documents/paper_words.hpp"
#include "server/documents/unicode.hpp"

namespace badge::app {
namespace {

/// The word of an enumerator; `words` in the order of the enumerators.
template <class Value, std::size_t size>
std::string_view word(Value value, const std::array<std::string_view, size>& words) {
  static_assert(words_of(Value{}).size() == size);
  return words[static_cast<std::size_t>(value)];
}

}  // namespace

std::string_view office_word(inspection::Observed observed) {
  return word(observed,
              std::to_array<std::string_view>({"đeo thẻ", "đeo không đúng quy định", "không đeo thẻ",
                                               "sử dụng thẻ của người khác", "chưa được cấp thẻ", "được miễn",
                                               "vắng có giấy tờ", "vắng không có giấy tờ", ""}));
}

std::string_view office_word(inspection::Form form) {
  return word(form, std::to_array<std::string_view>({"định kỳ (báo trước)", "đột xuất"}));
}

std::string_view office_word(inspection::Checklist list) {
  return word(list,
              std::to_array<std::string_view>(
                  {"việc đeo thẻ", "việc chấp hành thời giờ làm việc", "trang phục",
                   "thái độ, giao tiếp, văn hóa công sở", "việc không sử dụng rượu, bia, đồ uống có cồn",
                   "việc không đánh bạc", "niêm yết công khai", "sổ sách theo dõi", "nội dung khác"}));
}

std::string_view office_word(inspection::Answer answer) {
  return word(answer, std::to_array<std::string_view>({"đạt", "chưa đạt", "không áp dụng"}));
}

std::string_view office_word(inspection::TeamKind team) {
  return word(team, std::to_array<std::string_view>({"Đoàn kiểm tra", "Tổ kiểm tra"}));
}

std::string_view office_word(inspection::HeadRole role) {
  return word(role, std::to_array<std::string_view>(
                        {"người đứng đầu", "quyền người đứng đầu", "phụ trách", "được ủy quyền điều hành"}));
}

std::string_view office_word(inspection::TeamRole role, inspection::TeamKind team) {
  if (role == inspection::TeamRole::leader && team == inspection::TeamKind::group) return "Tổ trưởng";
  return word(role, std::to_array<std::string_view>({"Trưởng đoàn", "Thư ký", "Thành viên"}));
}

std::string absence_word(std::string_view code) {
  const auto words = absence_words();
  const auto found = std::ranges::find(words, code, &Word<attendance::AbsenceKind>::code);
  return std::string(found == words.end() ? code : found->vietnamese);
}

std::string people_count(int count) { return fmt::format("{} người", documents::paper_number(count)); }

std::string minute_words(inspection::LocalTime at) {
  const auto day = std::chrono::floor<std::chrono::days>(at);
  const auto minutes = std::chrono::floor<std::chrono::minutes>(at - day);
  return documents::time_words(minutes) + " ngày " + date_text(day, Language::vi);
}

std::string sentence(std::string_view text) {
  auto kept = documents::trimmed(text);
  while (!kept.empty() && (kept.back() == '.' || kept.back() == ';')) kept.remove_suffix(1);
  return std::string(kept) + ".";
}

}  // namespace badge::app
