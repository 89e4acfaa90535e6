#pragma once
#include <bitset>
#include <chrono>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "server/notices/smtp.hpp"

namespace badge::notices {

/// What webhooks are told of: the `type` of their messages.
inline constexpr std::string_view reader_silent = "reader.silent", clock_off = "clock.off",
                                  badge_lost = "badge.lost", explanation_waiting = "explanation.waiting",
                                  finding_overdue = "finding.overdue", repair_waiting = "repair.waiting",
                                  month_due = "month.due";

struct WebhookSettings {
  std::string name, url;
  std::string secret;           // its bytes
  std::set<std::string> types;  // empty: all
  std::string ca_file;          // empty: the system's authorities
};

struct Settings {
  std::string page;  // the address of the pages, with its last "/"; empty: mails name none
  std::chrono::minutes digest_at{7 * 60 + 45};  // of the office's clock
  std::bitset<7> digest_days{0b0111110};        // by c_encoding(): Sunday is 0
  std::chrono::minutes told_after{5};           // a door that is in trouble for less is not told
  std::optional<SmtpSettings> mail;
  std::vector<WebhookSettings> webhooks;
};

}  // namespace badge::notices
