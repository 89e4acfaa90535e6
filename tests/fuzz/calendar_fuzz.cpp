// Calendars of phones: any bytes at all give days within their bounds, or a sentence that says why not.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "server/app/imports/calendar_file.hpp"
#include "server/app/imports/plan.hpp"
#include "server/documents/ical_reader.hpp"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace badge;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  if (const auto events = documents::read_ical(text)) {
    require(events->size() <= documents::ical_events_max);
    for (const auto& event : *events) {
      if (event.fault != documents::EventFault::none) continue;
      require(event.first <= event.last && event.last - event.first < documents::ical_event_days_max);
    }
  }
  const auto file = app::read_calendar_file(text, app::Language::vi);
  if (!file) {
    require(file.error().total > 0);
    return 0;
  }
  const auto plan = app::plan_import(app::ImportKind::calendar, file->csv, {}, app::Language::vi);
  require(plan ? plan->rows == file->places.size() : plan.error().total > 0);
  return 0;
}
