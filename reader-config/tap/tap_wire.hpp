#pragma once
/// The wire between an entrance and the server, version 1. One request carries rows of one stream; one answer
/// says what is durable.
///
/// Request: POST /api/v1/bridge/batches, application/x-ndjson, UTF-8. Lines end with '\n'.
///
///   line 1, the head
///     {"v":1,"bridge":"cong-a","stream":"<32 hex>","after":{"seq":41,"digest":"<64 hex>"},"sent_at":<ms>,
///      "last":57,"alive":{"last_seq":57,"readers":[{"reader":"cong-a-1","until":<ms>}]}}
///       stream   128 random bits, made with the journal file
///       after    the mark that the rows below continue from
///       last     optional: the newest row of the journal, so that the server can say how many it waits for
///       alive    optional: each reader has listened until then, counting from its `listening` row; true only
///                once row `last_seq` is stored, so the server applies it with, or after, that row
///   then 0 to `batch_rows_max` rows, each with the next `seq`. The bytes of a row are stored in the journal
///   and sent as they are: the digest (digest.hpp) is over them.
///     {"seq":42,"t":"tap","reader":"cong-a-1","entrance":"cong-a","dir":"both","uid":"04A1B2C3D4E5F6",
///      "at":<ms>,"mono":<ms>,"boot":"1f0c9a3e","clock":"synchronised","offset":-12,"check":"…"}
///                                                              offset and check only where there is one
///     {"seq":43,"t":"listening","reader":"cong-a-1","entrance":"cong-a","dir":"in","at":<ms>,"clock":"…"}
///     {"seq":44,"t":"deaf","reader":"cong-a-1","at":<ms>,"cause":"unplugged"}
///     {"seq":45,"t":"step","at":<ms>,"step":3600000}
///     {"seq":46,"t":"shown","reader":"kiem-tra-1","check":"7f0c11aa-46","uid":"04A1B2C3D4E5F6","at":<ms>,
///      "mono":<ms>,"boot":"1f0c9a3e","clock":"synchronised","offset":-12}
///                                                              of a portable reader; never a tap
///     {"seq":47,"t":"without_badge","reader":"cong-a-1","entrance":"cong-a","check":"7f0c11aa-40","at":<ms>,
///      "count":1}                                              count is 1 or -1; entrance only where there
///      is
///                                                              one
///   `check` is "<the first 8 digits of a stream>-<seq>": the row of the presentation that opened the check
///   and, only in place of rows that the journal no longer holds:
///     {"seq":1,"t":"lost","last":40,"from":<ms>,"to":<ms>,"digest":"<64 hex>"}
///                                                              `digest` is the one of row `last`
///
/// <ms> is milliseconds since 1970-01-01T00:00:00Z. Keys may come in any order; unknown keys are ignored. A
/// row whose content cannot be understood is stored raw, in quarantine: content never causes refusal. So a
/// server that is older than `shown` and `without_badge` keeps them there.
///
/// Answer 200, application/json
///   {"v":1,"stream":"<32 hex>","stored":{"seq":57,"digest":"…"},"backed_up":{"seq":40,"digest":"…"},
///    "now":<ms>,"roster":12}
///   stored     durable at the server. May lie before `after` of the request (a server restored from a
///   backup):
///              the bridge sends again from there. May lie behind the rows sent (a repeat): those were there.
///   backed_up  inside the last completed backup; seq 0 where there is none.
///   now        the server's clock, for the offset.
///   roster     optional: the version of GET /api/v1/bridge/roster; a bridge that holds another asks for it
///   now
/// Answer 409, application/problem+json, type "urn:chuyen-can:forked": the server holds other rows than this
///   journal at or before `after`. The bridge moves what was not acknowledged into a new stream.
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <variant>
#include <vector>

#include "reader-config/tap/tap.hpp"

namespace badge {

inline constexpr int wire_version = 1;
inline constexpr std::size_t batch_rows_max =
    1000;                                           // one commit of this size stays under 10 ms on a slow SSD
inline constexpr std::size_t row_bytes_max = 1024;  // four times the longest row that a bridge writes
inline constexpr std::size_t batch_readers_max = 64;      // more than one daemon can drive over USB
inline constexpr std::size_t head_bytes_max = 16 * 1024;  // batch_readers_max readers with the longest names
inline constexpr std::size_t batch_bytes_max = head_bytes_max + batch_rows_max * (row_bytes_max + 1);
inline constexpr std::size_t name_bytes_max = 64;  // of a bridge, reader or entrance
// The years that the time zone library knows without doubt; a clock outside them is broken, not early.
inline constexpr Instant wire_time_from{std::chrono::milliseconds(946'684'800'000)};  // 2000
inline constexpr Instant wire_time_to{std::chrono::milliseconds(2'145'916'800'000)};  // 2038, not included

struct Alive {
  struct Reader {
    std::string reader;
    Instant until;
    friend bool operator==(const Reader&, const Reader&) = default;
  };
  std::uint64_t last_seq = 0;
  std::vector<Reader> readers;
  friend bool operator==(const Alive&, const Alive&) = default;
};

struct BatchHead {
  std::string bridge;
  std::string stream;
  Mark after;
  Instant sent_at;
  std::optional<Alive> alive;
  std::optional<std::uint64_t> last = std::nullopt;
  friend bool operator==(const BatchHead&, const BatchHead&) = default;
};

/// Rows `first` to `last` of a stream exist no more, neither here nor there. `from` and `to` bound their
/// time.
struct Lost {
  std::uint64_t first = 0;
  std::uint64_t last = 0;
  Instant from, to;
  Digest digest;  // of row `last`
  friend bool operator==(const Lost&, const Lost&) = default;
};

/// A row that says nothing we understand. The raw line is kept by who received it.
struct Unreadable {
  std::uint64_t seq = 0;  // 0 where not even that could be read
  std::string why;
  friend bool operator==(const Unreadable&, const Unreadable&) = default;
};

using Row = std::variant<Entry, Lost, Unreadable>;

struct Ack {
  std::string stream;
  Mark stored;
  Mark backed_up;
  Instant now;
  std::optional<std::uint64_t> roster = std::nullopt;
  friend bool operator==(const Ack&, const Ack&) = default;
};

/// Lines without their line end. Encoding is canonical: equal values give equal bytes.
[[nodiscard]] std::string encode(const Entry& entry);
[[nodiscard]] std::string encode(const Lost& lost);
[[nodiscard]] std::string encode(const BatchHead& head);
[[nodiscard]] std::string encode(const Ack& ack);

/// Never fails: see Unreadable.
[[nodiscard]] Row decode_row(std::string_view line);

/// The error is a sentence that names the key and the rule.
[[nodiscard]] tl::expected<BatchHead, std::string> decode_head(std::string_view line);
[[nodiscard]] tl::expected<Ack, std::string> decode_ack(std::string_view text);

[[nodiscard]] std::string_view to_string(Direction direction);  // "both", "in", "out"
[[nodiscard]] std::string_view to_string(ClockState clock);     // the enumerator's name
[[nodiscard]] std::optional<Direction> parse_direction(std::string_view text);

}  // namespace badge
