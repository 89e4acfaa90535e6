#include "server/documents/pdf_text.hpp"

#include <algorithm>
#include <string>
#include <string_view>

namespace badge::documents::pdf {
namespace {

constexpr double line_spacing = 1.17;  // of the size: what Word calls single, with this font

PangoAlignment alignment(Align align) {
  if (align == Align::centre) return PANGO_ALIGN_CENTER;
  return align == Align::right ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT;
}

struct FreeFont {
  void operator()(PangoFontDescription* font) const { pango_font_description_free(font); }
};
using Font = std::unique_ptr<PangoFontDescription, FreeFont>;

Font font_of(const Look& look) {
  Font font(pango_font_description_new());
  pango_font_description_set_family_static(font.get(), font_family);
  pango_font_description_set_absolute_size(font.get(), look.size * PANGO_SCALE);
  if (look.bold) pango_font_description_set_weight(font.get(), PANGO_WEIGHT_BOLD);
  if (look.italic) pango_font_description_set_style(font.get(), PANGO_STYLE_ITALIC);
  return font;
}

void stand_out(PangoAttrList* list, PangoAttribute* attribute, std::size_t from, std::size_t to) {
  attribute->start_index = static_cast<guint>(from);
  attribute->end_index = static_cast<guint>(to);
  pango_attr_list_insert(list, attribute);
}

/// "45/QĐ-SNV" stands in one line: of what has a slash nothing is broken off unless the line is shorter.
void keep_numbers_whole(PangoAttrList* list, std::string_view text) {
  constexpr std::string_view blank = " \n";
  for (std::size_t from = 0; from < text.size();) {
    const auto to = std::min(text.find_first_of(blank, from), text.size());
    if (text.substr(from, to - from).find('/') != std::string_view::npos) {
      stand_out(list, pango_attr_allow_breaks_new(FALSE), from, to);
    }
    from = to + 1;
  }
}

void set_runs(PangoLayout* layout, const Text& text, bool whole_numbers) {
  std::string all;
  auto* attributes = pango_attr_list_new();
  for (const auto& run : text.runs) {
    const auto from = all.size();
    all += run.text;
    if (run.bold) stand_out(attributes, pango_attr_weight_new(PANGO_WEIGHT_BOLD), from, all.size());
    if (run.italic) stand_out(attributes, pango_attr_style_new(PANGO_STYLE_ITALIC), from, all.size());
  }
  stand_out(attributes, pango_attr_insert_hyphens_new(FALSE), 0, all.size());
  if (whole_numbers) keep_numbers_whole(attributes, all);
  pango_layout_set_text(layout, all.c_str(), static_cast<int>(all.size()));
  pango_layout_set_attributes(layout, attributes);
  pango_attr_list_unref(attributes);
}

}  // namespace

void Unref::operator()(void* object) const { g_object_unref(object); }

Context text_context() {
  // Pango keeps one for each thread: to find and open the fonts takes longer than to set a page.
  Context context(pango_font_map_create_context(pango_cairo_font_map_get_default()));
  auto* options = cairo_font_options_create();
  cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options(context.get(), options);
  cairo_font_options_destroy(options);
  pango_context_set_round_glyph_positions(context.get(), FALSE);
  pango_context_set_language(context.get(), pango_language_from_string("vi"));
  pango_context_set_base_dir(context.get(), PANGO_DIRECTION_LTR);
  return context;
}

bool has_font(PangoContext* context) {
  const auto wanted = font_of({});
  const std::unique_ptr<PangoFont, Unref> found(pango_context_load_font(context, wanted.get()));
  if (!found) return false;
  const Font described(pango_font_describe(found.get()));
  return pango_font_description_get_family(described.get()) == std::string_view(font_family);
}

SetText::SetText(PangoContext* context, const Text& text, double width, const Look& look)
    : layout_(pango_layout_new(context), Unref()), given_width_(width), size_(look.size) {
  auto* layout = layout_.get();
  pango_layout_set_font_description(layout, font_of(look).get());
  set_runs(layout, text, true);
  pango_layout_set_width(layout, pango_units_from_double(width));
  pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_alignment(layout, alignment(look.align));
  pango_layout_set_justify(layout, look.align == Align::justified);
  pango_layout_set_auto_dir(layout, FALSE);
  pango_layout_set_indent(layout, pango_units_from_double(look.indent));

  take_lines();
  constexpr double rounding = 0.5;  // justified lines are as wide as they may be, in whole units
  if (std::ranges::all_of(lines_,
                          [&](const Line& line) { return line.x + line.width <= width + rounding; })) {
    return;
  }
  set_runs(layout, text, false);  // a narrow column: better broken than over its edge
  take_lines();
}

void SetText::take_lines() {
  lines_.clear();
  auto* iter = pango_layout_get_iter(layout_.get());
  do {
    PangoRectangle ink, logical;
    pango_layout_iter_get_line_extents(iter, &ink, &logical);
    const auto own = pango_units_to_double(logical.height);
    const auto height = std::max(own, size_ * line_spacing);
    const auto above = pango_units_to_double(pango_layout_iter_get_baseline(iter) - logical.y);
    lines_.push_back({pango_layout_iter_get_line_readonly(iter), pango_units_to_double(logical.x),
                      pango_units_to_double(logical.width), height, (height - own) / 2 + above});
  } while (pango_layout_iter_next_line(iter) != FALSE);
  pango_layout_iter_free(iter);
}

double SetText::height() const {
  double sum = 0;
  for (const auto& line : lines_) sum += line.height;
  return sum;
}

double SetText::widest() const {
  double widest = 0;
  for (const auto& line : lines_) widest = std::max(widest, line.width);
  return widest;
}

void SetText::draw_line(cairo_t* page, std::size_t line, double x, double top) const {
  cairo_move_to(page, x + lines_[line].x, top + lines_[line].baseline);
  pango_cairo_show_layout_line(page, lines_[line].line);
}

void SetText::draw(cairo_t* page, double x, double top) const {
  for (std::size_t line = 0; line < lines_.size(); ++line) {
    draw_line(page, line, x, top);
    top += lines_[line].height;
  }
}

}  // namespace badge::documents::pdf
