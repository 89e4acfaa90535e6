// Papers as DOCX, read again by unzip and xmllint.
#include "server/documents/docx_paper.hpp"

#include <gmock/gmock.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <fstream>

#include "tests/server/documents/any_paper.hpp"
#include "tests/server/documents/papers.hpp"
#include "tests/support/process.hpp"
#include "tests/support/temp_dir.hpp"

namespace badge::documents {
namespace {

using testing::HasSubstr;
using testing::Not;

/// A DOCX that was unpacked, and what is asked of its parts.
class DocxFile {
 public:
  explicit DocxFile(const Paper& paper) {
    const auto path = folder_ / "paper.docx";
    std::ofstream(path, std::ios::binary) << docx_of(paper, made_at).value();
    output({"unzip", "-q", path, "-d", folder_.path().string()});
  }

  /// The text of a part without any mark-up, as an XML reader has it.
  [[nodiscard]] std::string text(const std::string& part) const { return query("string(/)", part); }
  [[nodiscard]] int count(const std::string& path, const std::string& part) const {
    return std::stoi(query("count(" + path + ")", part));
  }
  [[nodiscard]] std::string query(const std::string& path, const std::string& part) const {
    return output({"xmllint", "--xpath", path, folder_ / part});
  }

 private:
  static std::string output(std::vector<std::string> command) {
    auto finished = test::run(std::move(command));
    EXPECT_EQ(finished.status, 0) << finished.errors;
    EXPECT_EQ(finished.errors, "");
    return std::move(finished.output);
  }

  test::TempDir folder_;
};

/// An element of WordprocessingML anywhere in a part.
std::string any(const std::string& name) { return "//*[name()='" + name + "']"; }

std::string missing_in(const DocxFile& file, const Paper& paper) {
  const auto text = file.text("word/document.xml") + file.text("word/footer.xml");
  std::string missing;
  for (const auto& said : texts_of(paper)) {
    if (text.find(said) == std::string::npos) missing += said + "\n";
  }
  return missing;
}

TEST(DocxPaper, SaysEveryText) {
  for (const auto& paper : {inspection_minutes(), report(), notice(), wide_list()}) {
    EXPECT_EQ(missing_in(DocxFile(paper), paper), "") << paper.kind;
  }
}

TEST(DocxPaper, EveryPartIsXmlAndEveryRelationshipHasItsPart) {
  const DocxFile file(inspection_minutes());
  for (const auto* part : {"[Content_Types].xml", "_rels/.rels", "docProps/core.xml", "word/document.xml",
                           "word/_rels/document.xml.rels", "word/styles.xml", "word/header.xml",
                           "word/header_first.xml", "word/footer.xml"}) {
    EXPECT_EQ(file.count("/*", part), 1) << part;
  }
  for (const auto* target : {"styles.xml", "header.xml", "header_first.xml", "footer.xml"}) {
    EXPECT_EQ(file.count("//*[@Target='" + std::string(target) + "']", "word/_rels/document.xml.rels"), 1);
  }
}

TEST(DocxPaper, EveryStyleThatIsUsedIsDefinedAndNamed) {
  const DocxFile file(inspection_minutes());
  const auto defined = file.count(any("w:style") + "[*[name()='w:name']]", "word/styles.xml");
  EXPECT_EQ(defined, file.count(any("w:style"), "word/styles.xml"));
  for (const auto* id :
       {"QuocHieu", "TieuNgu", "TenLoai", "TrichYeu", "ThanVanBan", "Heading1", "Bang", "KyNhay"}) {
    const auto style = any("w:style") + "[@*[name()='w:styleId']='" + id + "']";
    EXPECT_EQ(file.count(style, "word/styles.xml"), 1) << id;
  }
  EXPECT_THAT(file.query("string(" + any("w:rFonts") + "/@*[name()='w:ascii'])", "word/styles.xml"),
              HasSubstr("Times New Roman"));
}

TEST(DocxPaper, HasTheMarginsOfTheDecreeAndNoNumberOnTheFirstPage) {
  const DocxFile file(report());
  const auto margin = [&](const char* side) {
    return file.query("string(" + any("w:pgMar") + "/@*[name()='w:" + side + "'])", "word/document.xml");
  };
  EXPECT_THAT(margin("top"), HasSubstr("1134")) << "20 mm";
  EXPECT_THAT(margin("left"), HasSubstr("1701")) << "30 mm";
  EXPECT_THAT(margin("right"), HasSubstr("850")) << "15 mm";
  EXPECT_EQ(file.count(any("w:titlePg"), "word/document.xml"), 1);
  EXPECT_EQ(file.count(any("w:fldSimple"), "word/header.xml"), 1);
  EXPECT_EQ(file.count(any("w:fldSimple"), "word/header_first.xml"), 0);
  EXPECT_THAT(
      DocxFile(wide_list()).query("string(" + any("w:pgSz") + "/@*[name()='w:orient'])", "word/document.xml"),
      HasSubstr("landscape"));
}

TEST(DocxPaper, RepeatsTheHeadOfATableAndCutsNoRow) {
  const DocxFile file(inspection_minutes());
  EXPECT_EQ(file.count(any("w:tblHeader"), "word/document.xml"), 2) << "two tables have a head";
  EXPECT_EQ(file.count(any("w:cantSplit"), "word/document.xml"),
            file.count(any("w:tr"), "word/document.xml"));
}

TEST(DocxPaper, MarksADraftAndHasRoomForInitials) {
  const DocxFile draft(notice()), plain(inspection_minutes());
  EXPECT_THAT(draft.text("word/document.xml"), HasSubstr("DỰ THẢO"));
  EXPECT_THAT(draft.text("word/header.xml"), HasSubstr("DỰ THẢO"));
  EXPECT_THAT(plain.text("word/document.xml") + plain.text("word/header.xml"), Not(HasSubstr("DỰ THẢO")));
  EXPECT_THAT(plain.text("word/footer.xml"), HasSubstr("Ký nháy:"));
}

TEST(DocxPaper, IsTheSameForTheSamePaper) {
  EXPECT_EQ(docx_of(report(), made_at).value(), docx_of(report(), made_at).value());
  EXPECT_THAT(DocxFile(report()).text("docProps/core.xml"), HasSubstr("2026-07-14T02:45:00Z"));
}

TEST(DocxPaper, WhatCannotBePrintedIsRefused) {
  auto paper = report();
  paper.abstract = "\x01";
  EXPECT_EQ(docx_of(paper, made_at).error(), "abstract: the character U+0001 cannot be printed");
}

TEST(DocxPaper, SignsOfMarkUpAreText) {
  auto paper = report();
  paper.body = {Paragraph{"<w:p> & \"ngoặc\" 'đơn' ]]>"}};
  EXPECT_EQ(missing_in(DocxFile(paper), paper), "");
}

RC_GTEST_PROP(DocxPaper, SaysEveryTextOfAnyPaper, ()) {
  const auto paper = *any_paper();
  const auto missing = missing_in(DocxFile(paper), paper);
  RC_ASSERT(missing == "");
}

}  // namespace
}  // namespace badge::documents
