#include "server/documents/pdf_language.hpp"

#include <fmt/format.h>

#include <charconv>
#include <cstdint>
#include <optional>

namespace badge::documents {
namespace {

/// The number that follows the last `key` of the file.
std::optional<std::uint32_t> number_after(std::string_view pdf, std::string_view key) {
  const auto found = pdf.rfind(key);
  if (found == std::string_view::npos) return std::nullopt;
  const auto begin = pdf.find_first_not_of(" \r\n", found + key.size());
  if (begin == std::string_view::npos) return std::nullopt;
  std::uint32_t number = 0;
  const auto* end = pdf.data() + pdf.size();
  if (std::from_chars(pdf.data() + begin, end, number).ec != std::errc()) return std::nullopt;
  return number;
}

/// What stands between "N 0 obj" and "endobj", as long as it is a dictionary.
std::optional<std::string_view> dictionary(std::string_view pdf, std::uint32_t object) {
  const auto head = fmt::format("\n{} 0 obj\n", object);
  const auto begin = pdf.rfind(head);
  if (begin == std::string_view::npos) return std::nullopt;
  const auto end = pdf.find("endobj", begin);
  const auto body = pdf.substr(begin + head.size(), end - begin - head.size());
  const auto last = body.rfind(">>");
  if (!body.starts_with("<<") || last == std::string_view::npos) return std::nullopt;
  return body.substr(0, last);
}

}  // namespace

std::string with_language(std::string pdf, std::string_view language) {
  const auto root = number_after(pdf, "/Root");
  const auto info = number_after(pdf, "/Info");
  const auto size = number_after(pdf, "/Size");
  const auto table = number_after(pdf, "startxref");
  if (!root || !info || !size || !table || !std::string_view(pdf).substr(*table).starts_with("xref")) {
    return pdf;
  }
  const auto catalog = dictionary(pdf, *root);
  if (!catalog) return pdf;
  const auto object = fmt::format(
      "{} 0 obj\n{}   /Lang ({})\n   /ViewerPreferences << /DisplayDocTitle true >>\n>>\nendobj\n", *root,
      *catalog, language);
  const auto object_at = pdf.size();
  pdf += object;
  const auto table_at = pdf.size();
  pdf += fmt::format("xref\n{} 1\n{:010} 00000 n \n", *root, object_at);
  pdf += fmt::format("trailer\n<< /Size {} /Root {} 0 R /Info {} 0 R /Prev {} >>\nstartxref\n{}\n%%EOF\n",
                     *size, *root, *info, *table, table_at);
  return pdf;
}

}  // namespace badge::documents
