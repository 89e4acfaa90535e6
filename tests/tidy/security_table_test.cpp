// SECURITY.md names tests and files: each must exist, or the table says more than is true.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

namespace badge::tidy {
namespace {

namespace fs = std::filesystem;

std::string text_of(const fs::path& file) {
  std::ifstream stream(file);
  return (std::ostringstream() << stream.rdbuf()).str();
}

/// "Suite.Name" of every test in the tree.
std::set<std::string> tests() {
  static const std::regex test(R"(\b(?:TEST|TEST_F|RC_GTEST_PROP)\((\w+),\s*(\w+))");
  std::set<std::string> names;
  for (const auto& entry : fs::recursive_directory_iterator(fs::path(SOURCE_DIR) / "tests")) {
    if (entry.path().extension() != ".cpp") continue;
    const auto text = text_of(entry.path());
    for (std::sregex_iterator found(text.begin(), text.end(), test), end; found != end; ++found)
      names.insert((*found)[1].str() + '.' + (*found)[2].str());
  }
  return names;
}

TEST(SecurityTable, NamesTestsAndFilesThatExist) {
  static const std::regex quoted("`([^`]+)`"), test_form(R"([A-Z]\w+\.[A-Z]\w+)"),
      file_form(R"([a-z]+/[\w./-]+)");
  const auto known = tests();
  const auto text = text_of(fs::path(SOURCE_DIR) / "SECURITY.md");
  std::size_t named = 0;
  for (std::sregex_iterator found(text.begin(), text.end(), quoted), end; found != end; ++found) {
    const auto name = (*found)[1].str();
    if (name == "Suite.Name") continue;
    if (std::regex_match(name, test_form)) {
      ++named;
      EXPECT_TRUE(known.contains(name)) << name;
    } else if (std::regex_match(name, file_form)) {
      EXPECT_TRUE(fs::exists(fs::path(SOURCE_DIR) / name)) << name;
    }
  }
  EXPECT_GT(named, 50U);
}

}  // namespace
}  // namespace badge::tidy
