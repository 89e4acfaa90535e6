#include <tuple>

#include "server/app/import_merge.hpp"
#include "server/app/import_unit_history.hpp"

namespace badge::app {

using attendance::EntranceService;

void plan_entrances(ImportTask& task) {
  const ImportColumns columns{{"entrance", "unit_code", "valid_from", "valid_to"}, {}};
  const UnitHistory units(task.stored.units);
  std::vector<Stated<EntranceService>> file;
  read_rows(task, columns, [&](ImportRow& row) {
    EntranceService service{row.needed_code("entrance"), row.needed_code("unit_code"),
                            row.span("valid_from", "valid_to")};
    if (!row.good()) return;
    if (auto objection = units.objection(service.unit_code, service.valid, task.report)) {
      row.refuse("unit_code", std::move(*objection));
    }
    file.push_back({std::move(service), row.line()});
  });
  const auto all = merge(task, task.stored.entrances, std::move(file), [](const EntranceService& service) {
    return std::tuple(service.entrance, service.unit_code, service.valid.from);
  });
  refuse_overlaps(
      task.report, all, "valid_from",
      [](const EntranceService& service) {
        return std::pair<std::string_view, std::string_view>(service.entrance, service.unit_code);
      },
      [&](const EntranceService& service, const Stated<EntranceService>& other) {
        return task.report.say("điểm quét thẻ này đã phục vụ đơn vị này trong thời gian {} ({}){}",
                               "this entrance already serves this unit during {} ({}){}",
                               show_span(other.fact.valid), place_of(other.line, task.report),
                               how_to_end_before(service.valid, other.fact.valid, task.report));
      });
}

}  // namespace badge::app
