#include "server/app/change_list.hpp"

#include <algorithm>
#include <iterator>
#include <set>

#include "server/app/unit_people.hpp"
#include "server/app/unit_sheet.hpp"
#include "server/app/why.hpp"

namespace badge::app {

namespace {

using attendance::Date;
using attendance::RuleBook;

template <class Fact>
bool differ(std::span<const Fact> a, std::span<const Fact> b) {
  return !std::equal(a.begin(), a.end(), b.begin(), b.end());
}

/// Whether those that speak of the day differ.
template <class Fact, class IsOf>
bool differ(std::span<const Fact> a, std::span<const Fact> b, IsOf is_of_day) {
  std::vector<Fact> of_a, of_b;
  std::ranges::copy_if(a, std::back_inserter(of_a), is_of_day);
  std::ranges::copy_if(b, std::back_inserter(of_b), is_of_day);
  return of_a != of_b;
}

/// Finds what touched a person's day between two moments.
class Causes {
 public:
  Causes(const Evidence& evidence, const store::Snapshot& snapshot, std::uint64_t since)
      : old_book_(snapshot.roster_facts(since)), book_(evidence.rule_book(snapshot)) {
    const auto note = [&](const store::TapKey& key, store::PackedTap tap, PersonDates& touched) {
      const auto at = evidence.office().to_local(Instant(tap.at()));
      const auto date = std::chrono::floor<std::chrono::days>(at);
      const auto card = key.credential();
      const auto holder =
          card ? book_->people().holder_at(card->hex(), at) : book_->people().find(key.staff_code());
      if (holder) touched.emplace(*holder, date);
    };
    for (const auto& [key, tap] : snapshot.taps_since(since)) note(key, tap, tapped_);
    std::vector<store::KeyedRuledTap> ruled_anew;
    std::ranges::set_symmetric_difference(snapshot.ruled_taps(since), snapshot.ruled_taps(),
                                          std::back_inserter(ruled_anew));
    for (const auto& tap : ruled_anew) {
      note(tap.key, tap.stamped, ruled_);
      note(tap.key, tap.judged, ruled_);
    }
  }

  [[nodiscard]] std::vector<ChangeCause> of(std::string_view staff, Date date) const {
    std::vector<ChangeCause> causes;
    const auto now = book_->people().find(staff), then = old_book_.people().find(staff);
    if (!now || !then) return {ChangeCause::posting};
    const auto is_touched = [&](const PersonDates& touched) {
      // A night's taps may be of the next date.
      return touched.contains({*now, date}) || touched.contains({*now, date + std::chrono::days(1)});
    };
    if (is_touched(tapped_)) causes.push_back(ChangeCause::taps);
    if (is_touched(ruled_)) causes.push_back(ChangeCause::clock);
    const auto is_dated = [date](const auto& fact) { return fact.date == date; };
    if (differ(old_book_.absences(*then), book_->absences(*now),
               [date](const attendance::Absence& paper) { return attendance::is_of(paper, date); }))
      causes.push_back(ChangeCause::paper);
    if (differ(old_book_.corrections(*then), book_->corrections(*now), is_dated) ||
        outages_differ(*now, date))
      causes.push_back(ChangeCause::correction);
    if (differ(old_book_.regimes(*then), book_->regimes(*now),
               [date](const attendance::Regime& regime) { return regime.days.contains(date); }))
      causes.push_back(ChangeCause::regime);
    if (differ(old_book_.duties(*then), book_->duties(*now), is_dated)) causes.push_back(ChangeCause::duty);
    const bool moved = differ(old_book_.people().postings(*then), book_->people().postings(*now));
    if (moved) causes.push_back(ChangeCause::posting);
    if (old_book_.people().badges(*then) != book_->people().badges(*now) ||
        differ(old_book_.loans(*then), book_->loans(*now), [date](const attendance::CardLoan& loan) {
          return std::chrono::floor<std::chrono::days>(loan.from) == date;
        }))
      causes.push_back(ChangeCause::badge);
    if (hours_differ(date) || (!moved && line_of(old_book_, *then, date) != line_of(*book_, *now, date)))
      causes.push_back(ChangeCause::hours);
    if (causes.empty()) causes.push_back(ChangeCause::coverage);
    return causes;
  }

 private:
  using PersonDates = std::set<std::pair<attendance::PersonNo, Date>>;

  [[nodiscard]] bool outages_differ(attendance::PersonNo person, Date date) const {
    const auto* stay = book_->stay_on(person, date);
    if (stay == nullptr) return false;
    for (const auto unit : book_->units().line_on(stay->works_at, date)) {
      const auto old_unit = old_book_.units().find(book_->units().code(unit));
      const auto count = [date](const RuleBook& book, attendance::UnitNo no) {
        return book.own_outages(no, date).size();
      };
      if (count(*book_, unit) != (old_unit ? count(old_book_, *old_unit) : 0)) return true;
    }
    return false;
  }
  /// Hours and calendar are inherited from the units above.
  [[nodiscard]] static std::vector<std::string> line_of(const RuleBook& book, attendance::PersonNo person,
                                                        Date date) {
    std::vector<std::string> codes;
    const auto* stay = book.stay_on(person, date);
    if (stay == nullptr) return codes;
    for (const auto unit : book.units().line_on(stay->works_at, date))
      codes.push_back(book.units().code(unit));
    return codes;
  }
  [[nodiscard]] bool hours_differ(Date date) const {
    return differ(old_book_.schedules(), book_->schedules()) ||
           differ(old_book_.calendar().on(date), book_->calendar().on(date)) ||
           differ(old_book_.assignments(), book_->assignments());
  }

  const RuleBook old_book_;
  const std::shared_ptr<const RuleBook> book_;
  PersonDates tapped_, ruled_;  // ruled_: by taps whose clock was ruled on
};

/// The sentences about one session as it is judged now.
std::string text_of(const Evidence& evidence, const attendance::SheetChange& change, Language language) {
  if (!change.after) {
    return language == Language::vi ? "Buổi này không còn trong bảng công của đơn vị."
                                    : "The unit's sheet does not hold this session any more.";
  }
  const auto day = why(evidence, change.staff_code, change.date, Scope::everything(), language);
  if (!day) return {};
  for (const auto& session : day->sessions) {
    if (session.name == change.session) return session.text;
  }
  return {};
}

const store::PeriodClose* close_of(const std::vector<store::PeriodClose>& closes, std::string_view unit_code,
                                   const attendance::DateSpan& days) {
  const auto found = std::ranges::find_if(closes, [&](const store::PeriodClose& close) {
    return close.unit_code == unit_code && close.days == days;
  });
  return found == closes.end() ? nullptr : &*found;
}

}  // namespace

std::optional<ChangeList> change_list(const Evidence& evidence, std::string_view unit_code,
                                      const attendance::DateSpan& days, std::optional<std::uint64_t> since,
                                      const Scope& scope, Language language) {
  const auto snapshot = evidence.snapshot();
  const Moment now(evidence, snapshot);
  if (!scope.is_everything() && !unit_within(now.book().units(), unit_code, days, scope)) return std::nullopt;

  const bool is_erased = days.from < snapshot.judged_from();
  const auto closes = store::in_force(snapshot.period_closes(days));
  const auto* close = since ? nullptr : close_of(closes, unit_code, days);
  if (!since && close == nullptr) return std::nullopt;
  ChangeList list{std::string(unit_code), days,      close != nullptr ? close->facts_position : *since,
                  close != nullptr,       is_erased, {}};
  if (is_erased) return list;
  std::optional<attendance::Sheet> before;
  if (close != nullptr) {
    before = attendance::parse_sheet(close->sheet);
  } else if (auto judged = judge_sheet(Moment(evidence, snapshot, since), unit_code, days, evidence.now())) {
    before = std::move(judged->sheet);
  }
  const auto after = judge_sheet(now, unit_code, days, evidence.now());
  if (!before && !after) return std::nullopt;
  const attendance::Sheet empty;
  auto changes = attendance::compare(before ? *before : empty, after ? after->sheet : empty);
  if (changes.empty()) return list;
  const Causes causes(evidence, snapshot, list.since);
  for (auto& change : changes) {
    auto because = causes.of(change.staff_code, change.date);
    auto text = list.changes.size() < changes_told_max ? text_of(evidence, change, language) : std::string();
    list.changes.push_back({std::move(change), std::move(because), std::move(text)});
  }
  return list;
}

std::string_view to_string(ChangeCause cause) {
  switch (cause) {
    case ChangeCause::taps:
      return "taps";
    case ChangeCause::clock:
      return "clock";
    case ChangeCause::paper:
      return "paper";
    case ChangeCause::correction:
      return "correction";
    case ChangeCause::regime:
      return "regime";
    case ChangeCause::duty:
      return "duty";
    case ChangeCause::posting:
      return "posting";
    case ChangeCause::badge:
      return "badge";
    case ChangeCause::hours:
      return "hours";
    case ChangeCause::coverage:
      return "coverage";
  }
  return {};
}

std::string describe(ChangeCause cause, Language language) {
  const bool is_vi = language == Language::vi;
  switch (cause) {
    case ChangeCause::taps:
      return is_vi ? "có lượt quét thẻ gửi về sau" : "taps arrived later";
    case ChangeCause::clock:
      return is_vi ? "có kết luận mới về đồng hồ của đầu đọc thẻ" : "somebody ruled on an entrance's clock";
    case ChangeCause::paper:
      return is_vi ? "có giấy tờ nghỉ, công tác mới hoặc được sửa" : "papers were filed or changed";
    case ChangeCause::correction:
      return is_vi ? "có giải trình, điều chỉnh mới" : "an explanation or correction came";
    case ChangeCause::regime:
      return is_vi ? "thay đổi nghỉ theo chế độ" : "an allowance changed";
    case ChangeCause::duty:
      return is_vi ? "thay đổi lịch trực" : "the duty roster changed";
    case ChangeCause::posting:
      return is_vi ? "thay đổi đơn vị công tác" : "the posting changed";
    case ChangeCause::badge:
      return is_vi ? "thay đổi thẻ" : "badges changed";
    case ChangeCause::hours:
      return is_vi ? "thay đổi giờ làm việc hoặc lịch nghỉ" : "hours or calendar changed";
    case ChangeCause::coverage:
      return is_vi ? "đã có đủ dữ liệu của đầu đọc thẻ, hoặc đã hết thời hạn"
                   : "the readers' data became complete, or time went on";
  }
  return {};
}

}  // namespace badge::app
