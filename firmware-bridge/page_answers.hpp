#pragma once
/// What the page at the door is told. Pure: text in, text out.
///
///   GET /            the page; /page.css and /page.js are its other files
///   GET /events      server-sent events, for as long as the connection stays:
///     event: state   every second, and when it changes. {"version":"…","title":"Cổng
///     A","now":"2026-07-14T07:37",
///                    "recording":true,"readers":[{"id":"cong-a-1","entrance":"cong-a","hears":true,
///                    "check":{"ref":"7f0c11aa-40","shown":12,"without_badge":1}}]}; check only where one is
///                    open
///                    Another version means: the page is an old one, load it again. Silence means: the bridge
///                    is dead, whatever the connection says.
///     event: tap     {"entrance":"cong-a","look":"recorded","said":"Đã ghi nhận 07:37","person":"N. V. A.",
///                    "concern":""}; look: recorded, attention, refused, or notice
///   POST /check?reader=cong-a-1&check=7f0c11aa-40&key=without_badge, without a body
///                    a key of the page while that check is open; key: end, without_badge, undo. 204: done,
///                    and a count is on the disk; 409: there is no such check any more, or nobody to take
///                    back; 503: not recorded. Only of the page itself: 403 to every other origin
#include <optional>
#include <string>
#include <string_view>

#include "firmware-bridge/display.hpp"

namespace badge::bridge {

struct PageRequest {
  std::string_view method, target, host, if_none_match;
  std::string_view origin{}, fetch_site{}, asked_by{};  // Origin, Sec-Fetch-Site, X-Badge-Page
};

struct PageAnswer {
  bool is_stream = false;             // `text` is only the head; events follow
  std::string text;                   // as it goes over the wire
  std::optional<CheckPress> press{};  // to be done; what becomes of it is the answer
};

/// `display`: whose `listen` and `behind_proxy` say under which names the page may be asked for. A page of
/// somebody else that has its own name point here must not read who comes and goes.
[[nodiscard]] PageAnswer answer(const PageRequest& request, const DisplayConfig& display);
[[nodiscard]] std::string press_answer(Pressed pressed);
[[nodiscard]] std::string unavailable();  // 503: there are screens enough

[[nodiscard]] std::string tap_event(const std::string& entrance, const Feedback& feedback);
[[nodiscard]] std::string state_event(const EntranceState& state, const DisplayConfig& display);

}  // namespace badge::bridge
