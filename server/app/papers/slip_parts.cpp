#include "server/app/papers/slip_parts.hpp"

#include <fmt/format.h>

#include "server/app/inspections/office_words.hpp"

namespace badge::app {

using documents::Paragraph;

void add_who(std::vector<documents::Block>& body, const PersonName& person) {
  body.emplace_back(Paragraph{fmt::format("Họ và tên: {}; mã số: {}.", person.full_name, person.code)});
  if (!person.position.empty()) body.emplace_back(Paragraph{"Chức vụ: " + sentence(person.position)});
  body.emplace_back(Paragraph{"Đơn vị công tác: " + sentence(person.unit.name)});
}

void add_or_lines(std::vector<documents::Block>& body, const std::string& what, const std::string& known,
                  int lines) {
  if (!known.empty()) {
    body.emplace_back(Paragraph{what + ": " + sentence(known)});
    return;
  }
  body.emplace_back(Paragraph{what + ":"});
  body.emplace_back(documents::WritingLines{lines});
}

std::vector<documents::Signer> slip_signers(const std::string& left, const std::string& right,
                                            const PersonName& person, attendance::Date today) {
  const std::chrono::year_month_day date(today);
  const auto dated = fmt::format("Ngày …… tháng …… năm {}", static_cast<int>(date.year()));
  return {{{left}, "", "(Ký, ghi rõ họ tên)", ""}, {{right}, person.full_name, "(Ký, ghi rõ họ tên)", dated}};
}

}  // namespace badge::app
