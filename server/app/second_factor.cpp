#include "server/app/second_factor.hpp"

#include <sodium.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <stdexcept>

#include "server/app/totp.hpp"
#include "server/store/store.hpp"

namespace badge::app {
namespace {

constexpr std::string_view issuer = "Chuyên Cần";
constexpr char between = '\n';  // stands in no login name
constexpr auto text_form = sodium_base64_VARIANT_URLSAFE_NO_PADDING;

std::string random_bytes(std::size_t count) {
  std::string bytes(count, '\0');
  randombytes_buf(bytes.data(), bytes.size());
  return bytes;
}

std::string in_groups_of_four(std::string_view text, char separator) {
  std::string grouped;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i > 0 && i % 4 == 0) grouped += separator;
    grouped += text[i];
  }
  return grouped;
}

std::string to_text(std::string_view bytes) {
  std::string text(sodium_base64_encoded_len(bytes.size(), text_form), '\0');
  sodium_bin2base64(text.data(), text.size(), reinterpret_cast<const unsigned char*>(bytes.data()),
                    bytes.size(), text_form);
  text.pop_back();  // the zero at its end
  return text;
}

std::string from_text(std::string_view text) {
  std::string bytes(text.size(), '\0');
  std::size_t size = 0;
  if (sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), text.data(),
                        text.size(), nullptr, &size, nullptr, text_form) != 0) {
    return {};
  }
  bytes.resize(size);
  return bytes;
}

/// As people type codes: with blanks and dashes, in small letters.
std::string cleaned(std::string_view typed) {
  std::string code;
  if (typed.size() > typed_code_bytes_max) return code;
  for (const char c : typed) {
    if (c == ' ' || c == '-') continue;
    code += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  }
  return code;
}

std::int64_t ms_of(Instant at) { return at.time_since_epoch().count(); }

/// What an offer says, sealed: whose it is, until when it holds, the secret.
struct OfferText {
  std::string_view login, expires_at, secret;
};
std::optional<OfferText> read_offer(std::string_view text) {
  const auto first = text.find(between);
  const auto second = first == text.npos ? text.npos : text.find(between, first + 1);
  if (second == text.npos || text.size() - second - 1 != totp_secret_bytes) return std::nullopt;
  return OfferText{text.substr(0, first), text.substr(first + 1, second - first - 1),
                   text.substr(second + 1)};
}

bool is_over(const OfferText& offer, Instant now) {
  std::int64_t expires_at = 0;
  std::from_chars(offer.expires_at.data(), offer.expires_at.data() + offer.expires_at.size(), expires_at);
  return expires_at <= ms_of(now);
}

}  // namespace

SecondFactors::Offer SecondFactors::offer(std::string_view login) const {
  const auto secret = random_bytes(totp_secret_bytes);
  auto uri = totp_uri(issuer, login, secret);
  auto picture = documents::qr_code(uri);
  if (!picture) throw std::runtime_error("a QR code cannot be made");
  const auto text =
      std::string(login) + between + std::to_string(ms_of(now_() + offer_lifetime)) + between + secret;
  return {in_groups_of_four(base32(secret), ' '), std::move(uri), *std::move(picture),
          to_text(key_.seal(text))};
}

tl::expected<std::vector<std::string>, SecondFactors::NotConfirmed> SecondFactors::confirm(
    std::string_view login, std::string_view sealed, std::string_view code) {
  const auto text = key_.open(from_text(sealed));
  const auto offer = text ? read_offer(*text) : std::nullopt;
  if (!offer || offer->login != login || is_over(*offer, now_()))
    return tl::unexpected(NotConfirmed::offer_is_over);
  const auto step = step_of_code(offer->secret, cleaned(code), totp_step(now_()), 0);
  if (!step) return tl::unexpected(NotConfirmed::wrong_code);
  store::NewSecondFactor factor{seal(login, offer->secret), *step, {}};
  std::vector<std::string> codes;
  for (std::size_t i = 0; i < recovery_codes_count; ++i) {
    const auto recovery = base32(random_bytes(recovery_code_bytes));
    factor.recovery_codes.push_back(mark_of(login, recovery));
    codes.push_back(in_groups_of_four(recovery, '-'));
  }
  if (!store_.set_second_factor(login, factor)) return tl::unexpected(NotConfirmed::offer_is_over);
  return codes;
}

bool SecondFactors::accepts(const store::Login& login, std::string_view typed) {
  const auto code = cleaned(typed);
  if (code.size() == totp_digits) {
    const auto step = step_of_code(secret_of(login), code, totp_step(now_()), login.last_step);
    return step && store_.use_code(login.name, *step);  // of two at once the store takes one
  }
  return !code.empty() && store_.use_recovery_code(login.name, mark_of(login.name, code));
}

std::string SecondFactors::seal(std::string_view login, std::string_view secret) const {
  return key_.seal(std::string(login) + between + std::string(secret));
}

std::string SecondFactors::secret_of(const store::Login& login) const {
  const auto text = key_.open(login.second_factor);
  const auto whose = login.name + between;
  if (text && text->starts_with(whose)) return text->substr(whose.size());
  spdlog::error(
      "second factor of {}: cannot be opened; put back the key file of this store, or reset the second "
      "factor",
      login.name);
  return random_bytes(totp_secret_bytes);  // no code is right
}

store::RecoveryMark SecondFactors::mark_of(std::string_view login, std::string_view recovery_code) const {
  return key_.mark(std::string(login) + between + std::string(recovery_code));
}

}  // namespace badge::app
