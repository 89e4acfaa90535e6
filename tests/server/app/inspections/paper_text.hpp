#pragma once
/// What a paper says, as tests look for it.
#include <string>
#include <vector>

#include "server/documents/paper.hpp"

namespace badge::app {

inline std::string text_of(const documents::Text& text) {
  std::string all;
  for (const auto& run : text.runs) all += run.text;
  return all;
}

inline std::string text_of(const documents::Row& row) {
  std::string all = "|";
  for (const auto& cell : row) all += text_of(cell.text) + "|";
  return all + "\n";
}

/// The body, a line for each paragraph and each row: "|1|Nguyễn|…|".
inline std::string body_of(const documents::Paper& paper) {
  std::string all;
  for (const auto& block : paper.body) {
    if (const auto* paragraph = std::get_if<documents::Paragraph>(&block))
      all += text_of(paragraph->text) + "\n";
    if (const auto* heading = std::get_if<documents::Heading>(&block)) all += heading->text + "\n";
    if (std::holds_alternative<documents::WritingLines>(block)) all += "……\n";
    const auto* table = std::get_if<documents::Table>(&block);
    if (table == nullptr) continue;
    for (const auto& row : table->rows) all += text_of(row);
    if (!table->total.empty()) all += text_of(table->total);
  }
  return all;
}

inline std::vector<std::string> signers_of(const documents::Paper& paper) {
  std::vector<std::string> signers;
  for (const auto& signer : paper.signers) signers.push_back(signer.authority.front() + ": " + signer.name);
  return signers;
}

}  // namespace badge::app
