#include "server/http/paper_file.hpp"

#include <utility>

namespace badge::http {

std::string ending(app::PaperFormat format) { return format == app::PaperFormat::pdf ? ".pdf" : ".docx"; }

Response paper_file(app::PrintedPaper&& paper, app::PaperFormat format) {
  Response response;
  response.content_type = format == app::PaperFormat::pdf
                              ? "application/pdf"
                              : "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  response.headers.emplace_back("Content-Disposition",
                                "attachment; filename=\"" + paper.name + ending(format) + '"');
  response.noted_staff = paper.staff_code;
  response.body = std::move(paper.bytes);
  return response;
}

Response unprintable(const Request& request, std::string_view place_and_rule) {
  return problem(500, "urn:chuyen-can:not-printed",
                 say(request, "Máy chủ không lập được văn bản này; báo người quản trị kèm theo chi tiết",
                     "The server cannot make this paper; tell the administrator the details"),
                 {{"detail", std::string(place_and_rule)}});
}

Response paper_answer(const Request& request, app::PaperOrNot&& paper, app::PaperFormat format) {
  if (paper) return paper_file(*std::move(paper), format);
  const auto& rule = paper.error().unprintable;
  if (!rule.empty()) return unprintable(request, rule);
  return problem(404, "urn:chuyen-can:not-found",
                 say(request, "Không có văn bản này", "There is no such paper"));
}

}  // namespace badge::http
