#include <fmt/format.h>

#include <cstdint>
#include <map>
#include <utility>

#include "server/app/judged_month.hpp"
#include "server/app/lists/head_lists.hpp"
#include "server/app/lists/listed_unit.hpp"
#include "server/attendance/tap_pairs.hpp"

namespace badge::app {

namespace {

using attendance::PersonNo, attendance::ReaderTap;

/// Readers by number of the source; 0: of an import, whose times may be cut to the minute.
std::vector<std::uint32_t> readers_of(const store::Snapshot& snapshot) {
  std::map<std::pair<std::string, std::string>, std::uint32_t> numbers;
  std::vector<std::uint32_t> readers;
  for (const auto& source : snapshot.sources()) {
    const auto next = static_cast<std::uint32_t>(numbers.size() + 1);
    readers.push_back(source.imported || source.reader.empty()
                          ? 0
                          : numbers.try_emplace({source.entrance, source.reader}, next).first->second);
  }
  return readers;
}

constexpr std::size_t nobody = SIZE_MAX;  // of the list

/// Who of the list they are, by PersonNo.
std::vector<std::size_t> places_of(const ListedUnit& listed) {
  std::vector<std::size_t> places(listed.book().people().size(), nobody);
  for (std::size_t i = 0; i < listed.people().size(); ++i) places[listed.people()[i].person] = i;
  return places;
}

/// Taps that readers of entrances saw of these people, with clocks that can be believed. The person is the
/// place in the list.
std::vector<ReaderTap> reader_taps(const Evidence& evidence, const ListedUnit& listed,
                                   const attendance::DateSpan& days, attendance::Date today) {
  const auto& snapshot = listed.snapshot();
  const auto holders = evidence.holders(snapshot);
  const auto readers = readers_of(snapshot);
  const auto places = places_of(listed);
  std::vector<ReaderTap> taps;
  for (const auto& month : months_of(days, today)) {
    snapshot.for_each_credential_month(month_of(month), [&](const store::CredentialMonth& found) {
      for (const auto& tenure : holders->of(found.credential_no)) {
        if (places[tenure.person] == nobody) continue;
        for (const auto packed : found.taps) {
          const auto reader = readers[packed.source_no()];
          const auto tap = evidence.judged_tap(packed, {}, reader);
          const auto day = std::chrono::floor<std::chrono::days>(tap.at);
          if (reader == 0 || tap.clock_doubtful || !month.contains(day) || !tenure.held.contains(tap.at))
            continue;
          taps.push_back({tap.at, reader, static_cast<PersonNo>(places[tenure.person])});
        }
      }
    });
  }
  return taps;
}

}  // namespace

ListOrNot HeadLists::pairs(const ListAsked& asked) const {
  const Say say(asked.language);
  const auto listed = ListedUnit::open(evidence_, asked, list_people_max);
  if (!listed) return tl::unexpected(listed.error());
  auto list = begin_list(asked, listed->unit(), today(),
                         say("DANH SÁCH HAI THẺ QUÉT SÁT NHAU", "BADGES HELD RIGHT AFTER EACH OTHER"));
  list.mark = hint_mark(say);
  list.notes = {
      fmt::format(
          fmt::runtime(say("Hai thẻ quét liền nhau tại một đầu đọc trong {} giây, từ {} ngày trở lên và "
                           "quá nửa số ngày cả hai có quét thẻ; người đi cùng nhau cũng có thể như vậy",
                           "Held one after the other to one reader within {} seconds, on {} days or "
                           "more and on more than half of the days on which both tapped; so may be "
                           "people who come together")),
          attendance::pair_gap.count(), attendance::pair_days_min),
      fmt::format(fmt::runtime(say("Xét {} người", "Of {} people")), figure(listed->people().size(), say))};
  list.columns = person_columns(say);
  add_columns(list, {{"other_code", say("Mã số người thứ hai", "Second staff code"), 10, ListingText::code},
                     {"other_name", say("Người thứ hai", "Second person"), 24},
                     {"other_unit_name", say("Đơn vị người thứ hai", "Second unit"), 26},
                     {"together", say("Số ngày quét sát nhau", "Days together"), 9},
                     {"both", say("Số ngày cả hai quét", "Days both tapped"), 9}});
  for (const auto& pair :
       attendance::tap_pairs(reader_taps(evidence_, *listed, asked.period.days, today()))) {
    const auto other = listed->name_of(pair.other);
    auto& row = list.rows.emplace_back(person_cells(listed->name_of(pair.one)));
    add_cells(row, {other.code, other.full_name, other.unit.name, count_cell(pair.together),
                    count_cell(pair.both)});
  }
  return list;
}

}  // namespace badge::app
