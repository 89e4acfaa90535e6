#include "server/http/listing_answer.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "server/http/paper_file.hpp"

namespace badge::http {
namespace {

namespace json = boost::json;
using app::Listing, app::ListingCell, app::ListingFormat;

json::value value_of(const ListingCell& cell) {
  if (const auto* text = std::get_if<std::string>(&cell)) return json::value(*text);
  if (const auto* count = std::get_if<std::int64_t>(&cell)) return *count;
  if (const auto* share = std::get_if<double>(&cell)) return *share;
  return nullptr;
}

json::object row_json(const Listing& listing, const std::vector<ListingCell>& row) {
  json::object told;
  for (std::size_t i = 0; i < row.size(); ++i) told[listing.columns[i].key] = value_of(row[i]);
  return told;
}

json::object listing_json(const Listing& listing) {
  json::array notes, columns, rows;
  for (const auto& note : listing.notes) notes.emplace_back(note);
  for (const auto& column : listing.columns)
    columns.push_back(json::object{{"key", column.key}, {"heading", column.heading}});
  for (const auto& row : listing.rows) rows.push_back(row_json(listing, row));
  return {{"title", listing.title},
          {"notes", std::move(notes)},
          {"columns", std::move(columns)},
          {"rows", std::move(rows)},
          {"total", listing.total.empty() ? json::value(nullptr) : row_json(listing, listing.total)}};
}

Response as_file(const Request& request, const app::Evidence& evidence, NamedListing&& named,
                 ListingFormat format) {
  const auto made_at = std::chrono::floor<std::chrono::seconds>(evidence.office().to_instant(evidence.now()));
  auto bytes = app::listing_file(named.listing, format, made_at);
  if (!bytes) return unprintable(request, bytes.error());
  const bool is_csv = format == ListingFormat::csv;
  Response response;
  response.content_type = is_csv ? "text/csv; charset=utf-8"
                                 : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  response.headers.emplace_back("Content-Disposition",
                                "attachment; filename=\"" + named.file + (is_csv ? ".csv" : ".xlsx") + '"');
  response.body = *std::move(bytes);
  return response;
}

}  // namespace

void add_listing_routes(Router& router, const std::string& path, const std::vector<Role>& readers,
                        const app::Evidence& evidence, const ListingOf& listing_of) {
  router.add("GET", path + ".json", readers, [listing_of](const Request& request) {
    const auto named = listing_of(request);
    return named ? json_response(listing_json(named->listing)) : named.error();
  });
  for (const auto format : {ListingFormat::csv, ListingFormat::xlsx}) {
    const auto* ending = format == ListingFormat::csv ? ".csv" : ".xlsx";
    router.add("GET", path + ending, readers, [listing_of, format, &evidence](const Request& request) {
      auto named = listing_of(request);
      return named ? as_file(request, evidence, *std::move(named), format) : named.error();
    });
  }
}

}  // namespace badge::http
