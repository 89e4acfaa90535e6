#pragma once
/// server.toml: what badge-server needs to know.
///
///   listen = "127.0.0.1:8080"    an IP address and a port; port 0 takes any free one and logs it
///   data = "var"                 the data folder; paths are relative to the folder of server.toml
///   zone = "Asia/Ho_Chi_Minh"    the office's wall clock, as the tz database names it
///   tls_certificate = "…"        PEM, with its chain; with it the server speaks HTTPS, and only HTTPS
///   tls_key = "…"                PEM, without a passphrase
///   behind_proxy = false         true: a proxy with TLS stands before it; allows plain HTTP off loopback
///   clock_offset_limit_s = 30    1–62; taps of a clock farther off than this are provisional
///   second_factor_for = []       roles, for example ["administrator", "inspector"]: who holds one of them
///   can
///                                do nothing before they have set up a second factor
///   log = "info"                 debug | info | warn | error; to standard error
///
///   [oidc]                       a second way in, at the office's own OpenID provider
///   issuer = "https://…"         as the provider's discovery document writes it
///   client_id = "…"
///   client_secret_file = "…"     a file that holds the secret alone
///   redirect = "https://…/"      the address of these pages, as people reach them; registered at the
///   provider claim = "preferred_username" which of the provider's claims is the login's name here; or "sub",
///   "email" second_factor = "provider"   provider: it asks for one as it likes. here: a login that has one,
///   or must
///                                have one, signs in with password and code only
///   ca_file = "…"                PEM, where the provider's certificate is from an authority of its own
///
///   [retention]                  for how many whole months behind the running one records are kept; what is
///   older is
///                                erased at night. Without a key: for ever
///   taps_months = 60             12 or more; taps and what readers said. Sheets that were closed stay
///   people_months = 60           not less than taps_months; after somebody's last day in service
///   requests_months = 24         12 or more; after they were decided
///   audit_months = 36            3 or more
///
///   [papers]                     who issues papers of inspection; what is not said is left blank on them
///   superior = "UBND TỈNH …"     as the head of a paper has it, in capitals
///   body = "SỞ NỘI VỤ"
///   symbol = "SNV"               of "Số: …/BC-SNV"
///   place = "Khánh Hòa"          before the date
///   signer = "GIÁM ĐỐC"          who signs for the body
///
///   [notices]                    who is told what waits; without it nobody is
///   page = "https://…/"          the address of these pages, for links in mails
///   digest_at = "07:45"          one mail a day to each who gave an address, if something waits for them
///   digest_days = ["mon", "tue", "wed", "thu", "fri"]
///   told_after_min = 5           a reader that is silent, a clock that is off for so long is told at once
///   [notices.mail]
///   server = "smtp://mail:587"   or smtps://…:465
///   tls = true                   STARTTLS; false says it in clear. Default: true, but on this machine
///   from = "cham-cong@…"
///   user = "…"                   with password_file; both or neither
///   password_file = "…"          the password alone; mode 0600
///   ca_file = "…"                PEM, as above
///   [[notices.webhook]]          at most 20
///   name = "…"                   what the pages call it
///   url = "https://…"
///   secret_file = "…"            "whsec_" and base64, as Standard Webhooks has it; mode 0600
///   types = []                   of reader.silent, clock.off, badge.lost, explanation.waiting, month.due;
///                                empty: all
///   ca_file = "…"
///
/// Only `listen` and `data` must be there. Any other key is an error: a misspelt one must not become a
/// default in silence.
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "server/app/identity.hpp"
#include "server/app/inspections/issuing_body.hpp"
#include "server/app/retention.hpp"
#include "server/notices/settings.hpp"
#include "server/oidc/provider.hpp"

namespace badge {

struct ServerConfig {
  std::string address;  // of `listen`, without its port
  std::uint16_t port = 0;
  std::filesystem::path data;
  std::string zone = "Asia/Ho_Chi_Minh";
  std::filesystem::path tls_certificate, tls_key;  // both or neither
  bool behind_proxy = false;
  int clock_offset_limit_s = 30;
  std::vector<app::Role> second_factor_for;
  std::string log = "info";
  std::optional<oidc::Settings> oidc;
  app::RetentionSettings retention;
  app::IssuingBody papers;
  std::optional<notices::Settings> notices;

  [[nodiscard]] bool is_tls() const { return !tls_certificate.empty(); }
};

/// Every mistake of the file, each a line "server.toml:12: listen \"…\": rule; what to do".
using ConfigMistakes = std::vector<std::string>;

/// Reads the text of `file`. Touches no disk but to see that the certificate and key can be read.
[[nodiscard]] tl::expected<ServerConfig, ConfigMistakes> parse_server_config(
    std::string_view text, const std::filesystem::path& file);
[[nodiscard]] tl::expected<ServerConfig, ConfigMistakes> read_server_config(
    const std::filesystem::path& file);

}  // namespace badge
