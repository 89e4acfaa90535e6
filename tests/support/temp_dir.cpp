#include "tests/support/temp_dir.hpp"

#include <cstdlib>
#include <system_error>

namespace badge::test {

TempDir::TempDir() {
  auto pattern = (std::filesystem::temp_directory_path() / "chuyen-can-test-XXXXXX").string();
  if (::mkdtemp(pattern.data()) == nullptr) throw std::system_error(errno, std::generic_category(), pattern);
  path_ = pattern;
}

TempDir::~TempDir() {
  std::error_code ignored;  // a leftover in the temporary folder is no reason to fail a test
  std::filesystem::remove_all(path_, ignored);
}

}  // namespace badge::test
