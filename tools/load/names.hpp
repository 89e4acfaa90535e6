#pragma once
#include <cstddef>
#include <string>

#include "tools/load/random.hpp"

namespace badge::tools {

/// An invented person's name, put together from common Vietnamese name parts: surname, middle, given.
[[nodiscard]] std::string person_name(Random& random, bool woman);

/// The name of a department (sở, ban) of the province, its short code, and how many have a name of their own.
struct NamedBody {
  const char* code;
  const char* name;
};
inline constexpr std::size_t departments_named = 13;
[[nodiscard]] NamedBody department(std::size_t index);  // index < departments_named

/// Names of places that plainly exist nowhere: "Ví Dụ", "Mô Phỏng"; numbered when the list is used up.
[[nodiscard]] std::string place_name(std::size_t index);

/// The divisions that a department, a ward (phường) or a commune (xã) usually has.
[[nodiscard]] std::string department_division(std::size_t index);
[[nodiscard]] std::string commune_division(std::size_t index, bool ward);

}  // namespace badge::tools
