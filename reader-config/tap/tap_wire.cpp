#include "reader-config/tap/tap_wire.hpp"

#include <algorithm>
#include <array>
#include <boost/json.hpp>

#include "reader-config/tap/plain_tap.hpp"
#include "reader-config/tap/wire_line.hpp"

namespace badge {
namespace {

namespace json = boost::json;

// ---- writing ----

std::string encode_mark(const Mark& mark) {
  return Line(96).number("seq", mark.seq).text("digest", mark.digest.hex()).close();
}

struct RecordWriter {
  std::uint64_t seq;
  std::string operator()(const Tap& tap) const {
    Line line;
    line.number("seq", seq).text("t", "tap").text("reader", tap.reader).text("entrance", tap.entrance);
    line.text("dir", to_string(tap.direction)).text("uid", tap.credential.hex()).time("at", tap.at);
    line.number("mono", tap.monotonic_ms).text("boot", tap.boot).text("clock", to_string(tap.clock));
    if (tap.offset_ms) line.number("offset", std::int64_t{*tap.offset_ms});
    if (!tap.check_ref.empty()) line.text("check", tap.check_ref);
    return line.close();
  }
  std::string operator()(const Listening& listening) const {
    Line line;
    line.number("seq", seq).text("t", "listening").text("reader", listening.reader);
    line.text("entrance", listening.entrance).text("dir", to_string(listening.direction));
    return line.time("at", listening.at).text("clock", to_string(listening.clock)).close();
  }
  std::string operator()(const Deaf& deaf) const {
    Line line;
    line.number("seq", seq).text("t", "deaf").text("reader", deaf.reader).time("at", deaf.at);
    return line.text("cause", deaf.cause).close();
  }
  std::string operator()(const ClockStep& step) const {
    return Line()
        .number("seq", seq)
        .text("t", "step")
        .time("at", step.at)
        .number("step", step.step_ms)
        .close();
  }
  std::string operator()(const BadgeShown& shown) const {
    Line line;
    line.number("seq", seq).text("t", "shown").text("reader", shown.reader).text("check", shown.check_ref);
    line.text("uid", shown.credential.hex()).time("at", shown.at).number("mono", shown.monotonic_ms);
    line.text("boot", shown.boot).text("clock", to_string(shown.clock));
    if (shown.offset_ms) line.number("offset", std::int64_t{*shown.offset_ms});
    return line.close();
  }
  std::string operator()(const WithoutBadge& one) const {
    Line line;
    line.number("seq", seq).text("t", "without_badge").text("reader", one.reader);
    if (!one.entrance.empty()) line.text("entrance", one.entrance);
    line.text("check", one.check_ref).time("at", one.at);
    return line.number("count", std::int64_t{one.count}).close();
  }
};

// ---- reading ----

/// Why a line was not understood. Thrown and caught inside this file only.
struct Misread {
  std::string why;
};

[[noreturn]] void misread(std::string_view key, std::string_view rule) {
  throw Misread{std::string(key) + ": " + std::string(rule)};
}

const json::value& member(const json::object& object, std::string_view key) {
  const auto* value = object.if_contains(key);
  if (value == nullptr) misread(key, "is missing");
  return *value;
}

std::int64_t integer(const json::object& object, std::string_view key) {
  const auto& value = member(object, key);
  if (!value.is_int64()) misread(key, "must be a whole number");
  return value.get_int64();
}

std::uint64_t sequence(const json::object& object, std::string_view key) {
  const auto value = integer(object, key);
  if (value < 0) misread(key, "must not be negative");
  return static_cast<std::uint64_t>(value);
}

Instant instant(const json::object& object, std::string_view key) {
  const Instant value(std::chrono::milliseconds(integer(object, key)));
  if (value < wire_time_from || value >= wire_time_to) misread(key, "must lie in the years 2000 to 2037");
  return value;
}

std::string_view view(const json::object& object, std::string_view key) {
  const auto& value = member(object, key);
  if (!value.is_string()) misread(key, "must be text");
  const auto& text = value.get_string();
  return {text.data(), text.size()};
}

std::string name(const json::object& object, std::string_view key) {
  const auto text = view(object, key);
  if (text.empty() || text.size() > name_bytes_max) misread(key, "must have 1 to 64 bytes");
  return std::string(text);
}

Digest digest(const json::object& object, std::string_view key) {
  const auto parsed = Digest::parse(view(object, key));
  if (!parsed) misread(key, "must be 64 lower-case hexadecimal digits");
  return *parsed;
}

Mark mark(const json::object& object, std::string_view key) {
  const auto& value = member(object, key);
  if (!value.is_object()) misread(key, "must be an object with seq and digest");
  return {sequence(value.get_object(), "seq"), digest(value.get_object(), "digest")};
}

std::string stream(const json::object& object) {
  const auto text = view(object, "stream");
  const bool is_hex = text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
  if (text.size() != 32 || !is_hex) misread("stream", "must be 32 lower-case hexadecimal digits");
  return std::string(text);
}

void expect_version(const json::object& object) {
  if (integer(object, "v") != wire_version) misread("v", "only version 1 is understood here");
}

Direction direction(const json::object& object) {
  const auto parsed = parse_direction(view(object, "dir"));
  if (!parsed) misread("dir", "must be both, in or out");
  return *parsed;
}

ClockState clock_state(const json::object& object) {
  const auto text = view(object, "clock");
  for (const auto state : {ClockState::synchronised, ClockState::unsynchronised, ClockState::stepped}) {
    if (text == to_string(state)) return state;
  }
  misread("clock", "must be synchronised, unsynchronised or stepped");
}

Credential credential(const json::object& object) {
  const auto parsed = Credential::parse(view(object, "uid"));
  if (!parsed) misread("uid", "must be 4, 7 or 10 bytes in hexadecimal");
  return *parsed;
}

std::optional<std::int32_t> offset(const json::object& object) {
  if (!object.contains("offset")) return std::nullopt;
  // An offset of more than 24 days says no more than one of 24 days.
  constexpr std::int64_t most = INT32_MAX;
  return static_cast<std::int32_t>(std::clamp(integer(object, "offset"), -most, most));
}

Tap tap(const json::object& object) {
  Tap tap{.reader = name(object, "reader"),
          .entrance = name(object, "entrance"),
          .direction = direction(object),
          .credential = credential(object),
          .at = instant(object, "at"),
          .monotonic_ms = integer(object, "mono"),
          .boot = std::string(view(object, "boot")),
          .clock = clock_state(object),
          .offset_ms = offset(object),
          .check_ref = {}};
  if (object.contains("check")) tap.check_ref = name(object, "check");
  return tap;
}

BadgeShown shown(const json::object& object) {
  return {.reader = name(object, "reader"),
          .check_ref = name(object, "check"),
          .credential = credential(object),
          .at = instant(object, "at"),
          .monotonic_ms = integer(object, "mono"),
          .boot = std::string(view(object, "boot")),
          .clock = clock_state(object),
          .offset_ms = offset(object)};
}

WithoutBadge without_badge(const json::object& object) {
  const auto count = integer(object, "count");
  if (count != 1 && count != -1) misread("count", "must be 1 or -1");
  return {.reader = name(object, "reader"),
          .entrance = object.contains("entrance") ? name(object, "entrance") : std::string(),
          .check_ref = name(object, "check"),
          .at = instant(object, "at"),
          .count = static_cast<int>(count)};
}

Row row(const json::object& object) {
  const auto seq = sequence(object, "seq");
  if (seq == 0) misread("seq", "counts from 1");
  const auto type = view(object, "t");
  if (type == "tap") return Entry{seq, tap(object)};
  if (type == "listening") {
    return Entry{seq, Listening{name(object, "reader"), name(object, "entrance"), direction(object),
                                instant(object, "at"), clock_state(object)}};
  }
  if (type == "deaf") {
    return Entry{seq,
                 Deaf{name(object, "reader"), instant(object, "at"), std::string(view(object, "cause"))}};
  }
  if (type == "step") return Entry{seq, ClockStep{instant(object, "at"), integer(object, "step")}};
  if (type == "shown") return Entry{seq, shown(object)};
  if (type == "without_badge") return Entry{seq, without_badge(object)};
  if (type == "lost") {
    Lost lost{seq, sequence(object, "last"), instant(object, "from"), instant(object, "to"),
              digest(object, "digest")};
    if (lost.last < lost.first) misread("last", "must not lie before seq");
    return lost;
  }
  misread("t", "must be tap, listening, deaf, step, shown, without_badge or lost");
}

/// Runs `read` over the object in `text`. Small lines are parsed without touching the heap.
template <typename Result, typename Read>
tl::expected<Result, std::string> with_object(std::string_view text, Read read) {
  std::array<unsigned char, 4096> buffer;
  json::monotonic_resource memory(buffer.data(), buffer.size());
  boost::system::error_code error;
  json::parse_options options;
  options.max_depth = 4;
  const auto value = json::parse(text, error, &memory, options);
  if (error || !value.is_object()) return tl::unexpected<std::string>("is not one JSON object");
  try {
    return read(value.get_object());
  } catch (const Misread& misread) {
    return tl::unexpected(misread.why);
  }
}

std::uint64_t sequence_of_broken(std::string_view line) {
  const auto found =
      with_object<std::uint64_t>(line, [](const json::object& object) { return sequence(object, "seq"); });
  return found.value_or(0);
}

}  // namespace

std::string encode(const Entry& entry) { return std::visit(RecordWriter{entry.seq}, entry.record); }

std::string encode(const Lost& lost) {
  Line line;
  line.number("seq", lost.first).text("t", "lost").number("last", lost.last);
  return line.time("from", lost.from).time("to", lost.to).text("digest", lost.digest.hex()).close();
}

std::string encode(const BatchHead& head) {
  Line line(512);
  line.number("v", std::int64_t{wire_version}).text("bridge", head.bridge).text("stream", head.stream);
  line.raw("after", encode_mark(head.after)).time("sent_at", head.sent_at);
  if (head.last) line.number("last", *head.last);
  if (head.alive) {
    std::string readers;
    for (const auto& reader : head.alive->readers) {
      readers += readers.empty() ? '[' : ',';
      readers += Line(96).text("reader", reader.reader).time("until", reader.until).close();
    }
    readers += readers.empty() ? "[]" : "]";
    line.raw("alive", Line().number("last_seq", head.alive->last_seq).raw("readers", readers).close());
  }
  return line.close();
}

std::string encode(const Ack& ack) {
  Line line(384);
  line.number("v", std::int64_t{wire_version})
      .text("stream", ack.stream)
      .raw("stored", encode_mark(ack.stored));
  line.raw("backed_up", encode_mark(ack.backed_up)).time("now", ack.now);
  if (ack.roster) line.number("roster", *ack.roster);
  return line.close();
}

Row decode_row(std::string_view line) {
  if (line.size() > row_bytes_max) return Unreadable{0, "is longer than 1024 bytes"};
  if (auto tap = read_plain_tap(line)) return *std::move(tap);
  auto read = with_object<Row>(line, row);
  if (read) return *std::move(read);
  return Unreadable{sequence_of_broken(line), std::move(read.error())};
}

tl::expected<BatchHead, std::string> decode_head(std::string_view line) {
  if (line.size() > head_bytes_max) return tl::unexpected<std::string>("the head is longer than 16 KiB");
  return with_object<BatchHead>(line, [](const json::object& object) {
    expect_version(object);
    BatchHead head{
        name(object, "bridge"), stream(object), mark(object, "after"), instant(object, "sent_at"), {}};
    if (object.contains("last")) head.last = sequence(object, "last");
    if (!object.contains("alive")) return head;
    const auto& value = member(object, "alive");
    if (!value.is_object()) misread("alive", "must be an object");
    Alive alive{sequence(value.get_object(), "last_seq"), {}};
    const auto& readers = member(value.get_object(), "readers");
    if (!readers.is_array() || readers.get_array().size() > batch_readers_max) {
      misread("alive.readers", "must be a list of at most 64 readers");
    }
    for (const auto& item : readers.get_array()) {
      if (!item.is_object()) misread("alive.readers", "must hold objects with reader and until");
      alive.readers.push_back({name(item.get_object(), "reader"), instant(item.get_object(), "until")});
    }
    head.alive = std::move(alive);
    return head;
  });
}

tl::expected<Ack, std::string> decode_ack(std::string_view text) {
  return with_object<Ack>(text, [](const json::object& object) {
    expect_version(object);
    Ack ack{stream(object), mark(object, "stored"), mark(object, "backed_up"), instant(object, "now")};
    if (object.contains("roster")) ack.roster = sequence(object, "roster");
    return ack;
  });
}

std::string_view to_string(Direction direction) {
  switch (direction) {
    case Direction::both:
      return "both";
    case Direction::in:
      return "in";
    case Direction::out:
      return "out";
  }
  return "both";
}

std::string_view to_string(ClockState clock) {
  switch (clock) {
    case ClockState::synchronised:
      return "synchronised";
    case ClockState::unsynchronised:
      return "unsynchronised";
    case ClockState::stepped:
      return "stepped";
  }
  return "unsynchronised";
}

std::optional<Direction> parse_direction(std::string_view text) {
  for (const auto direction : {Direction::both, Direction::in, Direction::out}) {
    if (text == to_string(direction)) return direction;
  }
  return std::nullopt;
}

}  // namespace badge
