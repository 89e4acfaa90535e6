#pragma once
#include <string>

#include "server/app/inspections/issuing_body.hpp"
#include "server/attendance/facts.hpp"
#include "server/documents/paper.hpp"

namespace badge::app {

/// What a unit posts at its door: the hours that hold on a day.
struct PostedHours {
  std::string unit_name;
  const attendance::Season* season = nullptr;  // in force on `date`; null: none is
  const attendance::Season* next = nullptr;    // the one after it; null: none is stated
  attendance::Date date;
  std::string hotline;  // empty: left to be written by hand
};

/// *Niêm yết thời gian làm việc, tiếp nhận hồ sơ*, with the hotline on administrative reform. Pure.
[[nodiscard]] documents::Paper hours_notice_of(const PostedHours& hours, const IssuingBody& body);

/// "thứ Hai đến thứ Sáu", "thứ Hai, thứ Tư": of bits as in Season.
[[nodiscard]] std::string weekdays_words(std::uint8_t weekdays);

}  // namespace badge::app
