#include "server/app/inspections/desk.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "server/app/inspections/start_list.hpp"
#include "server/documents/printable.hpp"
#include "server/documents/unicode.hpp"
#include "server/inspection/checklists.hpp"

namespace badge::app {
namespace {

using inspection::FieldFault, inspection::FieldRule, inspection::Inspection, inspection::LocalTime,
    inspection::Step, inspection::What;

constexpr std::size_t id_digits = 32;

bool is_id(std::string_view text) {
  return text.size() == id_digits &&
         std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

/// What a phone may write hours before it can deliver it keeps its own time. Everything else happens here and
/// now.
bool is_written_offline(const What& what) {
  return std::holds_alternative<inspection::Marked>(what) ||
         std::holds_alternative<inspection::Answered>(what) ||
         std::holds_alternative<inspection::Found>(what) || std::holds_alternative<inspection::Named>(what);
}

/// Whether the lists ask the line that is answered; otherwise its text could not be printed.
std::optional<FieldFault> unknown_line(const What& what) {
  const auto* answered = std::get_if<inspection::Answered>(&what);
  if (answered == nullptr ||
      inspection::checklist_line(answered->list, answered->version, answered->line) != nullptr) {
    return std::nullopt;
  }
  const bool is_version =
      answered->version >= 1 && answered->version <= inspection::checklist_version(answered->list);
  return FieldFault{is_version ? "line" : "version", FieldRule::a_word};
}

attendance::Date day_of(LocalTime at) { return std::chrono::floor<std::chrono::days>(at); }

}  // namespace

/// Takes the steps of one request.
class InspectionDesk::Delivery {
 public:
  Delivery(InspectionDesk& desk, const Identity& who)
      : desk_(desk),
        who_(who),
        now_(desk.evidence_.now()),
        files_(desk.book_.get()),
        book_(desk.evidence_.rule_book(desk.evidence_.snapshot())),
        asker_(who, book_->units(), day_of(now_)) {}

  StepFate take(const SentStep& sent) {
    for (const auto& [field, id] : {std::pair("id", &sent.id), std::pair("file", &sent.file)}) {
      if (!is_id(*id)) return FieldFault{field, FieldRule::a_word};
    }
    auto fields = sent.fields;
    for (auto& [field, value] : fields) {
      std::erase(value, '\r');  // forms of browsers end lines with both
      auto text = documents::to_nfc(documents::trimmed(value));
      if (!text || documents::unprintable_in(*text)) return FieldFault{field, FieldRule::a_text};
      value = *std::move(text);
    }
    auto read = inspection::read_step(sent.kind, fields);
    if (auto* fault = std::get_if<FieldFault>(&read)) return std::move(*fault);
    if (auto fault = unknown_line(std::get<What>(read))) return *std::move(fault);
    Step step{sent.id, sent.file, who_.name, now_, now_, std::get<What>(std::move(read))};
    if (is_written_offline(step.what)) {
      step.at = desk_.evidence_.office().to_local(sent.at);
    } else {
      step.no = ++last_no_;
    }
    if (desk_.store_.has_step(step.id)) return StepTaken{};
    if (const auto refused = std::visit([&](auto& what) { return judge(step, what); }, step.what)) {
      return *refused;
    }
    accept(std::move(step));
    return StepTaken{};
  }

  /// Writes what was taken and is not written yet.
  void commit() {
    if (!waiting_.empty()) desk_.store_.write_steps(waiting_, {});
    waiting_.clear();
  }

 private:
  using Refused = std::optional<StepRefused>;

  /// A file as it is with the steps that were taken of this request.
  struct Open {
    std::vector<Step> steps;
    std::optional<Inspection> inspection;
    bool is_known = false;  // somebody wrote into it before
  };
  Open& file(const std::string& id) {
    auto [place, is_new] = open_.try_emplace(id);
    auto& open = place->second;
    if (is_new) {
      open.steps = desk_.store_.steps(id);
      open.inspection = inspection::inspection_of(open.steps);
      open.is_known = !open.steps.empty();
    }
    return open;
  }

  void accept(Step step) {
    auto& open = file(step.file);
    const bool is_mark = std::holds_alternative<inspection::Marked>(step.what);
    open.steps.push_back(step);
    open.is_known = true;
    // Marks come by the hundred, and what may be written next hardly depends on them.
    if (!is_mark) open.inspection = inspection::inspection_of(open.steps);
    if (std::holds_alternative<inspection::Started>(step.what)) {
      commit();
      const Step only[] = {std::move(step)};
      desk_.store_.write_steps(only, start_list(*at_start_, open.inspection->prepared.unit_code));
      return;
    }
    waiting_.push_back(std::move(step));
  }

  // ── by what a step is ──
  Refused judge(const Step& step, inspection::PlanStated&) {
    const auto& open = file(step.file);
    const bool is_own = !open.is_known || files_->plans.contains(step.file);
    return asker_.is_inspector() && is_own ? std::nullopt : Refused(StepRefused::not_found);
  }
  Refused judge(const Step& step, inspection::PlanLine&) {
    const bool is_plan = inspection::plan_of(file(step.file).steps).has_value();
    return asker_.is_inspector() && is_plan ? std::nullopt : Refused(StepRefused::not_found);
  }
  Refused judge(const Step& step, inspection::Received& received) {
    received = inspection::keepable(std::move(received));
    const auto& open = file(step.file);
    const auto feedback = inspection::feedback_of(open.steps);
    if (open.is_known && (!feedback || !may_see(asker_, *feedback))) return StepRefused::not_found;
    if (!asker_.is_inspector()) return StepRefused::not_found;
    return unit_fault(received.unit_code);
  }
  Refused judge(const Step& step, inspection::Replied&) {
    const auto feedback = inspection::feedback_of(file(step.file).steps);
    return feedback && may_see(asker_, *feedback) ? std::nullopt : Refused(StepRefused::not_found);
  }

  /// All others are of an inspection.
  template <class Other>
  Refused judge(const Step& step, Other& what) {
    auto& open = file(step.file);
    if (open.is_known && !open.inspection) return StepRefused::not_found;
    refresh_if_needed<Other>(open);
    const auto* inspection = open.inspection ? &*open.inspection : nullptr;
    if (const auto refused = objection(asker_, inspection, step.what)) return refused;
    return complete(open, what);
  }

  /// The end asks whether marks contradict each other.
  template <class Other>
  void refresh_if_needed(Open& open) {
    if (std::is_same_v<Other, inspection::Ended>) open.inspection = inspection::inspection_of(open.steps);
  }

  // ── what a step names must exist; and what the server fills in ──
  Refused complete(const Open&, const inspection::Prepared& prepared) {
    if (prepared.unit_code.empty() && prepared.place.empty()) return StepRefused::no_such_unit;
    if (const auto refused = unit_fault(prepared.unit_code)) return refused;
    if (!prepared.plan.empty() && !files_->plans.contains(prepared.plan)) return StepRefused::no_such_plan;
    return feedback_fault(prepared.feedback);
  }
  /// Of who has a login here the roster knows name and position.
  Refused complete(const Open&, inspection::Joined& joined) {
    if (joined.login.empty()) return std::nullopt;
    const auto login = desk_.store_.login(joined.login);
    if (!login) return StepRefused::no_such_login;
    const auto person = book_->people().find(login->staff_code);
    const auto* posting = person ? book_->people().posting_on(*person, day_of(now_)) : nullptr;
    if (posting == nullptr) return std::nullopt;
    joined.full_name = posting->full_name;
    if (joined.job.empty()) joined.job = posting->position;
    return std::nullopt;
  }
  Refused complete(const Open& open, inspection::Started& started) {
    at_start_ = desk_.board_.get();
    started = start_of(*at_start_, open.inspection->prepared.unit_code);
    started.number = next_number();
    return std::nullopt;
  }
  Refused complete(const Open&, const inspection::Marked& marked) { return person_fault(marked.staff_code); }
  Refused complete(const Open&, const inspection::Named& named) { return person_fault(named.staff_code); }
  Refused complete(const Open& open, inspection::Found& found) {
    if (found.unit_code.empty()) found.unit_code = open.inspection->prepared.unit_code;
    if (const auto refused = unit_fault(found.unit_code)) return refused;
    const auto list = desk_.store_.listed(open.inspection->file);
    found.head = responsible_for(
        *book_, found.unit_code, day_of(open.inspection->started_at), [&](std::string_view staff_code) {
          return std::ranges::any_of(list, [&](const inspection::Listed& one) {
            return one.staff_code == staff_code && one.presence == inspection::Presence::away;
          });
        });
    return std::nullopt;
  }
  template <class Other>
  Refused complete(const Open&, const Other&) {
    return std::nullopt;
  }

  [[nodiscard]] Refused unit_fault(std::string_view unit) const {
    if (unit.empty()) return std::nullopt;
    const auto no = book_->units().find(unit);
    const bool exists = no && book_->units().on(*no, day_of(now_)) != nullptr;
    return exists ? std::nullopt : Refused(StepRefused::no_such_unit);
  }
  [[nodiscard]] Refused person_fault(std::string_view staff_code) const {
    return book_->people().find(staff_code) ? std::nullopt : Refused(StepRefused::no_such_person);
  }
  [[nodiscard]] Refused feedback_fault(const std::string& file) const {
    if (file.empty()) return std::nullopt;
    const auto found = files_->feedback.find(file);
    const bool may = found != files_->feedback.end() && may_see(asker_, *found->second);
    return may ? std::nullopt : Refused(StepRefused::no_such_plan);
  }

  /// Counts those that have begun alone: a number tells nothing of what is being prepared.
  [[nodiscard]] std::string next_number() const {
    const auto year = std::chrono::year_month_day(day_of(now_)).year();
    const auto begun = std::ranges::count_if(desk_.book_.get()->inspections, [&](const auto& entry) {
      const auto& inspection = entry.second->inspection;
      return inspection.has_begun() &&
             std::chrono::year_month_day(day_of(inspection.started_at)).year() == year;
    });
    return std::to_string(begun + 1) + "/" + std::to_string(static_cast<int>(year));
  }

  InspectionDesk& desk_;
  const Identity& who_;
  const LocalTime now_;
  const std::shared_ptr<const InspectionFiles> files_;
  const std::shared_ptr<const attendance::RuleBook> book_;
  const Inspecting asker_;
  std::map<std::string, Open> open_;
  std::vector<Step> waiting_;
  std::shared_ptr<const PresentPeople> at_start_;  // of a start: its list and its head are of one moment
  std::int64_t last_no_ = files_->last_step;       // the store counts on from the same, in the same order
};

std::vector<StepFate> InspectionDesk::deliver(const Identity& who, std::span<const SentStep> steps) {
  const std::lock_guard lock(writing_);
  Delivery delivery(*this, who);
  std::vector<StepFate> fates;
  fates.reserve(steps.size());
  for (const auto& step : steps) fates.push_back(delivery.take(step));
  delivery.commit();
  return fates;
}

std::optional<OpenedInspection> InspectionDesk::open(const Identity& who, std::string_view file) const {
  OpenedInspection opened;
  opened.files = book_.get();
  const auto* known = opened.files->inspection(file);
  if (known == nullptr) return std::nullopt;
  const auto snapshot = evidence_.snapshot();
  const auto book = evidence_.rule_book(snapshot);
  const Inspecting asker(who, book->units(), day_of(evidence_.now()));
  if (!may_know(asker, known->inspection)) return std::nullopt;
  auto inspection = inspection::inspection_of(store_.steps(file));
  if (!inspection) return std::nullopt;
  opened.inspection = *std::move(inspection);
  opened.list = list_with_marked(store_.listed(file), opened.inspection.marks);
  opened.wearing = wearing_of(opened.list, opened.inspection.marks);
  for (auto& one : opened.list) {
    const auto person = one.full_name.empty() ? book->people().find(one.staff_code) : std::nullopt;
    if (person) one.full_name = book->people().postings(*person).back().full_name;
  }
  opened.shown = badges_shown(evidence_, snapshot, *book, opened.inspection, team_codes(opened.inspection));
  opened.part = part_of(asker, opened.inspection);
  opened.whole = may_see_whole(asker, opened.inspection);
  if (!opened.whole) {
    const auto& own = who.staff_code;
    std::erase_if(opened.inspection.findings, [&](const inspection::Finding& finding) {
      return !std::ranges::binary_search(finding.people, own);
    });
    for (auto& finding : opened.inspection.findings) finding.people = {own};
    std::erase_if(opened.list, [&](const inspection::Listed& one) { return one.staff_code != own; });
    std::erase_if(opened.inspection.marks, [&](const auto& seen) { return seen.first != own; });
    std::erase_if(opened.shown, [&](const auto& shown) { return shown.first != own; });
    opened.inspection.answers.clear();
    opened.wearing = {};
  }
  return opened;
}

std::vector<std::shared_ptr<const KnownInspection>> InspectionDesk::list(const Identity& who) const {
  const auto files = book_.get();
  const auto book = evidence_.rule_book(evidence_.snapshot());
  const Inspecting asker(who, book->units(), day_of(evidence_.now()));
  std::vector<std::shared_ptr<const KnownInspection>> known;
  for (const auto& [file, inspection] : files->inspections) {
    if (may_know(asker, inspection->inspection)) known.push_back(inspection);
  }
  std::ranges::sort(known, std::greater(), [](const auto& one) {
    const auto& inspection = one->inspection;
    return std::pair(inspection.has_begun() ? inspection.started_at : inspection.prepared_first.at,
                     inspection.file);
  });
  return known;
}

std::optional<InspectionResults> InspectionDesk::results(const Identity& who, std::string_view unit,
                                                         const attendance::DateSpan& days) const {
  const auto book = evidence_.rule_book(evidence_.snapshot());
  const auto today = day_of(evidence_.now());
  return inspection_results(*book_.get(), Inspecting(who, book->units(), today), book->units(), unit, days,
                            today);
}

std::vector<FindingInFile> InspectionDesk::findings(const Identity& who, const InspectionFiles& files) const {
  const auto book = evidence_.rule_book(evidence_.snapshot());
  const auto today = day_of(evidence_.now());
  return findings_to_follow(files, Inspecting(who, book->units(), today), today);
}

/// Of those of the team who have a login here.
std::vector<std::string> InspectionDesk::team_codes(const Inspection& inspection) const {
  std::vector<std::string> codes;
  for (const auto& member : inspection.team) {
    const auto login = member.login.empty() ? std::nullopt : store_.login(member.login);
    if (login && !login->staff_code.empty()) codes.push_back(login->staff_code);
  }
  return codes;
}

std::optional<PersonInspections> InspectionDesk::of_person(std::string_view staff_code,
                                                           const attendance::DateSpan& days,
                                                           const Scope& scope) const {
  const auto book = evidence_.rule_book(evidence_.snapshot());
  const auto person = book->people().find(staff_code);
  if (!person) return std::nullopt;
  const auto may_see = [&](attendance::Date date) {
    const auto* stay = book->stay_on(*person, date);
    return stay != nullptr && scope.holds(*book, *person, *stay, date);
  };
  bool is_theirs = false;
  for (auto date = days.from; date <= days.to && !is_theirs; date += std::chrono::days(1)) {
    is_theirs = may_see(date);
  }
  if (!is_theirs) return std::nullopt;
  PersonInspections found{book_.get(), {}};
  found.inspections = inspections_of(*found.files, staff_code, store_.lines_of(staff_code),
                                     store_.steps_about(staff_code), days, day_of(evidence_.now()));
  std::erase_if(found.inspections,
                [&](const InspectionOfPerson& one) { return !may_see(day_of(one.inspection->started_at)); });
  return found;
}

std::vector<PlanWithProgress> InspectionDesk::plans() const {
  const auto files = book_.get();
  std::vector<inspection::Check> checks;
  for (const auto& [file, known] : files->inspections) {
    const auto& inspection = known->inspection;
    if (!inspection.has_begun() || inspection.prepared.unit_code.empty()) continue;
    checks.push_back({inspection.prepared.unit_code, inspection.started->unit_kind,
                      day_of(inspection.started_at), inspection.prepared.plan});
  }
  std::vector<PlanWithProgress> plans;
  for (const auto& [file, plan] : files->plans) plans.push_back({plan, progress_of(*plan, checks)});
  std::ranges::stable_sort(plans, std::greater(),
                           [](const PlanWithProgress& one) { return one.plan->stated.year; });
  return plans;
}

std::vector<std::shared_ptr<const inspection::Feedback>> InspectionDesk::feedback(const Identity& who) const {
  const auto files = book_.get();
  const auto book = evidence_.rule_book(evidence_.snapshot());
  const Inspecting asker(who, book->units(), day_of(evidence_.now()));
  std::vector<std::shared_ptr<const inspection::Feedback>> cases;
  for (const auto& [file, one] : files->feedback) {
    if (may_see(asker, *one)) cases.push_back(one);
  }
  std::ranges::stable_sort(cases, std::greater(), [](const auto& one) { return one->at; });
  return cases;
}

}  // namespace badge::app
