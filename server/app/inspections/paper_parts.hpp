#pragma once
/// What papers of one inspection share. Pure: the same file gives the same paper.
#include <chrono>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "server/app/inspections/issuing_body.hpp"
#include "server/app/inspections/late_papers.hpp"
#include "server/documents/paper.hpp"
#include "server/inspection/inspection.hpp"
#include "server/inspection/plan.hpp"

namespace badge::app {

/// What a paper says, all of it.
struct PaperSource {
  const inspection::Inspection& inspection;
  std::span<const inspection::Listed> list;  // with whoever was marked without standing on it
  const inspection::Plan* plan = nullptr;    // which it counts for; null: none
  /// What was filed after the start: shown as such, until the end.
  std::map<std::string, LatePaper, std::less<>> late{};
  std::string unit_name{};   // before the start, when the file has none of its own
  inspection::Date today{};  // the month of a date that is left blank, and which findings are overdue
};

/// The head of a paper of this type ("BC"). `issued` null: number and day are left blank.
[[nodiscard]] documents::Letterhead letterhead(const IssuingBody& body, std::string_view type,
                                               const inspection::Issued* issued, inspection::Date today);

/// The number as a clerk gave it: "5/BC-SNV", or "5" alone, into "05" and the symbol behind it.
void set_number(documents::Letterhead& head, std::string_view given);

[[nodiscard]] documents::PlaceAndDate dated(const IssuingBody& body, inspection::Date day);

/// Who signs for the body: its title over dots.
[[nodiscard]] documents::Signer signer_of(const IssuingBody& body);

[[nodiscard]] std::string unit_of(const PaperSource& source);          // the unit, or the place
[[nodiscard]] std::string what_is_checked(const PaperSource& source);  // "việc chấp hành …\ntại …"
[[nodiscard]] std::string basis_of(const PaperSource& source);  // "Căn cứ Kế hoạch …"; empty: none is named
/// With the decision that set the team up.
[[nodiscard]] std::vector<std::string> bases_of(const PaperSource& source);
[[nodiscard]] std::string team_line(const inspection::Joined& one, inspection::TeamKind team);
[[nodiscard]] std::string file_line(const inspection::Inspection& inspection);  // "Lưu: VT, hồ sơ …"

[[nodiscard]] std::string full_date(inspection::Date day);        // "ngày 09 tháng 3 năm 2026"
[[nodiscard]] std::string time_of_day(inspection::LocalTime at);  // "07 giờ 37 phút"
[[nodiscard]] std::string joined(
    std::initializer_list<std::string_view> parts);  // by ", ", without empty ones

using Body = std::vector<documents::Block>;

/// Headings of a paper, numbered as they come: "I. …", "II. …".
class Sections {
 public:
  explicit Sections(Body& body) : body_(body) {}
  void add(std::string_view title);

 private:
  Body& body_;
  int number_ = 0;
};

void add_place_and_form(Body& body, const PaperSource& source);
void add_team_and_head(Body& body, const PaperSource& source);
void add_answers(Body& body, const PaperSource& source);

/// Whether papers speak of what stood in the file when it was signed, or of what stands there now.
enum class Stand : std::uint8_t { at_the_end, now };
[[nodiscard]] std::vector<const inspection::Finding*> findings_of(const PaperSource& source, Stand stand);

/// "1. Hai người không đeo thẻ … Quy định: …"
void add_findings(Body& body, const PaperSource& source,
                  std::span<const inspection::Finding* const> findings);

}  // namespace badge::app
