#include "reader-config/tap/plain_tap.hpp"

#include <algorithm>
#include <charconv>

#include "reader-config/tap/tap_wire.hpp"

namespace badge {
namespace {

/// Takes one piece after the other off a line. After a piece that is not as expected, all is as not there.
class Pieces {
 public:
  explicit Pieces(std::string_view line) : rest_(line) {}

  /// Whether the line goes on with this; if so, it is taken off.
  bool take(std::string_view expected) {
    if (!rest_.starts_with(expected)) return false;
    rest_.remove_prefix(expected.size());
    return true;
  }
  void expect(std::string_view expected) {
    if (!take(expected)) fail();
  }
  /// A number as JSON writes it: no zeros before it, no "-0".
  std::int64_t number(std::string_view before) {
    expect(before);
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), value);
    const auto digits = rest_.substr(rest_.starts_with('-') ? 1 : 0);
    if (error != std::errc() || (digits.starts_with('0') && end != rest_.data() + 1)) {
      fail();
      return 0;
    }
    rest_.remove_prefix(static_cast<std::size_t>(end - rest_.data()));
    return value;
  }
  std::string_view text(std::string_view before) {
    expect(before);
    expect("\"");
    const auto end = std::ranges::find_if(rest_, [](char c) { return c == '"' || !is_plain(c); });
    const auto found = rest_.substr(0, static_cast<std::size_t>(end - rest_.begin()));
    rest_.remove_prefix(found.size());
    expect("\"");
    return found;
  }
  std::string_view name(std::string_view before) {
    const auto found = text(before);
    if (found.empty() || found.size() > name_bytes_max) fail();
    return found;
  }
  [[nodiscard]] bool ended_well() const { return good_ && rest_.empty(); }

 private:
  /// What needs no escape and is a character by itself.
  static bool is_plain(char c) { return c >= ' ' && c <= '~' && c != '\\'; }
  void fail() {
    good_ = false;
    rest_ = {};
  }

  std::string_view rest_;
  bool good_ = true;
};

std::optional<ClockState> parse_clock_state(std::string_view text) {
  for (const auto state : {ClockState::synchronised, ClockState::unsynchronised, ClockState::stepped}) {
    if (text == to_string(state)) return state;
  }
  return std::nullopt;
}

}  // namespace

std::optional<Entry> read_plain_tap(std::string_view line) {
  Pieces pieces(line);
  const auto seq = pieces.number(R"({"seq":)");
  pieces.expect(R"(,"t":"tap")");
  const auto reader = pieces.name(R"(,"reader":)");
  const auto entrance = pieces.name(R"(,"entrance":)");
  const auto direction = parse_direction(pieces.text(R"(,"dir":)"));
  const auto credential = Credential::parse(pieces.text(R"(,"uid":)"));
  const Instant at(std::chrono::milliseconds(pieces.number(R"(,"at":)")));
  const auto monotonic_ms = pieces.number(R"(,"mono":)");
  const auto boot = pieces.text(R"(,"boot":)");
  const auto clock = parse_clock_state(pieces.text(R"(,"clock":)"));
  std::optional<std::int32_t> offset_ms;
  if (pieces.take(R"(,"offset":)")) {
    const auto offset = pieces.number("");
    if (offset < -INT32_MAX || offset > INT32_MAX) return std::nullopt;
    offset_ms = static_cast<std::int32_t>(offset);
  }
  std::string_view check_ref;
  if (pieces.take(R"(,"check":)")) check_ref = pieces.name("");
  pieces.expect("}");
  const bool in_time = at >= wire_time_from && at < wire_time_to;
  if (!pieces.ended_well() || seq < 1 || !direction || !credential || !clock || !in_time) return std::nullopt;
  return Entry{static_cast<std::uint64_t>(seq), Tap{.reader = std::string(reader),
                                                    .entrance = std::string(entrance),
                                                    .direction = *direction,
                                                    .credential = *credential,
                                                    .at = at,
                                                    .monotonic_ms = monotonic_ms,
                                                    .boot = std::string(boot),
                                                    .clock = *clock,
                                                    .offset_ms = offset_ms,
                                                    .check_ref = std::string(check_ref)}};
}

}  // namespace badge
