#pragma once
#include <string>
#include <string_view>

namespace badge::documents {

/// `pdf` with the language of its text stated in its catalog, and its title shown in place of the file's
/// name; programs that read aloud need the former, and cairo 1.16 says neither. Appended as an update of the
/// file. A PDF that is built otherwise than cairo does comes back as it is. `language`: "vi-VN".
[[nodiscard]] std::string with_language(std::string pdf, std::string_view language);

}  // namespace badge::documents
