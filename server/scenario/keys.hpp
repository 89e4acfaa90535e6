#pragma once
#include <boost/json/object.hpp>
#include <functional>
#include <initializer_list>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "server/app/imports/error.hpp"
#include "server/scenario/scenario.hpp"
#include "server/scenario/words.hpp"

namespace badge::scenario {

inline constexpr std::size_t text_bytes_max = 1000;  // of one text: names, papers, explanations
inline constexpr std::size_t list_max = 10'000;  // entries of one list: a year of one person's taps is 3,000
inline constexpr minutes day_length{24 * 60};

/// One object of the JSON text, by its JSON pointer. What is absent or breaks its rule leaves `into` as it
/// is; the latter notes an error too. Every key that was asked for is known, all others are errors.
class Keys {
 public:
  Keys(const boost::json::object& object, std::string pointer, app::ImportReport& report)
      : object_(object), pointer_(std::move(pointer)), report_(report) {}

  [[nodiscard]] bool has(std::string_view key) const { return object_.contains(key); }
  [[nodiscard]] std::string pointer_to(std::string_view key) const;
  void require(std::initializer_list<std::string_view> keys);

  void read(std::string_view key, std::string& into);
  void read(std::string_view key, bool& into);
  void read(std::string_view key, Date& into);
  void read(std::string_view key, LocalTime& into);  // with its time of day
  void read(std::string_view key, std::vector<std::string>& into);
  void read(std::string_view key, std::int64_t& into, std::int64_t min, std::int64_t max);
  void read_clock(std::string_view key, minutes& into);         // "07:30" since midnight
  void read_clock_or_end(std::string_view key, minutes& into);  // … or "24:00"
  void read_minutes(std::string_view key, minutes& into, minutes max = day_length);
  void read_valid(DateSpan& into);  // `valid_from` and `valid_to`; each may be left out
  void read_days(DateSpan& into);   // `from` and `to`; without `to`, the one day
  void read_weekdays(std::string_view key, std::uint8_t& into);
  /// A code that the scenario itself defines.
  void read_code(std::string_view key, std::string& into, const std::set<std::string>& known);

  template <class Meaning>
  void read(std::string_view key, Meaning& into, Words<Meaning> words) {
    if (const auto code = word_at(key)) {
      const auto meaning = meaning_of(*code, words);
      if (meaning) into = *meaning;
      if (!meaning) refuse(key, is_no_word(list_of(words)));
    }
  }

  /// Calls `take` for each object of the list, at most list_max.
  void each(std::string_view key, const std::function<void(Keys&)>& take);
  /// … for the one object.
  void one(std::string_view key, const std::function<void(Keys&)>& take);

  /// The value as it stands there, for what has more than one form. Null: absent.
  [[nodiscard]] const boost::json::value* value(std::string_view key);
  /// The list that stands there, of at most list_max entries. Null: absent, or an error was noted.
  [[nodiscard]] const boost::json::array* list(std::string_view key);

  /// Calls `take` for the object that `value` must be, then refuses the keys that were not asked for.
  static void in_object(const boost::json::value& value, const std::string& pointer,
                        app::ImportReport& report, const std::function<void(Keys&)>& take);

  void refuse(std::string_view key, std::string message);
  [[nodiscard]] app::ImportReport& report() { return report_; }

 private:
  template <class Parse, class Value>
  void parse(std::string_view key, Value& into, Parse parsed_as, std::string_view vi, std::string_view en);
  void read_last(std::string_view key, DateSpan& into);
  [[nodiscard]] std::optional<std::string> word_at(std::string_view key);
  [[nodiscard]] std::string is_no_word(const std::string& list) const;
  void refuse_unknown();

  const boost::json::object& object_;
  std::string pointer_;
  app::ImportReport& report_;
  std::set<std::string, std::less<>> asked_;
};

}  // namespace badge::scenario
