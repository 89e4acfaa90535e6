// The rules of the house that a compiler does not know, held against every source file.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "tests/tidy/include_rules.hpp"

namespace badge::tidy {
namespace {

namespace fs = std::filesystem;

constexpr int file_lines_max = 400;  // a file holds one idea; beyond this it holds two

struct SourceFile {
  std::string path;  // from the root of the repository
  std::string text;
};

bool is_source(const fs::path& path) {
  const std::array<std::string_view, 12> endings = {".cpp", ".hpp", ".ts",   ".tsx",  ".css", ".md",
                                                    ".sql", ".txt", ".yaml", ".toml", ".mjs", ".cmake"};
  return std::ranges::find(endings, path.extension().string()) != endings.end() || path.extension().empty();
}

bool is_binary(std::string_view text) { return text.find('\0') != std::string_view::npos; }

std::vector<SourceFile> source_files() {
  const fs::path root = SOURCE_DIR;
  std::vector<SourceFile> files;
  for (const auto* top : {"reader-config", "firmware-bridge", "server", "tools", "tests", "cmake", ".ci"}) {
    for (auto entry = fs::recursive_directory_iterator(root / top);
         entry != fs::recursive_directory_iterator(); ++entry) {
      const auto name = entry->path().filename();
      if (name == "node_modules" || name == "dist" || name == "corpus") {
        entry.disable_recursion_pending();
      } else if (entry->is_regular_file() && is_source(entry->path())) {
        std::stringstream text;
        text << std::ifstream(entry->path()).rdbuf();
        if (!is_binary(text.str())) files.push_back({fs::relative(entry->path(), root).string(), text.str()});
      }
    }
  }
  for (const auto* name : {"README.md", "ARCHITECTURE.md", "CMakeLists.txt", "CMakePresets.json"}) {
    std::stringstream text;
    text << std::ifstream(root / name).rdbuf();
    files.push_back({name, text.str()});
  }
  return files;
}

std::string listed(const std::vector<Breach>& breaches) {
  std::string text;
  for (const auto& breach : breaches) text += "\n  " + breach.where + ": " + breach.rule;
  return text;
}

TEST(TidyRules, PureFoldersIncludeTheStandardLibraryOnly) {
  EXPECT_TRUE(check_includes("server/attendance/judge.cpp", "#include <vector>\n").empty());
  EXPECT_FALSE(check_includes("server/attendance/judge.cpp", "#include <spdlog/spdlog.h>\n").empty());
  EXPECT_FALSE(
      check_includes("server/attendance/judge.cpp", "#include \"server/store/store.hpp\"\n").empty());
}

TEST(TidyRules, BridgeAndServerNeverIncludeEachOther) {
  EXPECT_FALSE(check_includes("firmware-bridge/bridge.cpp", "#include \"server/app/live.hpp\"\n").empty());
  EXPECT_FALSE(check_includes("server/app/ingest.cpp", "#include \"firmware-bridge/journal.hpp\"\n").empty());
  EXPECT_TRUE(
      check_includes("firmware-bridge/bridge.cpp", "#include \"reader-config/tap/tap.hpp\"\n").empty());
}

TEST(TidyRules, TheReaderIsTheOnlyOneThatKnowsLibnfc) {
  EXPECT_TRUE(check_includes("firmware-bridge/reader/nfc_reader.cpp", "#include <nfc/nfc.h>\n").empty());
  EXPECT_FALSE(check_includes("firmware-bridge/bridge.cpp", "#include <nfc/nfc.h>\n").empty());
}

TEST(TidyRules, ALambdaOrABraceTemporaryInsideAnAwaitIsFound) {
  const std::string await = std::string("co_") + "await ";
  EXPECT_FALSE(check_text("a.cpp", await + "run([this] { go(); });").empty());
  EXPECT_FALSE(check_text("a.cpp", await + "send(Message{1, 2});").empty());
  EXPECT_FALSE(check_text("a.cpp", await + "send({1, 2});").empty());
  EXPECT_FALSE(check_text("a.cpp", "while (" + await + "next()) {}").empty());
  EXPECT_TRUE(check_text("a.cpp", await + "send(message);").empty());
  EXPECT_TRUE(check_text("a.cpp", "if (" + await + "ready(queue[0])) { go(); }").empty());
}

TEST(TidyRules, APathOfSomebodysMachineIsFound) {
  EXPECT_FALSE(check_text("README.md", std::string("see /ho") + "me/an/notes").empty());
}

TEST(Tidy, FoldersIncludeOnlyWhatTheyMay) {
  std::vector<Breach> breaches;
  for (const auto& file : source_files()) {
    if (!file.path.ends_with(".cpp") && !file.path.ends_with(".hpp")) continue;
    std::ranges::move(check_includes(file.path, file.text), std::back_inserter(breaches));
  }
  EXPECT_TRUE(breaches.empty()) << listed(breaches);
}

TEST(Tidy, NoFileHoldsWhatIsForbidden) {
  std::vector<Breach> breaches;
  for (const auto& file : source_files()) {
    if (file.path.starts_with("tests/tidy/")) continue;
    std::ranges::move(check_text(file.path, file.text), std::back_inserter(breaches));
  }
  EXPECT_TRUE(breaches.empty()) << listed(breaches);
}

TEST(Tidy, AFileHoldsOneIdea) {
  std::vector<Breach> breaches;
  for (const auto& file : source_files()) {
    const auto lines = std::ranges::count(file.text, '\n');
    const bool is_code = file.path.ends_with(".cpp") || file.path.ends_with(".hpp") ||
                         file.path.ends_with(".ts") || file.path.ends_with(".tsx");
    if (is_code && lines > file_lines_max) breaches.push_back({file.path, std::to_string(lines) + " lines"});
  }
  EXPECT_TRUE(breaches.empty()) << listed(breaches);
}

}  // namespace
}  // namespace badge::tidy
