#include "server/store/batch.hpp"

namespace badge::store {
namespace {

/// Takes the next line off `text`, without its end.
std::string_view next_line(std::string_view& text) {
  const auto end = text.find('\n');
  const auto line = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  return line;
}

/// The row that a line stands for. A stream has no gaps, so each place has one possible seq: a row that
/// claims another is as unreadable as one that cannot be parsed, and keeps its place.
Row row_at(std::uint64_t seq, std::string_view line) {
  if (line.size() > row_bytes_max)
    return Unreadable{seq, "longer than " + std::to_string(row_bytes_max) + " bytes"};
  Row row = decode_row(line);
  if (auto* unreadable = std::get_if<Unreadable>(&row)) {
    unreadable->seq = seq;
    return row;
  }
  const auto claimed =
      std::holds_alternative<Lost>(row) ? std::get<Lost>(row).first : std::get<Entry>(row).seq;
  if (claimed != seq) {
    return Unreadable{seq,
                      "seq " + std::to_string(claimed) + " stands where " + std::to_string(seq) + " was due"};
  }
  if (const auto* lost = std::get_if<Lost>(&row); lost != nullptr && lost->last < lost->first) {
    return Unreadable{seq, "lost rows end before they begin"};
  }
  return row;
}

}  // namespace

tl::expected<Batch, std::string> read_batch(std::string bridge, std::string_view body) {
  const auto head_line = next_line(body);
  if (head_line.size() > head_bytes_max) {
    return tl::unexpected("line 1: the head is longer than " + std::to_string(head_bytes_max) + " bytes");
  }
  auto head = decode_head(head_line);
  if (!head) return tl::unexpected("line 1: " + head.error());

  Batch batch{std::move(bridge), std::move(*head), {}};
  auto last = batch.head.after;
  while (!body.empty()) {
    if (batch.rows.size() == batch_rows_max) {
      return tl::unexpected("more than " + std::to_string(batch_rows_max) + " rows in one batch");
    }
    const auto line = next_line(body);
    BatchRow row{row_at(last.seq + 1, line), {}, {}};
    if (const auto* lost = std::get_if<Lost>(&row.row)) {
      last = {lost->last, lost->digest};
    } else {
      last = {last.seq + 1, chain(last.digest, line)};
    }
    if (std::holds_alternative<Unreadable>(row.row)) row.raw.assign(line.substr(0, row_bytes_max));
    row.digest = last.digest;
    batch.rows.push_back(std::move(row));
  }
  return batch;
}

}  // namespace badge::store
