#include "server/app/report_period.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "server/app/imports/dates.hpp"
#include "server/app/sentences.hpp"
#include "server/documents/paper_words.hpp"

namespace badge::app {
namespace {

using attendance::Date;
using attendance::DateSpan;
using std::chrono::days;

constexpr Date first_day{std::chrono::year(2000) / 1 / 1};

std::string text(Language language, std::string vietnamese, std::string english) {
  return language == Language::vi ? std::move(vietnamese) : std::move(english);
}

struct CalendarPeriod {
  DateSpan days;
  std::string name;
};

CalendarPeriod calendar_period(const inspection::Period& period, Language language) {
  const auto [from, to] = inspection::days_of(period);
  CalendarPeriod told{{from, to}, {}};
  if (period.quarter > 0) {
    told.name = text(language, fmt::format("quý {} năm {}", documents::roman(period.quarter), period.year),
                     fmt::format("quarter {} of {}", period.quarter, period.year));
  } else if (period.month > 0) {
    told.name = text(language, fmt::format("tháng {} năm {}", period.month, period.year),
                     fmt::format("month {} of {}", period.month, period.year));
  } else {
    told.name = text(language, fmt::format("năm {}", period.year), fmt::format("year {}", period.year));
  }
  return told;
}

CalendarPeriod half_year(int year, bool second, Language language) {
  using namespace std::chrono;
  const std::chrono::year in(year);
  if (second) {
    return {{Date(in / 7 / 1), Date(in / 12 / 31)},
            text(language, fmt::format("6 tháng cuối năm {}", year), fmt::format("second half of {}", year))};
  }
  return {{Date(in / 1 / 1), Date(in / 6 / 30)},
          text(language, fmt::format("6 tháng đầu năm {}", year), fmt::format("first half of {}", year))};
}

/// "2026-H1": the year of it, and whether it is the second half.
std::optional<std::pair<int, bool>> half_of(std::string_view text) {
  if (text.size() != 7 || text.substr(4, 2) != "-H" || (text[6] != '1' && text[6] != '2'))
    return std::nullopt;
  const auto year = inspection::parse_period(text.substr(0, 4));
  return year ? std::optional(std::pair(year->year, text[6] == '2')) : std::nullopt;
}

std::optional<DateSpan> span_in(std::string_view text) {
  constexpr std::string_view between = "..";
  const auto cut = text.find(between);
  if (cut == std::string_view::npos) return std::nullopt;
  const auto from = parse_date(text.substr(0, cut)), to = parse_date(text.substr(cut + between.size()));
  if (!from || !to || *from < first_day || *to < *from || *to - *from >= report_days_max) return std::nullopt;
  return DateSpan{*from, *to};
}

std::string span_name(const DateSpan& span, Language language) {
  return text(
      language,
      fmt::format("từ ngày {} đến ngày {}", date_text(span.from, language), date_text(span.to, language)),
      fmt::format("{} to {}", date_text(span.from, language), date_text(span.to, language)));
}

DateSpan just_before(const DateSpan& span) {
  return {span.from - (span.to - span.from) - days(1), span.from - days(1)};
}

}  // namespace

std::optional<ReportPeriod> report_period(std::string_view text,
                                          std::span<const attendance::NamedPeriod> named, Language language) {
  ReportPeriod told{std::string(text), {}, {}, {}, {}};
  const auto compare = [&](CalendarPeriod period, CalendarPeriod before) {
    told.days = period.days;
    told.name = std::move(period.name);
    told.before = before.days;
    told.name_before = std::move(before.name);
    return told;
  };
  if (const auto period = inspection::parse_period(text)) {
    return compare(calendar_period(*period, language),
                   calendar_period(inspection::before(*period), language));
  }
  if (const auto half = half_of(text)) {
    const auto [year, second] = *half;
    return compare(half_year(year, second, language), half_year(second ? year : year - 1, !second, language));
  }
  if (const auto span = span_in(text)) {
    const auto before = just_before(*span);
    return compare({*span, span_name(*span, language)}, {before, span_name(before, language)});
  }
  const auto found = std::ranges::find(named, text, &attendance::NamedPeriod::code);
  if (found == named.end()) return std::nullopt;
  const auto before = found->compared_with.value_or(just_before(found->days));
  return compare({found->days, fmt::format("{} ({})", found->name, span_name(found->days, language))},
                 {before, span_name(before, language)});
}

std::string file_key(const ReportPeriod& period) {
  auto key = period.key;
  std::ranges::replace_if(
      key, [](unsigned char letter) { return letter > 0x7E || std::isalnum(letter) == 0; }, '-');
  return key;
}

bool is_calendar_period(std::string_view text) {
  return inspection::parse_period(text) || half_of(text) || text.find("..") != std::string_view::npos;
}

std::vector<DateSpan> months_of(const DateSpan& days, Date today) {
  std::vector<DateSpan> months;
  const auto last = std::min(days.to, today);
  for (auto from = days.from; from <= last;) {
    const std::chrono::year_month_day first(from);
    const Date end(first.year() / first.month() / std::chrono::last);
    months.push_back({from, std::min(end, days.to)});
    from = end + std::chrono::days(1);
  }
  return months;
}

}  // namespace badge::app
