// Papers as PDF, read again by the programs of Poppler.
#include "server/documents/pdf_paper.hpp"

#include <gmock/gmock.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "server/documents/unicode.hpp"
#include "tests/server/documents/any_paper.hpp"
#include "tests/server/documents/papers.hpp"
#include "tests/support/process.hpp"
#include "tests/support/temp_dir.hpp"

namespace badge::documents {
namespace {

using testing::HasSubstr;
using testing::Not;

/// A PDF on disk and what is asked of it.
class PdfFile {
 public:
  explicit PdfFile(const Paper& paper) : path_(folder_ / "paper.pdf") {
    std::ofstream(path_, std::ios::binary) << pdf_of(paper, made_at).value();
  }

  [[nodiscard]] std::string text(int page = 0) const {
    std::vector<std::string> command = {"pdftotext"};
    if (page > 0) {
      const auto number = std::to_string(page);
      command.insert(command.end(), {"-f", number, "-l", number});
    }
    command.insert(command.end(), {path_, "-"});
    return output(std::move(command));
  }
  [[nodiscard]] std::string info() const { return output({"pdfinfo", path_}); }
  [[nodiscard]] std::string fonts() const { return output({"pdffonts", path_}); }
  [[nodiscard]] int pages() const {
    const auto text = info();
    return std::stoi(text.substr(text.find("Pages:") + 6));
  }

 private:
  static std::string output(std::vector<std::string> command) {
    auto finished = test::run(std::move(command));
    EXPECT_EQ(finished.status, 0);
    EXPECT_EQ(finished.errors, "") << "Poppler had to mend the file";
    return std::move(finished.output);
  }

  test::TempDir folder_;
  std::string path_;
};

/// How often each word stands there. What is set directly behind a text (the ";" of a list) is no part of it.
std::map<std::string, int> words_of(std::string text) {
  for (auto& sign : text) sign = sign == ';' || sign == '.' || sign == ',' ? ' ' : sign;
  std::map<std::string, int> words;
  std::istringstream stream(text);
  for (std::string word; stream >> word;) ++words[word];
  return words;
}

/// The words that stand in `text` less often than the paper says them.
std::string missing_in(const std::string& text, const Paper& paper) {
  std::map<std::string, int> wanted;
  for (const auto& said : texts_of(paper)) {
    for (const auto& [word, times] : words_of(said)) wanted[word] += times;
  }
  auto found = words_of(text);
  std::string missing;
  for (const auto& [word, times] : wanted) {
    if (found[word] < times) missing += word + " ";
  }
  return missing;
}

TEST(PdfPaper, SaysEveryTextInVietnamese) {
  for (const auto& paper : {inspection_minutes(), report(), notice(), wide_list()}) {
    const auto text = PdfFile(paper).text();
    EXPECT_EQ(missing_in(text, paper), "") << paper.kind;
    EXPECT_EQ(to_nfc(text), text) << "normal form C";
  }
}

TEST(PdfPaper, ReadsFromTheHeadToTheSignature) {
  const auto text = PdfFile(report()).text();
  std::size_t at = 0;
  for (const auto* part : {"UBND TỈNH KHÁNH HÒA", "SỞ NỘI VỤ", "BÁO CÁO", "Kết quả kiểm tra việc chấp hành",
                           "I. KẾT QUẢ THỰC HIỆN KẾ HOẠCH", "Ủy ban nhân dân xã, phường, đặc khu", "Cộng",
                           "II. KIẾN NGHỊ", "PHÓ GIÁM ĐỐC", "Trương Hồng Dự"}) {
    at = text.find(part, at);
    ASSERT_NE(at, std::string::npos) << part;
  }
  EXPECT_THAT(text, HasSubstr("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"));
  EXPECT_THAT(text, HasSubstr("Độc lập - Tự do - Hạnh phúc"));
  EXPECT_THAT(text, HasSubstr("- Lưu: VT, CCVC (05)."));
}

TEST(PdfPaper, EmbedsItsFontsAndIsOfA4) {
  const PdfFile file(inspection_minutes());
  std::istringstream lines(file.fonts());
  std::string line;
  for (int number = 0; std::getline(lines, line); ++number) {
    if (number < 2) continue;  // the head of the table
    EXPECT_THAT(line, testing::AllOf(HasSubstr("+Tinos"), HasSubstr("yes yes yes")))
        << "embedded, subset, Unicode";
  }
  EXPECT_THAT(file.info(), HasSubstr("(A4)"));
  EXPECT_THAT(file.info(), HasSubstr("BIÊN BẢN Kiểm tra việc chấp hành"));
  EXPECT_THAT(PdfFile(wide_list()).info(), HasSubstr("841.89 x 595.276 pts"));
}

TEST(PdfPaper, SaysItsLanguageAndIsTheSameForTheSamePaper) {
  const auto bytes = pdf_of(report(), made_at).value();
  EXPECT_THAT(bytes, HasSubstr("/Lang (vi-VN)"));
  EXPECT_EQ(bytes, pdf_of(report(), made_at).value());
  EXPECT_NE(bytes, pdf_of(report(), made_at + std::chrono::hours(1)).value());
}

TEST(PdfPaper, NumbersItsPagesButNotTheFirst) {
  const PdfFile file(notice());
  ASSERT_EQ(file.pages(), 2);
  EXPECT_THAT(file.text(1), Not(testing::ContainsRegex("(^|\n)1\n")));
  EXPECT_THAT(file.text(2), testing::ContainsRegex("(^|\n)2\n"));
}

TEST(PdfPaper, MarksADraftOnEveryPage) {
  const PdfFile file(notice());
  for (const int page : {1, 2}) EXPECT_THAT(file.text(page), HasSubstr("DỰ THẢO"));
  EXPECT_THAT(PdfFile(report()).text(), Not(HasSubstr("DỰ THẢO")));
}

TEST(PdfPaper, RepeatsTheHeadOfATableAndHasRoomForInitialsOnEveryPage) {
  const PdfFile file(inspection_minutes());
  ASSERT_GE(file.pages(), 3);
  for (int page = 1; page <= 3; ++page) {
    EXPECT_THAT(file.text(page), HasSubstr("Kết quả kiểm tra")) << page;
    EXPECT_THAT(file.text(page), HasSubstr("Ký nháy:")) << page;
  }
  EXPECT_THAT(PdfFile(report()).text(), Not(HasSubstr("Ký nháy")));
}

TEST(PdfPaper, TwoLinesStandWithTheSignatureWhereverThePageEnds) {
  constexpr int fits_one_page = 18, needs_two = 30;
  std::set<int> pages;
  for (int lines = fits_one_page; lines <= needs_two; ++lines) {
    auto paper = report();
    paper.body.assign(static_cast<std::size_t>(lines), Paragraph{"Dòng thân."});
    const PdfFile file(paper);
    pages.insert(file.pages());
    const auto last = file.text(file.pages());
    ASSERT_THAT(last, HasSubstr("Trương Hồng Dự"));
    ASSERT_GE(words_of(last)["thân"], 2) << lines << " lines";
  }
  EXPECT_THAT(pages, testing::ElementsAre(1, 2)) << "the page ended among them";
}

TEST(PdfPaper, ARowThatIsHigherThanAPageGoesOnOnTheNext) {
  auto paper = report();
  std::string note;
  for (int i = 1; i <= 900; ++i) note += "chữ" + std::to_string(i) + " ";
  paper.body = {Table{{{"Tên", 3}, {"Ghi chú", 1}}, {{"An", note}}, {}, ""}};
  const PdfFile file(paper);
  EXPECT_GE(file.pages(), 3);
  EXPECT_EQ(missing_in(file.text(), paper), "");
}

TEST(PdfPaper, TheNumberOfAPaperIsNotBrokenInAParagraph) {
  auto paper = report();
  paper.body.clear();
  for (int before = 1; before < 40; ++before) {
    const std::string letters(static_cast<std::size_t>(before), 'n');
    paper.body.emplace_back(
        Paragraph{"Thực hiện văn bản của cơ quan " + letters + " số 1145/QĐ-UBND-NXNV ngày 05"});
  }
  EXPECT_EQ(words_of(PdfFile(paper).text())["1145/QĐ-UBND-NXNV"], 39);
}

TEST(PdfPaper, WhatCannotStandOnAPageIsRefused) {
  auto paper = report();
  paper.recipients.assign(200, "UBND xã");
  EXPECT_EQ(pdf_of(paper, made_at).error(), "a head or a block of signatures is higher than a page");
  paper = report();
  paper.abstract = "\x01";
  EXPECT_EQ(pdf_of(paper, made_at).error(), "abstract: the character U+0001 cannot be printed");
}

TEST(PdfPaper, NeedsNoPartOfAPaper) {
  EXPECT_EQ(PdfFile(Paper{}).pages(), 1);
  EXPECT_THAT(PdfFile(Paper{}).text(), HasSubstr("Độc lập - Tự do - Hạnh phúc"));
}

RC_GTEST_PROP(PdfPaper, SaysEveryTextOfAnyPaper, ()) {
  const auto paper = *any_paper();
  const auto text = PdfFile(paper).text();
  const auto missing = missing_in(text, paper);
  RC_ASSERT(missing == "");
}

}  // namespace
}  // namespace badge::documents
