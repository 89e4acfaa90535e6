#include "server/inspection/step_fields.hpp"

#include <charconv>
#include <concepts>
#include <cstdio>
#include <type_traits>

namespace badge::inspection {
namespace {

enum class Need : std::uint8_t { optional, required };
constexpr auto required = Need::required;

// Each kind names its fields once, for reading and for writing.
template <class V>
void describe(V& v, PlanStated& s) {
  v("number", s.number, required)("issuer", s.issuer, required)("title", s.title)(
      "issued_on", s.issued_on, required)("year", s.year, required);
}
template <class V>
void describe(V& v, PlanLine& s) {
  v("line", s.line, required)("unit_kind", s.unit_kind, required)("count", s.count, required)("quarters",
                                                                                              s.quarters);
}
template <class V>
void describe(V& v, Prepared& s) {
  v("unit_code", s.unit_code)("place", s.place)("basis", s.basis, required)("ordered_by", s.ordered_by)(
      "paper", s.paper);
  v("plan", s.plan)("feedback", s.feedback)("form", s.form, required)("team", s.team, required)("decision",
                                                                                                s.decision);
  v("checklists", s.checklists, required)("day", s.day);
}
template <class V>
void describe(V& v, Joined& s) {
  v("login", s.login)("full_name", s.full_name, required)("job", s.job)("role", s.role, required);
}
template <class V>
void describe(V& v, Left& s) {
  v("login", s.login)("full_name", s.full_name, required);
}
template <class V>
void describe(V& v, Dropped& s) {
  v("reason", s.reason, required);
}
template <class V>
void describe(V& v, Responsible& head) {
  v("head_code", head.code)("head_name", head.name)("head_job", head.job)("head_paper", head.paper);
  if (!head.code.empty()) v("head_role", head.role);
}
template <class V>
void describe(V& v, Started& s) {
  v("number", s.number)("unit_name", s.unit_name)("unit_kind", s.unit_kind);
  describe(v, s.head);
}
template <class V>
void describe(V& v, Marked& s) {
  v("staff_code", s.staff_code, required)("observed", s.observed, required)("paper", s.paper)("note", s.note);
}
template <class V>
void describe(V& v, Settled& s) {
  v("staff_code", s.staff_code, required)("observed", s.observed, required)("over", s.over, required)(
      "reason", s.reason, required);
}
template <class V>
void describe(V& v, Answered& s) {
  v("list", s.list, required)("version", s.version, required)("line", s.line, required)(
      "answer", s.answer, required)("note", s.note);
}
template <class V>
void describe(V& v, Ended& s) {
  v("unit_view", s.unit_view)("signed_by", s.signed_by)("refusal_reason", s.refusal_reason)(
      "copies", s.copies, required);
}
template <class V>
void describe(V& v, Issued& s) {
  v("paper", s.paper, required)("number", s.number, required)("date", s.date, required);
}
template <class V>
void describe(V& v, Found& s) {
  v("finding", s.finding, required)("unit_code", s.unit_code)("list", s.list, required)(
      "text", s.text, required)("rule", s.rule)("house_rule", s.house_rule);
  v("evidence", s.evidence)("recommendation", s.recommendation)("owner", s.owner)("due", s.due);
  describe(v, s.head);
}
template <class V>
void describe(V& v, Named& s) {
  v("finding", s.finding, required)("staff_code", s.staff_code, required);
}
template <class V>
void describe(V& v, Extended& s) {
  v("finding", s.finding, required)("due", s.due, required)("reason", s.reason, required);
}
template <class V>
void describe(V& v, Repaired& s) {
  v("finding", s.finding, required)("text", s.text, required)("evidence", s.evidence);
}
template <class V>
void describe(V& v, Reviewed& s) {
  v("finding", s.finding, required)("accepted", s.accepted, required)("reason", s.reason);
}
template <class V>
void describe(V& v, Viewed& s) {
  v("finding", s.finding, required)("of", s.of, required)("text", s.text, required);
}
template <class V>
void describe(V& v, Handled& s) {
  v("finding", s.finding, required)("cause", s.cause)("who", s.who)("head_part", s.head_part)(
      "outcome", s.outcome, required);
  v("measure", s.measure)("to", s.to)("paper", s.paper);
}
template <class V>
void describe(V& v, Decided& s) {
  v("finding", s.finding, required)("text", s.text, required)("paper", s.paper);
}
template <class V>
void describe(V& v, Closed& s) {
  v("finding", s.finding, required);
}
template <class V>
void describe(V& v, Carried& s) {
  v("finding", s.finding, required)("staff_code", s.staff_code, required)("period", s.period, required);
}
template <class V>
void describe(V& v, Received& s) {
  v("kind", s.kind, required)("channel", s.channel)("received_on", s.received_on, required)(
      "unit_code", s.unit_code)("subject", s.subject);
  v("sender", s.sender)("due", s.due)("number", s.number)("body", s.body);
}
template <class V>
void describe(V& v, Replied& s) {
  v("text", s.text, required)("paper", s.paper)("date", s.date, required);
}

// In the order of What.
constexpr auto kinds = std::to_array<std::string_view>(
    {"plan_stated", "plan_line", "prepared", "joined",  "left",   "dropped", "started",  "marked",
     "settled",     "answered",  "ended",    "issued",  "found",  "named",   "extended", "repaired",
     "reviewed",    "viewed",    "handled",  "decided", "closed", "carried", "received", "replied"});
static_assert(kinds.size() == std::variant_size_v<What>);

std::string text_of(const std::string& value) { return value; }
std::string text_of(int value) { return std::to_string(value); }
std::string text_of(bool value) { return value ? "yes" : "no"; }
std::string text_of(Date date) {
  const std::chrono::year_month_day ymd{date};
  char text[16];
  std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(ymd.year()),
                static_cast<unsigned>(ymd.month()), static_cast<unsigned>(ymd.day()));
  return text;
}
template <Worded E>
std::string text_of(E value) {
  return std::string(to_string(value));
}
template <class T>
std::string text_of(const std::optional<T>& value) {
  return value ? text_of(*value) : std::string();
}
template <class T>
std::string text_of(const std::vector<T>& values) {
  std::string text;
  for (const auto& value : values) text += (text.empty() ? "" : "+") + text_of(value);
  return text;
}

/// Nothing: `text` is no such value; the rule says why.
std::optional<FieldRule> take(std::string_view text, std::string& value) {
  value = text;
  return std::nullopt;
}
std::optional<FieldRule> take(std::string_view text, int& value) {
  constexpr std::size_t digits_max = 6;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool whole = error == std::errc() && end == text.data() + text.size();
  if (!whole || text.size() > digits_max || text.starts_with('-')) return FieldRule::a_number;
  return std::nullopt;
}
std::optional<FieldRule> take(std::string_view text, bool& value) {
  if (text != "yes" && text != "no") return FieldRule::a_word;
  value = text == "yes";
  return std::nullopt;
}
std::optional<FieldRule> take(std::string_view text, Date& value) {
  int year = 0, month = 0, day = 0;
  if (text.size() != 10 || text[4] != '-' || text[7] != '-' || take(text.substr(0, 4), year) ||
      take(text.substr(5, 2), month) || take(text.substr(8, 2), day)) {
    return FieldRule::a_day;
  }
  const auto ymd = std::chrono::year(year) / month / day;
  if (!ymd.ok() || year < 2000 || year > 2037) return FieldRule::a_day;
  value = Date(ymd);
  return std::nullopt;
}
template <Worded E>
std::optional<FieldRule> take(std::string_view text, E& value) {
  const auto parsed = parse<E>(text);
  if (!parsed) return FieldRule::a_word;
  value = *parsed;
  return std::nullopt;
}
template <class T>
std::optional<FieldRule> take(std::string_view text, std::optional<T>& value) {
  value.emplace();
  return take(text, *value);
}
template <class T>
std::optional<FieldRule> take(std::string_view text, std::vector<T>& values) {
  values.clear();
  while (!text.empty()) {
    const auto end = std::min(text.find('+'), text.size());
    T value{};
    if (const auto broken = take(text.substr(0, end), value)) return broken;
    values.push_back(std::move(value));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return std::nullopt;
}

class Writer {
 public:
  template <class T>
  Writer& operator()(std::string_view name, const T& value, Need = Need::optional) {
    if (auto text = text_of(value); !text.empty()) fields_.emplace_back(name, std::move(text));
    return *this;
  }
  [[nodiscard]] Fields taken() { return std::move(fields_); }

 private:
  Fields fields_;
};

class Reader {
 public:
  explicit Reader(const Fields& fields) : fields_(fields) {}

  template <class T>
  Reader& operator()(std::string_view name, T& value, Need need = Need::optional) {
    known_.push_back(name);
    const auto* text = find(name);
    const bool is_empty = text == nullptr || text->empty();
    if (is_empty && need == Need::required) blame(name, FieldRule::required);
    if (is_empty) return *this;
    if (text->size() > step_text_bytes_max) blame(name, FieldRule::short_enough);
    if (const auto broken = take(*text, value)) blame(name, *broken);
    return *this;
  }

  [[nodiscard]] std::optional<FieldFault> fault() {
    for (const auto& field : fields_) {
      if (std::ranges::find(known_, field.first) == known_.end()) blame(field.first, FieldRule::known_field);
    }
    return fault_;
  }

 private:
  [[nodiscard]] const std::string* find(std::string_view name) const {
    const auto found = std::ranges::find(fields_, name, &Fields::value_type::first);
    return found == fields_.end() ? nullptr : &found->second;
  }
  void blame(std::string_view name, FieldRule rule) {
    if (!fault_) fault_ = FieldFault{std::string(name), rule};
  }

  const Fields& fields_;
  std::vector<std::string_view> known_;
  std::optional<FieldFault> fault_;
};

/// The default step of the kind at `index`.
template <std::size_t I = 0>
What step_at(std::size_t index) {
  if constexpr (I < std::variant_size_v<What>) {
    if (index == I) return What(std::in_place_index<I>);
    return step_at<I + 1>(index);
  } else {
    return {};  // the index comes from `kinds`, which is as long
  }
}

}  // namespace

std::string_view kind_of(const What& what) { return kinds[what.index()]; }

Fields fields_of(const What& what) {
  Writer writer;
  auto copy = what;  // a description serves both ways, so it takes what it could change
  std::visit([&](auto& step) { describe(writer, step); }, copy);
  return writer.taken();
}

ReadStep read_step(std::string_view kind, const Fields& fields) {
  const auto known = std::ranges::find(kinds, kind);
  if (known == kinds.end()) return FieldFault{{}, FieldRule::known_kind};
  auto what = step_at(static_cast<std::size_t>(known - kinds.begin()));
  Reader reader(fields);
  std::visit([&](auto& step) { describe(reader, step); }, what);
  if (auto fault = reader.fault()) return *std::move(fault);
  return what;
}

std::string_view person_of(const What& what) {
  return std::visit(
      [](const auto& step) -> std::string_view {
        if constexpr (requires { step.staff_code; }) return step.staff_code;
        return {};
      },
      what);
}

}  // namespace badge::inspection
