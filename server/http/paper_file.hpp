#pragma once
#include <string>
#include <string_view>

#include "server/app/papers/paper_or_not.hpp"
#include "server/http/message.hpp"

namespace badge::http {

[[nodiscard]] std::string ending(app::PaperFormat format);  // ".pdf"

/// 200 with the paper as a file to keep.
[[nodiscard]] Response paper_file(app::PrintedPaper&& paper, app::PaperFormat format);

/// 500: the paper cannot be made; `place_and_rule` is for the administrator.
[[nodiscard]] Response unprintable(const Request& request, std::string_view place_and_rule);

/// paper_file(); 404 where there is none for them.
[[nodiscard]] Response paper_answer(const Request& request, app::PaperOrNot&& paper, app::PaperFormat format);

}  // namespace badge::http
