#include "server/app/badge_desk.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "server/app/badge_change.hpp"
#include "server/app/card_number.hpp"
#include "server/app/imports/dates.hpp"
#include "server/app/imports/form_rows.hpp"
#include "server/app/imports/words.hpp"
#include "server/app/people_search.hpp"
#include "server/app/token.hpp"

namespace badge::app {
namespace {

using attendance::Badge;
using attendance::BadgeState;
using attendance::Date;

std::chrono::year_month month_of(Date date) {
  const std::chrono::year_month_day day(date);
  return day.year() / day.month();
}

/// Of this month and the one before, a card of both once, newest first.
std::vector<store::UnknownCredential> unknown_of_two_months(const store::Snapshot& snapshot, Date today) {
  const auto month = month_of(today);
  auto found = snapshot.unknown_credentials(month);
  for (auto& before : snapshot.unknown_credentials(month - std::chrono::months(1))) {
    const auto same = std::ranges::find(found, before.credential, &store::UnknownCredential::credential);
    if (same == found.end()) {
      found.push_back(std::move(before));
    } else {
      same->taps += before.taps;
      same->first = before.first;
    }
  }
  std::ranges::stable_sort(found, std::ranges::greater(), &store::UnknownCredential::last);
  return found;
}

PersonName name_of(const attendance::RuleBook& book, attendance::PersonNo person, Date today) {
  const auto& people = book.people();
  const auto* posting = people.posting_on(person, today);
  if (posting == nullptr) posting = &people.postings(person).back();
  const auto unit = book.units().find(posting->unit_code);
  return {std::string(posting->staff_code),
          std::string(posting->full_name),
          std::string(posting->position),
          {std::string(posting->unit_code),
           unit ? book.units().full_name_on(*unit, today) : std::string(posting->unit_code)}};
}

tl::unexpected<ImportErrors> refuse(std::string_view column, std::string message) {
  return tl::unexpected(ImportErrors{{ImportError{2, std::string(column), "", std::move(message)}}, 1});
}

std::string stale(const ImportReport& words) {
  return words.say("Danh sách thẻ trên trang đã cũ; hãy tải lại trang rồi làm lại",
                   "The cards on this page are out of date; load the page again");
}

std::string masked(std::string_view uid) {
  const auto credential = Credential::parse(uid);
  return credential ? credential->masked() : "…";
}

}  // namespace

std::string_view to_string(BadgeState state) {
  const auto words = badge_state_words();
  return std::ranges::find(words, state, &Word<BadgeState>::meaning)->code;
}

BadgeDesk::BadgeDesk(const Evidence& evidence, FactImports& imports, const SecretKey& key)
    : evidence_(evidence), imports_(imports), key_(key), secret_(make_token()) {}

std::string BadgeDesk::card_of(std::string_view uid) const {
  constexpr std::size_t digits = 20;  // 80 bits: no two cards share them, nobody guesses one
  const auto hash = hash_token(secret_ + std::string(uid));
  std::string text;
  for (const auto byte : hash) text += fmt::format("{:02x}", static_cast<unsigned>(byte));
  return text.substr(0, digits);
}

std::vector<UnknownCard> BadgeDesk::unknown_cards() const {
  const auto today = std::chrono::floor<std::chrono::days>(evidence_.now());
  std::vector<UnknownCard> cards;
  for (const auto& found : unknown_of_two_months(evidence_.snapshot(), today)) {
    if (cards.size() == unknown_cards_listed_max) break;
    cards.push_back({card_of(found.credential.hex()), found.credential.masked(), found.credential.is_random(),
                     found.taps, found.first, found.last, found.last_reader, found.last_entrance});
  }
  return cards;
}

std::optional<std::string> BadgeDesk::uid_of_unknown(std::string_view card) const {
  const auto today = std::chrono::floor<std::chrono::days>(evidence_.now());
  for (const auto& found : unknown_of_two_months(evidence_.snapshot(), today)) {
    if (card_of(found.credential.hex()) == card) return found.credential.hex();
  }
  return std::nullopt;
}

std::optional<BadgeDesk::Held> BadgeDesk::badges_of(std::string_view staff_code) const {
  const auto snapshot = evidence_.snapshot();
  const auto book = evidence_.rule_book(snapshot);
  const auto person = book->people().find(staff_code);
  if (!person) return std::nullopt;
  const auto today = std::chrono::floor<std::chrono::days>(evidence_.now());
  Held held{name_of(*book, *person, today), {}, {}};
  const auto until = evidence_.office().to_instant(today + std::chrono::days(1));
  for (const auto& badge : snapshot.roster_facts().badges) {
    if (badge.staff_code != staff_code) continue;
    HeldBadge shown{card_of(badge.uid), masked(badge.uid), badge.state, badge.temporary, badge.valid, {}};
    if (const auto credential = Credential::parse(badge.uid)) {
      const std::vector<store::TapKey> keys = {store::TapKey::card(*credential)};
      const auto taps = snapshot.taps_of(keys, until - std::chrono::days(62), until);
      if (!taps.empty()) shown.last_tap = taps.back().tap.at();
    }
    held.badges.push_back(std::move(shown));
  }
  std::ranges::stable_sort(held.badges, {}, [](const HeldBadge& badge) { return badge.valid.from; });
  held.numbers = snapshot.card_numbers();
  std::erase_if(held.numbers, [&](const auto& number) { return number.staff_code != staff_code; });
  std::ranges::stable_sort(held.numbers, {}, [](const auto& number) { return number.valid.from; });
  return held;
}

std::vector<PersonName> BadgeDesk::find_people(std::string_view words) const {
  const auto snapshot = evidence_.snapshot();
  const auto book = evidence_.rule_book(snapshot);
  const auto today = std::chrono::floor<std::chrono::days>(evidence_.now());
  auto found = app::find_people(*book, words, today, [](auto, const auto&) { return true; });
  const auto number = card_number(words);
  if (!found.empty() || number.find_first_of("0123456789") == number.npos) return found;
  const auto mark = mark_of_card_number(key_, number);
  for (const auto& stated : snapshot.card_numbers()) {
    if (stated.mark != mark || !stated.valid.contains(today)) continue;
    if (const auto person = book->people().find(stated.staff_code))
      found.push_back(name_of(*book, *person, today));
  }
  return found;
}

tl::expected<BadgeDesk::Rows, ImportErrors> BadgeDesk::rows_of(std::string_view staff_code,
                                                               const BadgeChange::NewState& wanted,
                                                               const ImportReport& words) const {
  const auto state = meaning_of(wanted.state, badge_state_words());
  const auto from = parse_date(wanted.from);
  if (!state) return refuse("state", words.say("Chưa chọn trạng thái thẻ", "Choose the badge's state"));
  if (!from)
    return refuse("valid_from",
                  words.say("Ngày phải viết như 2026-03-09", "A date is written like 2026-03-09"));
  std::vector<Badge> of_card;
  for (const auto& badge : evidence_.snapshot().roster_facts().badges) {
    if (badge.staff_code == staff_code && card_of(badge.uid) == wanted.card) of_card.push_back(badge);
  }
  if (of_card.empty()) return refuse("card", stale(words));
  Rows rows{{}, fmt::format("{} {} {}", masked(of_card.front().uid), to_string(*state), wanted.from)};
  for (const auto& badge : state_from(of_card, *from, *state)) rows.rows.push_back(row_of(badge));
  if (rows.rows.empty()) {
    return refuse("valid_from", words.say("Người này chưa giữ thẻ vào ngày đó",
                                          "The person did not hold this badge by then"));
  }
  return rows;
}

tl::expected<BadgeDesk::Rows, ImportErrors> BadgeDesk::rows_of(std::string_view staff_code,
                                                               const BadgeChange::Issue& wanted,
                                                               const ImportReport& words) const {
  auto uid = std::optional(wanted.uid);
  if (!wanted.card.empty()) uid = uid_of_unknown(wanted.card);
  if (!uid) return refuse("card", stale(words));
  return Rows{{{{"staff_code", std::string(staff_code)},
                {"uid", *uid},
                {"valid_from", wanted.from},
                {"valid_to", wanted.to},
                {"state", "active"},
                {"kind", wanted.kind}}},
              fmt::format("{} issued {}", masked(*uid), wanted.from)};
}

tl::expected<std::string, ImportErrors> BadgeDesk::change(const BadgeChange& change, std::string_view author,
                                                          Language language) {
  const ImportReport words(language);
  Rows all;
  const auto take = [&](tl::expected<Rows, ImportErrors> some) -> tl::expected<void, ImportErrors> {
    if (!some) return tl::unexpected(std::move(some.error()));
    std::ranges::move(some->rows, std::back_inserter(all.rows));
    all.done += (all.done.empty() ? "" : "; ") + some->done;
    return {};
  };
  if (change.change) {
    if (auto taken = take(rows_of(change.staff_code, *change.change, words)); !taken)
      return tl::unexpected(std::move(taken.error()));
  }
  if (change.issue) {
    if (auto taken = take(rows_of(change.staff_code, *change.issue, words)); !taken)
      return tl::unexpected(std::move(taken.error()));
  }
  if (all.rows.empty()) return refuse("", words.say("Chưa có thay đổi nào", "Nothing is to be changed"));
  const auto text = csv_of(all.rows);
  auto counts =
      imports_.run({ImportKind::badges, text, "badges", std::string(author), change.dry_run, language});
  if (!counts) return tl::unexpected(std::move(counts.error()));
  return all.done;
}

}  // namespace badge::app
