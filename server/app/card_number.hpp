#pragma once
#include <string>
#include <string_view>

#include "server/app/secret_key.hpp"

namespace badge::app {

inline constexpr std::size_t card_number_bytes_max = 60;  // agency.citizen id.kind has about 25

/// A number as a person typed or a file states it: without blanks, upper case. Empty: it is none (nothing,
/// too long, or with what no card has printed on it).
[[nodiscard]] std::string card_number(std::string_view written);

/// Where a text holds a citizen id (a run of exactly twelve digits), only its last four digits are left:
/// "H10.••••••••4321.CC". For everything that is shown, logged or kept.
[[nodiscard]] std::string without_citizen_ids(std::string_view text);

/// By what a number is found again. 128 bits of a keyed hash: citizen ids are few enough to be tried one by
/// one, so a plain hash would hide nothing.
[[nodiscard]] std::string mark_of_card_number(const SecretKey& key, std::string_view number);

}  // namespace badge::app
