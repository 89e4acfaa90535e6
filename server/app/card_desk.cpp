#include "server/app/card_desk.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "server/app/people_search.hpp"
#include "server/app/sentences.hpp"
#include "server/attendance/card_loan.hpp"
#include "server/attendance/month.hpp"

namespace badge::app {

using attendance::CardLoan;
using attendance::Date;
using attendance::LoanCause;
using attendance::LocalTime;
using attendance::PersonNo;
using attendance::RuleBook;
using attendance::TemporaryCard;
using std::chrono::days;

namespace {

std::string pick(Language language, std::string_view vi, std::string_view en) {
  return std::string(language == Language::vi ? vi : en);
}

tl::unexpected<CardDesk::Refused> refuse(Language language, std::string_view vi, std::string_view en) {
  return tl::unexpected(CardDesk::Refused{false, pick(language, vi, en)});
}

tl::unexpected<CardDesk::Refused> no_such_card(Language language) {
  return tl::unexpected(
      CardDesk::Refused{true, pick(language, "Không có thẻ tạm này", "There is no such card")});
}

/// Of a person who left since then: as they were.
PersonName name_on(const RuleBook& book, std::string_view staff_code, Date date) {
  const auto person = book.people().find(staff_code);
  if (!person || book.stays(*person).empty()) return {std::string(staff_code), {}, {}, {}};
  const auto* stay = book.stay_on(*person, date);
  if (stay == nullptr) stay = &book.stays(*person).back();
  return person_name(book, *stay, std::clamp(date, stay->days.from, stay->days.to));
}

bool is_in_hand(const CardLoan& loan, LocalTime now) { return !loan.returned && now < loan.until; }

/// The temporary card that the person holds now. Null: none.
const CardLoan* held_by(const RuleBook& book, PersonNo person, LocalTime now) {
  const auto loans = book.loans(person);
  const auto found = std::ranges::find_if(loans, [&](const auto& loan) { return is_in_hand(loan, now); });
  return found == loans.end() ? nullptr : &*found;
}

bool has_own_badge(const RuleBook& book, PersonNo person, LocalTime now) {
  const auto badges = book.people().badges(person);
  return std::ranges::any_of(badges, [&](const std::string& uid) {
    const auto tenure = book.people().tenure_at(uid, now);
    return tenure && tenure->person == person && !tenure->temporary;
  });
}

}  // namespace

std::string_view to_string(LoanCause cause) {
  return cause == LoanCause::forgotten ? "forgotten" : "not_issued";
}

/// The office as it is when somebody asks.
struct CardDesk::Now {
  store::Snapshot snapshot;
  std::shared_ptr<const RuleBook> book;
  std::shared_ptr<const LedgerFacts> facts;
  LocalTime at;
  Date today;

  [[nodiscard]] bool is_within(const TemporaryCard& card, const Scope& scope) const {
    const auto unit = book->units().find(card.unit_code);
    return unit && card.valid.contains(today) && scope.holds(book->units(), *unit, today);
  }
  [[nodiscard]] const TemporaryCard* card(std::string_view label, const Scope& scope) const {
    const auto cards = facts->temporary_cards();
    const auto found = std::ranges::find_if(
        cards, [&](const auto& card) { return card.label == label && is_within(card, scope); });
    return found == cards.end() ? nullptr : &*found;
  }
  [[nodiscard]] Done done(const TemporaryCard& card, const CardLoan& loan, std::string_view what) const {
    return {loan.staff_code, fmt::format("{} {}", card.label, what),
            path_of_unit(book->units(), card.unit_code, today)};
  }
};

CardDesk::Now CardDesk::now() const {
  auto snapshot = evidence_.snapshot();
  auto book = evidence_.rule_book(snapshot);
  auto facts = evidence_.ledger_facts(snapshot);
  const auto at = evidence_.now();
  return {std::move(snapshot), std::move(book), std::move(facts), at, std::chrono::floor<days>(at)};
}

void CardDesk::apply(const By& by, std::vector<store::Fact> facts, std::vector<store::Fact> withdrawn) {
  store_.apply({by.name, "thẻ tạm", std::move(facts), std::move(withdrawn)});
}

CardDesk::Box CardDesk::cards(const Scope& scope) const {
  const auto now = this->now();
  Box box{now.at, {}};
  std::vector<store::TapKey> keys;
  std::map<std::string, std::string, std::less<>> labels;  // by number
  for (const auto& card : now.facts->temporary_cards()) {
    if (box.cards.size() == temporary_cards_listed_max) break;
    if (!now.is_within(card, scope)) continue;
    const auto unit = now.book->units().find(card.unit_code);
    BoxCard shown{
        card.label, {card.unit_code, now.book->units().full_name_on(*unit, now.today)}, {}, false, {}};
    if (const auto* last = now.facts->last_loan(card.uid); last != nullptr) {
      shown.can_undo = attendance::loan_undo(*last, now.at) != attendance::LoanUndo::too_late;
      if (!last->returned || shown.can_undo) {
        shown.loan = {name_on(*now.book, last->staff_code, std::chrono::floor<days>(last->from)), last->cause,
                      last->from, last->until, last->returned};
      }
    }
    if (const auto credential = Credential::parse(card.uid)) keys.push_back(store::TapKey::card(*credential));
    labels.emplace(card.uid, card.label);
    box.cards.push_back(std::move(shown));
  }
  const auto& office = evidence_.office();
  const auto soon = std::chrono::minutes(1);  // an entrance's clock may be a little ahead
  for (const auto& tap : now.snapshot.taps_of(keys, office.to_instant(now.at - just_shown_for),
                                              office.to_instant(now.at + soon))) {
    const auto credential = tap.key.credential();
    const auto label = credential ? labels.find(credential->hex()) : labels.end();
    if (label == labels.end()) continue;
    const auto at = office.to_local(tap.tap.at());
    const auto* last = now.facts->last_loan(credential->hex());
    const bool is_of_borrower = last != nullptr && (!last->returned || at < last->end());
    if (is_of_borrower) continue;  // when they come and go is no business of a guard
    std::ranges::find(box.cards, label->second, &BoxCard::label)->shown = {at, tap.source.entrance};
  }
  std::ranges::sort(box.cards, {}, &BoxCard::label);
  return box;
}

std::vector<Borrower> CardDesk::find_people(std::string_view words, const Scope& scope) const {
  const auto now = this->now();
  const auto found = app::find_people(*now.book, words, now.today, [&](PersonNo person, const auto& stay) {
    return scope.holds(*now.book, person, stay, now.today);
  });
  std::vector<Borrower> borrowers;
  for (const auto& name : found) {
    const auto person = *now.book->people().find(name.code);
    const auto* held = held_by(*now.book, person, now.at);
    borrowers.push_back({name, has_own_badge(*now.book, person, now.at), held != nullptr ? held->label : ""});
  }
  return borrowers;
}

std::vector<CardLoan> CardDesk::own_loans(std::string_view staff_code) const {
  const auto now = this->now();
  const auto person = now.book->people().find(staff_code);
  if (!person) return {};
  const auto loans = now.book->loans(*person);
  std::vector<CardLoan> own(loans.begin(), loans.end());
  std::ranges::stable_sort(own, std::ranges::greater(), &CardLoan::from);
  if (own.size() > own_loans_listed_max) own.resize(own_loans_listed_max);
  return own;
}

namespace {

/// The borrower's plan of today says when the loan ends by itself.
LocalTime end_of_loan(const RuleBook& book, PersonNo person, Date today, LocalTime now) {
  const attendance::DateSpan day_only{today, today};
  const attendance::Coverage nothing({}, book.reader_ends());  // plans ask for none
  const attendance::InForce in_force(book, nothing, attendance::with_neighbours(day_only));
  attendance::PersonDays days_of_person(in_force, person, day_only, {}, now);
  const auto* day = days_of_person.next();
  return attendance::loan_ends(today, day != nullptr ? day->facts.plan : nullptr);
}

}  // namespace

tl::expected<CardDesk::Done, CardDesk::Refused> CardDesk::lend(std::string_view label,
                                                               std::string_view staff_code, LoanCause cause,
                                                               const By& by) {
  const std::lock_guard lock(one_at_a_time_);
  const auto now = this->now();
  const auto* card = now.card(label, by.scope);
  if (card == nullptr) return no_such_card(by.language);
  const auto person = now.book->people().find(staff_code);
  const auto* stay = person ? now.book->stay_on(*person, now.today) : nullptr;
  if (stay == nullptr || !by.scope.holds(*now.book, *person, *stay, now.today)) {
    return tl::unexpected(
        Refused{true, pick(by.language, "Không có ai mang mã này", "Nobody has this staff code")});
  }
  const auto* last = now.facts->last_loan(card->uid);
  if (last != nullptr && !last->returned) {
    return refuse(by.language, "Thẻ này đang cho mượn và chưa trả; nhận lại thẻ trước",
                  "This card is out and was not returned; take it back first");
  }
  if (held_by(*now.book, *person, now.at) != nullptr) {
    return refuse(by.language, "Người này đang giữ một thẻ tạm khác; nhận lại thẻ đó trước",
                  "This person holds another temporary card; take that back first");
  }
  const CardLoan loan{card->uid,
                      std::string(staff_code),
                      attendance::loan_begins(now.at, last),
                      end_of_loan(*now.book, *person, now.today, now.at),
                      cause,
                      card->label};
  apply(by, {loan}, {});
  return now.done(*card, loan, fmt::format("lent, {}", to_string(cause)));
}

tl::expected<CardDesk::Done, CardDesk::Refused> CardDesk::take_back(std::string_view label, const By& by) {
  const std::lock_guard lock(one_at_a_time_);
  const auto now = this->now();
  const auto* card = now.card(label, by.scope);
  if (card == nullptr) return no_such_card(by.language);
  const auto* last = now.facts->last_loan(card->uid);
  if (last == nullptr || last->returned) {
    return refuse(by.language, "Thẻ này không cho ai mượn", "Nobody has this card");
  }
  apply(by, {attendance::returned(*last, now.at)}, {});
  return now.done(*card, *last, "returned");
}

tl::expected<CardDesk::Done, CardDesk::Refused> CardDesk::undo(std::string_view label, const By& by) {
  const std::lock_guard lock(one_at_a_time_);
  const auto now = this->now();
  const auto* card = now.card(label, by.scope);
  if (card == nullptr) return no_such_card(by.language);
  const auto* last = now.facts->last_loan(card->uid);
  const auto step = last == nullptr ? attendance::LoanUndo::too_late : attendance::loan_undo(*last, now.at);
  if (step == attendance::LoanUndo::too_late) {
    return refuse(by.language, "Chỉ hoàn tác được trong 10 phút; việc này đã quá lâu",
                  "A step can be undone for 10 minutes only");
  }
  if (step == attendance::LoanUndo::withdraw) {
    apply(by, {}, {*last});
    return now.done(*card, *last, "lending undone");
  }
  auto out_again = *last;
  out_again.returned.reset();
  apply(by, {out_again}, {});
  return now.done(*card, *last, "return undone");
}

tl::expected<CardDesk::Done, ImportErrors> CardDesk::add(const NewCard& card, const By& by) {
  const std::lock_guard lock(one_at_a_time_);
  const ImportReport words(by.language);
  auto uid = card.card.empty() ? std::optional(card.uid) : badges_.uid_of_unknown(card.card);
  if (!uid) {
    return tl::unexpected(
        ImportErrors{{ImportError{2, "card", "",
                                  words.say("Danh sách thẻ trên trang đã cũ; hãy tải lại trang rồi làm lại",
                                            "The cards on this page are out of date; load the page again")}},
                     1});
  }
  const auto now = this->now();
  const auto text = csv_of({{{"label", card.label},
                             {"uid", *uid},
                             {"unit_code", card.unit_code},
                             {"valid_from", date_cell(now.today)},
                             {"valid_to", ""}}});
  auto counts = imports_.run({ImportKind::temporary_cards, text, "thẻ tạm", by.name, false, by.language});
  if (!counts) return tl::unexpected(std::move(counts.error()));
  return Done{{}, card.label + " added", path_of_unit(now.book->units(), card.unit_code, now.today)};
}

tl::expected<CardDesk::Done, CardDesk::Refused> CardDesk::end(std::string_view label, const By& by) {
  const std::lock_guard lock(one_at_a_time_);
  const auto now = this->now();
  const auto* card = now.card(label, by.scope);
  if (card == nullptr) return no_such_card(by.language);
  std::vector<store::Fact> facts, withdrawn;
  if (const auto* last = now.facts->last_loan(card->uid); last != nullptr && is_in_hand(*last, now.at)) {
    auto cut = *last;
    cut.until = std::max<LocalTime>(std::chrono::floor<std::chrono::minutes>(now.at), last->from) +
                std::chrono::minutes(1);
    facts.emplace_back(std::move(cut));
  }
  auto ended = *card;
  if (card->valid.from == now.today) {
    withdrawn.emplace_back(*card);
  } else {
    ended.valid.to = now.today - days(1);
    facts.emplace_back(ended);
  }
  apply(by, std::move(facts), std::move(withdrawn));
  return Done{{}, card->label + " ended", path_of_unit(now.book->units(), card->unit_code, now.today)};
}

}  // namespace badge::app
