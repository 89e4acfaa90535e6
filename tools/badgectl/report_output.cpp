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
  return iso.substr(8, 2) + "/" + iso.substr(5, 2) + "/" + iso.substr(0, 4);
}

}  // namespace badge::tools
