#include "tools/badgectl/attlog.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "server/documents/csv_reader.hpp"

namespace badge::tools {

using LocalTime = std::chrono::local_seconds;

namespace {

/// Takes the next field from the front of `rest`; empty: there is none.
std::string_view take_field(std::string_view& rest) {
  constexpr std::string_view blanks = " \t\r";
  const auto begin = std::min(rest.find_first_not_of(blanks), rest.size());
  const auto end = std::min(rest.find_first_of(blanks, begin), rest.size());
  const auto field = rest.substr(begin, end - begin);
  rest.remove_prefix(end);
  return field;
}

/// Numbers of just these many digits, with `sign` between them: "2026-07-09", "07:31:02".
std::optional<std::array<int, 3>> three_numbers(std::string_view text, std::array<std::size_t, 3> digits,
                                                char sign) {
  std::array<int, 3> numbers{};
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    const auto* end = text.data() + std::min(digits[i], text.size());
    if (text.size() < digits[i] || text.front() == '-') return std::nullopt;
    if (const auto read = std::from_chars(text.data(), end, numbers[i]);
        read.ec != std::errc() || read.ptr != end)
      return std::nullopt;
    text.remove_prefix(digits[i]);
    const bool is_last = i + 1 == numbers.size();
    if (is_last != text.empty() || (!is_last && text.front() != sign)) return std::nullopt;
    if (!is_last) text.remove_prefix(1);
  }
  return numbers;
}

/// As every machine writes it.
std::optional<LocalTime> time_of(std::string_view date, std::string_view clock) {
  const auto day = three_numbers(date, {4, 2, 2}, '-'), time = three_numbers(clock, {2, 2, 2}, ':');
  if (!day || !time) return std::nullopt;
  const auto [year, month, of_month] = *day;
  const auto [hours, minutes, seconds] = *time;
  const auto when = std::chrono::year(year) / month / of_month;
  if (!when.ok() || hours > 23 || minutes > 59 || seconds > 59) return std::nullopt;
  return std::chrono::local_days(when) + std::chrono::hours(hours) + std::chrono::minutes(minutes) +
         std::chrono::seconds(seconds);
}

bool is_plain(std::string_view code) { return code.find_first_of(",;\"") == std::string_view::npos; }

}  // namespace

std::string tap_time(LocalTime at) {
  const auto day = std::chrono::floor<std::chrono::days>(at);
  const std::chrono::year_month_day date(day);
  const std::chrono::hh_mm_ss time(at - LocalTime(day));
  return fmt::format("{:04}-{:02}-{:02} {:02}:{:02}:{:02}", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                     time.hours().count(), time.minutes().count(), time.seconds().count());
}

namespace {

/// Reads one log.
class Reader {
 public:
  explicit Reader(const AttLogReading& reading) : reading_(reading) {}

  void read(std::string_view line) {
    ++line_;
    const auto number = take_field(line);
    if (number.empty()) {
      rows_ += '\n';
      return;
    }
    const auto date = take_field(line), time = take_field(line);
    const auto at = time_of(date, time);
    if (!at) {
      fault(fmt::format("\"{} {}\" không phải là ngày và giờ, ví dụ 2026-07-09 07:31:02", date, time),
            fmt::format("\"{} {}\" is no date and time, like 2026-07-09 07:31:02", date, time));
      return;
    }
    const auto code = code_of(number);
    if (!code) {
      fault(fmt::format("không có mã cán bộ cho số {} của máy; thêm vào tệp --codes", number),
            fmt::format("number {} of the machine has no staff code; add it to the file --codes", number));
    } else if (!is_plain(*code)) {
      fault(fmt::format("mã \"{}\" có ký tự không dùng được", *code),
            fmt::format("the code \"{}\" holds a character that no code has", *code));
    } else {
      rows_ += fmt::format("{},{},{}\n", tap_time(*at - reading_.clock_ahead), *code, reading_.reader);
    }
  }

  tl::expected<std::string, std::vector<AttLogFault>> taken() && {
    if (!faults_.empty()) return tl::unexpected(std::move(faults_));
    return std::move(rows_);
  }

 private:
  [[nodiscard]] std::optional<std::string> code_of(std::string_view number) const {
    if (reading_.codes.empty()) return std::string(number);
    const auto found = reading_.codes.find(number);
    return found == reading_.codes.end() ? std::nullopt : std::optional(found->second);
  }
  void fault(std::string vi, std::string en) {
    if (faults_.size() < attlog_faults_max) faults_.push_back({line_, std::move(vi), std::move(en)});
  }

  const AttLogReading& reading_;
  std::size_t line_ = 0;
  std::string rows_;
  std::vector<AttLogFault> faults_;
};

}  // namespace

tl::expected<std::string, std::vector<AttLogFault>> attlog_rows(std::string_view log,
                                                                const AttLogReading& reading) {
  Reader reader(reading);
  while (!log.empty()) {
    const auto end = std::min(log.find('\n'), log.size());
    reader.read(log.substr(0, end));
    log.remove_prefix(std::min(end + 1, log.size()));
  }
  return std::move(reader).taken();
}

tl::expected<std::map<std::string, std::string, std::less<>>, AttLogFault> read_codes(std::string_view csv) {
  std::map<std::string, std::string, std::less<>> codes;
  documents::CsvReader reader(csv);
  const auto refuse = [](std::size_t line, std::string vi, std::string en) {
    return tl::unexpected(AttLogFault{line, std::move(vi), std::move(en)});
  };
  bool is_header = true;
  while (const auto record = reader.next()) {
    if (!*record) {
      return refuse(record->error().line, "không đọc được dòng này (cần CSV, UTF-8)",
                    "cannot be read (CSV in UTF-8 is needed)");
    }
    const auto& fields = (*record)->fields;
    if (is_header && fields != std::vector<std::string>{"number", "staff_code"})
      return refuse((*record)->line, "dòng đầu phải là number,staff_code",
                    "the first line must be number,staff_code");
    if (!is_header) {
      if (fields.size() != 2 || fields[0].empty() || fields[1].empty())
        return refuse((*record)->line, "cần cả số trên máy và mã cán bộ",
                      "both the machine's number and the staff code are needed");
      if (!codes.emplace(fields[0], fields[1]).second)
        return refuse((*record)->line, fmt::format("số {} có hai lần", fields[0]),
                      fmt::format("number {} is there twice", fields[0]));
    }
    is_header = false;
  }
  return codes;
}

}  // namespace badge::tools
