#pragma once
/// What the report commands print alike.
#include <string>
#include <string_view>

#include "tools/badgectl/session.hpp"

namespace badge::tools {

/// JSON or CSV as the server sent it, without the mark that only spreadsheet programs need. Throws
/// CommandFailed where the server refused.
void print_as_it_came(const Session& session, const Answer& answer);

/// 2026-07-09, or 09/7/2026 in Vietnamese.
[[nodiscard]] std::string date_for(const Session& session, const std::string& iso);

/// The server's word in the language of the reader; a word that this table does not know stays as it came.
[[nodiscard]] std::string word_of(const Session& session, const std::string& code);
/// The word of a session's state. Absent reads otherwise before the time to explain is over and after it,
/// which its reasons say (codes with blanks between).
[[nodiscard]] std::string state_word(const Session& session, const std::string& state,
                                     std::string_view reasons);

}  // namespace badge::tools
