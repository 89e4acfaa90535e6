#include "server/documents/written_dates.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>

#include "server/documents/unicode.hpp"

namespace badge::documents {
namespace {

constexpr int months = 12;
constexpr int days_max = 31;

/// A number of up to four digits from the front of `text`, and how many they are.
struct Taken {
  int number = 0;
  std::size_t digits = 0;
};
std::optional<Taken> take_number(std::string_view& text) {
  constexpr std::size_t digits_max = 4;
  Taken taken;
  taken.digits = std::min(text.find_first_not_of("0123456789"), text.size());
  if (taken.digits == 0 || taken.digits > digits_max) return std::nullopt;
  std::from_chars(text.data(), text.data() + taken.digits, taken.number);
  text.remove_prefix(taken.digits);
  return taken;
}

/// Of a cell with a time behind its date the date.
std::optional<WrittenDate> date_in(const std::string& text) {
  const auto plain = trimmed(text);
  if (const auto whole = written_date(plain)) return whole;  // perhaps with spaces in it
  return written_date(plain.substr(0, plain.find(' ')));
}

std::chrono::year_month_day day_of(const SheetMoment& moment) {
  return std::chrono::year_month_day(std::chrono::floor<std::chrono::days>(moment.at));
}

bool may_be_turned(const SheetMoment& moment) {
  const auto day = day_of(moment);
  const auto number = static_cast<unsigned>(day.day());
  return moment.has_date && number <= months && number != static_cast<unsigned>(day.month());
}

}  // namespace

std::optional<std::chrono::local_days> WrittenDate::date() const {
  const auto year = is_year_first ? first : third, day = is_year_first ? third : first;
  if (second > months || day > days_max) return std::nullopt;
  const auto date = std::chrono::year(year) / second / day;
  if (!date.ok()) return std::nullopt;
  return std::chrono::local_days(date);
}

bool WrittenDate::is_month_first() const {
  return !is_year_first && second > months && second <= days_max && first >= 1 && first <= months;
}

bool WrittenDate::is_day_first() const { return !is_year_first && first > months && first <= days_max; }

std::optional<WrittenDate> written_date(std::string_view text) {
  std::string plain(text);
  std::erase(plain, ' ');
  std::string_view rest = plain;
  std::array<Taken, 3> parts;
  char sign = 0;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const auto part = take_number(rest);
    if (!part) return std::nullopt;
    parts[i] = *part;
    if (i + 1 == parts.size()) break;
    if (i == 0 && !rest.empty()) sign = rest.front();
    if (rest.empty() || rest.front() != sign || std::string_view("/-.").find(sign) == std::string_view::npos)
      return std::nullopt;
    rest.remove_prefix(1);
  }
  constexpr std::size_t of_year = 4, of_others_max = 2;
  const bool is_year_first = parts[0].digits == of_year;
  const auto& year = is_year_first ? parts[0] : parts[2];
  const auto& day = is_year_first ? parts[2] : parts[0];
  if (!rest.empty() || year.digits != of_year || parts[1].digits > of_others_max ||
      day.digits > of_others_max)
    return std::nullopt;
  return WrittenDate{parts[0].number, parts[1].number, parts[2].number, is_year_first};
}

void DateOrder::see(const SheetCell& cell) {
  if (const auto* text = std::get_if<std::string>(&cell.value)) {
    const auto date = date_in(*text);
    if (date && date->is_month_first() && !month_first_) month_first_ = cell.row;
    if (date && date->is_day_first() && !day_first_) day_first_ = cell.row;
  } else if (const auto* moment = std::get_if<SheetMoment>(&cell.value)) {
    has_sure_moment_ = has_sure_moment_ || static_cast<unsigned>(day_of(*moment).day()) > months;
  }
}

DateDoubt DateOrder::doubt(const SheetCell& cell) const {
  if (const auto* text = std::get_if<std::string>(&cell.value)) {
    const auto date = date_in(*text);
    if (!date || date->is_year_first) return DateDoubt::none;
    if (date->is_month_first()) return DateDoubt::month_first;
    const bool is_sure = date->is_day_first() || date->first == date->second;
    return month_first_ && !is_sure ? DateDoubt::order_unknown : DateDoubt::none;
  }
  const auto* moment = std::get_if<SheetMoment>(&cell.value);
  const bool is_doubtful = moment != nullptr && day_first_ && !has_sure_moment_ && may_be_turned(*moment);
  return is_doubtful ? DateDoubt::perhaps_turned : DateDoubt::none;
}

std::uint32_t DateOrder::cause(DateDoubt doubt) const {
  return (doubt == DateDoubt::perhaps_turned ? day_first_ : month_first_).value_or(0);
}

}  // namespace badge::documents
