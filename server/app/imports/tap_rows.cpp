#include "server/app/imports/tap_rows.hpp"

#include "reader-config/tap/credential.hpp"
#include "server/app/imports/dates.hpp"
#include "server/app/imports/table.hpp"

namespace badge::app {
namespace {

using store::ImportedTap;
using store::TapKey;

constexpr Instant earliest =
    std::chrono::sys_days(std::chrono::year(2000) / 1 / 1);  // badges were not tapped before
constexpr std::chrono::hours offset_max{14};                 // of any time zone

struct ReadAt {
  std::string_view local;                      // without the offset
  std::optional<std::chrono::minutes> offset;  // nothing: the office's wall clock
  bool good = true;
};

/// Cuts "Z" or "+07:00" from the end. A '-' before the time of day belongs to the date.
ReadAt cut_offset(std::string_view text) {
  if (text.ends_with('Z')) return {text.substr(0, text.size() - 1), std::chrono::minutes(0)};
  const auto sign = text.find_last_of("+-");
  const auto colon = text.find(':');
  if (sign == std::string_view::npos || colon == std::string_view::npos || sign < colon) return {text, {}};
  const auto offset = parse_clock(text.substr(sign + 1));
  if (!offset || *offset > offset_max || offset->count() % 60 != 0) return {text, {}, false};
  const auto size = std::chrono::duration_cast<std::chrono::minutes>(*offset);
  return {text.substr(0, sign), text[sign] == '-' ? -size : size};
}

std::optional<Instant> parse_at(std::string_view text, const TapFileContext& context) {
  const auto read = cut_offset(text);
  if (!read.good || read.local.find(':') == std::string_view::npos)
    return std::nullopt;  // a day is no time of a tap
  const auto local = parse_local_time(read.local);
  if (!local) return std::nullopt;
  if (!read.offset) return context.instant_of(*local);
  return Instant(local->time_since_epoch() - *read.offset);
}

Instant at(ImportRow& row, const TapFileContext& context, const ImportReport& report) {
  const auto text = row.cell("at");
  if (text.empty()) {
    row.refuse_empty("at");
    return {};
  }
  const auto instant = parse_at(text, context);
  if (!instant) {
    row.refuse("at", report.say("không phải là thời điểm; viết 2026-03-09 07:31:05, 09/03/2026 07:31 hoặc "
                                "2026-03-09T07:31:05+07:00",
                                "is not a time; write 2026-03-09 07:31:05, 09/03/2026 07:31 or "
                                "2026-03-09T07:31:05+07:00"));
  } else if (*instant < earliest || *instant > context.now) {
    row.refuse("at", report.say("phải từ năm 2000 đến thời điểm hiện tại",
                                "must lie between the year 2000 and now"));
  }
  return instant.value_or(Instant{});
}

std::optional<TapKey> key(ImportRow& row, const TapFileContext& context, const ImportReport& report) {
  if (auto code = row.code("staff_code"); !code.empty()) {
    if (!context.knows_staff(code)) {
      row.refuse("staff_code",
                 report.say("không có ai mang mã này; nhập danh sách nhân sự trước, hoặc sửa mã",
                            "nobody has this code; import the staff first, or mend the code"));
    }
    return TapKey::staff(code);
  }
  const auto text = row.cell("uid");
  if (text.empty()) {
    row.refuse("uid", report.say("điền uid hoặc staff_code", "fill uid or staff_code"));
    return std::nullopt;
  }
  const auto credential = Credential::parse(text);
  if (!credential) {
    row.refuse("uid", report.say("không phải là số thẻ: cần 4, 7 hoặc 10 byte viết bằng số thập lục phân",
                                 "is no card number: 4, 7 or 10 bytes in hexadecimal are needed"));
    return std::nullopt;
  }
  return TapKey::card(*credential);
}

}  // namespace

tl::expected<std::vector<ImportedTap>, ImportErrors> read_tap_slice(std::string_view slice,
                                                                    std::size_t first_line,
                                                                    const TapFileContext& context,
                                                                    Language language) {
  ImportReport report(language);
  std::vector<ImportedTap> taps;
  read_table(slice, {{"at"}, {"uid", "staff_code", "reader"}}, report, [&](ImportRow& row) {
    const auto instant = at(row, context, report);
    const auto who = key(row, context, report);
    auto reader = row.code("reader");
    if (row.good() && who) taps.push_back({*who, instant, std::move(reader)});
  });
  if (taps.size() > store::import_slice_rows_max) {
    report.add(
        0, "", "",
        report.say("một lát không quá {} dòng", "a slice has at most {} rows", store::import_slice_rows_max));
  }
  if (report.empty()) return taps;
  auto errors = report.take();
  for (auto& error : errors.listed) {
    if (error.line > 1)
      error.line = error.line + first_line - 2;  // line 2 of the slice is `first_line` of the file
  }
  return tl::unexpected(std::move(errors));
}

Digest digest_of(const Digest& before, const std::vector<ImportedTap>& taps) {
  Digest digest = before;
  std::string row;
  for (const auto& tap : taps) {
    row = std::to_string(tap.at.time_since_epoch().count());
    row.append("|").append(tap.key.bytes()).append("|").append(tap.reader);
    digest = chain(digest, row);
  }
  return digest;
}

}  // namespace badge::app
