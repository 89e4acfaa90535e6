#pragma once
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "server/app/change_list.hpp"
#include "server/app/iso_time.hpp"

namespace badge::http {

[[nodiscard]] boost::json::object to_json(const store::PeriodClose& close,
                                          const app::ToLocal& to_local);   // without its sheet
[[nodiscard]] boost::json::array to_json(const attendance::Sheet& sheet);  // its people
/// staff_code, full_name, date, session, and the verdict before and after.
[[nodiscard]] boost::json::object to_json(const attendance::SheetChange& change);
[[nodiscard]] boost::json::object to_json(const app::ChangeList& list, app::Language language);

}  // namespace badge::http
