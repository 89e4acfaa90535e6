#include "server/app/requests.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "server/app/deciders.hpp"
#include "server/app/imports/dates.hpp"
#include "server/app/imports/row.hpp"
#include "server/app/imports/words.hpp"
#include "server/app/sentences.hpp"
#include "server/store/fact_keys.hpp"

namespace badge::app {
namespace {

using attendance::Absence;
using attendance::AbsenceKind;
using attendance::Correction;
using attendance::CorrectionEffect;
using store::RequestOutcome;

constexpr std::size_t row_line = 2;  // of the one row of a form

std::string pick(Language language, std::string_view vi, std::string_view en) {
  return std::string(language == Language::vi ? vi : en);
}

ImportError error(std::string column, std::string message) {
  return {row_line, std::move(column), {}, std::move(message)};
}

ImportErrors errors(std::string column, std::string message) {
  return {{error(std::move(column), std::move(message))}, 1};
}

const Correction* with_key_of(const Correction& one, std::span<const Correction> corrections) {
  const auto found = std::ranges::find_if(
      corrections, [&](const auto& other) { return store::key_of(other) == store::key_of(one); });
  return found == corrections.end() ? nullptr : &*found;
}

/// An approved paper that lies where the form wants another one is not overwritten by it.
std::optional<ImportError> must_be_new(const ImportPlan& plan, Language language) {
  if (plan.added == 1) return std::nullopt;
  return error("from", pick(language, "đã có giấy được duyệt bắt đầu vào lúc này; xem lại ngày và buổi",
                            "an approved paper begins there already; look at the dates and sessions"));
}

std::optional<ImportError> not_to_be_asked_for(AbsenceKind kind, Language language) {
  if (kind != AbsenceKind::field_work && kind != AbsenceKind::dispatch) return std::nullopt;
  return error("kind", pick(language, "loại này do cơ quan lập lịch hoặc ra lệnh, không làm đơn",
                            "is ordered by the office and not asked for"));
}

std::optional<ImportError> not_to_be_explained(const Correction& wanted, const store::RosterFacts& stored,
                                               attendance::Date today, Language language) {
  if (wanted.date > today) {
    return error("date", pick(language, "chưa đến ngày này; nếu sẽ vắng mặt, hãy làm đơn",
                              "has not begun; to be away then, make a request"));
  }
  if (wanted.effect == CorrectionEffect::absent) {
    return error("effect", pick(language, "giải trình nêu việc có mặt, giờ đến hoặc giờ về",
                                "must be: present, in_at or out_at"));
  }
  if (wanted.explanation.empty()) {
    return error("explanation", pick(language, "hãy ghi nội dung giải trình", "must say what happened"));
  }
  const auto* before = with_key_of(wanted, stored.corrections);
  if (before == nullptr || before->decision == attendance::Decision::pending) return std::nullopt;
  return error("session", pick(language, "giải trình này đã có quyết định: ", "was decided already: ") +
                              describe_decision(*before, language));
}

std::string name_of(const Identity& who, const Evidence& evidence) {
  const auto book = evidence.rule_book(evidence.snapshot());
  const auto person = book->people().find(who.staff_code);
  return person ? std::string(book->people().postings(*person).back().full_name) : who.name;
}

PersonName person_near(const attendance::RuleBook& book, attendance::PersonNo person, attendance::Date date) {
  const auto& stay = *stay_near(book, person, date);
  return person_name(book, stay, std::clamp(date, stay.days.from, stay.days.to));
}

ExplanationRow row_of(const attendance::RuleBook& book, attendance::PersonNo person, const Correction& one,
                      Language language) {
  return {person_near(book, person, one.date), one, describe_effect(one, language),
          describe_cause(one, language), describe_decision(one, language)};
}

RequestRow row_of(const attendance::RuleBook& book, attendance::PersonNo person,
                  store::AbsenceRequest request, Language language) {
  auto asks = describe_wish(request.wanted, language);
  return {person_near(book, person, request.wanted.days.from), std::move(request), std::move(asks)};
}

}  // namespace

tl::expected<void, ImportErrors> Requests::explain(const Identity& who, FormRow row, Language language) {
  row = only(row, {"date", "session", "effect", "at", "cause", "explanation"});
  for (const auto* column : {"unit_code", "from_time", "to_time", "decided_by", "decision_reason", "paper"}) {
    row.emplace_back(column, "");
  }
  row.emplace_back("staff_code", who.staff_code);
  row.emplace_back("decision", "pending");
  const auto today = std::chrono::floor<std::chrono::days>(evidence_.now());
  const auto text = csv_of({row});
  const FactFile file{ImportKind::corrections, text, "giải trình", who.name, false, language, false};
  const auto stated = imports_.run(
      file, {[&](const ImportPlan& plan, const store::RosterFacts& stored) -> std::optional<ImportError> {
               if (plan.facts.empty()) return std::nullopt;  // stated once more
               return not_to_be_explained(std::get<Correction>(plan.facts.front()), stored, today, language);
             },
             [this](const store::FactBatch& batch) { store_.apply(batch); }});
  if (!stated) return tl::unexpected(stated.error());
  return {};
}

tl::expected<std::int64_t, ImportErrors> Requests::ask(const Identity& who, FormRow row, Language language) {
  const auto reason = value_of(row, "reason").substr(0, text_bytes_max);
  row = only(row, {"kind", "from", "to", "sessions", "from_time", "to_time"});
  for (const auto* column : {"paper", "reported_at"}) row.emplace_back(column, "");
  row.emplace_back("staff_code", who.staff_code);
  const auto text = csv_of({row});
  store::NewAbsenceRequest request{{}, reason, who.name};
  const FactFile file{ImportKind::absences, text, "đơn", who.name, true, language, false};
  const auto checked = imports_.run(
      file, {[&](const ImportPlan& plan, const store::RosterFacts&) -> std::optional<ImportError> {
               if (auto refusal = must_be_new(plan, language)) return refusal;
               request.wanted = std::get<Absence>(plan.facts.front());
               return not_to_be_asked_for(request.wanted.kind, language);
             },
             nullptr});
  if (!checked) return tl::unexpected(checked.error());
  const auto no = store_.ask(request);
  if (no) return *no;
  return tl::unexpected(errors(
      "from", no.error() == store::RequestRefused::asked_already
                  ? pick(language, "bạn đã gửi đơn này và đang chờ duyệt", "you have asked for this already")
                  : pick(language, "có quá nhiều đơn đang chờ duyệt", "too many of your requests wait")));
}

bool Requests::take_back(const Identity& who, std::int64_t no) {
  const auto request = store_.request(no);
  return request && request->wanted.staff_code == who.staff_code &&
         store_.decide({no, RequestOutcome::taken_back, name_of(who, evidence_), {}}, {});
}

std::vector<std::string> Requests::unit_path(std::string_view staff_code) const {
  const auto book = evidence_.rule_book(evidence_.snapshot());
  const auto today = std::chrono::floor<std::chrono::days>(evidence_.now());
  const auto person = book->people().find(staff_code);
  const auto* stay = person ? stay_near(*book, *person, today) : nullptr;
  if (stay == nullptr) return {};
  return path_of_unit(book->units(), book->units().code(stay->unit),
                      std::clamp(today, stay->days.from, stay->days.to));
}

OwnRequests Requests::own(const Identity& who, Language language) const {
  OwnRequests own;
  const auto book = evidence_.rule_book(evidence_.snapshot());
  const auto person = book->people().find(who.staff_code);
  if (!person || book->stays(*person).empty()) return own;
  for (const auto& one : book->corrections(*person)) {
    own.explanations.push_back(row_of(*book, *person, one, language));
  }
  std::ranges::stable_sort(own.explanations, std::greater(),
                           [](const auto& row) { return row.correction.date; });
  if (own.explanations.size() > waiting_listed_max) own.explanations.resize(waiting_listed_max);
  for (auto& request : store_.requests_of(who.staff_code)) {
    own.requests.push_back(row_of(*book, *person, std::move(request), language));
  }
  return own;
}

Waiting Requests::waiting(const Identity& who, const Scope& scope, Language language) const {
  Waiting waiting;
  const auto book = evidence_.rule_book(evidence_.snapshot());
  std::vector<std::pair<attendance::PersonNo, const Correction*>> pending;
  for (attendance::PersonNo person = 0; person < book->people().size(); ++person) {
    for (const auto& one : book->corrections(person)) {
      const bool waits = one.decision == attendance::Decision::pending;
      if (waits && may_decide(who, scope, *book, person, one.date)) pending.emplace_back(person, &one);
    }
  }
  std::ranges::stable_sort(pending, {}, [](const auto& one) { return one.second->date; });
  waiting.explanations_total = pending.size();
  pending.resize(std::min(pending.size(), waiting_listed_max));
  for (const auto& [person, one] : pending) {
    waiting.explanations.push_back(row_of(*book, person, *one, language));
  }
  for (auto& request : store_.open_requests()) {
    const auto person = book->people().find(request.wanted.staff_code);
    if (!person || !may_decide(who, scope, *book, *person, request.wanted.days.from)) continue;
    if (++waiting.requests_total > waiting_listed_max) continue;
    waiting.requests.push_back(row_of(*book, *person, std::move(request), language));
  }
  return waiting;
}

tl::expected<void, Requests::DecisionError> Requests::decide_explanation(const Identity& who,
                                                                         const Scope& scope,
                                                                         const FormRow& key,
                                                                         const Decision& decision,
                                                                         Language language) {
  const auto book = evidence_.rule_book(evidence_.snapshot());
  const auto person = book->people().find(value_of(key, "staff_code"));
  const auto date = parse_date(value_of(key, "date"));
  const auto effect = meaning_of(value_of(key, "effect"), correction_effect_words());
  if (!person || !date || !effect || !may_decide(who, scope, *book, *person, *date)) {
    return tl::unexpected(DecisionError(Undecided::not_found));
  }
  Correction wanted;
  wanted.staff_code = value_of(key, "staff_code");
  wanted.date = *date;
  wanted.session = value_of(key, "session");
  wanted.effect = *effect;
  const auto* waiting = with_key_of(wanted, book->corrections(*person));
  if (waiting == nullptr || waiting->decision != attendance::Decision::pending) {
    return tl::unexpected(DecisionError(Undecided::not_found));
  }
  auto decided = *waiting;
  decided.decision = decision.approved ? attendance::Decision::approved : attendance::Decision::refused;
  decided.decided_by = name_of(who, evidence_);
  decided.decision_reason = decision.reason;
  const auto text = csv_of({row_of(decided)});
  const FactFile file{ImportKind::corrections, text, "duyệt giải trình", who.name, false, language, false};
  const auto stated = imports_.run(
      file, {[&](const ImportPlan&, const store::RosterFacts& stored) -> std::optional<ImportError> {
               const auto* now = with_key_of(decided, stored.corrections);
               if (now != nullptr && *now == *waiting) return std::nullopt;
               return error("", pick(language, "giải trình vừa được sửa hoặc đã có quyết định; hãy xem lại",
                                     "was changed or decided meanwhile; look again"));
             },
             [this](const store::FactBatch& batch) { store_.apply(batch); }});
  if (!stated) return tl::unexpected(DecisionError(stated.error()));
  return {};
}

tl::expected<std::string, Requests::DecisionError> Requests::decide_request(
    const Identity& who, const Scope& scope, std::int64_t no, const Decision& decision, Language language) {
  const auto not_found = tl::unexpected(DecisionError(Undecided::not_found));
  const auto request = store_.request(no);
  if (!request || request->outcome != RequestOutcome::waiting) return not_found;
  const auto book = evidence_.rule_book(evidence_.snapshot());
  const auto person = book->people().find(request->wanted.staff_code);
  if (!person || !may_decide(who, scope, *book, *person, request->wanted.days.from)) return not_found;
  store::RequestDecision decided{no, RequestOutcome::refused, name_of(who, evidence_), decision.reason};
  if (!decision.approved) {
    if (decision.reason.empty()) {
      return tl::unexpected(DecisionError(errors(
          "reason", pick(language, "không duyệt thì phải ghi lý do", "a refusal must have a reason"))));
    }
    if (!store_.decide(decided, {})) return not_found;
    return request->wanted.staff_code;
  }
  auto paper = request->wanted;
  paper.paper = decision.paper.empty() ? fmt::format("Đơn {}", no) : decision.paper;
  paper.reported_at = evidence_.office().to_local(request->asked_at);
  paper.approved_by = decided.decided_by;
  decided.outcome = RequestOutcome::approved;
  const auto text = csv_of({row_of(paper)});
  const FactFile file{ImportKind::absences, text, "duyệt đơn", who.name, false, language, false};
  bool is_decided = false;
  const auto stated = imports_.run(
      file, {[&](const ImportPlan& plan, const store::RosterFacts&) { return must_be_new(plan, language); },
             [&](const store::FactBatch& batch) { is_decided = store_.decide(decided, batch); }});
  if (!stated) return tl::unexpected(DecisionError(stated.error()));
  if (!is_decided) return not_found;
  return request->wanted.staff_code;
}

}  // namespace badge::app
