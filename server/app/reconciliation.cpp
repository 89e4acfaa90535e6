#include "server/app/reconciliation.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "server/app/header_words.hpp"
#include "server/app/imports/words.hpp"
#include "server/app/unit_words.hpp"

namespace badge::app {
namespace {

using attendance::Date;
using attendance::DateSpan;
using attendance::PersonNo;
using attendance::RuleBook;

/// The category's code; as it stands there where no word of ours says it.
std::string category_of(std::string_view text) {
  return std::string(meaning_of(text, category_words()).value_or(text));
}

class Comparison {
 public:
  Comparison(const RuleBook& book, const Scope& scope, std::string_view unit, Date today)
      : book_(book),
        scope_(scope),
        top_(book.units().find(unit)),
        today_(today),
        units_(book, scope, today) {}

  void take(const PersonnelRow& row, Reconciliation& found) {
    const auto person = book_.people().find(row.staff_code);
    const auto* stay = person ? book_.stay_on(*person, today_) : nullptr;
    if (stay == nullptr || !is_seen(*person, *stay, today_)) {
      found.missing_here.push_back(
          {row, units_.find(row.unit_code, row.unit_name), person ? last_served(*person) : std::nullopt});
      return;
    }
    seen_.insert(*person);
    auto fields = differences(row, *stay);
    if (fields.empty()) {
      ++found.same;
      return;
    }
    found.differs.push_back({row, posting_of(*stay->posting), unit_name(*stay), std::move(fields),
                             units_.find(row.unit_code, row.unit_name)});
  }

  /// Who is here, and was in no row.
  void add_rest(Reconciliation& found) const {
    for (PersonNo person = 0; person < book_.people().size(); ++person) {
      const auto* stay = book_.stay_on(person, today_);
      if (stay == nullptr || seen_.contains(person) || !scope_.holds(book_.units(), stay->unit, today_))
        continue;
      if (top_ && !book_.units().is_within(stay->unit, *top_, today_)) continue;
      found.missing_there.push_back({posting_of(*stay->posting), unit_name(*stay)});
    }
  }

 private:
  [[nodiscard]] bool is_seen(PersonNo person, const RuleBook::Stay& stay, Date date) const {
    return scope_.holds(book_, person, stay, date);
  }

  [[nodiscard]] std::optional<DateSpan> last_served(PersonNo person) const {
    std::optional<DateSpan> served;
    for (const auto& stay : book_.stays(person)) {
      const auto on = std::clamp(today_, stay.days.from, stay.days.to);
      if (!stay.days.contains(today_) && is_seen(person, stay, on)) served = stay.days;
    }
    return served;
  }

  [[nodiscard]] UnitName unit_name(const RuleBook::Stay& stay) const {
    return {book_.units().code(stay.unit), book_.units().full_name_on(stay.unit, today_)};
  }

  [[nodiscard]] std::vector<FieldDifference> differences(const PersonnelRow& row,
                                                         const RuleBook::Stay& stay) const {
    std::vector<FieldDifference> fields;
    const auto& here = *stay.posting;
    const auto compare = [&](ReconciledField field, std::string_view ours, std::string_view theirs) {
      if (theirs.empty() || folded_words(ours) == folded_words(theirs)) return;
      fields.push_back({field, std::string(ours), std::string(theirs)});
    };
    compare(ReconciledField::full_name, here.full_name, row.full_name);
    if (!units_.says(stay.unit, row.unit_code, row.unit_name)) {
      fields.push_back({ReconciledField::unit, unit_name(stay).name,
                        row.unit_name.empty() ? row.unit_code : row.unit_name});
    }
    compare(ReconciledField::position, here.position, row.position);
    if (!row.category.empty() && category_of(here.category) != category_of(row.category))
      fields.push_back({ReconciledField::category, std::string(here.category), row.category});
    return fields;
  }

  const RuleBook& book_;
  const Scope& scope_;
  const std::optional<attendance::UnitNo> top_;
  const Date today_;
  const UnitWords units_;
  std::set<PersonNo> seen_;
};

}  // namespace

std::string_view to_string(ReconciledField field) {
  switch (field) {
    case ReconciledField::full_name:
      return "full_name";
    case ReconciledField::unit:
      return "unit";
    case ReconciledField::position:
      return "position";
    case ReconciledField::category:
      return "category";
  }
  return "";
}

std::optional<ReconciledList> parse_reconciled_list(std::string_view text) {
  if (text == "missing_here") return ReconciledList::missing_here;
  if (text == "missing_there") return ReconciledList::missing_there;
  if (text == "differs") return ReconciledList::differs;
  return std::nullopt;
}

Reconciliation reconcile(const PersonnelFile& file, const RuleBook& book, const Scope& scope,
                         std::string_view unit, Date today) {
  Reconciliation found;
  Comparison comparison(book, scope, unit, today);
  for (const auto& row : file.rows) comparison.take(row, found);
  comparison.add_rest(found);
  return found;
}

}  // namespace badge::app
