#include "server/scenario/keys.hpp"

#include <boost/json/serialize.hpp>

#include "server/app/imports/dates.hpp"
#include "server/documents/unicode.hpp"

namespace badge::scenario {
namespace {

namespace json = boost::json;

std::string shown(const json::value& value) {
  if (value.is_string()) return std::string(value.get_string());
  return value.is_structured() ? "" : json::serialize(value);
}

std::string joined(const std::set<std::string, std::less<>>& words) {
  std::string list;
  for (const auto& word : words) list.append(list.empty() ? "" : ", ").append(word);
  return list;
}

/// Nothing: not a text that may stand here.
std::optional<std::string> text_of(const json::value& value) {
  if (!value.is_string()) return std::nullopt;
  auto text = documents::to_nfc(documents::trimmed(std::string_view(value.get_string())));
  if (!text || text->empty() || text->size() > text_bytes_max) return std::nullopt;
  return text;
}

std::optional<minutes> whole_minutes(std::string_view text) {
  const auto clock = app::parse_clock(text);
  if (!clock || clock->count() % 60 != 0) return std::nullopt;
  return std::chrono::duration_cast<minutes>(*clock);
}

}  // namespace

std::string Keys::pointer_to(std::string_view key) const {
  std::string pointer = pointer_ + "/";
  for (const char c : key) {
    if (c == '~') {
      pointer += "~0";
    } else if (c == '/') {
      pointer += "~1";
    } else {
      pointer += c;
    }
  }
  return pointer;
}

const json::value* Keys::value(std::string_view key) {
  asked_.emplace(key);
  return object_.if_contains(key);
}

void Keys::refuse(std::string_view key, std::string message) {
  const auto* value = object_.if_contains(key);
  report_.add(0, pointer_to(key), value == nullptr ? "" : shown(*value), std::move(message));
}

void Keys::require(std::initializer_list<std::string_view> keys) {
  for (const auto key : keys) {
    if (value(key) == nullptr) refuse(key, report_.say("phải có khóa này", "is needed"));
  }
}

void Keys::refuse_unknown() {
  for (const auto& member : object_) {
    if (asked_.contains(std::string_view(member.key()))) continue;
    refuse(member.key(), report_.say("không có khóa này; ở đây có thể ghi: {}",
                                     "is not a known key; allowed here: {}", joined(asked_)));
  }
}

template <class Parse, class Value>
void Keys::parse(std::string_view key, Value& into, Parse parsed_as, std::string_view vi,
                 std::string_view en) {
  const auto* found = value(key);
  if (found == nullptr) return;
  const auto text = text_of(*found);
  if (const auto parsed = text ? parsed_as(*text) : std::nullopt) {
    into = *parsed;
  } else {
    refuse(key, std::string(report_.language() == app::Language::vi ? vi : en));
  }
}

void Keys::read(std::string_view key, std::string& into) {
  const auto* found = value(key);
  if (found == nullptr) return;
  if (auto text = text_of(*found)) {
    into = std::move(*text);
  } else {
    refuse(key,
           report_.say("phải là chữ, từ 1 đến {} byte", "must be text of 1 to {} bytes", text_bytes_max));
  }
}

void Keys::read(std::string_view key, bool& into) {
  const auto* found = value(key);
  if (found == nullptr) return;
  if (found->is_bool()) {
    into = found->get_bool();
  } else {
    refuse(key, report_.say("phải là true hoặc false", "must be true or false"));
  }
}

void Keys::read(std::string_view key, Date& into) {
  parse(key, into, app::parse_date, "phải là một ngày, ví dụ \"2026-03-10\"",
        "must be a date, for example \"2026-03-10\"");
}

void Keys::read(std::string_view key, LocalTime& into) {
  const auto with_clock = [](std::string_view text) {
    return text.find(':') == text.npos ? std::nullopt : app::parse_local_time(text);
  };
  parse(key, into, with_clock, "phải là ngày và giờ, ví dụ \"2026-03-10T07:25:00\"",
        "must be a date and a time of day, for example \"2026-03-10T07:25:00\"");
}

void Keys::read_clock(std::string_view key, minutes& into) {
  parse(key, into, whole_minutes, "phải là giờ và phút, ví dụ \"07:30\"",
        "must be hour and minute, for example \"07:30\"");
}

void Keys::read_clock_or_end(std::string_view key, minutes& into) {
  const auto with_end = [](std::string_view text) {
    return text == "24:00" ? std::optional(day_length) : whole_minutes(text);
  };
  parse(key, into, with_end, "phải là giờ và phút, ví dụ \"11:30\"; hết ngày là \"24:00\"",
        "must be hour and minute, for example \"11:30\"; the end of the day is \"24:00\"");
}

void Keys::read(std::string_view key, std::int64_t& into, std::int64_t min, std::int64_t max) {
  const auto* found = value(key);
  if (found == nullptr) return;
  if (found->is_int64() && found->get_int64() >= min && found->get_int64() <= max) {
    into = found->get_int64();
  } else {
    refuse(key,
           report_.say("phải là số nguyên từ {} đến {}", "must be a whole number from {} to {}", min, max));
  }
}

void Keys::read_minutes(std::string_view key, minutes& into, minutes max) {
  std::int64_t count = into.count();
  read(key, count, 0, max.count());
  into = minutes(count);
}

void Keys::read_valid(DateSpan& into) {
  read("valid_from", into.from);
  read_last("valid_to", into);
}

void Keys::read_days(DateSpan& into) {
  read("from", into.from);
  into.to = into.from;
  read_last("to", into);
}

void Keys::read_last(std::string_view to_key, DateSpan& into) {
  read(to_key, into.to);
  if (into.to < into.from) {
    refuse(to_key, report_.say("kết thúc trước khi bắt đầu (ngày {})", "ends before it begins (on {})",
                               app::show_date(into.from)));
  }
}

void Keys::read(std::string_view key, std::vector<std::string>& into) {
  const auto* found = list(key);
  if (found == nullptr) return;
  std::vector<std::string> texts;
  for (const auto& item : *found) {
    auto text = text_of(item);
    if (!text) {
      refuse(key, report_.say("phải là danh sách chữ, ví dụ [\"sáng\"]",
                              "must be a list of texts, for example [\"sáng\"]"));
      return;
    }
    texts.push_back(std::move(*text));
  }
  into = std::move(texts);
}

void Keys::read_weekdays(std::string_view key, std::uint8_t& into) {
  const auto* days = list(key);
  if (days == nullptr) return;
  unsigned bits = 0;
  bool good = !days->empty();
  for (const auto& day : *days) {
    const auto bit = meaning_of(day.is_string() ? std::string_view(day.get_string()) : "", weekday_words());
    good = good && bit.has_value();
    bits |= bit.value_or(0);
  }
  if (good) {
    into = static_cast<std::uint8_t>(bits);
  } else {
    refuse(key, report_.say("phải là danh sách các thứ trong tuần; có thể dùng: {}",
                            "must be a list of weekdays; use some of: {}", list_of(weekday_words())));
  }
}

void Keys::read_code(std::string_view key, std::string& into, const std::set<std::string>& known) {
  std::string code;
  read(key, code);
  if (code.empty()) return;
  if (known.contains(code)) {
    into = std::move(code);
  } else {
    refuse(key, report_.say("không có trong tình huống này; ở đây có: {}",
                            "is not in this scenario; it has: {}", joined({known.begin(), known.end()})));
  }
}

std::optional<std::string> Keys::word_at(std::string_view key) {
  const auto* found = value(key);
  if (found == nullptr) return std::nullopt;
  return found->is_string() ? std::string(found->get_string()) : "";
}

std::string Keys::is_no_word(const std::string& list) const {
  return report_.say("không có từ này; dùng một trong: {}", "is not known; use one of: {}", list);
}

void Keys::in_object(const json::value& value, const std::string& pointer, app::ImportReport& report,
                     const std::function<void(Keys&)>& take) {
  if (!value.is_object()) {
    report.add(0, pointer, shown(value),
               report.say("phải là một đối tượng {{…}}", "must be an object {{…}}"));
    return;
  }
  Keys keys(value.get_object(), pointer, report);
  take(keys);
  keys.refuse_unknown();
}

void Keys::one(std::string_view key, const std::function<void(Keys&)>& take) {
  if (const auto* found = value(key)) in_object(*found, pointer_to(key), report_, take);
}

const json::array* Keys::list(std::string_view key) {
  const auto* found = value(key);
  if (found == nullptr) return nullptr;
  if (found->is_array() && found->get_array().size() <= list_max) return &found->get_array();
  refuse(key, report_.say("phải là một danh sách […], nhiều nhất {} mục",
                          "must be a list […] of at most {} entries", list_max));
  return nullptr;
}

void Keys::each(std::string_view key, const std::function<void(Keys&)>& take) {
  const auto* found = list(key);
  if (found == nullptr) return;
  for (std::size_t i = 0; i < found->size(); ++i) {
    in_object((*found)[i], pointer_to(key) + "/" + std::to_string(i), report_, take);
  }
}

}  // namespace badge::scenario
