#pragma once
#include <string_view>

namespace badge::app {

/// Whether a guesser would try this password (of at least password_letters_min letters) among the first: one
/// of the words that leaked lists begin with, with digits and signs around it or said twice; a short piece
/// over and over; a row of the keyboard, of the alphabet or of digits.
[[nodiscard]] bool is_easily_guessed(std::string_view normal);

}  // namespace badge::app
