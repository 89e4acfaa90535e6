#include "server/http/inspection_refusals.hpp"

#include <fmt/format.h>

namespace badge::http {
namespace {

namespace json = boost::json;
using app::StepRefused;
using inspection::FieldFault, inspection::FieldRule;

struct Sentence {
  std::string_view vi, en;
};

Sentence sentence_of(StepRefused refused) {
  switch (refused) {
    case StepRefused::not_found:
      return {"Không có hồ sơ này", "There is no such file"};
    case StepRefused::not_yours:
      return {"Bạn không được ghi nội dung này", "This is not yours to write"};
    case StepRefused::begun_already:
      return {"Cuộc kiểm tra đã bắt đầu", "The inspection has begun already"};
    case StepRefused::not_begun:
      return {"Cuộc kiểm tra chưa bắt đầu", "The inspection has not begun"};
    case StepRefused::not_ended:
      return {"Cuộc kiểm tra chưa kết thúc", "The inspection has not ended"};
    case StepRefused::no_such_unit:
      return {"Chưa chọn đơn vị hoặc địa điểm, hoặc không có đơn vị này",
              "A unit or a place is missing, or there is no such unit"};
    case StepRefused::no_such_plan:
      return {"Không có kế hoạch hoặc vụ việc này", "There is no such plan or case"};
    case StepRefused::no_such_person:
      return {"Không có người mang mã này", "There is nobody with this code"};
    case StepRefused::no_such_login:
      return {"Không có tài khoản mang tên này", "There is no login of this name"};
    case StepRefused::no_such_finding:
      return {"Không có tồn tại này trong hồ sơ", "There is no such finding in the file"};
    case StepRefused::no_leader:
      return {"Đoàn kiểm tra chưa có người phụ trách", "Nobody leads the team yet"};
    case StepRefused::nobody_signed:
      return {"Ghi tên người ký, hoặc lý do đại diện đơn vị không ký",
              "State who signed, or why nobody of the unit did"};
    case StepRefused::case_has_gaps:
      return {"Chưa đủ nguyên nhân, người vi phạm, trách nhiệm người đứng đầu và kết quả xử lý",
              "Cause, person, the head's part and the outcome are not all there"};
    case StepRefused::disputed:
      return {"Còn người mà các thành viên ghi khác nhau; thống nhất trước khi kết thúc",
              "Some people were marked differently; settle them before the end"};
    case StepRefused::nothing_to_review:
      return {"Không có báo cáo khắc phục nào chờ xem xét", "No repair waits to be reviewed"};
  }
  return {};
}

Sentence sentence_of(FieldRule rule) {
  switch (rule) {
    case FieldRule::known_kind:
      return {"Máy chủ không nhận loại nội dung này", "The server knows no such step"};
    case FieldRule::known_field:
      return {"Không có trường này", "There is no such field"};
    case FieldRule::required:
      return {"Không được để trống", "Must not be empty"};
    case FieldRule::short_enough:
      return {"Dài quá 4.000 byte", "Longer than 4,000 bytes"};
    case FieldRule::a_day:
      return {"Phải là một ngày, ví dụ 2026-07-09", "Must be a day, like 2026-07-09"};
    case FieldRule::a_number:
      return {"Phải là một số", "Must be a number"};
    case FieldRule::a_time:
      return {"Thời điểm phải thuộc các năm 2000–2037; kiểm tra đồng hồ của thiết bị",
              "The time must be of 2000 to 2037; check the clock of the device"};
    case FieldRule::a_text:
      return {"Có ký tự không in được", "Holds a character that cannot be printed"};
    case FieldRule::a_word:
      return {"Giá trị không hợp lệ", "Not one of its values"};
  }
  return {};
}

struct ToJson {
  const Request& request;
  json::object operator()(const app::StepTaken&) const { return {{"taken", true}}; }
  json::object operator()(const FieldFault& fault) const {
    const auto sentence = sentence_of(fault.rule);
    return {{"taken", false},
            {"reason", "invalid"},
            {"title", say(request, sentence.vi, sentence.en)},
            {"field", fault.field}};
  }
  json::object operator()(StepRefused refused) const {
    const auto sentence = sentence_of(refused);
    return {
        {"taken", false}, {"reason", to_string(refused)}, {"title", say(request, sentence.vi, sentence.en)}};
  }
};

}  // namespace

json::object to_json(const app::StepFate& fate, const Request& request) {
  return std::visit(ToJson{request}, fate);
}

Response no_such_inspection(const Request& request) {
  return problem(404, "urn:chuyen-can:not-found",
                 say(request, "Không có cuộc kiểm tra này", "There is no such inspection"));
}

}  // namespace badge::http
