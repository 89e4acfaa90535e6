#include "server/http/notice_routes.hpp"

#include <boost/json/array.hpp>
#include <charconv>

#include "server/http/json_body.hpp"
#include "server/http/session_routes.hpp"

namespace badge::http {
namespace {

namespace json = boost::json;

json::value moment(const std::optional<Instant>& at, const app::ToLocal& to_local) {
  return at ? json::value(app::iso_time(*at, to_local)) : json::value(nullptr);
}

std::string_view to_string(store::MessageState state) {
  return state == store::MessageState::dead ? "dead" : "waiting";
}

json::object to_json(const store::ChannelState& channel, const app::ToLocal& to_local) {
  return {{"channel", channel.channel},
          {"waiting", channel.waiting},
          {"dead", channel.dead},
          {"delivered_at", moment(channel.delivered_at, to_local)},
          {"closed_at", moment(channel.closed_at, to_local)}};
}

json::object to_json(const store::Message& message, const app::ToLocal& to_local) {
  return {{"no", message.no},
          {"channel", message.channel},
          {"receiver", message.receiver},
          {"title", message.title},
          {"made_at", app::iso_time(message.made_at, to_local)},
          {"state", to_string(message.state)},
          {"attempts", message.attempts},
          {"next_at", app::iso_time(message.next_at, to_local)},
          {"error", message.error}};
}

Response list(const app::NoticeDesk& desk, const app::ToLocal& to_local) {
  json::array channels, messages;
  for (const auto& channel : desk.channels()) channels.push_back(to_json(channel, to_local));
  for (const auto& message : desk.undelivered()) messages.push_back(to_json(message, to_local));
  return json_response({{"channels", std::move(channels)}, {"messages", std::move(messages)}});
}

std::optional<std::int64_t> number_of(const Request& request) {
  const auto& text = request.params.at("no");
  std::int64_t no = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), no);
  return error == std::errc() && end == text.data() + text.size() ? std::optional(no) : std::nullopt;
}

Response no_such_message(const Request& request) {
  return problem(404, "urn:chuyen-can:not-found",
                 say(request, "Thông báo này không còn chờ gửi", "This message does not wait any more"));
}

Response send_again(const Request& request, app::NoticeDesk& desk) {
  const auto no = number_of(request);
  return no && desk.send_again(*no) ? no_content() : no_such_message(request);
}

Response drop(const Request& request, app::NoticeDesk& desk) {
  const auto no = number_of(request);
  return no && desk.drop(*no) ? no_content() : no_such_message(request);
}

Response open(const Request& request, app::NoticeDesk& desk) {
  if (desk.open(request.params.at("channel"))) return no_content();
  return problem(404, "urn:chuyen-can:not-found",
                 say(request, "Nơi nhận này không ở trạng thái ngừng nhận", "Nobody closed this receiver"));
}

Response contact(const Request& request, const app::NoticeDesk& desk) {
  return json_response({{"address", desk.address_of(request.who)}, {"sends_mail", desk.sends_mail()}});
}

Response set_contact(const Request& request, app::NoticeDesk& desk) {
  const auto body = json_body(request);
  if (!body) return body.error();
  const auto address = text_member(*body, "address");
  if (!address) return invalid(address.error());
  using Set = app::NoticeDesk::Set;
  switch (desk.set_address(request.who, *address, request.language == "en")) {
    case Set::done:
      break;
    case Set::no_address:
      return invalid(say(request, "Địa chỉ thư điện tử không đúng; ví dụ: an.nguyen@tinh.gov.vn",
                         "This is no e-mail address, like an.nguyen@tinh.gov.vn"));
    case Set::no_login:
      return problem(
          403, "urn:chuyen-can:no-login",
          say(request, "Chỉ người có tài khoản mới nhận được thư", "Only who has a login can get mails"));
  }
  auto response = no_content();
  response.noted = address->empty() ? "address taken away" : "address set";
  return response;
}

}  // namespace

void add_notice_routes(Router& router, app::NoticeDesk& desk, app::ToLocal to_local) {
  const std::vector<Role> running = {Role::administrator};
  router.add("GET", "/api/v1/notices", running,
             [&desk, to_local](const Request&) { return list(desk, to_local); });
  router.add("POST", "/api/v1/notices/{no}/again", running,
             [&desk](const Request& r) { return send_again(r, desk); });
  router.add("DELETE", "/api/v1/notices/{no}", running, [&desk](const Request& r) { return drop(r, desk); });
  router.add("POST", "/api/v1/notices/channels/{channel}", running,
             [&desk](const Request& r) { return open(r, desk); });
  router.add("GET", "/api/v1/session/contact", every_person(),
             [&desk](const Request& r) { return contact(r, desk); });
  router.add("PUT", "/api/v1/session/contact", every_person(),
             [&desk](const Request& r) { return set_contact(r, desk); });
}

}  // namespace badge::http
