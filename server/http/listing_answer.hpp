#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "server/app/evidence.hpp"
#include "server/app/listing.hpp"
#include "server/http/router.hpp"

namespace badge::http {

/// A listing, and what its file is called, without the ending and in ASCII: "tong-hop-don-vi-2026-Q3".
struct NamedListing {
  std::string file;
  app::Listing listing;
};
/// The error is the answer.
using ListingOf = std::function<tl::expected<NamedListing, Response>(const Request&)>;

/// GET `path`.json, `path`.csv and `path`.xlsx, which say the same. JSON:
/// {"title", "notes": […], "columns": [{"key", "heading"}…], "rows": [{key: value}…], "total": {…} or null}.
/// `evidence` must outlive the router.
void add_listing_routes(Router& router, const std::string& path, const std::vector<Role>& readers,
                        const app::Evidence& evidence, const ListingOf& listing_of);

}  // namespace badge::http
