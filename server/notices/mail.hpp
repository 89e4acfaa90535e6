#pragma once
/// A mail as RFC 5322 has it. Pure.
#include <chrono>
#include <string>
#include <string_view>

namespace badge::notices {

inline constexpr std::size_t address_bytes_max = 254;  // RFC 5321

struct Mail {
  std::string from, to;       // addresses, is_mail_address()
  std::string id;             // the same at every attempt, so that who gets it twice can tell
  std::string subject, text;  // UTF-8; lines of the text end with '\n'
  std::chrono::sys_seconds at;
};

/// A plain address, name@host, of ASCII letters: it can stand in a header and in an SMTP command as it is.
[[nodiscard]] bool is_mail_address(std::string_view text);

/// The whole message with CRLF line ends: plain text in base64, the subject in encoded words (RFC 2047),
/// marked as made by a machine (RFC 3834).
[[nodiscard]] std::string to_rfc5322(const Mail& mail);

}  // namespace badge::notices
