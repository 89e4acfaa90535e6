#include "server/http/sign_in_answers.hpp"

namespace badge::http {

Response with_cookie(std::string cookie) {
  auto response = no_content();
  response.headers.emplace_back("Set-Cookie", std::move(cookie));
  return response;
}

Response signed_in(const Request& request, WebSessions::Holder holder, WebSessions& sessions) {
  static_cast<void>(sessions.close(request.cookie));
  return with_cookie(sessions.open(std::move(holder)));
}

Response refused(const Request& request, const app::Logins::Refused& refusal) {
  using Why = app::Logins::Refused::Why;
  switch (refusal.why) {
    case Why::too_often:
      return busy(
          429,
          say(request, "Đã nhập sai nhiều lần; hãy đợi rồi thử lại", "Wrong too often; wait and try again"),
          static_cast<int>(refusal.wait.count()));
    case Why::code_needed:
      return problem(401, "urn:chuyen-can:second-factor-needed",
                     say(request, "Cần mã xác thực của bước hai", "A code of the second factor is needed"));
    case Why::code_wrong:
      return problem(401, "urn:chuyen-can:second-factor-refused",
                     say(request, "Mã xác thực không đúng hoặc đã được dùng",
                         "The code is wrong, or it was used before"));
    case Why::wrong:
      break;
  }
  return problem(401, "urn:chuyen-can:sign-in-refused",
                 say(request, "Tên đăng nhập hoặc mật khẩu không đúng", "The name or the password is wrong"));
}

}  // namespace badge::http
