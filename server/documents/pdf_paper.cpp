#include "server/documents/pdf_paper.hpp"

#include <cairo-pdf.h>
#include <fmt/chrono.h>
#include <fmt/format.h>

#include <memory>
#include <vector>

#include "server/documents/page_layout.hpp"
#include "server/documents/paper_check.hpp"
#include "server/documents/paper_words.hpp"
#include "server/documents/pdf_language.hpp"
#include "server/documents/pdf_strips.hpp"

namespace badge::documents {
namespace {

namespace l = layout;
using Pages = std::vector<std::vector<PlacedStrip>>;

struct DestroySurface {
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
struct DestroyPage {
  void operator()(cairo_t* page) const { cairo_destroy(page); }
};

cairo_status_t append(void* bytes, const unsigned char* data, unsigned int size) {
  static_cast<std::string*>(bytes)->append(reinterpret_cast<const char*>(data), size);
  return CAIRO_STATUS_SUCCESS;
}

double points(double mm) { return mm * l::points_per_mm; }

pdf::DrawnStrips strips_of(const pdf::Setting& setting, const Paper& paper) {
  pdf::DrawnStrips strips;
  pdf::add_letterhead(strips, setting, paper);
  pdf::add_title(strips, setting, paper);
  pdf::add_body(strips, setting, paper);
  pdf::add_signatures(strips, setting, paper);
  return strips;
}

/// The page's number (not on the first), the mark of a draft, and room for initials: all outside the text.
void draw_margins(cairo_t* page, const pdf::Setting& setting, const Paper& paper, std::size_t number) {
  const auto top = points(l::edge_to_page_number - l::margin_top);
  if (number > 1) {
    const pdf::Look look{.size = l::page_number, .align = Align::centre};
    setting.text(std::to_string(number), setting.width, look).draw(page, 0, top);
  }
  if (number > 1 && paper.draft) {
    const pdf::Look look{.size = l::draft, .bold = true, .align = Align::right};
    setting.text(l::draft_mark, setting.width, look).draw(page, 0, top);
  }
  if (paper.initials.empty()) return;
  const auto text =
      setting.text(initials_line(paper), setting.width, {.size = l::initials, .align = Align::right});
  const auto bottom = points(l::text_height(paper.orientation) + l::margin_bottom - l::edge_to_initials);
  text.draw(page, 0, bottom - text.height());
}

void describe(cairo_surface_t* surface, const Paper& paper, std::chrono::sys_seconds made_at) {
  const auto time = fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(made_at));
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, title_of(paper).c_str());
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_AUTHOR, paper.head.issuer.c_str());
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, time.c_str());
}

void draw_pages(cairo_t* page, const pdf::Setting& setting, const Paper& paper,
                const pdf::DrawnStrips& strips, const Pages& pages) {
  constexpr double line_width = 0.6;
  cairo_set_line_width(page, line_width);
  cairo_translate(page, points(l::margin_left), points(l::margin_top));
  for (std::size_t number = 1; number <= pages.size(); ++number) {
    draw_margins(page, setting, paper, number);
    for (const auto& placed : pages[number - 1]) strips[placed.strip].draw(page, placed.top);
    cairo_show_page(page);
  }
}

tl::expected<Pages, std::string> placed_on_pages(const pdf::DrawnStrips& drawn, double height) {
  std::vector<Strip> strips;
  for (const auto& one : drawn) {
    if (one.strip.height > height)
      return tl::unexpected(std::string("a head or a block of signatures is higher than a page"));
    strips.push_back(one.strip);
  }
  return pages_of(strips, height);
}

}  // namespace

tl::expected<std::string, std::string> pdf_of(const Paper& given, std::chrono::sys_seconds made_at) {
  const auto paper = checked(given);
  if (!paper) return tl::unexpected(paper.error());
  const auto context = pdf::text_context();
  if (!pdf::has_font(context.get())) {
    return tl::unexpected(
        fmt::format("the font {} is not installed (Debian: fonts-croscore)", pdf::font_family));
  }
  const pdf::Setting setting{context.get(), points(l::text_width(paper->orientation))};
  const auto strips = strips_of(setting, *paper);
  const auto pages = placed_on_pages(strips, points(l::text_height(paper->orientation)));
  if (!pages) return tl::unexpected(pages.error());

  std::string bytes;
  const std::unique_ptr<cairo_surface_t, DestroySurface> surface(
      cairo_pdf_surface_create_for_stream(&append, &bytes, points(l::page_width(paper->orientation)),
                                          points(l::page_height(paper->orientation))));
  describe(surface.get(), *paper, made_at);
  const std::unique_ptr<cairo_t, DestroyPage> page(cairo_create(surface.get()));
  draw_pages(page.get(), setting, *paper, strips, *pages);
  cairo_surface_finish(surface.get());
  const auto status = cairo_surface_status(surface.get());
  if (status != CAIRO_STATUS_SUCCESS) return tl::unexpected(std::string(cairo_status_to_string(status)));
  return with_language(std::move(bytes), "vi-VN");
}

}  // namespace badge::documents
