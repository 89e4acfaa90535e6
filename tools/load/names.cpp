#include "tools/load/names.hpp"

#include <array>
#include <span>
#include <string_view>

namespace badge::tools {
namespace {

struct Weighted {
  const char* text;
  int weight;
};

// Weights follow how common the surnames are, in per mille, so that lists look like lists of an office.
constexpr std::array surnames = std::to_array<Weighted>({
    {"Nguyễn", 370}, {"Trần", 110}, {"Lê", 95},    {"Phạm", 70}, {"Hoàng", 40}, {"Huỳnh", 20},
    {"Phan", 45},    {"Vũ", 30},    {"Võ", 20},    {"Đặng", 22}, {"Bùi", 20},   {"Đỗ", 16},
    {"Hồ", 14},      {"Ngô", 14},   {"Dương", 12}, {"Lý", 8},    {"Đinh", 8},   {"Trương", 9},
    {"Lương", 6},    {"Mai", 6},    {"Nông", 4},   {"Hà", 6},    {"Tạ", 4},     {"Cao", 5},
});
constexpr auto men_middle =
    std::to_array<std::string_view>({"Văn", "Văn", "Văn", "Đức", "Minh", "Quang", "Hữu", "Công", "Thành",
                                     "Xuân", "Ngọc", "Anh", "Tiến", "Việt", "Đình"});
constexpr auto men_given = std::to_array<std::string_view>(
    {"An",    "Bình", "Cường", "Dũng",  "Duy",  "Đạt",   "Hải",   "Hiếu", "Hòa",  "Hùng", "Huy",
     "Khánh", "Kiên", "Lâm",   "Long",  "Nam",  "Nghĩa", "Phong", "Phúc", "Quân", "Quý",  "Sơn",
     "Tài",   "Tâm",  "Thắng", "Thịnh", "Toàn", "Trung", "Tuấn",  "Tùng", "Vinh"});
constexpr auto women_middle =
    std::to_array<std::string_view>({"Thị", "Thị", "Thị", "Thị Thu", "Thị Ngọc", "Thị Thanh", "Ngọc", "Thu",
                                     "Thanh", "Minh", "Phương", "Kim", "Mai"});
constexpr auto women_given = std::to_array<std::string_view>(
    {"An",    "Bích", "Chi",    "Diệp",  "Dung", "Duyên", "Giang", "Hà",    "Hạnh",  "Hằng", "Hiền", "Hoa",
     "Hồng",  "Huệ",  "Hương",  "Lan",   "Liên", "Linh",  "Loan",  "Ly",    "Mai",   "My",   "Nga",  "Ngân",
     "Nhung", "Oanh", "Phượng", "Quyên", "Tâm",  "Thảo",  "Thủy",  "Trang", "Tuyết", "Vân",  "Yến"});

constexpr auto departments = std::to_array<NamedBody>({
    {"VP", "Văn phòng Ủy ban nhân dân tỉnh"},
    {"SNV", "Sở Nội vụ"},
    {"STC", "Sở Tài chính"},
    {"STP", "Sở Tư pháp"},
    {"SGDDT", "Sở Giáo dục và Đào tạo"},
    {"SYT", "Sở Y tế"},
    {"SXD", "Sở Xây dựng"},
    {"SNNMT", "Sở Nông nghiệp và Môi trường"},
    {"SCT", "Sở Công Thương"},
    {"SKHCN", "Sở Khoa học và Công nghệ"},
    {"SVHTTDL", "Sở Văn hóa, Thể thao và Du lịch"},
    {"TTR", "Thanh tra tỉnh"},
    {"SDTTG", "Sở Dân tộc và Tôn giáo"},
});
static_assert(departments.size() == departments_named);

constexpr auto places =
    std::to_array<std::string_view>({"Ví Dụ", "Giả Định", "Mô Phỏng", "Thử Nghiệm", "Phác Thảo",
                                     "Tưởng Tượng", "Bản Nháp", "Minh Họa", "Thí Dụ", "Hư Cấu"});
constexpr auto divisions =
    std::to_array<std::string_view>({"Văn phòng", "Phòng Tổ chức – Hành chính", "Phòng Kế hoạch – Tài chính",
                                     "Phòng Tổng hợp", "Phòng Pháp chế"});
constexpr auto commune_divisions =
    std::to_array<std::string_view>({"Văn phòng HĐND và UBND", "Phòng Văn hóa – Xã hội", "Phòng Kinh tế",
                                     "Trung tâm Phục vụ hành chính công"});

std::string_view weighted(Random& random, std::span<const Weighted> choices) {
  int total = 0;
  for (const Weighted& choice : choices) total += choice.weight;
  int at = random.between(0, total - 1);
  for (const Weighted& choice : choices) {
    at -= choice.weight;
    if (at < 0) return choice.text;
  }
  return choices.front().text;
}

std::string numbered(std::span<const std::string_view> names, std::size_t index) {
  std::string name(names[index % names.size()]);
  if (index >= names.size()) name += " " + std::to_string(index / names.size() + 1);
  return name;
}

}  // namespace

std::string person_name(Random& random, bool woman) {
  std::string name(weighted(random, surnames));
  name += ' ';
  name += woman ? random.pick(std::span(women_middle)) : random.pick(std::span(men_middle));
  name += ' ';
  name += woman ? random.pick(std::span(women_given)) : random.pick(std::span(men_given));
  return name;
}

NamedBody department(std::size_t index) { return departments.at(index); }

std::string place_name(std::size_t index) { return numbered(places, index); }

std::string department_division(std::size_t index) {
  if (index < divisions.size()) return std::string(divisions[index]);
  return "Phòng Nghiệp vụ " + std::to_string(index - divisions.size() + 1);
}

std::string commune_division(std::size_t index, bool ward) {
  if (ward && index == 2) return "Phòng Kinh tế, Hạ tầng và Đô thị";
  return numbered(commune_divisions, index);
}

}  // namespace badge::tools
