#include "server/store/notices.hpp"

#include "server/store/fact_columns.hpp"
#include "server/store/writer.hpp"

namespace badge::store {
namespace {

constexpr std::string_view message_columns =
    "SELECT message_id, channel, receiver, topic, title, body, message_no, made_at, next_at, state, "
    "attempts, "
    "error FROM notice_message";

Instant instant(std::int64_t ms) { return Instant(std::chrono::milliseconds(ms)); }
std::int64_t ms_of(Instant at) { return at.time_since_epoch().count(); }
int number_of(MessageState state) { return static_cast<int>(state); }

Message message_of(const Statement& row) {
  Message message;
  message.id = row.string(0);
  message.channel = row.string(1);
  message.receiver = row.string(2);
  message.topic = row.string(3);
  message.title = row.string(4);
  message.body = row.string(5);
  message.no = row.integer(6);
  message.made_at = instant(row.integer(7));
  message.next_at = instant(row.integer(8));
  message.state = row.as<MessageState>(9);
  message.attempts = row.as<int>(10);
  message.error = row.string(11);
  return message;
}

bool was_changed(Database& database) { return sqlite3_changes(database.handle()) > 0; }

bool is_closed(Database& database, std::string_view channel) {
  return database.number("SELECT count(*) FROM notice_closed_channel WHERE channel = ?", channel) > 0;
}

/// False: there are messages_max. To a channel where nobody listens nothing is written.
bool put_message(Database& database, const NewMessage& message, Instant at) {
  if (is_closed(database, message.channel)) return true;
  if (database.number("SELECT count(*) FROM notice_message WHERE state = 0") >=
      static_cast<std::int64_t>(messages_max)) {
    return false;
  }
  database
      .statement(
          "INSERT INTO notice_message (message_id, channel, receiver, topic, title, body, made_at, state,"
          " attempts, next_at, error) VALUES (?, ?, ?, ?, ?, ?, ?7, 0, 0, ?7, '')")
      .run(message.id, message.channel, message.receiver, message.topic, message.title, message.body,
           ms_of(at));
  return true;
}

void forget_old_messages(Database& database, Instant now) {
  database.statement("DELETE FROM notice_message WHERE state IN (1, 3) AND made_at < ?")
      .run(ms_of(now - delivered_kept));
  database.statement("DELETE FROM notice_message WHERE made_at < ?").run(ms_of(now - undelivered_kept));
}

bool put_digest(Database& database, attendance::Date day, const NewDigest& digest, Instant at) {
  if (has_digest(database, day, digest.channel, digest.receiver)) return true;
  database.statement("INSERT OR REPLACE INTO notice_digest VALUES (?, ?, ?)")
      .run(digest.channel, digest.receiver, columns::day(day));
  const auto topic = digest_topic(digest.receiver);
  database
      .statement(
          "UPDATE notice_message SET state = ?, body = '' WHERE state = 0 AND channel = ? AND topic = ?")
      .run(number_of(MessageState::dropped), digest.channel, topic);
  if (!digest.message) return true;
  auto message = *digest.message;
  message.topic = topic;
  return put_message(database, message, at);
}

}  // namespace

std::string digest_topic(std::string_view receiver) { return "digest " + std::string(receiver); }

bool write_contact(Writer& writer, const NoticeContact& contact) {
  bool found = false;
  writer.run([&](Database& database, LogState&, const SliceClock&) {
    const auto login =
        database.number("SELECT login_no FROM login WHERE name = ? AND disabled_at IS NULL", contact.login);
    found = login != 0;
    if (!found) return true;
    database.statement("DELETE FROM notice_contact WHERE login_no = ?").run(login);
    if (!contact.address.empty()) {
      database.statement("INSERT INTO notice_contact VALUES (?, ?, ?)")
          .run(login, contact.address, contact.english ? 1 : 0);
    }
    return true;
  });
  return found;
}

std::optional<NoticeContact> read_contact(Database& database, std::string_view login) {
  Rows row(database.statement("SELECT name, address, language FROM notice_contact JOIN login USING (login_no)"
                              " WHERE name = ? AND disabled_at IS NULL"),
           login);
  if (!row.next()) return std::nullopt;
  return NoticeContact{row->string(0), row->string(1), row->integer(2) != 0};
}

std::vector<NoticeContact> read_contacts(Database& database) {
  std::vector<NoticeContact> contacts;
  for (Rows row(database.statement("SELECT name, address, language FROM notice_contact"
                                   " JOIN login USING (login_no) WHERE disabled_at IS NULL ORDER BY name"));
       row.next();) {
    contacts.push_back({row->string(0), row->string(1), row->integer(2) != 0});
  }
  return contacts;
}

std::vector<NoticeItem> read_notice_items(Database& database) {
  std::vector<NoticeItem> items;
  for (Rows row(database.statement("SELECT item, began_at, told, over_at FROM notice_item ORDER BY item"));
       row.next();) {
    items.push_back({row->string(0), instant(row->integer(1)), row->integer(2) != 0, {}});
    if (!row->is_null(3)) items.back().over_at = instant(row->integer(3));
  }
  return items;
}

std::size_t write_notice_items(Writer& writer, const NoticeItemChange& change,
                               std::span<const NewMessage> messages, Instant at) {
  std::size_t left_out = 0;
  writer.run([&](Database& database, LogState&, const SliceClock&) {
    for (const auto& item : change.erased)
      database.statement("DELETE FROM notice_item WHERE item = ?").run(item);
    for (const auto& item : change.put) {
      std::optional<std::int64_t> over_at;
      if (item.over_at) over_at = ms_of(*item.over_at);
      database.statement("INSERT OR REPLACE INTO notice_item VALUES (?, ?, ?, ?)")
          .run(item.item, ms_of(item.began_at), item.told ? 1 : 0, over_at);
    }
    left_out = 0;
    for (const auto& message : messages) {
      if (!put_message(database, message, at)) ++left_out;
    }
    return true;
  });
  return left_out;
}

std::size_t write_digests(Writer& writer, attendance::Date day, std::span<const NewDigest> digests,
                          Instant at) {
  std::size_t next = 0, left_out = 0;
  writer.run([&](Database& database, LogState&, const SliceClock& clock) {
    if (next == 0) forget_old_messages(database, at);
    while (next < digests.size()) {
      if (!put_digest(database, day, digests[next++], at)) ++left_out;
      if (clock.spent()) break;
    }
    return next == digests.size();
  });
  return left_out;
}

bool has_digest(Database& database, attendance::Date day, std::string_view channel,
                std::string_view receiver) {
  return database.number("SELECT count(*) FROM notice_digest WHERE channel = ? AND receiver = ? AND day >= ?",
                         channel, receiver, columns::day(day)) > 0;
}

std::optional<Message> read_due_message(Database& database, std::string_view channel, Instant now) {
  if (is_closed(database, channel)) return std::nullopt;
  Rows row(
      database.statement(std::string(message_columns) + " WHERE state = 0 AND channel = ? AND next_at <= ?"
                                                        " ORDER BY next_at, message_no LIMIT 1"),
      channel, ms_of(now));
  return row.next() ? std::optional(message_of(*row)) : std::nullopt;
}

void write_attempt(Writer& writer, const Attempt& attempt, Instant at) {
  writer.run([&](Database& database, LogState&, const SliceClock&) {
    database
        .statement(
            "UPDATE notice_message SET state = ?2, attempts = attempts + 1, next_at = ?3, error = ?4,"
            " body = CASE ?2 WHEN 1 THEN '' ELSE body END WHERE message_no = ?1 AND state = 0")
        .run(attempt.no, number_of(attempt.state), ms_of(attempt.next_at), attempt.error);
    if (attempt.closes_channel && was_changed(database)) {
      database
          .statement(
              "INSERT OR IGNORE INTO notice_closed_channel"
              " SELECT channel, ? FROM notice_message WHERE message_no = ?")
          .run(ms_of(at), attempt.no);
    }
    return true;
  });
}

bool write_message_again(Writer& writer, std::int64_t no, Instant at) {
  bool found = false;
  writer.run([&](Database& database, LogState&, const SliceClock&) {
    database
        .statement(
            "UPDATE notice_message SET state = 0, attempts = 0, next_at = ?2"
            " WHERE message_no = ?1 AND state IN (0, 2)")
        .run(no, ms_of(at));
    found = was_changed(database);
    return true;
  });
  return found;
}

bool write_channel_open(Writer& writer, std::string_view channel) {
  bool found = false;
  writer.run([&](Database& database, LogState&, const SliceClock&) {
    database.statement("DELETE FROM notice_closed_channel WHERE channel = ?").run(channel);
    found = was_changed(database);
    return true;
  });
  return found;
}

bool write_message_dropped(Writer& writer, std::int64_t no) {
  bool found = false;
  writer.run([&](Database& database, LogState&, const SliceClock&) {
    database
        .statement("UPDATE notice_message SET state = 3, body = '' WHERE message_no = ? AND state IN (0, 2)")
        .run(no);
    found = was_changed(database);
    return true;
  });
  return found;
}

std::vector<Message> read_undelivered(Database& database) {
  std::vector<Message> messages;
  for (Rows row(database.statement(std::string(message_columns) +
                                   " WHERE state = 2 OR (state = 0 AND attempts > 0)"
                                   " ORDER BY message_no DESC LIMIT ?"),
                messages_listed_max);
       row.next();) {
    messages.push_back(message_of(*row));
  }
  return messages;
}

ChannelState read_channel(Database& database, std::string_view channel) {
  const auto messages = [&](MessageState state) {
    return static_cast<std::size_t>(database.number(
        "SELECT count(*) FROM notice_message WHERE channel = ? AND state = ?", channel, number_of(state)));
  };
  ChannelState told{
      std::string(channel), messages(MessageState::waiting), messages(MessageState::dead), {}, {}};
  const auto delivered =
      database.number("SELECT max(next_at) FROM notice_message WHERE channel = ? AND state = 1", channel);
  const auto closed = database.number("SELECT at FROM notice_closed_channel WHERE channel = ?", channel);
  if (delivered != 0) told.delivered_at = instant(delivered);
  if (closed != 0) told.closed_at = instant(closed);
  return told;
}

}  // namespace badge::store
