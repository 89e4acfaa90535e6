#include "server/app/papers/attendance_figures.hpp"

#include <fmt/format.h>

#include "server/app/imports/dates.hpp"
#include "server/attendance/month.hpp"
#include "server/documents/paper_words.hpp"

namespace badge::app {
namespace {

using attendance::Tally;
using documents::Align;

/// "3 (25 phút)"
std::string times_text(std::uint32_t count, std::uint32_t minutes) {
  return count == 0
             ? std::string("–")
             : fmt::format("{} ({} phút)", documents::figure_text(count), documents::figure_text(minutes));
}

/// In tenths of a percent, rounded down: only all are 100,0.
std::string percent_text(const Tally& tally) {
  const auto permille = std::uint64_t{tally.on_time} * 1000 / tally.rated();
  return fmt::format("{},{}%", permille / 10, permille % 10);
}

}  // namespace

documents::Table figures_table(std::string first_column) {
  return {.columns = {{std::move(first_column), 2.1},
                      {"Buổi phải làm", 0.9, Align::right},
                      {"Đúng giờ", 0.9, Align::right},
                      {"Đi muộn", 1.7, Align::right},
                      {"Về sớm", 1.5, Align::right},
                      {"Thiếu lượt quét", 0.9, Align::right},
                      {"Vắng chưa có giấy tờ", 1, Align::right},
                      {"Có giấy tờ, miễn", 1, Align::right},
                      {"Chưa đủ dữ liệu", 1, Align::right}},
          .rows = {},
          .total = {},
          .caption = "Đơn vị tính: buổi"};
}

documents::Row figures_row(std::string name, const Tally& tally) {
  return {std::move(name),
          figure_or_dash(tally.sessions_due),
          figure_or_dash(tally.on_time),
          times_text(tally.late, tally.late_min),
          times_text(tally.early, tally.early_min),
          figure_or_dash(tally.missing),
          figure_or_dash(tally.absent),
          figure_or_dash(tally.excused + tally.exempt),
          figure_or_dash(tally.provisional)};
}

std::string on_time_sentence(const Tally& tally) {
  if (tally.rated() == 0) return "Chưa có buổi nào được kết luận theo lượt quét thẻ.";
  return fmt::format(
      "Đúng giờ {}/{} buổi ({}); không tính {} buổi có giấy tờ hoặc được miễn và {} buổi chưa đủ dữ liệu.",
      documents::figure_text(tally.on_time), documents::figure_text(tally.rated()), percent_text(tally),
      documents::figure_text(tally.excused + tally.exempt), documents::figure_text(tally.provisional));
}

std::string share_words(const inspection::Share& share) {
  const auto permille = share.permille();
  if (!permille) return "chưa kiểm tra";
  return fmt::format("{}/{} ({},{}%)", share.part, share.of, *permille / 10, *permille % 10);
}

std::string figure_or_dash(std::int64_t figure) {
  return figure == 0 ? std::string("–") : documents::figure_text(figure);
}

std::string days_words(const attendance::DateSpan& days) {
  const std::chrono::year_month_day first(days.from), last(days.to);
  const bool is_whole = attendance::days_of(first.year() / first.month()) == days;
  return is_whole ? fmt::format("{}/{}", static_cast<unsigned>(first.month()), static_cast<int>(first.year()))
                  : show_span(days);
}

std::string period_words(const inspection::Period& period) {
  if (period.quarter > 0) return fmt::format("quý {} năm {}", documents::roman(period.quarter), period.year);
  if (period.month > 0) return fmt::format("tháng {} năm {}", period.month, period.year);
  return fmt::format("năm {}", period.year);
}

}  // namespace badge::app
