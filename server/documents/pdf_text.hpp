#pragma once
/// Text set in lines, for a PDF.
#include <pango/pangocairo.h>

#include <cstddef>
#include <memory>
#include <vector>

#include "server/documents/paper.hpp"

namespace badge::documents::pdf {

/// What fits the measures of Times New Roman, has all Vietnamese letters and is in Debian (fonts-croscore).
inline constexpr const char* font_family = "Tinos";

struct Unref {
  void operator()(void* object) const;
};
using Context = std::unique_ptr<PangoContext, Unref>;

/// Fonts live as long as what refers to the context: nothing is shared with other threads. For text whose
/// letters stand where the printer's resolution wants them, not a screen's.
[[nodiscard]] Context text_context();

/// Whether text would really be set in `font_family`.
[[nodiscard]] bool has_font(PangoContext* context);

struct Look {
  double size = 14;  // points
  bool bold = false;
  bool italic = false;
  Align align = Align::left;
  double indent = 0;  // of first lines, points
};

/// Copies share the text that was set.
class SetText {
 public:
  /// `width` in points. What has a slash ("45/QĐ-SNV") stands in one line; only a word that is longer than a
  /// line is broken.
  SetText(PangoContext* context, const Text& text, double width, const Look& look);

  [[nodiscard]] std::size_t lines() const { return lines_.size(); }
  [[nodiscard]] double line_height(std::size_t line) const { return lines_[line].height; }
  [[nodiscard]] double height() const;
  [[nodiscard]] double given_width() const { return given_width_; }
  [[nodiscard]] double widest() const;  // of the lines, without what is blank beside them

  /// `x`, `top`: the upper left corner of the line, or of all lines below each other.
  void draw_line(cairo_t* page, std::size_t line, double x, double top) const;
  void draw(cairo_t* page, double x, double top) const;

 private:
  struct Line {
    PangoLayoutLine* line;  // lives as long as the layout
    double x, width, height, baseline;
  };
  void take_lines();

  std::shared_ptr<PangoLayout> layout_;
  double given_width_, size_;
  std::vector<Line> lines_;
};

}  // namespace badge::documents::pdf
