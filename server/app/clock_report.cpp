#include "server/app/clock_report.hpp"

#include <algorithm>

#include "server/app/iso_time.hpp"
#include "server/documents/csv_writer.hpp"
#include "server/store/unsure_taps.hpp"

namespace badge::app {

namespace {

using attendance::ClockRuling;
using store::UnsureStream;
using store::UnsureTap;

/// How far wall clock and boot clock may drift apart within one run; a clock that jumps less is not worth a
/// second ruling.
constexpr std::chrono::milliseconds drift_max{2000};

std::chrono::milliseconds booted_at(const UnsureTap& tap) {
  return tap.at.time_since_epoch() - std::chrono::milliseconds(tap.monotonic_ms);
}

class RunMaker {
 public:
  RunMaker(const Evidence& evidence, const store::Snapshot& snapshot)
      : evidence_(evidence), sources_(snapshot.sources()), rulings_(snapshot.clock_rulings()) {}

  void add(const UnsureStream& stream) {
    const UnsureTap* previous = nullptr;
    for (const auto& tap : stream.taps) {
      const auto* ruling = ruling_of(stream.stream, tap.seq);
      if (ruling == nullptr && !is_doubtful(tap)) continue;
      if (previous == nullptr || !goes_on(*previous, tap, ruling)) begin(stream, tap, ruling);
      extend(tap);
      previous = &tap;
    }
  }

  [[nodiscard]] std::vector<ClockRun> take() {
    std::ranges::stable_partition(runs_, [](const ClockRun& run) { return !run.ruling; });
    return std::move(runs_);
  }

 private:
  [[nodiscard]] const ClockRuling* ruling_of(std::string_view stream, std::uint64_t seq) const {
    const auto found = std::ranges::find_if(rulings_, [&](const ClockRuling& ruling) {
      return ruling.stream == stream && ruling.first_seq <= seq && seq <= ruling.last_seq;
    });
    return found == rulings_.end() ? nullptr : &*found;
  }
  [[nodiscard]] bool is_doubtful(const UnsureTap& tap) const {
    const auto packed = store::PackedTap::pack(tap.at, tap.source_no, tap.clock, tap.offset_ms);
    return evidence_.judged_tap(packed, tap_origin(sources_.at(tap.source_no)), 0).clock_doubtful;
  }
  /// Whether `tap` belongs to the run that `previous` is the last of.
  [[nodiscard]] bool goes_on(const UnsureTap& previous, const UnsureTap& tap,
                             const ClockRuling* ruling) const {
    const auto& of_run = runs_.back().ruling;
    if (ruling != nullptr || of_run) return ruling != nullptr && of_run == *ruling;
    return previous.boot == tap.boot && std::chrono::abs(booted_at(previous) - booted_at(tap)) <= drift_max;
  }
  void begin(const UnsureStream& stream, const UnsureTap& tap, const ClockRuling* ruling) {
    ClockRun run{stream.stream, stream.bridge, {}, tap.seq, tap.seq, 0, {}, {}, {}, {}};
    run.first_at = time_text(tap);
    if (ruling != nullptr) run.ruling = *ruling;
    runs_.push_back(std::move(run));
  }
  void extend(const UnsureTap& tap) {
    auto& run = runs_.back();
    run.last_seq = tap.seq;
    run.last_at = time_text(tap);
    ++run.taps;
    const auto& entrance = sources_.at(tap.source_no).entrance;
    const auto place = std::ranges::lower_bound(run.entrances, entrance);
    if (place == run.entrances.end() || *place != entrance) run.entrances.insert(place, entrance);
    if (tap.offset_ms)
      run.measured = std::chrono::round<attendance::seconds>(std::chrono::milliseconds(*tap.offset_ms));
  }

  [[nodiscard]] std::string time_text(const UnsureTap& tap) const {
    return iso_time(tap.at, [this](Instant at) { return evidence_.office().to_local(at); });
  }

  const Evidence& evidence_;
  const std::vector<store::Source> sources_;
  const std::vector<ClockRuling> rulings_;
  std::vector<ClockRun> runs_;
};

}  // namespace

ClockReport clock_report(const Evidence& evidence) {
  const auto snapshot = evidence.snapshot();
  RunMaker maker(evidence, snapshot);
  for (const auto& stream : snapshot.unsure_streams()) maker.add(stream);
  ClockReport report{maker.take(), 0};
  if (report.runs.size() > clock_runs_max) {
    report.more = report.runs.size() - clock_runs_max;
    report.runs.resize(clock_runs_max);
  }
  return report;
}

std::string to_csv(const ClockReport& report) {
  documents::CsvWriter csv(documents::CsvWriter::ByteOrderMark::with);
  for (const auto* heading : {"stream", "first_seq", "last_seq", "offset_s", "ruled_by", "reason", "bridge",
                              "entrances", "taps", "first_at", "last_at"}) {
    csv.plain(heading);
  }
  csv.end_row();
  for (const auto& run : report.runs) {
    const auto offset = run.ruling ? std::optional(run.ruling->offset) : run.measured;
    csv.plain(run.stream)
        .number(static_cast<std::int64_t>(run.ruling ? run.ruling->first_seq : run.first_seq))
        .number(static_cast<std::int64_t>(run.ruling ? run.ruling->last_seq : run.last_seq))
        .plain(offset ? std::to_string(offset->count()) : "")
        .text(run.ruling ? run.ruling->ruled_by : "")
        .text(run.ruling ? run.ruling->reason : "")
        .text(run.bridge);
    std::string entrances;
    for (const auto& entrance : run.entrances) entrances += (entrances.empty() ? "" : "+") + entrance;
    csv.text(entrances).number(static_cast<std::int64_t>(run.taps));
    csv.plain(run.first_at).plain(run.last_at).end_row();
  }
  return std::move(csv).str();
}

}  // namespace badge::app
