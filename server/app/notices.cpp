#include "server/app/notices.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>

#include "server/app/failures.hpp"
#include "server/app/iso_time.hpp"
#include "server/app/token.hpp"
#include "server/notices/event.hpp"

namespace badge::app {
namespace {

using attendance::Date;
using notices::NotDelivered;
using store::MessageState;

constexpr std::size_t id_digits = 32;  // 128 random bits

std::string new_id() { return "msg_" + make_token().substr(0, id_digits); }

store::NewMessage mail_to(const store::NoticeContact& contact, std::string_view topic, NoticeText text) {
  return {new_id(),           std::string(store::mail_channel), contact.address,
          std::string(topic), std::move(text.subject),          std::move(text.text)};
}

Language language_of(const store::NoticeContact& contact) {
  return contact.english ? Language::en : Language::vi;
}

std::string_view type_of(WaitingKind kind) {
  switch (kind) {
    case WaitingKind::reader_silent:
      return notices::reader_silent;
    case WaitingKind::clock_off:
      return notices::clock_off;
    case WaitingKind::badge_lost:
      return notices::badge_lost;
    case WaitingKind::explanation_waits:
    case WaitingKind::request_waits:
      return notices::explanation_waiting;
    case WaitingKind::finding_overdue:
      return notices::finding_overdue;
    case WaitingKind::repair_waits:
      return notices::repair_waiting;
    case WaitingKind::month_due:
      return notices::month_due;
  }
  return {};
}

bool is_told(const notices::WebhookSettings& hook, std::string_view type) {
  return hook.types.empty() || hook.types.contains(std::string(type));
}

bool is_urgent(const WaitingRow& row) { return row.kind <= WaitingKind::badge_lost; }

/// A program that runs the office's things, as one who sees everything.
Identity whole_office() {
  const attendance::DateSpan always{Date::min()};
  return {"", "", {{Role::administrator, {}, always}, {Role::hr, {}, always}, {Role::inspector, {}, always}}};
}

std::string month_text(std::chrono::year_month month) {
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02u", static_cast<int>(month.year()),
                static_cast<unsigned>(month.month()));
  return text.data();
}

/// The attempt, by what became of it.
store::Attempt attempt_of(const store::Message& message, const tl::expected<void, NotDelivered>& sent,
                          Instant now) {
  store::Attempt attempt{message.no, MessageState::delivered, now, {}};
  if (sent) return attempt;
  attempt.error = sent.error().what;
  attempt.closes_channel = sent.error().why == NotDelivered::Why::gone;
  const auto pause = static_cast<std::size_t>(message.attempts);
  if (attempt.closes_channel || pause >= retry_pauses.size()) {
    attempt.state = MessageState::dead;
  } else {
    attempt.state = MessageState::waiting;
    attempt.next_at = now + retry_pauses.at(pause);
  }
  return attempt;
}

}  // namespace

Notices::Notices(Parts parts, notices::Settings settings, Channels channels)
    : parts_(std::move(parts)), settings_(std::move(settings)), channels_(std::move(channels)) {}

Notices::~Notices() { stop(); }

void Notices::start() {
  thread_ = std::thread([this] { work(); });
}

void Notices::stop() {
  leaving_ = true;
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  changed_.notify_all();
  if (thread_.joinable()) thread_.join();
}

void Notices::wake() {
  {
    const std::lock_guard lock(mutex_);
    woken_ = true;
  }
  changed_.notify_all();
}

void Notices::work() {
  bool failed_before = false;
  for (;;) {
    try {
      round();
      failed_before = false;
    } catch (const std::exception& failure) {
      if (!failed_before) spdlog::error("notices: wait: {}", failure.what());
      failed_before = true;  // one event, however long it lasts
    }
    std::unique_lock lock(mutex_);
    changed_.wait_for(lock, round_every, [this] { return stopping_ || woken_; });
    if (stopping_) return;
    woken_ = false;
  }
}

void Notices::round() {
  tell_urgent(parts_.now());
  make_digests(parts_.now());
  for (const auto& [channel, deliver] : channels_) send(channel, deliver);
}

void Notices::tell_urgent(Instant now) {
  const auto matters = parts_.waiting.urgent();
  std::vector<Seen> seen;
  for (const auto& [item, row] : matters) {
    const bool lasts = row.kind == WaitingKind::badge_lost;  // it does not go by itself
    seen.push_back({item, lasts ? std::chrono::seconds(0) : settings_.told_after});
  }
  const auto followed = follow_items(parts_.store.notice_items(), seen, now);
  if (followed.change.put.empty() && followed.change.erased.empty()) return;
  std::vector<WaitingRow> rows;
  for (const auto& [item, row] : matters) {
    if (followed.to_tell.contains(item)) rows.push_back(row);
  }
  std::vector<store::NewMessage> messages;
  if (!rows.empty()) add_urgent_mails(messages, rows, now);
  for (const auto& hook : settings_.webhooks) {
    for (const auto& row : rows) {
      if (is_told(hook, type_of(row.kind)))
        messages.push_back(webhook_message(hook.name, type_of(row.kind), {row}, now));
    }
  }
  const auto left_out = parts_.store.change_notice_items(followed.change, messages);
  if (left_out > 0) spdlog::error("notices: {} messages were left out: too many wait", left_out);
  for (const auto& row : rows) spdlog::info("notices: told: {}", describe(row, Language::en));
}

/// One mail for each, of all that concerns them.
void Notices::add_urgent_mails(std::vector<store::NewMessage>& messages, const std::vector<WaitingRow>& rows,
                               Instant now) {
  if (!settings_.mail) return;
  const auto book = parts_.waiting.book();
  const auto local = parts_.waiting.office_time().to_local(now);
  const auto today = std::chrono::floor<std::chrono::days>(local);
  for (const auto& contact : parts_.store.contacts()) {
    const auto who = parts_.logins.identity(contact.login);
    if (!who) continue;
    std::vector<WaitingRow> theirs;
    std::ranges::copy_if(rows, std::back_inserter(theirs),
                         [&](const WaitingRow& row) { return concerns(row, *who, *book, today); });
    if (theirs.empty()) continue;
    messages.push_back(mail_to(contact, to_string(theirs.front().kind),
                               urgent_text(theirs, local, settings_.page, language_of(contact))));
  }
}

void Notices::make_digests(Instant now) {
  const auto local = parts_.waiting.office_time().to_local(now);
  const auto today = std::chrono::floor<std::chrono::days>(local);
  const bool is_time = local - attendance::LocalTime(today) >= settings_.digest_at;
  if (!is_time || !settings_.digest_days[std::chrono::weekday(today).c_encoding()]) return;
  if (digests_made_ == today) return;
  const auto office = parts_.waiting.office();
  if (settings_.mail) make_mail_digests(office, today);
  make_webhook_digests(office, today, now);
  digests_made_ = today;
}

void Notices::make_mail_digests(const OfficeWaiting& office, Date today) {
  std::vector<store::NewDigest> digests;
  const auto write = [&] {
    const auto left_out = parts_.store.add_digests(today, digests);
    if (left_out > 0) spdlog::error("notices: {} digests were left out: too many messages wait", left_out);
    digests.clear();
  };
  for (const auto& contact : parts_.store.contacts()) {
    if (leaving_) break;
    if (parts_.store.has_digest(today, store::mail_channel, contact.login)) continue;
    const auto who = parts_.logins.identity(contact.login);
    const auto rows = who ? rows_for(office, *who) : std::vector<WaitingRow>();
    digests.push_back({std::string(store::mail_channel), contact.login, {}});
    if (!rows.empty()) {
      digests.back().message =
          mail_to(contact, {}, digest_text(rows, office.now, settings_.page, language_of(contact)));
    }
    if (digests.size() == digests_at_once) write();
  }
  write();
}

void Notices::make_webhook_digests(const OfficeWaiting& office, Date today, Instant now) {
  const auto rows = rows_for(office, whole_office());
  std::vector<store::NewDigest> digests;
  for (const auto& hook : settings_.webhooks) {
    for (const auto type : {notices::explanation_waiting, notices::finding_overdue, notices::repair_waiting,
                            notices::month_due}) {
      if (!is_told(hook, type)) continue;
      std::vector<WaitingRow> of_type;
      std::ranges::copy_if(rows, std::back_inserter(of_type), [&](const WaitingRow& row) {
        return !is_urgent(row) && type_of(row.kind) == type;
      });
      digests.push_back({hook.name, std::string(type), {}});
      if (of_type.empty()) continue;
      digests.back().message = webhook_message(hook.name, type, of_type, now);
    }
  }
  if (!digests.empty()) (void)parts_.store.add_digests(today, digests);
}

store::NewMessage Notices::webhook_message(const std::string& channel, std::string_view type,
                                           const std::vector<WaitingRow>& rows, Instant now) const {
  const auto& office = parts_.waiting.office_time();
  const ToLocal to_local = [&](Instant at) { return office.to_local(at); };
  std::vector<notices::EventRow> told;
  for (const auto& row : rows) {
    notices::EventRow event{
        std::string(to_string(row.kind)), row.entrance, row.unit.code, row.unit.name, {}, {}, {}, row.count};
    if (row.since) event.since = iso_time(office.to_instant(*row.since), to_local);
    if (row.kind == WaitingKind::month_due) {
      event.month = month_text(row.month);
      event.state = to_string(row.progress);
    }
    told.push_back(std::move(event));
  }
  const auto title = rows.size() == 1 ? describe(rows.front(), Language::vi) : std::string(type);
  return {new_id(),          channel, {},
          std::string(type), title,   notices::event_body(type, iso_time(now, to_local), told)};
}

void Notices::send(const std::string& channel, const Deliver& deliver) {
  const auto until = std::chrono::steady_clock::now() + sending_max;
  while (!leaving_ && std::chrono::steady_clock::now() < until) {
    const auto message = parts_.store.due_message(channel);
    if (!message) return;
    const auto sent = deliver(*message, parts_.now());
    const auto attempt = attempt_of(*message, sent, parts_.now());
    parts_.store.end_attempt(attempt);
    if (sent) {
      spdlog::info("notices: {} delivered {}", channel, message->id);
      continue;
    }
    spdlog::warn("notices: {} did not deliver {} (attempt {}): {}{}", channel, message->id,
                 message->attempts + 1, attempt.error,
                 attempt.state == MessageState::dead ? "; given up" : "");
    if (sent.error().why != NotDelivered::Why::failed) return;
  }
}

}  // namespace badge::app
