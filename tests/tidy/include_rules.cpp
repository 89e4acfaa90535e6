#include "tests/tidy/include_rules.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <regex>
#include <sstream>

namespace badge::tidy {
namespace {

/// A folder of ours and what else of ours it may include beside itself. The longest matching prefix rules.
struct Folder {
  std::string_view prefix;
  std::vector<std::string_view> may_include;
  bool standard_library_only = false;
};

const std::vector<Folder>& folders() {
  static const std::vector<Folder> all = {
      {"reader-config/", {}},
      {"firmware-bridge/", {"reader-config/"}},
      {"firmware-bridge/reader/", {"reader-config/tap/"}},
      {"server/attendance/", {}, true},
      {"server/inspection/", {}, true},
      {"server/documents/", {}},
      {"server/store/", {"reader-config/tap/", "server/attendance/", "server/inspection/"}},
      {"server/oidc/", {}},
      {"server/notices/", {"server/oidc/"}},
      {"server/app/",
       {"reader-config/tap/", "server/attendance/", "server/inspection/", "server/store/",
        "server/documents/", "server/oidc/", "server/notices/"}},
      {"server/scenario/", {"server/attendance/", "server/documents/", "server/app/"}},
      {"server/http/", {"reader-config/tap/", "server/attendance/", "server/inspection/", "server/app/"}},
      {"server/", {"reader-config/tap/", "server/"}},  // main wires
      {"tools/badgectl/", {"server/documents/", "server/scenario/"}},
      {"tools/reader-sim/", {}},
      {"tools/load/", {"reader-config/tap/", "server/attendance/"}},
      {"tests/", {"reader-config/", "firmware-bridge/", "server/", "tools/"}},
  };
  return all;
}

/// An outside library and the only places that may include it.
struct Library {
  std::string_view header_prefix;
  std::vector<std::string_view> only_in;
};

const std::vector<Library>& libraries() {
  static const std::vector<Library> all = {
      {"nfc/", {"firmware-bridge/reader/"}},
      {"sqlite3.h", {"server/store/", "firmware-bridge/journal", "tests/", "tools/load/"}},
      {"boost/beast",
       {"server/http/", "firmware-bridge/uplink", "firmware-bridge/display_page.cpp", "tools/badgectl/",
        "tools/load/", "tests/support/"}},
      {"curl/", {"server/oidc/fetch.cpp", "server/notices/smtp.cpp"}},
      {"date/", {"server/app/office_time.cpp"}},
      {"cairo", {"server/documents/"}},
      {"pango/", {"server/documents/"}},
      {"pugixml", {"server/documents/"}},
      {"xlsxwriter", {"server/documents/"}},
      {"zip.h", {"server/documents/"}},
      {"libical/", {"server/documents/ical_reader.cpp"}},
  };
  return all;
}

bool starts_with_any(std::string_view text, const std::vector<std::string_view>& prefixes) {
  return std::ranges::any_of(prefixes, [&](auto prefix) { return text.starts_with(prefix); });
}

const Folder* folder_of(std::string_view path) {
  const Folder* best = nullptr;
  for (const auto& folder : folders()) {
    if (path.starts_with(folder.prefix) && (!best || folder.prefix.size() > best->prefix.size()))
      best = &folder;
  }
  return best;
}

bool is_ours(std::string_view header) {
  constexpr std::array roots = {"reader-config/", "firmware-bridge/", "server/", "tools/", "tests/"};
  return std::ranges::any_of(roots, [&](auto root) { return header.starts_with(root); });
}

std::string breach_of_include(std::string_view path, std::string_view header, bool quoted) {
  const auto* folder = folder_of(path);
  if (folder == nullptr) return {};
  if (quoted) {
    if (!is_ours(header)) return "includes run from the root of the repository";
    const bool own = header.starts_with(folder->prefix);
    if (!own && !starts_with_any(header, folder->may_include)) {
      return std::string(folder->prefix) + " may not include " + std::string(header);
    }
    return {};
  }
  const bool is_standard =
      header.find('/') == std::string_view::npos && header.find('.') == std::string_view::npos;
  if (folder->standard_library_only && !is_standard) {
    return std::string(folder->prefix) + " includes the standard library only, not <" + std::string(header) +
           ">";
  }
  for (const auto& library : libraries()) {
    if (header.starts_with(library.header_prefix) && !starts_with_any(path, library.only_in)) {
      return "<" + std::string(header) + "> is included in " + std::string(library.only_in.front()) + " only";
    }
  }
  return {};
}

/// `text` from the first character behind `from` to the end of the statement.
std::string_view statement(std::string_view text, std::size_t from) {
  const auto end = text.find(';', from);
  return text.substr(from, end == std::string_view::npos ? end : end - from);
}

bool holds_lambda_or_brace_temporary(std::string_view expression) {
  // A body belongs to the statement around it: `if (co_await ready()) {`.
  static const std::regex lambda(R"(\[[&=A-Za-z_][^\]]*\]\s*(\(|\{))");
  static const std::regex braces(R"([A-Za-z_>]\{|[(,]\s*\{)");
  const std::string text(expression);
  return std::regex_search(text, lambda) || std::regex_search(text, braces);
}

bool is_condition_of_while(std::string_view before) {
  static const std::regex open_condition(R"(while\s*\(\s*!?\s*$)");
  const auto tail = before.substr(before.size() - std::min<std::size_t>(before.size(), 40));
  return std::regex_search(std::string(tail), open_condition);
}

std::string line_number(std::string_view text, std::size_t at) {
  return std::to_string(1 + std::ranges::count(text.substr(0, at), '\n'));
}

}  // namespace

std::vector<Breach> check_includes(std::string_view path, std::string_view text) {
  static const std::regex include(R"re(^\s*#\s*include\s*([<"])([^>"]+)[>"])re");
  std::vector<Breach> breaches;
  std::istringstream lines{std::string(text)};
  std::string line;
  for (int number = 1; std::getline(lines, line); ++number) {
    std::smatch match;
    if (!std::regex_search(line, match, include)) continue;
    auto rule = breach_of_include(path, match[2].str(), match[1].str() == "\"");
    if (!rule.empty())
      breaches.push_back({std::string(path) + ":" + std::to_string(number), std::move(rule)});
  }
  return breaches;
}

std::vector<Breach> check_text(std::string_view path, std::string_view text) {
  std::vector<Breach> breaches;
  const auto report = [&](std::size_t at, std::string rule) {
    breaches.push_back({std::string(path) + ":" + line_number(text, at), std::move(rule)});
  };
  constexpr std::string_view await = "co_await";
  for (auto at = text.find(await); at != std::string_view::npos; at = text.find(await, at + 1)) {
    if (holds_lambda_or_brace_temporary(statement(text, at + await.size()))) {
      report(at,
             "a lambda or a brace temporary inside co_await is destroyed twice by g++ 12.2: name it first");
    }
    if (is_condition_of_while(text.substr(0, at))) {
      report(
          at,
          "co_await as the condition of while becomes an illegal instruction with g++ 12.2: name it first");
    }
  }
  // Written in pieces, so that this file does not name what it forbids.
  const std::array<std::string, 7> forbidden = {std::string("/wo") + "rk/",    std::string("/ro") + "ot/",
                                                std::string("/ho") + "me/",    std::string("../sha") + "red",
                                                std::string("TO") + "DO",      std::string("FIX") + "ME",
                                                std::string("GTEST_") + "SKIP"};
  for (const auto& word : forbidden) {
    if (const auto at = text.find(word); at != std::string_view::npos)
      report(at, "must not hold \"" + word + "\"");
  }
  return breaches;
}

}  // namespace badge::tidy
