#pragma once
#include <string>

namespace badge::app {

/// Who issues papers of inspection, as the office writes it; [papers] of server.toml. What is empty is left
/// blank for a clerk to fill in.
struct IssuingBody {
  std::string superior, name;  // "UBND TỈNH KHÁNH HÒA", "SỞ NỘI VỤ"; a body without a superior names none
  std::string symbol;          // "SNV", of "BC-SNV"
  std::string place;           // "Khánh Hòa", before the date
  std::string signer;          // "GIÁM ĐỐC": who signs what the body itself issues
  std::string hotline{};       // "0258 3822 222": on administrative reform, where hours are posted
};

}  // namespace badge::app
