#include "server/app/imports/known.hpp"
#include "server/app/imports/merge.hpp"

namespace badge::app {

using attendance::EntranceService;
using attendance::ReaderEnd;

void plan_entrances(ImportTask& task) {
  const ImportColumns columns{{"entrance", "unit_code", "valid_from", "valid_to"}, {}};
  const Known known(task.stored, task.report);
  const InForce in_force(task.stored.entrances);
  std::vector<Stated<EntranceService>> file;
  read_rows(task, columns, [&](ImportRow& row) {
    EntranceService service{row.needed_code("entrance"), row.needed_code("unit_code"),
                            row.span("valid_from", "valid_to")};
    if (!row.good()) return;
    in_force.trust_unchanged(row, service);
    known.unit(row, "unit_code", service.unit_code, service.valid);
    file.push_back({std::move(service), row.line()});
  });
  const auto all = merge(task, task.stored.entrances, std::move(file));
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

void plan_reader_ends(ImportTask& task) {
  const ImportColumns columns{{"entrance", "reader", "at", "ruled_by", "reason"}, {}};
  const Known known(task.stored, task.report);
  std::vector<Stated<ReaderEnd>> file;
  read_rows(task, columns, [&](ImportRow& row) {
    ReaderEnd end{row.needed_code("entrance"), row.needed_code("reader"), row.needed_local_time("at"),
                  row.needed_text("ruled_by"), row.needed_text("reason")};
    if (!row.good()) return;
    known.entrance(row, "entrance", end.entrance);
    file.push_back({std::move(end), row.line()});
  });
  merge(task, task.stored.reader_ends, std::move(file));
}

}  // namespace badge::app
