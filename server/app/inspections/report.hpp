#pragma once
/// What is written of an inspection when it has ended: the report to whoever ordered it (*báo cáo kết quả*),
/// and the notice to the unit (*thông báo kết quả*). Pure. Their figures are those of the minutes and of the
/// page; findings and days are as they stand now, extensions and later findings with them.
#include "server/app/inspections/paper_parts.hpp"

namespace badge::app {

/// With what the unit and the people concerned say, and how cases are handled or are proposed to be. A draft
/// until the inspection has ended.
[[nodiscard]] documents::Paper report_of(const PaperSource& source, const IssuingBody& body);

/// Without views of persons and without what is proposed to others.
[[nodiscard]] documents::Paper notice_of(const PaperSource& source, const IssuingBody& body);

}  // namespace badge::app
