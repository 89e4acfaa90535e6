// Files of inspection whose time is over are gone; of a person who is erased, what was counted stays.
#include <algorithm>
#include <fstream>
#include <iterator>

#include "tests/server/store/store_fixture.hpp"

namespace badge::test {
namespace {

using inspection::LocalTime, inspection::Observed, inspection::Step;
using store::RecordKind;

constexpr attendance::Date june_10(std::chrono::year(2026) / 6 / 10), july_1(std::chrono::year(2026) / 7 / 1);

std::string id(char digit) { return std::string(32, digit); }

class InspectionRetention : public StoreTest {
 protected:
  /// One more step, at noon of a day.
  void write(const std::string& file, attendance::Date day, inspection::What what,
             const std::vector<inspection::Listed>& list = {}) {
    const LocalTime at = day + 12h;
    auto no = std::to_string(++written_);
    const std::vector<Step> steps{
        {std::string(32 - no.size(), '0') + no, file, "kha", at, at, std::move(what)}};
    store_->write_steps(steps, list);
  }
  /// SNV on that day, An on the list and seen without a badge.
  void inspected(const std::string& file, attendance::Date day) {
    inspection::Prepared prepared;
    prepared.unit_code = "SNV";
    prepared.checklists = {inspection::Checklist::badge};
    write(file, day, prepared);
    inspection::Listed an;
    an.staff_code = "NV1";
    an.full_name = "Nguyễn Thị Đã Nghỉ";
    an.presence = inspection::Presence::away;
    an.paper = "GIAY-1";
    inspection::Started started;
    started.number = "1/2026";
    started.head.code = "NV1";
    started.head.name = "Nguyễn Thị Đã Nghỉ";
    write(file, day, started, {an});
    write(file, day, inspection::Marked{"NV1", Observed::not_worn, {}, "để trong cặp"});
  }
  [[nodiscard]] bool is_in_file(const std::string& bytes) {
    store_.reset();
    std::ifstream file(data() / "store.db", std::ios::binary);
    const std::string all{std::istreambuf_iterator<char>(file), {}};
    open();
    return all.find(bytes) != std::string::npos;
  }

  int written_ = 0;
};

TEST_F(InspectionRetention, TakesFilesIntoWhichNobodyHasWrittenSince) {
  inspected(id('a'), june_10);
  inspected(id('b'), june_10);
  write(id('b'), july_1, inspection::Issued{inspection::Paper::report, "12/BC-SNV", july_1});
  EXPECT_EQ(store_->records_before(RecordKind::inspections, july_1), 1U);
  EXPECT_EQ(store_->erase(RecordKind::inspections, july_1).records, 1U);
  EXPECT_TRUE(store_->steps(id('a')).empty());
  EXPECT_TRUE(store_->listed(id('a')).empty());
  EXPECT_EQ(store_->steps(id('b')).size(), 4U);
  EXPECT_EQ(store_->listed(id('b')).size(), 1U);
  EXPECT_EQ(store_->erasures().at(0).kind, RecordKind::inspections);
  EXPECT_EQ(store_->erase(RecordKind::inspections, july_1).records, 0U);
}

TEST_F(InspectionRetention, LeavesNoByteOfThemInTheFile) {
  inspected(id('a'), june_10);
  EXPECT_TRUE(is_in_file("GIAY-1"));
  store_->erase(RecordKind::inspections, july_1);
  EXPECT_FALSE(is_in_file("GIAY-1"));
  EXPECT_FALSE(is_in_file("để trong cặp"));
}

TEST_F(InspectionRetention, TellsWhoRemembersFilesToReadThemAnew) {
  inspected(id('a'), june_10);
  inspected(id('b'), july_1);
  const auto seen = store_->changed_files({}).seen;
  EXPECT_TRUE(store_->changed_files(seen).files.empty());
  store_->erase(RecordKind::inspections, july_1);
  const auto changed = store_->changed_files(seen);
  EXPECT_NE(changed.seen.erasures, seen.erasures);
  EXPECT_EQ(changed.files, std::vector{id('b')}) << "all that are left";
}

TEST_F(InspectionRetention, KeepsTheSumsAndForgetsThePerson) {
  const attendance::Posting posting{"NV1",       "Nguyễn Thị Đã Nghỉ", "SNV", "chuyên viên",
                                    "công chức", {june_10, june_10},   1};
  store_->apply({"admin", "test.csv", {attendance::Unit{"SNV", "Sở Nội vụ", "sở", "", {june_10}}, posting}});
  inspected(id('a'), june_10);
  const auto seen = store_->changed_files({}).seen;
  EXPECT_EQ(store_->erase(RecordKind::people, july_1).records, 1U);
  const auto list = store_->listed(id('a'));
  const auto steps = store_->steps(id('a'));
  ASSERT_EQ(list.size(), 1U);
  ASSERT_EQ(steps.size(), 3U);
  EXPECT_EQ(list[0].full_name, "");
  const auto& marked = std::get<inspection::Marked>(steps[2].what);
  EXPECT_EQ(marked.observed, Observed::not_worn);
  EXPECT_EQ(marked.staff_code, list[0].staff_code) << "the mark still finds its line";
  EXPECT_NE(marked.staff_code, "NV1");
  EXPECT_EQ(std::get<inspection::Started>(steps[1].what).head.name, "");
  EXPECT_TRUE(store_->lines_of("NV1").empty());
  EXPECT_EQ(store_->changed_files(seen).files, std::vector{id('a')}) << "who remembers names forgets them";
  for (const auto* bytes : {"Nguyễn Thị Đã Nghỉ", "GIAY-1", "để trong cặp"})
    EXPECT_FALSE(is_in_file(bytes)) << bytes;
}

}  // namespace
}  // namespace badge::test
