#include "server/app/lists/praise_desk.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "server/app/lists/praise_seen.hpp"
#include "server/app/lists/whole_people.hpp"
#include "server/app/sentences.hpp"
#include "server/documents/printable.hpp"
#include "server/documents/unicode.hpp"

namespace badge::app {

/// A person, or a unit: then without a staff code.
struct PraiseDesk::Candidate {
  std::string staff_code, name, position;
  UnitName unit;
  attendance::Tally tally;
  attendance::SeenByInspections seen;

  [[nodiscard]] const std::string& code() const { return staff_code.empty() ? unit.code : staff_code; }
};

struct PraiseDesk::Candidates {
  UnitName unit;
  std::size_t units = 0, people = 0;  // that were looked at
  std::vector<Candidate> rows;        // units first

  [[nodiscard]] bool names(const std::string& staff_code) const {
    return !staff_code.empty() && std::ranges::find(rows, staff_code, &Candidate::staff_code) != rows.end();
  }
};

namespace {

std::string rule_text(const Say& say) {
  return fmt::format(
      fmt::runtime(say(
          "Tiêu chí: trong kỳ không đi muộn, không về sớm, không thiếu lượt quét thẻ, không có buổi vắng "
          "chưa có "
          "giấy tờ; mọi lần kiểm tra có quan sát đều đeo thẻ đúng quy định; ít nhất {}% số buổi phải làm "
          "được "
          "tính. Tập thể: tính chung mọi người, và không thuộc diện nêu tên qua kiểm tra",
          "Rule: in the period never late, never left early, no missing tap, no absence without a paper; the "
          "badge worn as prescribed whenever an inspection looked; at least {}% of the sessions due are "
          "rated. "
          "Units: all their people together, and not named by inspections")),
      attendance::praise_judged_percent);
}

std::string internal_mark(const Say& say) { return say("Nội bộ – chưa công bố", "Internal – not released"); }

/// "42/44 buổi được tính đều đúng giờ; 2/2 lần kiểm tra đeo thẻ đúng quy định"
std::string reason_text(const attendance::Tally& tally, const attendance::SeenByInspections& seen,
                        const Say& say) {
  auto text = fmt::format(
      fmt::runtime(say("{}/{} buổi được tính đều đúng giờ", "{} of {} sessions rated, all on time")),
      tally.rated(), tally.sessions_due);
  if (seen.observed == 0)
    return text + say("; không có lần kiểm tra nào quan sát", "; not seen by inspections");
  return text + fmt::format(fmt::runtime(say("; {}/{} lần kiểm tra đeo thẻ đúng quy định",
                                             "; badge worn as prescribed {} of {} times")),
                            seen.as_prescribed, seen.observed);
}

std::string kind_text(bool is_unit, const Say& say) {
  return is_unit ? say("Tập thể", "Unit") : say("Cá nhân", "Person");
}

/// "Đề xuất 1 trong 2 tập thể, 3 trong 84 cá nhân"
std::string shares_text(std::size_t units, std::size_t of_units, std::size_t people, std::size_t of_people,
                        const Say& say) {
  return fmt::format(fmt::runtime(say("Đề xuất {} trong {} tập thể, {} trong {} cá nhân",
                                      "Proposed: {} of {} units, {} of {} people")),
                     figure(units, say), figure(of_units, say), figure(people, say), figure(of_people, say));
}

std::string title(const Say& say) { return say("DANH SÁCH ĐỀ XUẤT BIỂU DƯƠNG", "PROPOSED FOR PRAISE"); }

/// The same columns before and after the release.
std::vector<ListingColumn> columns(const Say& say) {
  auto all = person_columns(say);
  all.push_back({"kind", say("Tập thể, cá nhân", "Unit or person"), 10});
  all.push_back({"reason", say("Kết quả", "Figures"), 40});
  all.push_back({"status", say("Tình trạng", "Status"), 20, ListingText::code});
  return all;
}

/// A ground, or a reason.
bool is_stated(const std::string& text) {
  return !text.empty() && text.size() <= praise_basis_bytes_max && !documents::unprintable_in(text);
}

PraiseDesk::NotReleased not_released(NoList why) {
  return why == NoList::not_found ? PraiseDesk::NotReleased::not_found
                                  : PraiseDesk::NotReleased::too_many_people;
}

}  // namespace

tl::expected<PraiseDesk::Candidates, NoList> PraiseDesk::candidates(const ListAsked& asked) const {
  const auto period = not_compared(asked.period);
  const auto people = period_people(months_, period, asked.unit, true, asked.scope, today());
  const auto units = period_units(months_, period, asked.unit, asked.scope, today());
  if (!people || !units) return tl::unexpected(NoList::not_found);
  if (people->rows.size() > list_people_max) return tl::unexpected(NoList::too_many_people);

  const auto files = inspections_.files();
  const auto book = evidence_.rule_book(evidence_.snapshot());
  auto everybody = whole_people(*people);
  Candidates found{people->unit, units->rows.size(), everybody.size(), {}};
  for (const auto& row : units->rows) {
    const auto no = book->units().find(row.unit.code);
    if (!no || !attendance::is_without_deviation(row.subtree)) continue;
    const auto seen = seen_of_unit(*files, book->units(), *no, period.days);
    if (!attendance::is_praise_candidate(row.subtree, seen) ||
        is_named_by_inspections(*files, book->units(), *no, period.days, today()))
      continue;
    found.rows.push_back({"", row.unit.name, "", row.unit, row.subtree, seen});
  }
  for (auto& person : everybody) {
    if (!attendance::is_without_deviation(person.tally)) continue;
    const auto inspected = inspections_.of_person(person.staff_code, period.days, asked.scope);
    const auto seen = inspected ? seen_of_person(inspected->inspections) : attendance::SeenByInspections{};
    if (!attendance::is_praise_candidate(person.tally, seen)) continue;
    found.rows.push_back(
        {person.staff_code, person.full_name, person.position, person.unit, person.tally, seen});
  }
  return found;
}

ListOrNot PraiseDesk::proposed(const ListAsked& asked) const {
  const auto found = candidates(asked);
  if (!found) return tl::unexpected(found.error());
  const Say say(asked.language);
  auto list = begin_list(asked, found->unit, today(), title(say));
  const auto units =
      static_cast<std::size_t>(std::ranges::count(found->rows, std::string(), &Candidate::staff_code));
  list.mark = internal_mark(say);
  list.notes = {rule_text(say),
                shares_text(units, found->units, found->rows.size() - units, found->people, say)};
  list.columns = columns(say);
  for (const auto& one : found->rows) {
    auto& row = list.rows.emplace_back(person_cells({one.staff_code, one.name, one.position, one.unit}));
    add_cells(row, {kind_text(one.staff_code.empty(), say), reason_text(one.tally, one.seen, say),
                    internal_mark(say)});
  }
  return list;
}

tl::expected<std::int64_t, PraiseDesk::NotReleased> PraiseDesk::release(const Release& release) {
  const auto& asked = release.asked;
  if (!is_stated(release.basis)) return tl::unexpected(NotReleased::no_basis);
  const auto found = candidates(asked);
  if (!found) return tl::unexpected(not_released(found.error()));
  if (asked.period.days.to >= today()) return tl::unexpected(NotReleased::not_over);
  if (found->rows.empty()) return tl::unexpected(NotReleased::nobody);
  if (found->names(release.author.staff_code)) return tl::unexpected(NotReleased::own);
  if (!std::ranges::equal(found->rows, release.seen, {}, &Candidate::code))
    return tl::unexpected(NotReleased::changed);

  const Say say(Language::vi);  // what is kept is a paper of the office
  store::NewPraiseRelease kept;
  kept.unit_code = found->unit.code;
  kept.unit_name = found->unit.name;
  kept.days = asked.period.days;
  kept.period = asked.period.name;
  kept.rule = rule_text(say);
  kept.basis = release.basis;
  kept.released_by = release.author.name;
  for (const auto& one : found->rows) {
    kept.rows.push_back(
        {one.staff_code, one.name, one.position, one.unit.name, reason_text(one.tally, one.seen, say)});
  }
  if (const auto no = store_.release(kept)) return *no;
  return tl::unexpected(NotReleased::full);
}

std::vector<KnownRelease> PraiseDesk::released(const Identity& who, const Scope& scope) const {
  const auto book = evidence_.rule_book(evidence_.snapshot());
  const PraiseReader reader(*book, who, scope, today());
  std::vector<KnownRelease> all;
  for (auto& release : store_.praise_releases()) {
    if (auto one = reader.known(std::move(release))) all.push_back(*std::move(one));
  }
  return all;
}

std::optional<UnitList> PraiseDesk::released_list(std::int64_t no, const Identity& who, const Scope& scope,
                                                  Language language) const {
  const auto one = known(no, who, scope);
  if (!one || !one->open) return std::nullopt;
  const auto& release = one->release;
  const Say say(language);
  const auto day_text = [&](Instant at) { return date_text(evidence_.office().date_of(at), language); };
  UnitList list{.unit = {release.unit_code, release.unit_name},
                .period = release.period,
                .made_on = evidence_.office().date_of(release.at),
                .title = title(say)};
  if (const auto& withdrawn = release.withdrawn) {
    list.mark = fmt::format(
        fmt::runtime(say("Đã thu hồi ngày {} bởi {}; lý do: {}", "Withdrawn on {} by {}; reason: {}")),
        day_text(withdrawn->at), withdrawn->withdrawn_by, withdrawn->reason);
  }
  list.notes = {release.rule, fmt::format(fmt::runtime(say("Công bố ngày {} bởi {}; căn cứ: {}",
                                                           "Released on {} by {}; on the ground of: {}")),
                                          day_text(release.at), release.released_by, release.basis)};
  list.columns = columns(say);
  const auto status = release.withdrawn ? say("Đã thu hồi", "Withdrawn") : say("Đã công bố", "Released");
  for (const auto& row : release.rows) {
    auto& cells = list.rows.emplace_back(
        person_cells({row.staff_code, row.name, row.position, {std::string(), row.unit_name}}));
    add_cells(cells, {kind_text(row.staff_code.empty(), say), row.reason, status});
  }
  return list;
}

tl::expected<void, PraiseDesk::NotWithdrawn> PraiseDesk::withdraw(std::int64_t no, const std::string& reason,
                                                                  const Identity& who, const Scope& scope) {
  const auto one = known(no, who, scope);
  if (!one) return tl::unexpected(NotWithdrawn::not_found);
  if (one->release.withdrawn) return tl::unexpected(NotWithdrawn::already);
  if (!one->may_withdraw) return tl::unexpected(NotWithdrawn::not_theirs);
  if (!is_stated(reason)) return tl::unexpected(NotWithdrawn::no_reason);
  if (!store_.withdraw(no, {reason, who.name, {}})) return tl::unexpected(NotWithdrawn::already);
  return {};
}

std::optional<KnownRelease> PraiseDesk::known(std::int64_t no, const Identity& who,
                                              const Scope& scope) const {
  auto release = store_.praise_release(no);
  if (!release) return std::nullopt;
  const auto book = evidence_.rule_book(evidence_.snapshot());
  return PraiseReader(*book, who, scope, today()).known(*std::move(release));
}

}  // namespace badge::app
