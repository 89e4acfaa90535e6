#pragma once
#include <chrono>
#include <filesystem>
#include <functional>
#include <string>
#include <tl/expected.hpp>

#include "server/notices/delivery.hpp"
#include "server/notices/mail.hpp"

namespace badge::notices {

inline constexpr std::chrono::seconds smtp_connect_max{10};
inline constexpr std::chrono::seconds smtp_mail_max{60};  // servers look at mails before they take them

struct SmtpSettings {
  std::string url;  // "smtp://mail.tinh.gov.vn:587", "smtps://…:465"
  bool tls = true;  // smtp: nothing is said before STARTTLS; false: in clear
  std::string from;
  std::string user, password;     // empty: the server asks for none
  std::filesystem::path ca_file;  // empty: the system's authorities
};

using SendMail = std::function<tl::expected<void, NotDelivered>(const Mail&)>;

/// By libcurl, a connection each. Done when the server has taken the mail. Blocks; one thread at a time.
[[nodiscard]] SendMail smtp_sender(SmtpSettings settings);

}  // namespace badge::notices
