#include "server/app/inspections/delivery.hpp"

#include <algorithm>
#include <utility>

#include "server/app/inspections/start_list.hpp"
#include "server/documents/printable.hpp"
#include "server/documents/unicode.hpp"
#include "server/inspection/checklists.hpp"

namespace badge::app {
namespace {

using inspection::FieldFault, inspection::FieldRule, inspection::LocalTime, inspection::Step,
    inspection::What;

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

StepDelivery::StepDelivery(const DeliverySources& sources, const Identity& who)
    : sources_(sources),
      who_(who),
      now_(sources.evidence.now()),
      files_(sources.book.get()),
      book_(sources.evidence.rule_book(sources.evidence.snapshot())),
      asker_(who, book_->units(), day_of(now_)) {}

StepFate StepDelivery::take(const SentStep& sent) {
  for (const auto& [field, id] : {std::pair("id", &sent.id), std::pair("file", &sent.file)}) {
    if (!is_id(*id)) return FieldFault{field, FieldRule::a_word};
  }
  if (!sent.at) return FieldFault{"at", FieldRule::a_time};
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
    step.at = sources_.evidence.office().to_local(*sent.at);
  } else {
    step.no = ++last_no_;
  }
  if (sources_.store.has_step(step.id)) return StepTaken{};
  if (const auto refused = std::visit([&](auto& what) { return judge(step, what); }, step.what)) {
    return *refused;
  }
  accept(std::move(step));
  return StepTaken{};
}

void StepDelivery::commit() {
  if (!waiting_.empty()) sources_.store.write_steps(waiting_, {});
  waiting_.clear();
}

StepDelivery::Open& StepDelivery::file(const std::string& id) {
  auto [place, is_new] = open_.try_emplace(id);
  auto& open = place->second;
  if (is_new) {
    open.steps = sources_.store.steps(id);
    open.inspection = inspection::inspection_of(open.steps);
    open.is_known = !open.steps.empty();
  }
  return open;
}

void StepDelivery::accept(Step step) {
  auto& open = file(step.file);
  const bool is_mark = std::holds_alternative<inspection::Marked>(step.what);
  open.steps.push_back(step);
  open.is_known = true;
  // Marks come by the hundred, and what may be written next hardly depends on them.
  if (!is_mark) open.inspection = inspection::inspection_of(open.steps);
  if (std::holds_alternative<inspection::Started>(step.what)) {
    commit();
    const Step only[] = {std::move(step)};
    sources_.store.write_steps(only, start_list(*at_start_, open.inspection->prepared.unit_code));
    return;
  }
  waiting_.push_back(std::move(step));
}

StepDelivery::Refused StepDelivery::judge(const Step& step, inspection::PlanStated&) {
  const auto& open = file(step.file);
  const bool is_own = !open.is_known || files_->plans.contains(step.file);
  return asker_.is_inspector() && is_own ? std::nullopt : Refused(StepRefused::not_found);
}

StepDelivery::Refused StepDelivery::judge(const Step& step, inspection::PlanLine&) {
  const bool is_plan = inspection::plan_of(file(step.file).steps).has_value();
  return asker_.is_inspector() && is_plan ? std::nullopt : Refused(StepRefused::not_found);
}

StepDelivery::Refused StepDelivery::judge(const Step& step, inspection::Received& received) {
  received = inspection::keepable(std::move(received));
  const auto& open = file(step.file);
  const auto feedback = inspection::feedback_of(open.steps);
  if (open.is_known && (!feedback || !may_see(asker_, *feedback))) return StepRefused::not_found;
  if (!asker_.is_inspector()) return StepRefused::not_found;
  return unit_fault(received.unit_code);
}

StepDelivery::Refused StepDelivery::judge(const Step& step, inspection::Replied&) {
  const auto feedback = inspection::feedback_of(file(step.file).steps);
  return feedback && may_see(asker_, *feedback) ? std::nullopt : Refused(StepRefused::not_found);
}

template <class Other>
StepDelivery::Refused StepDelivery::judge(const Step& step, Other& what) {
  auto& open = file(step.file);
  if (open.is_known && !open.inspection) return StepRefused::not_found;
  // The end asks whether marks contradict each other.
  if (std::is_same_v<Other, inspection::Ended>) open.inspection = inspection::inspection_of(open.steps);
  const auto* inspection = open.inspection ? &*open.inspection : nullptr;
  if (const auto refused = objection(asker_, inspection, step.what)) return refused;
  return complete(open, what);
}

StepDelivery::Refused StepDelivery::complete(const Open&, const inspection::Prepared& prepared) {
  if (prepared.unit_code.empty() && prepared.place.empty()) return StepRefused::no_such_unit;
  if (const auto refused = unit_fault(prepared.unit_code)) return refused;
  if (!prepared.plan.empty() && !files_->plans.contains(prepared.plan)) return StepRefused::no_such_plan;
  return feedback_fault(prepared.feedback);
}

/// Of who has a login here the roster knows name and position.
StepDelivery::Refused StepDelivery::complete(const Open&, inspection::Joined& joined) {
  if (joined.login.empty()) return std::nullopt;
  const auto login = sources_.store.login(joined.login);
  if (!login) return StepRefused::no_such_login;
  const auto person = book_->people().find(login->staff_code);
  const auto* posting = person ? book_->people().posting_on(*person, day_of(now_)) : nullptr;
  if (posting == nullptr) return std::nullopt;
  joined.full_name = posting->full_name;
  if (joined.job.empty()) joined.job = posting->position;
  return std::nullopt;
}

StepDelivery::Refused StepDelivery::complete(const Open& open, inspection::Started& started) {
  at_start_ = sources_.board.get();
  started = start_of(*at_start_, open.inspection->prepared.unit_code);
  started.number = next_number();
  return std::nullopt;
}

StepDelivery::Refused StepDelivery::complete(const Open&, const inspection::Marked& marked) {
  return person_fault(marked.staff_code);
}

StepDelivery::Refused StepDelivery::complete(const Open&, const inspection::Named& named) {
  return person_fault(named.staff_code);
}

StepDelivery::Refused StepDelivery::complete(const Open& open, inspection::Found& found) {
  if (found.unit_code.empty()) found.unit_code = open.inspection->prepared.unit_code;
  if (const auto refused = unit_fault(found.unit_code)) return refused;
  const auto list = sources_.store.listed(open.inspection->file);
  found.head = responsible_for(
      *book_, found.unit_code, day_of(open.inspection->started_at), [&](std::string_view staff_code) {
        return std::ranges::any_of(list, [&](const inspection::Listed& one) {
          return one.staff_code == staff_code && one.presence == inspection::Presence::away;
        });
      });
  return std::nullopt;
}

StepDelivery::Refused StepDelivery::unit_fault(std::string_view unit) const {
  if (unit.empty()) return std::nullopt;
  const auto no = book_->units().find(unit);
  const bool exists = no && book_->units().on(*no, day_of(now_)) != nullptr;
  return exists ? std::nullopt : Refused(StepRefused::no_such_unit);
}

StepDelivery::Refused StepDelivery::person_fault(std::string_view staff_code) const {
  return book_->people().find(staff_code) ? std::nullopt : Refused(StepRefused::no_such_person);
}

StepDelivery::Refused StepDelivery::feedback_fault(const std::string& file) const {
  if (file.empty()) return std::nullopt;
  const auto found = files_->feedback.find(file);
  const bool may = found != files_->feedback.end() && may_see(asker_, *found->second);
  return may ? std::nullopt : Refused(StepRefused::no_such_plan);
}

/// Counts those that have begun alone: a number tells nothing of what is being prepared.
std::string StepDelivery::next_number() const {
  const auto year = std::chrono::year_month_day(day_of(now_)).year();
  const auto begun = std::ranges::count_if(sources_.book.get()->inspections, [&](const auto& entry) {
    const auto& inspection = entry.second->inspection;
    return inspection.has_begun() &&
           std::chrono::year_month_day(day_of(inspection.started_at)).year() == year;
  });
  return std::to_string(begun + 1) + "/" + std::to_string(static_cast<int>(year));
}

}  // namespace badge::app
