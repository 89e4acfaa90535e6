#pragma once
/// What slips that a person signs have in common. Pure.
#include <string>
#include <vector>

#include "server/app/person_report.hpp"
#include "server/documents/paper.hpp"

namespace badge::app {

/// "Họ và tên: Nguyễn Văn An; mã số: CB001" and the lines below it.
void add_who(std::vector<documents::Block>& body, const PersonName& person);

/// "Nội dung: …" where it is known; else the words over dotted lines.
void add_or_lines(std::vector<documents::Block>& body, const std::string& what, const std::string& known,
                  int lines);

/// Whoever answers for the unit at the left, the person at the right, under a day that is left blank.
[[nodiscard]] std::vector<documents::Signer> slip_signers(const std::string& left, const std::string& right,
                                                          const PersonName& person, attendance::Date today);

}  // namespace badge::app
