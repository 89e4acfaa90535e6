#include "server/app/roster.hpp"

#include <openssl/evp.h>

#include <algorithm>
#include <map>
#include <set>
#include <span>
#include <stdexcept>

#include "server/attendance/people.hpp"
#include "server/attendance/unit_tree.hpp"
#include "server/store/store.hpp"

namespace badge::app {
namespace {

using attendance::BadgeState;
using attendance::Date;

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

/// Units that these entrances serve today, with all below them.
std::set<std::string> units_served(const store::RosterFacts& facts, const std::set<std::string>& entrances,
                                   Date today) {
  const attendance::UnitTree tree(facts.units);
  std::set<std::string> served;
  for (const auto& service : facts.entrances) {
    if (!entrances.contains(service.entrance) || !service.valid.contains(today)) continue;
    const auto top = tree.find(service.unit_code);
    if (!top) continue;
    for (const auto unit : tree.subtree_on(*top, today)) served.insert(tree.code(unit));
  }
  return served;
}

}  // namespace

std::optional<Roster> roster_of(const store::Store& store, std::string_view bridge, Date today) {
  const auto account = account_of(store, bridge);
  if (!account) return std::nullopt;
  const auto snapshot = store.snapshot();
  const auto facts = snapshot.roster_facts();
  const auto units = units_served(facts, entrances_of(*account, snapshot), today);
  const attendance::People people(facts.postings, facts.badges);

  Roster roster{snapshot.version().roster_version, hex(account->salt), {}};
  // Of two rows that hold today for one card, the one that began later decides; facts come in that order.
  std::map<std::string, Roster::Credential> by_card;
  for (const auto& badge : facts.badges) {
    const auto person = badge.valid.contains(today) ? people.find(badge.staff_code) : std::nullopt;
    const auto* posting = person ? people.posting_on(*person, today) : nullptr;
    const auto credential = Credential::parse(badge.uid);
    if (posting == nullptr || !units.contains(std::string(posting->unit_code)) || !credential) continue;
    by_card.insert_or_assign(
        badge.uid, Roster::Credential{salted_hash(account->salt, *credential),
                                      display_initials(posting->full_name), to_string(badge.state)});
  }
  for (auto& [uid, credential] : by_card) roster.credentials.push_back(std::move(credential));
  // In the order of the hashes: the order of the cards would tell something about them.
  std::ranges::sort(roster.credentials, {}, &Roster::Credential::hash);
  return roster;
}

std::string roster_tag(const store::Store& store, std::string_view bridge, Date today) {
  const auto account = account_of(store, bridge);
  if (!account) return {};
  const auto snapshot = store.snapshot();
  Digest names;
  for (const auto& entrance : entrances_of(*account, snapshot)) names = chain(names, entrance);
  return std::to_string(snapshot.version().roster_version) + '-' +
         std::to_string(today.time_since_epoch().count()) + '-' + names.hex().substr(0, 8);
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
