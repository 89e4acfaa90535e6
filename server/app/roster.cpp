#include "server/app/roster.hpp"

#include <openssl/evp.h>

#include <algorithm>
#include <map>
#include <set>
#include <span>
#include <stdexcept>

#include "server/app/spare_memory.hpp"
#include "server/attendance/people.hpp"
#include "server/attendance/unit_tree.hpp"
#include "server/store/store.hpp"

namespace badge::app {
namespace {

using attendance::BadgeState;
using attendance::Date;
using attendance::LocalTime;

std::string_view to_string(BadgeState state) {
  switch (state) {
    case BadgeState::active:
      return "active";
    case BadgeState::lost:
      return "lost";
    case BadgeState::damaged:
      return "damaged";
    case BadgeState::returned:
      return "returned";
    case BadgeState::revoked:
      return "revoked";
  }
  return "revoked";
}

std::string hex(std::span<const std::uint8_t> bytes) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text;
  for (const auto byte : bytes) {
    text += digits[byte >> 4];
    text += digits[byte & 0x0F];
  }
  return text;
}

std::string salted_hash(const store::RosterSalt& salt, const Credential& credential) {
  std::vector<std::uint8_t> salted(salt.begin(), salt.end());
  const auto uid = credential.bytes();
  salted.insert(salted.end(), uid.begin(), uid.end());
  Digest digest;
  if (EVP_Digest(salted.data(), salted.size(), digest.bytes.data(), nullptr, EVP_sha256(), nullptr) != 1) {
    throw std::runtime_error("SHA-256 is not available from OpenSSL");
  }
  return digest.hex();
}

std::optional<store::Account> account_of(const store::Store& store, std::string_view bridge) {
  for (auto& account : store.accounts()) {
    if (account.name == bridge && account.role == store::Role::bridge && !account.revoked_at) return account;
  }
  return std::nullopt;
}

/// As announced when the bridge was added; else those that its readers have named.
std::set<std::string> entrances_of(const store::Account& bridge, const store::Snapshot& snapshot) {
  std::set<std::string> entrances(bridge.entrances.begin(), bridge.entrances.end());
  if (!entrances.empty()) return entrances;
  for (const auto& stream : snapshot.streams()) {
    if (stream.bridge != bridge.name) continue;
    for (const auto& reader : stream.readers) entrances.insert(reader.entrance);
  }
  return entrances;
}

/// Cards that somebody reports lost today are lost from tomorrow on.
std::set<std::string> reported_lost(const store::RosterFacts& facts, Date today) {
  std::set<std::string> cards;
  for (const auto& badge : facts.badges) {
    const bool from_tomorrow = badge.valid.from == today + std::chrono::days(1);
    if (from_tomorrow && badge.state == BadgeState::lost) cards.insert(badge.uid);
  }
  return cards;
}

}  // namespace

/// What rosters are made of, as of one version, until a day or a loan ends. Immutable.
struct Rosters::Day {
  struct KnownBadge {
    Credential credential;
    std::string display;
    std::string_view state;
    std::vector<std::string> units, entrances;  // where its holder is expected
    std::vector<store::Grant> opens;            // a check, as inspector or guard
  };
  /// Codes of units.
  struct Served {
    std::set<std::string> units;  // that the entrances serve, with all below them
    std::set<std::string> line;   // with all above those
  };

  Day(store::RosterFacts facts, const std::vector<store::CheckOpener>& openers, std::uint64_t of_version,
      LocalTime now)
      : version(of_version),
        today(std::chrono::floor<std::chrono::days>(now)),
        units(std::move(facts.units)),
        entrances(std::move(facts.entrances)) {
    for (const auto& [staff_code, grant] : openers)
      if (grant.valid.contains(today)) opens[staff_code].push_back(grant);
    const attendance::People people(std::move(facts.postings), facts.badges, facts.loans);
    const auto lost = reported_lost(facts, today);
    // Of two rows that hold today for one card, the one that began later decides; facts come in that order.
    std::map<std::string, KnownBadge> by_card;
    for (const auto& badge : facts.badges) {
      const auto person = badge.valid.contains(today) ? people.find(badge.staff_code) : std::nullopt;
      const auto* posting = person ? people.posting_on(*person, today) : nullptr;
      const auto credential = Credential::parse(badge.uid);
      if (posting == nullptr || !credential) continue;
      const auto state = lost.contains(badge.uid) ? BadgeState::lost : badge.state;
      by_card.insert_or_assign(
          badge.uid, KnownBadge{*credential, display_initials(posting->full_name), to_string(state),
                                units_of(*posting), posting->entrances, opened_by(badge.staff_code)});
    }
    add_temporary_cards(facts, people, now, by_card);
    for (auto& [uid, badge] : by_card) badges.push_back(std::move(badge));
  }

  /// One that is lent within this minute is its borrower's already: they go straight to the door.
  void add_temporary_cards(const store::RosterFacts& facts, const attendance::People& people, LocalTime now,
                           std::map<std::string, KnownBadge>& by_card) {
    for (const auto& card : facts.temporary_cards) {
      const auto credential = Credential::parse(card.uid);
      if (card.valid.contains(today) && credential)
        by_card.insert_or_assign(card.uid, KnownBadge{*credential, {}, "not_lent", {card.unit_code}, {}, {}});
    }
    for (const auto& loan : facts.loans) {
      if (loan.end() > now) {
        until = std::min(until, loan.end());
      } else {
        since = std::max(since, loan.end());
      }
      const bool is_out = !loan.returned && now < loan.until;
      const auto person = is_out ? people.find(loan.staff_code) : std::nullopt;
      const auto* posting = person ? people.posting_on(*person, today) : nullptr;
      const auto credential = Credential::parse(loan.uid);
      if (posting == nullptr || !credential) continue;
      by_card.insert_or_assign(
          loan.uid, KnownBadge{*credential, display_initials(posting->full_name), "active",
                               units_of(*posting), posting->entrances, opened_by(loan.staff_code)});
    }
  }

  [[nodiscard]] std::vector<store::Grant> opened_by(const std::string& staff_code) const {
    const auto found = opens.find(staff_code);
    return found == opens.end() ? std::vector<store::Grant>() : found->second;
  }

  [[nodiscard]] bool holds_at(LocalTime now) const { return since <= now && now < until; }

  /// The unit that keeps the sheet, and where another one is: the one of the work.
  [[nodiscard]] static std::vector<std::string> units_of(const attendance::KeptPosting& posting) {
    std::vector<std::string> codes{std::string(posting.unit_code)};
    if (!posting.works_at.empty()) codes.emplace_back(posting.works_at);
    return codes;
  }

  [[nodiscard]] Served units_served(const std::set<std::string>& by) const {
    Served served;
    for (const auto& service : entrances) {
      if (!by.contains(service.entrance) || !service.valid.contains(today)) continue;
      const auto top = units.find(service.unit_code);
      if (!top) continue;
      for (const auto unit : units.subtree_on(*top, today)) served.units.insert(units.code(unit));
      for (const auto unit : units.line_on(*top, today)) served.line.insert(units.code(unit));
    }
    served.line.insert(served.units.begin(), served.units.end());
    return served;
  }

  /// An inspector comes from above, and is asked in from below; a guard stands at this door.
  [[nodiscard]] static bool opens_check(const KnownBadge& badge, const Served& served) {
    if (badge.state != "active") return false;
    return std::ranges::any_of(badge.opens, [&](const store::Grant& grant) {
      if (grant.role == store::Role::guard) return served.units.contains(grant.unit_scope);
      return grant.unit_scope.empty() || served.line.contains(grant.unit_scope);
    });
  }

  const std::uint64_t version;
  const Date today;
  LocalTime since = today, until = today + std::chrono::days(1);
  const attendance::UnitTree units;
  const std::vector<attendance::EntranceService> entrances;
  std::map<std::string, std::vector<store::Grant>> opens;  // today, by staff code
  std::vector<KnownBadge> badges;
};

Rosters::Rosters(const store::Store& store) : store_(store) {}
Rosters::~Rosters() = default;

std::shared_ptr<const Rosters::Day> Rosters::day(const store::Snapshot& snapshot, LocalTime now) const {
  const auto version = snapshot.version().entrance_version;
  const std::lock_guard lock(mutex_);
  if (day_ == nullptr || day_->version != version || !day_->holds_at(now)) {
    const SpareMemory given_back;
    day_ = nullptr;
    day_ = std::make_shared<const Day>(snapshot.roster_facts(), snapshot.check_openers(), version, now);
  }
  return day_;
}

std::optional<Roster> Rosters::roster_of(std::string_view bridge, LocalTime now) const {
  const auto account = account_of(store_, bridge);
  if (!account) return std::nullopt;
  const auto snapshot = store_.snapshot();
  const auto known = day(snapshot, now);
  const auto entrances = entrances_of(*account, snapshot);
  const auto served = known->units_served(entrances);
  const auto any_in = [](const std::vector<std::string>& names, const std::set<std::string>& set) {
    return std::ranges::any_of(names, [&](const auto& name) { return set.contains(name); });
  };
  Roster roster{known->version, hex(account->salt), {}};
  for (const auto& badge : known->badges) {
    const bool opens = Day::opens_check(badge, served);
    if (!opens && !any_in(badge.units, served.units) && !any_in(badge.entrances, entrances)) continue;
    roster.credentials.push_back({salted_hash(account->salt, badge.credential), badge.display,
                                  opens ? std::string_view("inspector") : badge.state});
  }
  // In the order of the hashes: the order of the cards would tell something about them.
  std::ranges::sort(roster.credentials, {}, &Roster::Credential::hash);
  return roster;
}

std::string Rosters::tag_of(std::string_view bridge, LocalTime now) const {
  const auto account = account_of(store_, bridge);
  if (!account) return {};
  const auto snapshot = store_.snapshot();
  Digest names;
  for (const auto& entrance : entrances_of(*account, snapshot)) names = chain(names, entrance);
  const auto known = day(snapshot, now);
  return std::to_string(known->version) + '-' + std::to_string(known->since.time_since_epoch().count()) +
         '-' + names.hex().substr(0, 8);
}

std::string display_initials(std::string_view full_name) {
  std::vector<std::string_view> words;
  while (!full_name.empty()) {
    const auto end = std::min(full_name.find(' '), full_name.size());
    if (end > 0) words.push_back(full_name.substr(0, end));
    full_name.remove_prefix(std::min(end + 1, full_name.size()));
  }
  if (words.empty()) return {};
  std::string display;
  for (const auto word : std::span(words).first(words.size() - 1)) {
    // One letter, however many bytes: continuation bytes of UTF-8 begin with the bits 10.
    std::size_t size = 1;
    while (size < word.size() && (static_cast<unsigned char>(word[size]) & 0xC0) == 0x80) ++size;
    display.append(word.substr(0, size)).append(". ");
  }
  return display.append(words.back());
}

}  // namespace badge::app
