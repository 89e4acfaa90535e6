#include "server/http/period_routes.hpp"

#include <boost/json/array.hpp>

#include "server/app/period_listings.hpp"
#include "server/http/listing_answer.hpp"
#include "server/http/query_span.hpp"
#include "server/http/report_json.hpp"

namespace badge::http {
namespace {

namespace json = boost::json;

/// What every one of these reports is asked with.
struct Asked {
  app::ReportPeriod period;
  std::string unit;
  attendance::Date today;
  app::Language language;
};

tl::expected<Asked, Response> asked(const Request& request, const app::Evidence& evidence) {
  auto period = report_period_of(request, evidence);
  if (!period) return tl::unexpected(std::move(period.error()));
  return Asked{*std::move(period), request.query_or("unit", ""),
               std::chrono::floor<std::chrono::days>(evidence.now()), app::language_of(request.language)};
}

tl::unexpected<Response> nothing_there(const Request& request) {
  return tl::unexpected(problem(404, "urn:chuyen-can:not-found",
                                say(request, "Không có số liệu trong kỳ đó ở phạm vi được xem",
                                    "There is nothing in that period that you may see")));
}

class PeriodReports {
 public:
  PeriodReports(const app::Evidence& evidence, app::MonthReports& months)
      : evidence_(evidence), months_(months) {}

  [[nodiscard]] tl::expected<NamedListing, Response> units(const Request& request) const {
    const auto count = request.query_or("count", "subtree") == "own" ? app::Count::own : app::Count::subtree;
    return of_units(request, "tong-hop-don-vi-", [&](const auto& report, auto language) {
      return app::units_listing(report, count, language);
    });
  }

  [[nodiscard]] tl::expected<NamedListing, Response> months(const Request& request) const {
    return of_units(request, "tong-hop-thang-",
                    [](const auto& report, auto language) { return app::months_listing(report, language); });
  }

  [[nodiscard]] tl::expected<NamedListing, Response> people(const Request& request) const {
    const auto what = asked(request, evidence_);
    if (!what) return tl::unexpected(what.error());
    const bool whole = request.query_or("count", "subtree") != "own";
    const auto report =
        app::period_people(months_, what->period, what->unit, whole, request.scope, what->today);
    if (!report) return nothing_there(request);
    return NamedListing{"tong-hop-nguoi-" + file_key(what->period),
                        app::people_listing(*report, what->language)};
  }

  [[nodiscard]] tl::expected<NamedListing, Response> person(const Request& request) const {
    const auto what = asked(request, evidence_);
    if (!what) return tl::unexpected(what.error());
    const auto report = app::period_person(evidence_, request.query_or("staff", ""), what->period,
                                           request.scope, what->language);
    if (!report) return nothing_there(request);
    return NamedListing{"theo-doi-" + file_key(what->period), app::months_listing(*report, what->language)};
  }

 private:
  template <class ListingOfReport>
  [[nodiscard]] tl::expected<NamedListing, Response> of_units(const Request& request, const char* file,
                                                              const ListingOfReport& listing_of) const {
    const auto what = asked(request, evidence_);
    if (!what) return tl::unexpected(what.error());
    const auto report = app::period_units(months_, what->period, what->unit, request.scope, what->today);
    if (!report) return nothing_there(request);
    return NamedListing{file + file_key(what->period), listing_of(*report, what->language)};
  }

  const app::Evidence& evidence_;
  app::MonthReports& months_;
};

Response names(const app::Evidence& evidence) {
  json::array told;
  for (const auto& period : app::named_periods(evidence)) {
    told.push_back(json::object{{"code", period.code},
                                {"name", period.name},
                                {"from", date_text(period.days.from)},
                                {"to", date_text(period.days.to)}});
  }
  return json_response(json::object{{"named", std::move(told)}});
}

}  // namespace

void add_period_routes(Router& router, const app::Evidence& evidence, app::MonthReports& months) {
  const std::vector<Role> readers = {Role::administrator, Role::hr, Role::head, Role::timekeeper};
  auto with_own = readers;
  with_own.push_back(Role::staff);
  const PeriodReports reports(evidence, months);
  router.add("GET", "/api/v1/periods", with_own, [&evidence](const Request&) { return names(evidence); });
  add_listing_routes(router, "/api/v1/periods/units", readers, evidence,
                     [reports](const Request& r) { return reports.units(r); });
  add_listing_routes(router, "/api/v1/periods/people", readers, evidence,
                     [reports](const Request& r) { return reports.people(r); });
  add_listing_routes(router, "/api/v1/periods/months", readers, evidence,
                     [reports](const Request& r) { return reports.months(r); });
  add_listing_routes(router, "/api/v1/periods/person", with_own, evidence,
                     [reports](const Request& r) { return reports.person(r); });
}

}  // namespace badge::http
