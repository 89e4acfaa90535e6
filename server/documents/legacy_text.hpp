#pragma once
#include <string_view>

namespace badge::documents {

/// Whether `text` was typed for fonts of the time before Unicode (TCVN3: "NguyÔn V¨n", VNI: "Nguyeãn Vaên"),
/// by letters that Vietnamese does not have, or not in that order. Text that holds any letter of Vietnamese
/// alone
/// ("ễ", "ư") is not. `text` is in normal form C. Pure.
[[nodiscard]] bool is_legacy_vietnamese(std::string_view text);

}  // namespace badge::documents
