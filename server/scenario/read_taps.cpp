#include <algorithm>

#include "server/app/imports/dates.hpp"
#include "server/scenario/parts.hpp"

namespace badge::scenario {
namespace {

/// "2026-03-10T07:25:00" is a tap of the one person.
void read_short_tap(Keys& keys, std::size_t place, const std::string& text, const Known& known,
                    Scenario& scenario) {
  const auto pointer = keys.pointer_to("taps") + "/" + std::to_string(place);
  auto& report = keys.report();
  const auto at = app::parse_local_time(text);
  if (!at || text.find(':') == text.npos) {
    report.add(0, pointer, text,
               report.say("phải là ngày và giờ, ví dụ \"2026-03-10T07:25:00\"",
                          "must be a date and a time of day, for example \"2026-03-10T07:25:00\""));
  } else if (known.staff.size() != 1) {
    report.add(0, pointer, text,
               report.say("có nhiều người: ghi {{\"at\": …, \"staff_code\": …}}",
                          "there are several people: write {{\"at\": …, \"staff_code\": …}}"));
  } else {
    scenario.taps.push_back({*known.staff.begin(), {.at = *at}});
  }
}

void read_tap(Keys& keys, const Known& known, Scenario& scenario) {
  PersonTap tap;
  std::string reader;
  keys.require({"at"});
  read_person(keys, known, tap.staff_code);
  keys.read("at", tap.tap.at);
  keys.read("reader", reader);
  keys.read("direction", tap.tap.direction, direction_words());
  keys.read("clock_doubtful", tap.tap.clock_doubtful);
  auto& readers = scenario.readers;
  const auto place = std::ranges::find(readers, reader) - readers.begin();
  tap.tap.source = static_cast<std::uint32_t>(place);
  if (tap.tap.source == readers.size()) readers.push_back(reader);
  scenario.taps.push_back(std::move(tap));
}

}  // namespace

void read_taps(Keys& keys, const Known& known, Scenario& scenario) {
  scenario.readers = {""};
  const auto* taps = keys.list("taps");
  if (taps == nullptr) return;
  std::size_t place = 0;
  for (const auto& tap : *taps) {
    if (tap.is_string()) {
      read_short_tap(keys, place, std::string(tap.get_string()), known, scenario);
    } else {
      Keys::in_object(tap, keys.pointer_to("taps") + "/" + std::to_string(place), keys.report(),
                      [&](Keys& each) { read_tap(each, known, scenario); });
    }
    ++place;
  }
}

}  // namespace badge::scenario
