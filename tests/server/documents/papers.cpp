#include "tests/server/documents/papers.hpp"

#include <array>
#include <string>

#include "server/documents/paper_words.hpp"

namespace badge::documents {
namespace {

using std::chrono::day;
using std::chrono::hours;
using std::chrono::July;
using std::chrono::minutes;
using std::chrono::year;

constexpr std::array names = {
    "Nguyễn Thị Ánh Nguyệt", "Trần Quốc Dũng", "Lê Thị Mỹ Hạnh",    "Phạm Đức Huy",
    "Huỳnh Thị Kim Liên",    "Võ Hoàng Long",  "Đặng Thị Ngọc Mỹ",  "Bùi Văn Nghĩa",
    "Đỗ Thị Hồng Phượng",    "Hồ Sỹ Quý",      "Ngô Thị Bích Thủy", "Dương Văn Tưởng"};

Table badge_table() {
  Table table{.columns = {{"STT", 0.6, Align::centre},
                          {"Họ và tên", 2.6},
                          {"Chức vụ, vị trí việc làm", 2.2},
                          {"Kết quả kiểm tra", 2},
                          {"Ghi chú", 2}},
              .rows = {},
              .total = {{"Cộng", 3}, "36/40 người đeo thẻ", ""},
              .caption = ""};
  for (int i = 1; i <= 40; ++i) {
    const bool without = i % 10 == 0;
    table.rows.push_back({std::to_string(i), names[static_cast<std::size_t>(i) % names.size()],
                          i == 1 ? "Phó Trưởng phòng" : "Chuyên viên", without ? "Không đeo thẻ" : "Đeo thẻ",
                          without ? "Để quên ở nhà, đã nhắc nhở tại chỗ" : ""});
  }
  return table;
}

Table away_table() {
  return {.columns = {{"STT", 0.6, Align::centre},
                      {"Họ và tên", 2.4},
                      {"Lý do", 1.6},
                      {"Số văn bản", 1.8},
                      {"Thời điểm báo", 2.2}},
          .rows = {{"1", "Nguyễn Văn Ân", "Nghỉ phép", "05/GNP-SNV", "08 giờ 05 phút ngày 10/7/2026"},
                   {"2", "Trịnh Thị Duyên", "Công tác", "118/QĐ-SNV", "16 giờ 20 phút ngày 13/7/2026"},
                   {"3", "Lý Minh Hoàng", "Ốm", "Không số",
                    "09 giờ 25 phút ngày 14/7/2026, sau khi bắt đầu kiểm tra"}},
          .total = {},
          .caption = ""};
}

void add_findings(std::vector<Block>& body) {
  body.insert(
      body.end(),
      {Heading{"III. TỒN TẠI, HẠN CHẾ, VI PHẠM"},
       Paragraph{"1. Bốn người không đeo thẻ trong giờ làm việc, chưa đúng khoản 2 Điều 7 Nội quy cơ quan "
                 "ban hành kèm theo Quyết định số 45/QĐ-SNV ngày 12 tháng 01 năm 2026."},
       Paragraph{"2. Một người có quét thẻ lúc 07 giờ 26 phút tại Cổng A nhưng không có mặt khi kiểm tra: "
                 "ông Đoàn Văn Khởi."},
       Paragraph{"3. Người đứng đầu tại thời điểm kiểm tra: bà Lê Thị Thu Hà, Phó Chánh Văn phòng, "
                 "được ủy quyền điều hành theo Giấy ủy quyền số 09/GUQ-VP."},
       Heading{"IV. KIẾN NGHỊ"},
       Paragraph{"1. Văn phòng Sở chấn chỉnh việc đeo thẻ; thời hạn khắc phục: ngày 31 tháng 7 năm 2026."},
       Paragraph{"2. Làm rõ việc vắng mặt của ông Đoàn Văn Khởi, báo cáo Đoàn kiểm tra trước ngày 20 tháng 7 "
                 "năm 2026."},
       Heading{"V. Ý KIẾN CỦA ĐƠN VỊ ĐƯỢC KIỂM TRA"}, WritingLines{4}});
}

}  // namespace

Paper inspection_minutes() {
  Paper paper;
  paper.head = {.superior = "UBND TỈNH KHÁNH HÒA",
                .issuer = "SỞ NỘI VỤ",
                .number = {},
                .symbol = "BB-SNV",
                .dated = {}};
  paper.kind = "BIÊN BẢN";
  paper.abstract = "Kiểm tra việc chấp hành thời giờ làm việc và đeo thẻ tại Văn phòng Sở";
  paper.bases = {
      "Căn cứ Quyết định số 102/QĐ-SNV ngày 09 tháng 3 năm 2026 của Giám đốc Sở Nội vụ về việc thành lập "
      "Đoàn kiểm tra công vụ năm 2026"};
  paper.body = {Paragraph{"Thời gian bắt đầu: " + time_words(hours(9) + minutes(14)) + ", " +
                          date_words(year(2026) / July / 14) + "."},
                Paragraph{"Địa điểm: Văn phòng Sở, tầng 2, số 04 Trần Phú, phường Nha Trang."},
                Heading{"I. THÀNH PHẦN"},
                Heading{"1. Đoàn kiểm tra", 2},
                Paragraph{"- Ông Trương Hồng Dự, Phó Giám đốc Sở, Trưởng đoàn;"},
                Paragraph{"- Bà Nguyễn Thị Tường Vy, Chuyên viên, Thư ký."},
                Heading{"2. Đại diện đơn vị được kiểm tra", 2},
                Paragraph{"- Bà Lê Thị Thu Hà, Phó Chánh Văn phòng."},
                Heading{"II. KẾT QUẢ KIỂM TRA"},
                Heading{"1. Số người theo danh sách", 2},
                Paragraph{Text{{.text = "Theo danh sách: "},
                               {.text = "45 người", .bold = true},
                               {.text = "; trong đó có mặt 41, vắng có lý do 03, vắng chưa có lý do 01."}}},
                away_table(),
                Heading{"2. Việc đeo thẻ của những người được kiểm tra", 2},
                badge_table()};
  add_findings(paper.body);
  paper.body.emplace_back(
      Paragraph{"Biên bản kết thúc vào 10 giờ 40 phút cùng ngày, được lập thành 03 bản có nội dung như nhau, "
                "Đoàn kiểm tra giữ 02 bản, "
                "đơn vị được kiểm tra giữ 01 bản; đã đọc cho những người có tên dưới đây cùng nghe và thống "
                "nhất ký tên."});
  paper.signers = {
      {.authority = {"ĐẠI DIỆN ĐƠN VỊ", "ĐƯỢC KIỂM TRA"},
       .name = "Lê Thị Thu Hà",
       .note = "(Ký, ghi rõ họ tên)",
       .dated = ""},
      {.authority = {"THƯ KÝ"}, .name = "Nguyễn Thị Tường Vy", .note = "(Ký, ghi rõ họ tên)", .dated = ""},
      {.authority = {"TRƯỞNG ĐOÀN"}, .name = "Trương Hồng Dự", .note = "(Ký, ghi rõ họ tên)", .dated = ""}};
  paper.recipients = {"Văn phòng Sở", "Thành viên Đoàn kiểm tra", "Lưu: VT, hồ sơ kiểm tra"};
  paper.initials = {"Đại diện đơn vị", "Thư ký", "Trưởng đoàn"};
  return paper;
}

Paper report() {
  Paper paper;
  paper.head = {.superior = "UBND TỈNH KHÁNH HÒA",
                .issuer = "SỞ NỘI VỤ",
                .number = {},
                .symbol = "BC-SNV",
                .dated = PlaceAndDate{"Khánh Hòa", year(2026) / July, {}}};
  paper.kind = "BÁO CÁO";
  paper.abstract = "Kết quả kiểm tra việc chấp hành thời giờ làm việc và đeo thẻ quý II năm 2026";
  paper.body = {Paragraph{"Thực hiện Kế hoạch số 94/KH-SNV ngày 11 tháng 01 năm 2026 về kiểm tra hoạt động "
                          "công vụ năm 2026, Sở Nội vụ báo "
                          "cáo Ủy ban nhân dân tỉnh kết quả kiểm tra quý II như sau:"},
                Heading{"I. KẾT QUẢ THỰC HIỆN KẾ HOẠCH"},
                Paragraph{"Trong quý, Sở đã kiểm tra 40 cơ quan, đơn vị, đạt 100% kế hoạch; người được kiểm "
                          "tra đeo thẻ 1.204/1.250 (96,3%)."},
                Table{.columns = {{"STT", 0.5, Align::centre},
                                  {"Loại cơ quan, đơn vị", 3},
                                  {"Kế hoạch", 1, Align::right},
                                  {"Đã kiểm tra", 1.1, Align::right},
                                  {"Tỷ lệ (%)", 1, Align::right}},
                      .rows = {{"1", "Sở, ban, ngành", "8", "8", "100,0"},
                               {"2", "Bộ phận Một cửa", "3", "3", "100,0"},
                               {"3", "Ủy ban nhân dân xã, phường, đặc khu", "29", "29", "100,0"}},
                      .total = {{"Cộng", 2}, "40", "40", "100,0"},
                      .caption = "Đơn vị tính: cơ quan, đơn vị"},
                Heading{"II. KIẾN NGHỊ"},
                Paragraph{"Đề nghị Ủy ban nhân dân tỉnh xem xét, chỉ đạo các cơ quan, đơn vị khắc phục những "
                          "tồn tại, hạn chế đã nêu. Sở Nội "
                          "vụ trân trọng báo cáo./."}};
  paper.signers = {
      {.authority = {"KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"}, .name = "Trương Hồng Dự", .note = "", .dated = ""}};
  paper.recipients = {"UBND tỉnh (để báo cáo)", "Giám đốc Sở (để báo cáo)", "Các sở, ban, ngành",
                      "Lưu: VT, CCVC (05)"};
  return paper;
}

Paper notice() {
  Paper paper;
  paper.head = {.superior = "SỞ NỘI VỤ",
                .issuer = "ĐOÀN KIỂM TRA 102",
                .number = "05",
                .symbol = "TB-ĐKT102",
                .dated = PlaceAndDate{"Khánh Hòa", year(2026) / std::chrono::February, day(3)}};
  paper.draft = true;
  paper.kind = "THÔNG BÁO";
  paper.abstract = "Kết quả kiểm tra tại Văn phòng Sở";
  paper.addressees = {"Văn phòng Sở", "Phòng Công chức, viên chức"};
  for (int i = 1; i <= 24; ++i) {
    paper.body.emplace_back(
        Paragraph{std::to_string(i) +
                  ". Người đứng đầu đơn vị chịu trách nhiệm khắc phục tồn tại đã nêu trong biên bản, gửi "
                  "báo cáo kèm tài liệu chứng minh về Đoàn kiểm tra đúng thời hạn."});
  }
  paper.signers = {{.authority = {"TRƯỞNG ĐOÀN"}, .name = "Trương Hồng Dự", .note = "", .dated = ""}};
  paper.recipients = {"Như trên", "Lưu: VT, ĐKT"};
  return paper;
}

Paper wide_list() {
  Paper paper;
  paper.orientation = Orientation::landscape;
  paper.head = {
      .superior = "UBND TỈNH KHÁNH HÒA", .issuer = "SỞ NỘI VỤ", .number = {}, .symbol = "", .dated = {}};
  paper.kind = "DANH SÁCH";
  paper.abstract = "Đi muộn, về sớm, thiếu lượt quét tháng 7 năm 2026";
  Table table{.columns = {{"STT", 0.5, Align::centre}}, .rows = {}, .total = {}, .caption = ""};
  Row row = {"1"};
  for (int i = 1; i <= 9; ++i) {
    table.columns.push_back({"Cột " + std::to_string(i), 1, Align::centre});
    row.emplace_back("07:3" + std::to_string(i));
  }
  for (int i = 0; i < 30; ++i) table.rows.push_back(row);
  paper.body = {table};
  return paper;
}

std::vector<std::string> texts_of(const Paper& paper) {
  std::vector<std::string> all = {paper.head.superior, paper.head.issuer, paper.kind, paper.abstract};
  const auto add = [&](const std::vector<std::string>& more) {
    all.insert(all.end(), more.begin(), more.end());
  };
  const auto add_runs = [&](const Text& text) {
    for (const auto& run : text.runs) all.push_back(run.text);
  };
  for (const auto* list : {&paper.addressees, &paper.bases, &paper.recipients, &paper.initials}) add(*list);
  for (const auto& signer : paper.signers) {
    add(signer.authority);
    add({signer.name, signer.note, signer.dated});
  }
  for (const auto& block : paper.body) {
    if (const auto* paragraph = std::get_if<Paragraph>(&block)) add_runs(paragraph->text);
    if (const auto* heading = std::get_if<Heading>(&block)) all.push_back(heading->text);
    const auto* table = std::get_if<Table>(&block);
    if (table == nullptr) continue;
    all.push_back(table->caption);
    for (const auto& column : table->columns) all.push_back(column.heading);
    for (const auto& cell : table->total) add_runs(cell.text);
    for (const auto& row : table->rows) {
      for (const auto& cell : row) add_runs(cell.text);
    }
  }
  return all;
}

}  // namespace badge::documents
