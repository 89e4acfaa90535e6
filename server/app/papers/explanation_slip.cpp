#include "server/app/papers/explanation_slip.hpp"

#include <fmt/format.h>

#include "server/app/papers/slip_parts.hpp"
#include "server/app/sentences.hpp"

namespace badge::app {
namespace {

using attendance::SessionState;
using documents::Align;
using documents::Paragraph;
using documents::Table;

/// "đi muộn 7 phút"; empty: there is nothing to explain.
std::string matter_of(const SessionRow& session) {
  std::string text;
  const auto add = [&](const std::string& what) { text += (text.empty() ? "" : ", ") + what; };
  if (session.state == SessionState::absent) add("không có lượt quét thẻ và giấy tờ");
  if (session.late_min > 0) add(fmt::format("đi muộn {} phút", session.late_min));
  if (session.early_min > 0) add(fmt::format("về sớm {} phút", session.early_min));
  if (session.missing_in) add("thiếu lượt vào");
  if (session.missing_out) add("thiếu lượt ra");
  return text;
}

std::string abstract_of(const Why& why) {
  std::string matters;
  for (const auto& session : why.sessions) {
    const auto matter = matter_of(session);
    if (matter.empty()) continue;
    matters += fmt::format("{}{} (buổi {})", matters.empty() ? "" : "; ", matter, session.name);
  }
  const auto day =
      fmt::format("{}, ngày {}", weekday_text(why.date, Language::vi), date_text(why.date, Language::vi));
  return matters.empty() ? "Về việc chấm công " + day : "Về việc " + matters + "\n" + day;
}

Table sessions_table(const Why& why) {
  Table table{.columns = {{"Buổi", 1},
                          {"Giờ làm việc", 1.3, Align::centre},
                          {"Vào", 0.8, Align::centre},
                          {"Ra", 0.8, Align::centre},
                          {"Ghi nhận", 4}},
              .rows = {},
              .total = {},
              .caption = ""};
  for (const auto& session : why.sessions) {
    table.rows.push_back({session.name, session.start + "–" + session.end,
                          session.in.empty() ? "–" : session.in, session.out.empty() ? "–" : session.out,
                          session.text});
  }
  return table;
}

void add_papers(std::vector<documents::Block>& body, const Why& why) {
  for (const auto& paper : why.papers) body.emplace_back(Paragraph{"- Giấy tờ: " + paper + "."});
  for (const auto& silence : why.silences) body.emplace_back(Paragraph{"- " + silence.text});
}

/// What was explained already, each session's once.
std::string explained(std::span<const attendance::Correction> stated) {
  std::string text;
  for (const auto& one : stated) {
    if (one.explanation.empty()) continue;
    text += (text.empty() ? "" : "; ") + one.explanation;
    if (const auto cause = describe_cause(one, Language::vi); !cause.empty()) text += " (" + cause + ")";
  }
  return text;
}

}  // namespace

documents::Paper explanation_slip_of(const Why& why, std::span<const attendance::Correction> stated,
                                     attendance::Date today) {
  documents::Paper paper;
  paper.kind = "GIẤY GIẢI TRÌNH";
  paper.abstract = abstract_of(why);
  paper.addressees = {"Thủ trưởng đơn vị"};
  add_who(paper.body, why.person);
  paper.body.emplace_back(Paragraph{"Hệ thống ghi nhận như sau:"});
  if (why.sessions.empty()) {
    paper.body.emplace_back(Paragraph{"Không có buổi làm việc nào trong lịch của ngày này."});
  } else {
    paper.body.emplace_back(sessions_table(why));
  }
  add_papers(paper.body, why);
  add_or_lines(paper.body, "Nội dung giải trình", explained(stated), 4);
  add_or_lines(paper.body, "Tài liệu, người xác nhận kèm theo", "", 2);
  paper.body.emplace_back(Paragraph{"Tôi cam đoan nội dung giải trình trên là đúng sự thật./."});
  paper.signers = slip_signers("Ý KIẾN CỦA THỦ TRƯỞNG ĐƠN VỊ", "NGƯỜI GIẢI TRÌNH", why.person, today);
  return paper;
}

}  // namespace badge::app
