#pragma once
#include <string_view>
#include <unordered_set>

#include "server/app/import_table.hpp"
#include "server/store/fact_batch.hpp"

namespace badge::app {

/// Codes of all people who have, had or will have a posting. The facts must outlive it.
class KnownStaff {
 public:
  explicit KnownStaff(const store::RosterFacts& facts) {
    for (const auto& posting : facts.postings) codes_.insert(posting.staff_code);
  }

  [[nodiscard]] bool contains(std::string_view code) const { return codes_.contains(code); }

  /// Refuses the row if nobody has this code.
  void require(ImportRow& row, std::string_view column, std::string_view code,
               const ImportReport& report) const {
    if (contains(code)) return;
    row.refuse(column, report.say("không có ai mang mã này; nhập danh sách nhân sự trước, hoặc sửa mã",
                                  "nobody has this code; import the staff first, or mend the code"));
  }

 private:
  std::unordered_set<std::string_view> codes_;
};

}  // namespace badge::app
