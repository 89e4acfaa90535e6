#include "server/http/sign_off_routes.hpp"

#include <boost/json/value_from.hpp>

#include "server/app/sign_off.hpp"
#include "server/http/close_json.hpp"
#include "server/http/close_period.hpp"
#include "server/http/json_body.hpp"
#include "server/http/query_dates.hpp"
#include "server/http/report_json.hpp"

namespace badge::http {
namespace {

namespace json = boost::json;
using store::SigningStep;

std::string_view to_string(SigningStep step) {
  return step == SigningStep::prepared ? "prepared" : "confirmed";
}

json::object to_json(const store::PeriodSignature& signature, const app::ToLocal& to_local) {
  return {{"step", to_string(signature.step)},          {"by", signature.signed_by},
          {"staff_code", signature.staff_code},         {"at", app::iso_time(signature.at, to_local)},
          {"facts_position", signature.facts_position}, {"sheet_sha256", signature.digest.hex()}};
}

json::object to_json(const app::UnitProgress& progress, const app::ToLocal& to_local) {
  return {{"unit_code", progress.unit_code},
          {"from", date_text(progress.days.from)},
          {"to", date_text(progress.days.to)},
          {"state", to_string(progress.state)},
          {"open_sessions", progress.open_sessions},
          {"changed", progress.changed},
          {"by", progress.by.empty() ? json::value(nullptr) : json::value(progress.by)},
          {"at", progress.at ? json::value(app::iso_time(*progress.at, to_local)) : json::value(nullptr)}};
}

json::object to_json(const app::SheetPreview& preview, const app::ToLocal& to_local) {
  auto object = to_json(preview.progress, to_local);
  object["unit_name"] = preview.unit_name;
  object["head"] = preview.head_name.empty() ? json::value(nullptr) : json::value(preview.head_name);
  object["tally"] = http::to_json(preview.tally, preview.people);
  object["open"] = json::value_from(preview.open);
  object["sheet_sha256"] = preview.digest.hex();
  json::array signatures;
  for (const auto& [signature, stands] : preview.signatures) {
    signatures.push_back(to_json(signature, to_local));
    signatures.back().as_object()["stands"] = stands;
  }
  object["signatures"] = std::move(signatures);
  object["close"] =
      preview.close ? json::value(http::to_json(*preview.close, to_local)) : json::value(nullptr);
  return object;
}

Response sign(const Request& request, SigningStep step, app::SignOff& sign_off,
              const app::PeriodCloses& closes, const app::ToLocal& to_local) {
  const auto body = json_body(request);
  if (!body) return body.error();
  auto period = period_body(request, *body, closes);
  if (!period) return period.error();
  const auto signature =
      sign_off.sign({period->unit, period->days, step, request.who.name, request.who.staff_code, period->seen,
                     request.scope, app::language_of(request.language)});
  auto response =
      signature ? json_response(to_json(*signature, to_local), 201) : refused(request, signature.error());
  response.noted = period->noted;
  return response;
}

Response preview(const Request& request, const app::SignOff& sign_off, const app::PeriodCloses& closes,
                 const app::ToLocal& to_local) {
  const auto period = period_of(request);
  if (!period) return bad_days(request);
  const auto unit = request.query_or("unit", "");
  const auto preview = sign_off.preview(unit, days_of(*period, unit, closes), request.scope,
                                        app::language_of(request.language));
  return preview ? json_response(to_json(*preview, to_local)) : no_such_unit(request);
}

Response progress(const Request& request, const app::SignOff& sign_off, const app::ToLocal& to_local) {
  const auto month = month_of(request.query_or("month", ""));
  if (!month) {
    return problem(400, "urn:chuyen-can:bad-request",
                   say(request, "Ghi month, ví dụ 2026-07", "Name month, like 2026-07"));
  }
  const auto only = request.query_or("unit", "");
  json::array units;
  for (const auto& unit : sign_off.progress(*month, request.scope)) {
    if (only.empty() || unit.unit_code == only) units.push_back(to_json(unit, to_local));
  }
  return json_response(json::object{{"month", month_text(*month)}, {"units", std::move(units)}});
}

}  // namespace

void add_sign_off_routes(Router& router, app::SignOff& sign_off, const app::PeriodCloses& closes,
                         app::ToLocal to_local) {
  const std::vector<Role> readers = {Role::administrator, Role::hr, Role::head, Role::timekeeper};
  router.add("POST", "/api/v1/closes/prepare", {Role::timekeeper}, [&, to_local](const Request& r) {
    return sign(r, SigningStep::prepared, sign_off, closes, to_local);
  });
  router.add("POST", "/api/v1/closes/confirm", {Role::head}, [&, to_local](const Request& r) {
    return sign(r, SigningStep::confirmed, sign_off, closes, to_local);
  });
  router.add("GET", "/api/v1/closes/preview", readers,
             [&, to_local](const Request& r) { return preview(r, sign_off, closes, to_local); });
  router.add("GET", "/api/v1/reports/progress", readers,
             [&, to_local](const Request& r) { return progress(r, sign_off, to_local); });
}

}  // namespace badge::http
