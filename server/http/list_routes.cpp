#include "server/http/list_routes.hpp"

#include <fmt/format.h>

#include <boost/json/array.hpp>
#include <charconv>
#include <functional>

#include "server/app/lists/list_paper.hpp"
#include "server/http/json_body.hpp"
#include "server/http/listing_answer.hpp"
#include "server/http/paper_file.hpp"
#include "server/http/query_span.hpp"
#include "server/http/report_json.hpp"

namespace badge::http {
namespace {

namespace json = boost::json;
using app::ListAsked, app::ListOrNot, app::NoList;
using NotReleased = app::PraiseDesk::NotReleased;
using NotWithdrawn = app::PraiseDesk::NotWithdrawn;

/// With the code of each row that was seen, quoted and with a comma.
constexpr std::size_t release_body_bytes_max = small_body_bytes_max + app::list_people_max * 70;

Response not_found(const Request& request) {
  return problem(404, "urn:chuyen-can:not-found",
                 say(request, "Không có đơn vị này trong kỳ đó", "There is no such unit in that period"));
}

Response too_many_people(const Request& request) {
  return problem(422, "urn:chuyen-can:too-many-people",
                 fmt::format(fmt::runtime(say(request, "Đơn vị này có hơn {} người; hãy chọn đơn vị nhỏ hơn",
                                              "This unit has more than {} people; choose a smaller one")),
                             app::list_people_max));
}

Response refused(const Request& request, NoList why) {
  return why == NoList::not_found ? not_found(request) : too_many_people(request);
}

tl::expected<ListAsked, Response> asked_list(const Request& request, const app::Evidence& evidence) {
  auto period = report_period_of(request, evidence);
  if (!period) return tl::unexpected(std::move(period.error()));
  return ListAsked{request.query_or("unit", ""), *std::move(period), request.scope,
                   app::language_of(request.language)};
}

/// A list, and what its file is called.
struct NamedList {
  std::string file;
  app::UnitList list;
};
/// The error is the answer.
using NamedListOf = std::function<tl::expected<NamedList, Response>(const Request&)>;

/// What answers one of the lists; `file` names it: "di-muon".
template <class MakeList>
NamedListOf list_of(const app::Evidence& evidence, std::string file, MakeList make) {
  return
      [&evidence, file = std::move(file), make](const Request& request) -> tl::expected<NamedList, Response> {
        const auto asked = asked_list(request, evidence);
        if (!asked) return tl::unexpected(asked.error());
        auto list = make(*asked);
        if (!list) return tl::unexpected(refused(request, list.error()));
        return NamedList{file + "-" + file_key(asked->period), *std::move(list)};
      };
}

/// Papers are in Vietnamese, whatever language was asked for.
Response as_paper(Request request, const NamedListOf& list_of, const app::Evidence& evidence,
                  const app::IssuingBody& body, app::PaperFormat format) {
  request.language = "vi";
  auto named = list_of(request);
  if (!named) return named.error();
  return paper_answer(request, print_list(std::move(named->file), named->list, body, format, evidence),
                      format);
}

/// GET `path`.json, .csv, .xlsx, .pdf and .docx, which say the same.
void add_list(Router& router, const std::string& path, const std::vector<Role>& readers,
              const app::Evidence& evidence, const app::IssuingBody& body, const NamedListOf& list_of) {
  add_listing_routes(router, path, readers, evidence,
                     [list_of](const Request& request) -> tl::expected<NamedListing, Response> {
                       auto named = list_of(request);
                       if (!named) return tl::unexpected(named.error());
                       return NamedListing{std::move(named->file), listing_of(std::move(named->list))};
                     });
  for (const auto format : {app::PaperFormat::pdf, app::PaperFormat::docx}) {
    router.add("GET", path + ending(format), readers,
               [list_of, &evidence, body, format](const Request& request) {
                 return as_paper(request, list_of, evidence, body, format);
               });
  }
}

Response refused(const Request& request, NotReleased why) {
  switch (why) {
    case NotReleased::not_found:
      return not_found(request);
    case NotReleased::too_many_people:
      return too_many_people(request);
    case NotReleased::no_basis:
      return invalid(say(request, "Cần nêu căn cứ công bố, không quá 1.000 byte",
                         "State the ground of the release, in at most 1,000 bytes"));
    case NotReleased::not_over:
      return problem(409, "urn:chuyen-can:period-not-over",
                     say(request, "Kỳ chưa hết; hết kỳ mới công bố được",
                         "The period is not over; release the list when it is"));
    case NotReleased::nobody:
      return invalid(say(request, "Danh sách không có ai", "There is nobody on the list"));
    case NotReleased::own:
      return problem(403, "urn:chuyen-can:own-praise",
                     say(request,
                         "Danh sách có tên chính người công bố; cần người đứng đầu cấp trên, hoặc nhân sự "
                         "không có tên trong danh sách, công bố thay",
                         "You stand on this list yourself; the head above, or HR who does not, must release "
                         "it"));
    case NotReleased::changed:
      return problem(409, "urn:chuyen-can:changed-meanwhile",
                     say(request, "Danh sách đã thay đổi; hãy xem lại rồi công bố",
                         "The list has changed; look at it again before you release it"));
    case NotReleased::full:
      break;
  }
  return problem(409, "urn:chuyen-can:too-many-releases",
                 say(request, "Đã có quá nhiều danh sách được công bố", "Too many lists were released"));
}

Response release(const Request& request, app::PraiseDesk& praise, const app::Evidence& evidence) {
  const auto body = json_body(request);
  if (!body) return body.error();
  const auto unit = text_member(*body, "unit"), key = text_member(*body, "period"),
             basis = text_member(*body, "basis");
  for (const auto* member : {&unit, &key, &basis}) {
    if (!*member) return invalid(member->error());
  }
  auto seen = text_list_member(*body, "seen");
  if (!seen) return invalid(seen.error());
  auto named = request;
  named.query["period"] = *key;
  const auto period = report_period_of(named, evidence);
  if (!period) return period.error();
  const auto no = praise.release({{*unit, *period, request.scope, app::language_of(request.language)},
                                  *basis,
                                  request.who,
                                  *std::move(seen)});
  if (!no) return refused(request, no.error());
  auto response = json_response({{"no", *no}}, 201);
  response.noted = "unit=" + *unit + " period=" + *key;
  return response;
}

json::value withdrawn_json(const std::optional<store::PraiseWithdrawal>& withdrawn, bool open,
                           const app::ToLocal& to_local) {
  if (!withdrawn) return nullptr;
  json::object told{{"at", app::iso_time(withdrawn->at, to_local)}};
  if (open) {
    told["by"] = withdrawn->withdrawn_by;
    told["reason"] = withdrawn->reason;
  }
  return told;
}

Response released(const Request& request, const app::PraiseDesk& praise, const app::ToLocal& to_local) {
  json::array listed;
  for (const auto& [one, open, may_withdraw] : praise.released(request.who, request.scope)) {
    listed.push_back(json::object{{"no", one.no},
                                  {"unit_code", one.unit_code},
                                  {"unit_name", one.unit_name},
                                  {"period", one.period},
                                  {"from", date_text(one.days.from)},
                                  {"to", date_text(one.days.to)},
                                  {"basis", one.basis},
                                  {"released_by", one.released_by},
                                  {"at", app::iso_time(one.at, to_local)},
                                  {"open", open},
                                  {"may_withdraw", may_withdraw},
                                  {"withdrawn", withdrawn_json(one.withdrawn, open, to_local)}});
  }
  return json_response({{"releases", std::move(listed)}});
}

/// -1 where it is no number: there is no such list.
std::int64_t asked_number(const Request& request) {
  const auto& text = request.params.at("no");
  std::int64_t no = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), no);
  return error == std::errc() && end == text.data() + text.size() ? no : -1;
}

Response no_such_list(const Request& request) {
  return problem(404, "urn:chuyen-can:not-found",
                 say(request, "Không có danh sách này", "There is no such list"));
}

tl::expected<NamedList, Response> released_list(const Request& request, const app::PraiseDesk& praise) {
  auto list = praise.released_list(asked_number(request), request.who, request.scope,
                                   app::language_of(request.language));
  if (!list) return tl::unexpected(no_such_list(request));
  return NamedList{"bieu-duong-" + request.params.at("no"), *std::move(list)};
}

Response refused(const Request& request, NotWithdrawn why) {
  switch (why) {
    case NotWithdrawn::not_found:
      break;
    case NotWithdrawn::no_reason:
      return invalid(say(request, "Cần nêu lý do thu hồi, không quá 1.000 byte",
                         "State the reason of the withdrawal, in at most 1,000 bytes"));
    case NotWithdrawn::not_theirs:
      return problem(403, "urn:chuyen-can:not-theirs",
                     say(request, "Chỉ người đã công bố hoặc nhân sự được thu hồi danh sách này",
                         "Only who released this list, or HR, may withdraw it"));
    case NotWithdrawn::already:
      return problem(409, "urn:chuyen-can:already-withdrawn",
                     say(request, "Danh sách này đã được thu hồi", "This list is withdrawn already"));
  }
  return no_such_list(request);
}

Response withdraw(const Request& request, app::PraiseDesk& praise) {
  const auto body = json_body(request);
  if (!body) return body.error();
  const auto reason = text_member(*body, "reason");
  if (!reason) return invalid(reason.error());
  const auto done = praise.withdraw(asked_number(request), *reason, request.who, request.scope);
  return done ? no_content() : refused(request, done.error());
}

}  // namespace

void add_list_routes(Router& router, const app::HeadLists& lists, const app::Evidence& evidence,
                     const app::IssuingBody& body) {
  const std::vector<Role> acting = {Role::hr, Role::head, Role::timekeeper};
  const std::vector<Role> answering = {Role::hr, Role::head};
  const std::vector<Role> looking = {Role::head, Role::inspector};  // for cards that may have been lent
  const auto add = [&](const std::string& path, const std::vector<Role>& readers, std::string file,
                       auto make) {
    add_list(router, "/api/v1/lists/" + path, readers, evidence, body,
             list_of(evidence, std::move(file), make));
  };
  add("late", acting, "di-muon", [&lists](const ListAsked& asked) { return lists.late(asked); });
  add("unexplained", acting, "chua-giai-trinh",
      [&lists](const ListAsked& asked) { return lists.unexplained(asked); });
  add("missing", acting, "thieu-luot-quet",
      [&lists](const ListAsked& asked) { return lists.missing(asked); });
  add("trips", acting, "cong-tac-chua-bao-cao",
      [&lists](const ListAsked& asked) { return lists.trips(asked); });
  add("away", answering, "ra-ngoai-trong-gio",
      [&lists](const ListAsked& asked) { return lists.away(asked); });
  add("pairs", looking, "the-quet-sat-nhau", [&lists](const ListAsked& asked) { return lists.pairs(asked); });
  add("open-units", acting, "don-vi-chua-chot",
      [&lists](const ListAsked& asked) { return lists.open_units(asked); });
}

void add_praise_routes(Router& router, app::PraiseDesk& praise, const app::Evidence& evidence,
                       const app::IssuingBody& body, app::ToLocal to_local) {
  const std::vector<Role> answering = {Role::hr, Role::head};
  const std::vector<Role> readers = {Role::hr, Role::head, Role::timekeeper, Role::staff};
  add_list(router, "/api/v1/lists/praise", answering, evidence, body,
           list_of(evidence, "de-xuat-bieu-duong-noi-bo",
                   [&praise](const ListAsked& asked) { return praise.proposed(asked); }));
  router.add(
      "POST", "/api/v1/praise", answering, [&](const Request& r) { return release(r, praise, evidence); },
      release_body_bytes_max);
  router.add("GET", "/api/v1/praise", readers,
             [&praise, to_local](const Request& r) { return released(r, praise, to_local); });
  add_list(router, "/api/v1/praise/{no}/list", readers, evidence, body,
           [&praise](const Request& r) { return released_list(r, praise); });
  router.add("POST", "/api/v1/praise/{no}/withdraw", answering,
             [&praise](const Request& r) { return withdraw(r, praise); });
}

}  // namespace badge::http
