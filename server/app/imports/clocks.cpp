// Rulings on the clocks of entrances. A row is held against the taps that it would concern, so a ruling can
// never speak of rows that have not come, or of taps whose clock was good.
#include <algorithm>
#include <map>

#include "reader-config/tap/tap_wire.hpp"
#include "server/app/imports/merge.hpp"

namespace badge::app {

using attendance::ClockRuling;
using store::UnsureStream;
using store::UnsureTap;

namespace {

constexpr std::int32_t offset_s_max =
    1'200'000'000;                               // 38 years: from a dead clock's 2000 to the last known day
constexpr std::chrono::seconds answer_slack{1};  // offsets are whole seconds

const UnsureStream* stream_of(ImportRow& row, const ImportTask& task, std::string_view name) {
  const auto found = std::ranges::find(task.aids.unsure, name, &UnsureStream::stream);
  if (found != task.aids.unsure.end()) return &*found;
  row.refuse("stream",
             task.report.say("không có luồng dữ liệu này, hoặc đồng hồ của nó không có gì phải kết luận; xem "
                             "`badgectl report clocks`",
                             "there is no such stream, or nothing to rule about its clock; see "
                             "`badgectl report clocks`"));
  return nullptr;
}

void check_taps(ImportRow& row, const ImportTask& task, const UnsureStream& stream,
                const ClockRuling& ruling) {
  if (ruling.last_seq > stream.stored_seq) {
    row.refuse("last_seq", task.report.say("máy chủ mới nhận đến dòng {} của luồng này",
                                           "only rows up to {} of this stream have come", stream.stored_seq));
    return;
  }
  const auto first = std::ranges::lower_bound(stream.taps, ruling.first_seq, {}, &UnsureTap::seq);
  const auto end = std::ranges::upper_bound(stream.taps, ruling.last_seq, {}, &UnsureTap::seq);
  if (first == end) {
    row.refuse("first_seq",
               task.report.say("từ dòng {} đến dòng {} không có lượt quét nào mà giờ còn nghi ngờ",
                               "rows {} to {} hold no tap whose time is in doubt", ruling.first_seq,
                               ruling.last_seq));
    return;
  }
  const auto impossible = std::find_if(first, end, [&](const UnsureTap& tap) {
    const auto at = tap.at + ruling.offset;
    return at < wire_time_from || at > stream.last_heard + answer_slack;
  });
  if (impossible == end) return;
  row.refuse("offset_s",
             task.report.say("với độ lệch này, lượt quét ở dòng {} có giờ trước năm 2000 hoặc sau "
                             "khi máy chủ đã nhận được nó",
                             "by this offset the tap of row {} was made before 2000, or after the "
                             "server had received it",
                             impossible->seq));
}

/// Of two rulings on one row of a stream nobody could say which holds.
void refuse_overlapping(ImportTask& task, std::vector<Stated<ClockRuling>> all) {
  std::ranges::sort(all, {}, [](const auto& stated) {
    return std::pair(std::string_view(stated.fact.stream), stated.fact.first_seq);
  });
  for (std::size_t i = 1; i < all.size(); ++i) {
    const auto &earlier = all[i - 1], &later = all[i];
    if (earlier.fact.stream != later.fact.stream || later.fact.first_seq > earlier.fact.last_seq) continue;
    const auto& blamed = later.line != 0 ? later : earlier;
    const auto& other = &blamed == &later ? earlier : later;
    if (blamed.line == 0) continue;
    task.report.add(
        blamed.line, "first_seq", std::to_string(blamed.fact.first_seq),
        task.report.say("trùng với kết luận về các dòng {}–{} của cùng luồng ({})",
                        "overlaps the ruling on rows {}–{} of the same stream ({})", other.fact.first_seq,
                        other.fact.last_seq, place_of(other.line, task.report)));
  }
}

}  // namespace

void plan_clock_rulings(ImportTask& task) {
  // The second list is what the clock report adds for who fills it in.
  const ImportColumns columns{{"stream", "first_seq", "last_seq", "offset_s", "ruled_by", "reason"},
                              {"bridge", "entrances", "taps", "first_at", "last_at"}};
  std::vector<Stated<ClockRuling>> file;
  read_rows(task, columns, [&](ImportRow& row) {
    ClockRuling ruling;
    ruling.stream = row.needed_code("stream");
    ruling.first_seq = static_cast<std::uint64_t>(row.needed_number("first_seq", 1, rows_in_a_stream_max));
    ruling.last_seq = static_cast<std::uint64_t>(row.needed_number("last_seq", 1, rows_in_a_stream_max));
    ruling.offset = std::chrono::seconds(row.needed_number("offset_s", -offset_s_max, offset_s_max));
    ruling.ruled_by = row.needed_text("ruled_by");
    ruling.reason = row.needed_text("reason");
    if (!row.good()) return;
    if (ruling.last_seq < ruling.first_seq) {
      row.refuse("last_seq", task.report.say("nhỏ hơn first_seq", "is less than first_seq"));
      return;
    }
    if (const auto* stream = stream_of(row, task, ruling.stream)) check_taps(row, task, *stream, ruling);
    if (row.good()) file.push_back({std::move(ruling), row.line()});
  });
  refuse_overlapping(task, merge(task, task.stored.clock_rulings, std::move(file)));
}

}  // namespace badge::app
