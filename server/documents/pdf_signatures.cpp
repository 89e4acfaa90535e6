#include <algorithm>
#include <span>
#include <string>

#include "server/documents/page_layout.hpp"
#include "server/documents/paper_words.hpp"
#include "server/documents/pdf_strips.hpp"

namespace badge::documents::pdf {
namespace {

namespace l = layout;

constexpr double gap_before = 12;
constexpr double gap_between_columns = 10;

/// One signer in a column: the upper texts, room to sign, the name.
struct SetSigner {
  double x = 0;
  std::vector<SetText> upper{};
  std::vector<SetText> name{};

  [[nodiscard]] double upper_height() const {
    double sum = 0;
    for (const auto& text : upper) sum += text.height();
    return sum;
  }

  /// `name_top`: names of a row stand at one height.
  void draw(cairo_t* page, double top, double name_top) const {
    for (const auto& text : upper) {
      text.draw(page, x, top);
      top += text.height();
    }
    for (const auto& text : name) text.draw(page, x, name_top);
  }
};

SetSigner set_signer(const Setting& setting, const Signer& signer, double x, double width) {
  SetSigner set{.x = x};
  const auto add = [&](const std::string& text, bool bold, bool italic) {
    const Look look{.size = l::signature, .bold = bold, .italic = italic, .align = Align::centre};
    set.upper.push_back(setting.text(text, width, look));
  };
  if (!signer.dated.empty()) add(signer.dated, false, true);
  for (const auto& line : signer.authority) add(line, true, false);
  if (!signer.note.empty()) add(signer.note, false, true);
  const Look look{.size = l::signature, .bold = !signer.name.empty(), .align = Align::centre};
  set.name.push_back(setting.text(signer.name.empty() ? l::dots_to_fill : signer.name, width, look));
  return set;
}

/// "Nơi nhận:" with its list.
std::vector<SetText> set_recipients(const Setting& setting, const Paper& paper, double width) {
  std::vector<SetText> texts;
  if (paper.recipients.empty()) return texts;
  const Look title{.size = l::recipients_word, .bold = true, .italic = true};
  texts.push_back(setting.text(l::recipients_title, width, title));
  for (const auto& recipient : with_closing_signs(paper.recipients)) {
    texts.push_back(setting.text("- " + recipient, width, {.size = l::recipients}));
  }
  return texts;
}

double height_of(const std::vector<SetText>& texts) {
  double sum = 0;
  for (const auto& text : texts) sum += text.height();
  return sum;
}

/// Signers side by side, and at the left of a single one what stands beside.
DrawnStrip signers_strip(std::vector<SetSigner> signers, std::vector<SetText> beside) {
  double upper = 0, names = 0;
  for (const auto& signer : signers) {
    upper = std::max(upper, signer.upper_height());
    names = std::max(names, height_of(signer.name));
  }
  const auto name_offset = upper + l::signature_room * l::points_per_mm;
  const auto height = std::max(name_offset + names, height_of(beside));
  return {{.height = height, .gap_before = gap_before}, [=](cairo_t* page, double top) {
            for (const auto& signer : signers) signer.draw(page, top, top + name_offset);
            auto y = top;
            for (const auto& text : beside) {
              text.draw(page, 0, y);
              y += text.height();
            }
          }};
}

/// At least two lines of what is said stay with the first signature.
void keep_last_lines(DrawnStrips& strips) {
  constexpr std::size_t lines_kept = 3;  // two, and the gap that may follow a table
  const auto count = std::min(lines_kept, strips.size());
  for (auto i = strips.size() - count; i < strips.size(); ++i) strips[i].strip.keep_with_next = true;
}

void add_one_signer(DrawnStrips& strips, const Setting& setting, const Paper& paper) {
  const auto left = setting.width * 0.45;
  const auto beside = set_recipients(setting, paper, left - gap_between_columns);
  strips.push_back(
      signers_strip({set_signer(setting, paper.signers.front(), left, setting.width - left)}, beside));
}

void add_signers_in_rows(DrawnStrips& strips, const Setting& setting, const Paper& paper) {
  const auto count = paper.signers.size();
  const auto in_a_row = columns_of_signers(count);
  const auto column = setting.width / static_cast<double>(in_a_row);
  for (std::size_t first = 0; first < count; first += in_a_row) {
    std::vector<SetSigner> row;
    for (auto i = first; i < std::min(count, first + in_a_row); ++i) {
      const auto x = column * static_cast<double>(i - first) + gap_between_columns / 2;
      row.push_back(set_signer(setting, paper.signers[i], x, column - gap_between_columns));
    }
    strips.push_back(signers_strip(std::move(row), {}));
    strips.back().strip.keep_with_next = true;
  }
  strips.back().strip.keep_with_next = false;
}

}  // namespace

void add_signatures(DrawnStrips& strips, const Setting& setting, const Paper& paper) {
  if (!paper.signers.empty()) keep_last_lines(strips);
  if (paper.signers.size() == 1) return add_one_signer(strips, setting, paper);
  if (!paper.signers.empty()) add_signers_in_rows(strips, setting, paper);
  auto gap = gap_before;
  for (const auto& text : set_recipients(setting, paper, setting.width)) {
    add_lines(strips, text, 0, gap);
    gap = 0;
  }
}

}  // namespace badge::documents::pdf
