#include "server/documents/strips.hpp"

namespace badge::documents {
namespace {

class Pages {
 public:
  Pages(std::span<const Strip> strips, double height) : strips_(strips), height_(height) {}

  /// The strips `first` to `last` (included) on one page, or on as many as they need.
  void add(std::size_t first, std::size_t last) {
    if (fits(first, last)) return place(first, last);
    if (!pages_.back().empty()) begin_page();
    begin_with_head(first);
    if (fits(first, last)) return place(first, last);
    for (auto i = first; i <= last; ++i) {
      if (!fits(i, i) && !pages_.back().empty()) {
        begin_page();
        begin_with_head(i);
      }
      place(i, i);
    }
  }

  [[nodiscard]] std::vector<std::vector<PlacedStrip>> taken() && { return std::move(pages_); }

 private:
  [[nodiscard]] bool fits(std::size_t first, std::size_t last) const {
    constexpr double rounding = 0.01;
    auto bottom = bottom_;
    for (auto i = first; i <= last; ++i) {
      bottom += (bottom > 0 ? strips_[i].gap_before : 0) + strips_[i].height;
    }
    return bottom <= height_ + rounding;
  }

  void place(std::size_t first, std::size_t last) {
    for (auto i = first; i <= last; ++i) {
      if (bottom_ > 0) bottom_ += strips_[i].gap_before;
      pages_.back().push_back({i, bottom_});
      bottom_ += strips_[i].height;
    }
  }

  void begin_page() {
    pages_.emplace_back();
    bottom_ = 0;
  }

  /// Not before a strip that would then fit no more: what is said goes before what is said again.
  void begin_with_head(std::size_t strip) {
    const auto head = strips_[strip].head;
    if (!head || pages_.size() == 1) return;
    const auto both = strips_[*head].height + strips_[strip].gap_before + strips_[strip].height;
    if (both <= height_) place(*head, *head);
  }

  std::span<const Strip> strips_;
  double height_;
  double bottom_ = 0;
  std::vector<std::vector<PlacedStrip>> pages_{1};
};

}  // namespace

std::vector<std::vector<PlacedStrip>> pages_of(std::span<const Strip> strips, double height) {
  Pages pages(strips, height);
  for (std::size_t first = 0; first < strips.size();) {
    auto last = first;
    while (last + 1 < strips.size() && strips[last].keep_with_next) ++last;
    pages.add(first, last);
    first = last + 1;
  }
  return std::move(pages).taken();
}

}  // namespace badge::documents
