#pragma once
/// Files of inspection as people wrote them, step by step, and the lists that were frozen at their start.
///
/// They have no position among the facts: whoever counts positions must not learn that an inspection is being
/// prepared.
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "reader-config/tap/tap.hpp"
#include "server/inspection/inspection.hpp"

namespace badge::store {

class Database;
class Writer;

/// In one commit, flushed. A step whose id is there already is not written again. `listed`: frozen with
/// them, for the file of the first; empty: nothing is. Of a case that is a denunciation from now on, what was
/// noted before is erased in the same commit, but for its dates, its number and who handles it.
void write_steps(Writer& writer, std::span<const inspection::Step> steps,
                 std::span<const inspection::Listed> listed);

/// How far somebody has read the files: the number of the last step of all, and how often something was
/// erased from them.
struct FilesSeen {
  std::int64_t last_step = 0, erasures = 0;
  friend bool operator==(const FilesSeen&, const FilesSeen&) = default;
};
/// Files with a step behind what was seen; all, where something was erased since.
struct ChangedFiles {
  std::vector<std::string> files;
  FilesSeen seen;
};
[[nodiscard]] ChangedFiles read_changed_files(Database& database, const FilesSeen& seen);

/// In the order in which they arrived.
[[nodiscard]] std::vector<inspection::Step> read_steps(Database& database, std::string_view file);
/// Those that concern one person, of every file.
[[nodiscard]] std::vector<inspection::Step> read_steps_about(Database& database, std::string_view staff_code);
/// In the order of the list.
[[nodiscard]] std::vector<inspection::Listed> read_listed(Database& database, std::string_view file);
/// A person's lines in the lists of all files.
struct LineInFile {
  std::string file;
  inspection::Listed listed;
};
[[nodiscard]] std::vector<LineInFile> read_lines_of(Database& database, std::string_view staff_code);
/// Whether a step of this id is there.
[[nodiscard]] bool has_step(Database& database, std::string_view id);

/// Takes a person out of every file: their marks and lines in lists become nobody's, so that sums stay.
void forget_in_inspections(Database& database, std::string_view staff_code);

/// Files whose last step arrived before this day, whatever stands in them.
[[nodiscard]] std::vector<std::string> idle_files(Database& database, inspection::Date before);
/// Erases it with its list, where nobody has written into it meanwhile; how many files.
std::uint64_t erase_idle_file(Database& database, std::string_view file, inspection::Date before);

}  // namespace badge::store
