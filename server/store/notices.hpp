#pragma once
/// What was told to whom: where people want to be told, what is the matter now, messages on their way out.
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "reader-config/tap/tap.hpp"
#include "server/attendance/facts.hpp"

namespace badge::store {

class Database;
class Writer;

inline constexpr std::size_t messages_max = 200'000;     // waiting: a digest for every login there can be
inline constexpr std::size_t messages_listed_max = 200;  // of one answer
inline constexpr std::chrono::hours delivered_kept{24 * 30};  // to answer "was it sent?"
inline constexpr std::chrono::hours undelivered_kept{24 * 90};
inline constexpr std::size_t contact_bytes_max = 254;  // RFC 5321: of an address
inline constexpr std::string_view mail_channel = "mail";

struct NoticeContact {
  std::string login, address;
  bool english = false;
  friend bool operator==(const NoticeContact&, const NoticeContact&) = default;
};

/// Something that is, or lately was, the matter. `item` names it for as long as it is.
struct NoticeItem {
  std::string item;
  Instant began_at;
  bool told = false;
  std::optional<Instant> over_at;
  friend bool operator==(const NoticeItem&, const NoticeItem&) = default;
};

struct NewMessage {
  std::string id, channel, receiver, topic, title, body;
};

enum class MessageState : std::uint8_t { waiting, delivered, dead, dropped };

struct Message : NewMessage {
  std::int64_t no = 0;
  Instant made_at, next_at;  // next_at: not before; of a delivered one, when it was
  MessageState state = MessageState::waiting;
  int attempts = 0;
  std::string error;
};

/// Nothing to tell somebody today is remembered as well.
struct NewDigest {
  std::string channel;
  std::string receiver;               // the login, or what a webhook is told of
  std::optional<NewMessage> message;  // its topic is made here
};
[[nodiscard]] std::string digest_topic(std::string_view receiver);

struct NoticeItemChange {
  std::vector<NoticeItem> put;  // in place of those with the same name
  std::vector<std::string> erased;
};

/// What became of an attempt to deliver.
struct Attempt {
  std::int64_t no = 0;
  MessageState state = MessageState::waiting;  // waiting: again at `next_at`
  Instant next_at;                             // … and otherwise when the attempt was made
  std::string error;
  bool closes_channel = false;
};

/// How a channel stands.
struct ChannelState {
  std::string channel;
  std::size_t waiting = 0, dead = 0;
  std::optional<Instant> delivered_at, closed_at;  // the last time; since when nobody listens there
};

/// Empty address: none any more. False: no login in force has this name.
[[nodiscard]] bool write_contact(Writer& writer, const NoticeContact& contact);
[[nodiscard]] std::optional<NoticeContact> read_contact(Database& database, std::string_view login);
/// Of logins in force, by name.
[[nodiscard]] std::vector<NoticeContact> read_contacts(Database& database);

[[nodiscard]] std::vector<NoticeItem> read_notice_items(Database& database);
/// The items and what is told of them, in one step. Messages beyond messages_max are left out: how many.
std::size_t write_notice_items(Writer& writer, const NoticeItemChange& change,
                               std::span<const NewMessage> messages, Instant at);

/// Each is written once for its day: who has one of this day, or a later one, is left as they are. A digest
/// that still waits for the same receiver is dropped: the new one says it anew.
/// Forgets what was delivered long ago. How many were left out, as above.
std::size_t write_digests(Writer& writer, attendance::Date day, std::span<const NewDigest> digests,
                          Instant at);
/// Whether a digest of this day was made for them.
[[nodiscard]] bool has_digest(Database& database, attendance::Date day, std::string_view channel,
                              std::string_view receiver);

/// The one that waits longest and whose time has come. Nothing of a closed channel.
[[nodiscard]] std::optional<Message> read_due_message(Database& database, std::string_view channel,
                                                      Instant now);
/// Does nothing where the message does not wait any more: somebody dropped it meanwhile.
void write_attempt(Writer& writer, const Attempt& attempt, Instant at);
/// A message that waits or is dead, to be tried again from the first attempt on. False: there is none.
[[nodiscard]] bool write_message_again(Writer& writer, std::int64_t no, Instant at);
/// Somebody listens there again. False: it was not closed.
[[nodiscard]] bool write_channel_open(Writer& writer, std::string_view channel);
/// False: there is none that waits or is dead.
[[nodiscard]] bool write_message_dropped(Writer& writer, std::int64_t no);
/// Those that are dead, and those that wait after an attempt that failed; the newest first.
[[nodiscard]] std::vector<Message> read_undelivered(Database& database);
[[nodiscard]] ChannelState read_channel(Database& database, std::string_view channel);

}  // namespace badge::store
