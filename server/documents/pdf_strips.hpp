#pragma once
/// A paper as the strips of a PDF: what `pages_of` places, each with how it is drawn.
#include <functional>
#include <vector>

#include "server/documents/paper.hpp"
#include "server/documents/pdf_text.hpp"
#include "server/documents/strips.hpp"

namespace badge::documents::pdf {

struct DrawnStrip {
  Strip strip;
  /// The page's origin is the upper left corner of its text; `top` is where the strip begins.
  std::function<void(cairo_t* page, double top)> draw;
};
using DrawnStrips = std::vector<DrawnStrip>;

/// What all parts need: `width` of the text in points.
struct Setting {
  PangoContext* context = nullptr;
  double width = 0;

  [[nodiscard]] SetText text(const Text& text, double wide, const Look& look) const {
    return {context, text, wide, look};
  }
};

/// Each appends to `strips`. Papers are `checked`.
void add_letterhead(DrawnStrips& strips, const Setting& setting, const Paper& paper);
void add_title(DrawnStrips& strips, const Setting& setting, const Paper& paper);
void add_body(DrawnStrips& strips, const Setting& setting, const Paper& paper);
void add_table(DrawnStrips& strips, const Setting& setting, const Table& table);
void add_signatures(DrawnStrips& strips, const Setting& setting, const Paper& paper);

/// A line of text as one strip each; a first line does not stay alone at the foot of a page, nor a last one
/// at its head. `x`: from the left edge of the text.
void add_lines(DrawnStrips& strips, const SetText& text, double x, double gap_before);

/// A thin line from `x` to the right.
void rule(cairo_t* page, double x, double y, double length);

}  // namespace badge::documents::pdf
