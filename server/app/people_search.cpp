#include "server/app/people_search.hpp"

#include <algorithm>

#include "server/documents/unicode.hpp"

namespace badge::app {

std::vector<PersonName> find_people(
    const attendance::RuleBook& book, std::string_view words, attendance::Date today,
    const std::function<bool(attendance::PersonNo, const attendance::RuleBook::Stay&)>& may_see) {
  std::vector<std::string> wanted;
  const auto plain = documents::without_marks(documents::trimmed(words));
  for (std::size_t at = 0; at < plain.size();) {
    const auto end = std::min(plain.find(' ', at), plain.size());
    if (end > at) wanted.push_back(plain.substr(at, end - at));
    at = end + 1;
  }
  std::vector<PersonName> found;
  if (wanted.empty()) return found;
  const auto& people = book.people();
  for (attendance::PersonNo person = 0; person < people.size() && found.size() < people_found_max; ++person) {
    const auto* stay = book.stay_on(person, today);
    if (stay == nullptr) continue;
    const auto text = documents::without_marks(std::string(stay->posting->staff_code) + ' ' +
                                               std::string(stay->posting->full_name));
    const bool fits = std::ranges::all_of(
        wanted, [&](const std::string& word) { return text.find(word) != std::string::npos; });
    if (fits && may_see(person, *stay)) found.push_back(person_name(book, *stay, today));
  }
  return found;
}

}  // namespace badge::app
