#include "tools/badgectl/report_output.hpp"

#include <iostream>

namespace badge::tools {

void print_as_it_came(const Session& session, const Answer& answer) {
  session.expect_good(answer);
  std::string_view text = answer.body;
  // The mark would become part of the first heading in a pipe.
  if (constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF"; text.starts_with(byte_order_mark)) {
    text.remove_prefix(byte_order_mark.size());
  }
  std::cout << text;
  if (!text.ends_with('\n')) std::cout << "\n";
}

std::string date_for(const Session& session, const std::string& iso) {
  if (!session.vietnamese || iso.size() != 10) return iso;
  // Only January and February take a leading zero.
  const auto month = iso.substr(iso[5] == '0' && iso[6] > '2' ? 6 : 5, iso[5] == '0' && iso[6] > '2' ? 1 : 2);
  return iso.substr(8, 2) + "/" + month + "/" + iso.substr(0, 4);
}

std::string word_of(const Session& session, const std::string& code) {
  struct Word {
    std::string_view code, vietnamese;
  };
  static constexpr Word words[] = {
      {"present", "có mặt"},
      {"absent", "chưa có giải trình"},
      {"excused", "vắng có lý do"},
      {"exempt", "miễn chấm công"},
      {"provisional", "chưa đủ dữ liệu"},
      {"not_due", "chưa ghi nhận"},
      {"weekend", "nghỉ cuối tuần"},
      {"holiday", "nghỉ lễ"},
      {"off", "nghỉ"},
      {"working", "làm việc"},
      {"make_up", "làm bù"},
      {"closure", "ngừng làm việc"},
      {"duty", "trực"},
      {"unscheduled", "chưa có lịch làm việc"},
  };
  for (const auto& word : words) {
    if (session.vietnamese && word.code == code) return std::string(word.vietnamese);
  }
  return code;
}

std::string state_word(const Session& session, const std::string& state, std::string_view reasons) {
  const auto has = [&](std::string_view code) { return reasons.find(code) != std::string_view::npos; };
  if (session.vietnamese && state == "absent" && (has("unexplained") || has("concluded")))
    return "vắng không có lý do";
  return word_of(session, state);
}

}  // namespace badge::tools
