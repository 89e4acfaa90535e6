#include "server/app/doors.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace badge::app {
namespace {

/// What a bridge's streams say together: the newest word of each reader.
struct Heard {
  struct Reader {
    store::ReaderStatus status;
    Instant last_heard;
  };
  Instant last_heard;
  std::optional<std::chrono::milliseconds> clock_offset;
  std::uint64_t waiting_rows = 0, lost_rows = 0, quarantined_rows = 0;
  std::map<std::string, Reader> readers;
};

void add(Heard& heard, const store::StreamStatus& stream) {
  if (stream.last_heard >= heard.last_heard) {
    heard.last_heard = stream.last_heard;
    heard.clock_offset = stream.clock_offset;
    heard.waiting_rows = stream.waiting_rows;
  }
  heard.quarantined_rows += stream.quarantined_rows;
  for (const auto& status : stream.readers) {
    const auto known = heard.readers.find(status.reader);
    if (known == heard.readers.end() || known->second.last_heard <= stream.last_heard) {
      heard.readers.insert_or_assign(status.reader, Heard::Reader{status, stream.last_heard});
    }
  }
}

std::map<std::string, Heard> heard_by_bridge(const DoorFacts& facts) {
  std::map<std::string, Heard> bridges;
  for (const auto& stream : facts.streams) add(bridges[stream.bridge], stream);
  for (const auto& lost : facts.lost) {
    if (facts.now - lost.recorded_at <= lost_shown)
      bridges[lost.bridge].lost_rows += lost.last - lost.first + 1;
  }
  return bridges;
}

DoorReader reader_of(const store::ReaderStatus& status, const std::string& bridge, bool silent) {
  DoorReader reader{status.reader,     bridge,      ReaderState::listening, status.since,
                    status.deaf_cause, status.clock};
  if (silent) {
    reader.state = ReaderState::silent;
    reader.since = status.until;
  } else if (!status.listening) {
    reader.state = ReaderState::deaf;
  }
  return reader;
}

bool is_given_up(const DoorFacts& facts, const store::ReaderStatus& status) {
  return std::ranges::any_of(facts.given_up, [&](const attendance::ReaderEnd& end) {
    return end.entrance == status.entrance && end.reader == status.reader;
  });
}

void add(Door& door, const std::string& bridge, const Heard& heard) {
  const bool first_of_bridge =
      std::ranges::count(door.readers, bridge, &DoorReader::bridge) == 1;  // the one just added
  if (!first_of_bridge) return;
  door.last_heard = std::max(door.last_heard.value_or(heard.last_heard), heard.last_heard);
  if (heard.clock_offset &&
      (!door.clock_offset || std::chrono::abs(*heard.clock_offset) > std::chrono::abs(*door.clock_offset))) {
    door.clock_offset = heard.clock_offset;
  }
  door.waiting_rows += heard.waiting_rows;
  door.lost_rows += heard.lost_rows;
  door.quarantined_rows += heard.quarantined_rows;
}

void judge(Door& door, const DoorFacts& facts) {
  const auto any_reader = [&](auto is_so) { return std::ranges::any_of(door.readers, is_so); };
  const auto note = [&](DoorTrouble trouble, bool is_so) {
    if (is_so) door.troubles.push_back(trouble);
  };
  note(DoorTrouble::never_heard, door.readers.empty());
  note(DoorTrouble::silent, any_reader([](const auto& r) { return r.state == ReaderState::silent; }));
  note(DoorTrouble::deaf, any_reader([](const auto& r) { return r.state == ReaderState::deaf; }));
  const bool far = door.clock_offset && std::chrono::abs(*door.clock_offset) > facts.clock_limit;
  note(DoorTrouble::clock, far || any_reader([](const auto& r) {
                             return r.state == ReaderState::listening && r.clock != ClockState::synchronised;
                           }));
  note(DoorTrouble::lost, door.lost_rows > 0);
  door.cannot_wait = !door.troubles.empty();
  note(DoorTrouble::serves_none, !facts.serving.contains(door.entrance));
  note(DoorTrouble::waiting, door.waiting_rows >= waiting_rows_noted);
  note(DoorTrouble::quarantined, door.quarantined_rows > 0);
}

}  // namespace

std::vector<Door> doors_of(const DoorFacts& facts) {
  std::map<std::string, Door> by_name;
  for (const auto* names : {&facts.serving, &facts.expected}) {
    for (const auto& name : *names) by_name[name].entrance = name;
  }
  for (const auto& [bridge, heard] : heard_by_bridge(facts)) {
    const bool silent = facts.now - heard.last_heard > silent_after;
    for (const auto& [name, reader] : heard.readers) {
      const auto& status = reader.status;
      const bool listens = !silent && status.listening;
      if (!listens && is_given_up(facts, status)) continue;
      auto& door = by_name[status.entrance];
      door.entrance = status.entrance;
      door.readers.push_back(reader_of(status, bridge, silent));
      add(door, bridge, heard);
    }
  }
  std::vector<Door> doors;
  for (auto& [name, door] : by_name) {
    std::ranges::sort(door.readers, {}, &DoorReader::reader);
    judge(door, facts);
    doors.push_back(std::move(door));
  }
  std::ranges::stable_sort(
      doors, {}, [](const Door& door) { return std::pair(!door.cannot_wait, door.troubles.empty()); });
  return doors;
}

std::string_view to_string(ReaderState state) {
  switch (state) {
    case ReaderState::listening:
      return "listening";
    case ReaderState::deaf:
      return "deaf";
    case ReaderState::silent:
      return "silent";
  }
  return "silent";
}

std::string_view to_string(DoorTrouble trouble) {
  switch (trouble) {
    case DoorTrouble::never_heard:
      return "never_heard";
    case DoorTrouble::silent:
      return "silent";
    case DoorTrouble::deaf:
      return "deaf";
    case DoorTrouble::clock:
      return "clock";
    case DoorTrouble::lost:
      return "lost";
    case DoorTrouble::serves_none:
      return "serves_none";
    case DoorTrouble::waiting:
      return "waiting";
    case DoorTrouble::quarantined:
      return "quarantined";
  }
  return "silent";
}

}  // namespace badge::app
