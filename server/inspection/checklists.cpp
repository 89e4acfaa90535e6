#include "server/inspection/checklists.hpp"

#include <algorithm>

namespace badge::inspection {
namespace {

using enum Checklist;

// The words are those of the directives on discipline in offices; rules of a place alone belong into
// findings.
constexpr auto lines = std::to_array<ChecklistLine>({
    {badge, 1, "all_wear",
     "100% cán bộ, công chức, viên chức, người lao động đeo thẻ trong giờ làm việc và khi thực thi nhiệm vụ",
     "Everybody wears the badge in working hours and on duty"},
    {badge, 1, "worn_rightly", "Thẻ được đeo đúng vị trí, đúng của người đeo, không bị che khuất",
     "Each badge is worn where it belongs, by its own bearer, and can be seen"},
    {badge, 1, "all_issued", "Mọi người thuộc diện phải đeo thẻ đều đã được cấp thẻ",
     "Everybody who must wear a badge has been given one"},
    {hours, 1, "on_time", "Đến làm việc và ra về đúng giờ quy định", "People come and leave on time"},
    {hours, 1, "at_work", "Có mặt tại nơi làm việc, không làm việc riêng trong giờ làm việc",
     "People are at their desks and do no business of their own"},
    {hours, 1, "trips_reported", "Các trường hợp đi công tác, vắng mặt đều có báo cáo trước",
     "Trips and absences were reported beforehand"},
    {hours, 1, "duty_staffed", "Bố trí người trực, bảo đảm giải quyết kịp thời hồ sơ",
     "Duty is staffed, so that dossiers are handled in time"},
    {dress, 1, "tidy", "Trang phục gọn gàng, lịch sự, đúng quy định", "Dress is tidy and as prescribed"},
    {conduct, 1, "attitude", "Tinh thần, thái độ làm việc nghiêm túc, tận tình, đúng mực",
     "People work seriously and help willingly"},
    {conduct, 1, "communication", "Giao tiếp, ứng xử đúng chuẩn mực, văn hóa công sở",
     "People speak and behave as the culture of offices asks"},
    {alcohol, 1, "working_hours", "Không sử dụng rượu, bia, đồ uống có cồn trong giờ làm việc",
     "No alcohol in working hours"},
    {alcohol, 1, "lunch_break",
     "Không sử dụng rượu, bia, đồ uống có cồn trong giờ nghỉ trưa của ngày làm việc",
     "No alcohol in the lunch break of a working day"},
    {alcohol, 1, "duty_days", "Không sử dụng rượu, bia, đồ uống có cồn trong ngày trực",
     "No alcohol on days of duty"},
    {gambling, 1, "none", "Không đánh bạc dưới mọi hình thức", "No gambling in any form"},
    {postings, 1, "new_procedures", "Niêm yết đầy đủ, kịp thời các thủ tục hành chính mới ban hành",
     "New procedures are posted, all and in time"},
    {postings, 1, "reception_hours", "Niêm yết thời gian tiếp nhận hồ sơ của người dân đúng quy định",
     "The hours in which dossiers are received are posted"},
    {postings, 1, "hotline", "Niêm yết số điện thoại đường dây nóng về cải cách hành chính",
     "The hotline on administrative reform is posted"},
    {registers, 1, "liaison", "Ghi chép đầy đủ thông tin vào sổ liên thông và lưu trữ sổ liên thông hồ sơ",
     "The liaison register is complete and kept"},
    {registers, 1, "dossiers", "Sổ theo dõi hồ sơ được lập và ghi chép đầy đủ theo mẫu",
     "The register of dossiers is kept as its form asks"},
    {registers, 1, "apologies", "Hồ sơ quá hạn đều có phiếu xin lỗi và hẹn lại ngày trả kết quả",
     "Each late dossier has an apology slip with its new day"},
    {registers, 1, "personnel",
     "Thông tin cán bộ, công chức, viên chức được cập nhật đầy đủ trên phần mềm quản lý",
     "The personnel system is up to date"},
    {other, 1, "house_rules", "Nội quy, quy chế làm việc được ban hành và rà soát, bổ sung kịp thời",
     "Internal rules are issued and kept up to date"},
    {other, 1, "made_known", "Thường xuyên quán triệt, phổ biến quy định về kỷ luật, kỷ cương hành chính",
     "Rules on discipline are made known regularly"},
    {other, 1, "own_inspection", "Đơn vị tự kiểm tra việc chấp hành kỷ luật, kỷ cương hành chính",
     "The unit inspects itself"},
});

}  // namespace

std::span<const ChecklistLine> checklist_lines() { return lines; }

const ChecklistLine* checklist_line(Checklist list, int version, std::string_view key) {
  const auto found = std::ranges::find_if(lines, [&](const ChecklistLine& line) {
    return line.list == list && line.version == version && line.key == key;
  });
  return found == lines.end() ? nullptr : &*found;
}

int checklist_version(Checklist list) {
  int version = 0;
  for (const auto& line : lines) {
    if (line.list == list) version = std::max(version, line.version);
  }
  return version;
}

}  // namespace badge::inspection
