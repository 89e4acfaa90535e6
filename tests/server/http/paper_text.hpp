#pragma once
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>
#include <string>

#include "tests/support/http_client.hpp"
#include "tests/support/process.hpp"
#include "tests/support/temp_dir.hpp"

namespace badge::test {

/// The text of a PDF as another program reads it, its white space as single spaces.
inline std::string text_of(const HttpAnswer& answer) {
  EXPECT_EQ(answer.status, 200) << answer.body;
  EXPECT_EQ(answer.field("content-type"), "application/pdf");
  const TempDir folder;
  std::ofstream(folder / "paper.pdf", std::ios::binary) << answer.body;
  const auto finished = run({"pdftotext", "-layout", folder / "paper.pdf", "-"});
  EXPECT_EQ(finished.status, 0) << finished.errors;
  std::istringstream words(finished.output);
  std::string text;
  for (std::string word; words >> word;) text += (text.empty() ? "" : " ") + word;
  return text;
}

}  // namespace badge::test
