// The words of heads, regimes, corrections, credits and cards.
#include "server/app/imports/words.hpp"

namespace badge::app {

using attendance::CorrectionCause;
using attendance::CorrectionEffect;
using attendance::CreditKind;
using attendance::Decision;
using attendance::HeadRole;
using attendance::RegimeKind;
using attendance::RegimePlace;

std::span<const Word<HeadRole>> head_role_words() {
  static const std::vector<Word<HeadRole>> words = {
      {HeadRole::head, "head", "người đứng đầu", {"đứng đầu", "thủ trưởng"}},
      {HeadRole::acting, "acting", "quyền", {"Q."}},
      {HeadRole::in_charge, "in_charge", "phụ trách", {}},
      {HeadRole::delegated, "delegated", "được ủy quyền điều hành", {"được ủy quyền", "ủy quyền điều hành"}},
  };
  return words;
}

std::span<const Word<RegimeKind>> regime_words() {
  static const std::vector<Word<RegimeKind>> words = {
      {RegimeKind::nursing, "nursing", "nuôi con dưới 12 tháng tuổi", {"nuôi con nhỏ", "con dưới 12 tháng"}},
      {RegimeKind::menstruation, "menstruation", "hành kinh", {"thời gian hành kinh"}},
  };
  return words;
}

std::span<const Word<RegimePlace>> regime_place_words() {
  static const std::vector<Word<RegimePlace>> words = {
      {RegimePlace::any, "any", "bất kỳ lúc nào", {"linh hoạt"}},
      {RegimePlace::start, "start", "đầu ngày", {"đi muộn"}},
      {RegimePlace::end, "end", "cuối ngày", {"về sớm"}},
      {RegimePlace::split, "split", "chia đôi", {"đầu và cuối ngày"}},
      {RegimePlace::middle, "middle", "giữa ngày", {"buổi trưa"}},
  };
  return words;
}

std::span<const Word<CorrectionEffect>> correction_effect_words() {
  static const std::vector<Word<CorrectionEffect>> words = {
      {CorrectionEffect::present, "present", "có mặt", {}},
      {CorrectionEffect::in_at, "in_at", "giờ đến", {"đến lúc"}},
      {CorrectionEffect::out_at, "out_at", "giờ về", {"về lúc"}},
      {CorrectionEffect::absent, "absent", "vắng mặt", {"vắng"}},
  };
  return words;
}

std::span<const Word<CorrectionCause>> correction_cause_words() {
  static const std::vector<Word<CorrectionCause>> words = {
      {CorrectionCause::forgot_badge, "forgot_badge", "quên thẻ", {"quên quét thẻ"}},
      {CorrectionCause::reader_fault,
       "reader_fault",
       "đầu đọc thẻ hỏng",
       {"máy đọc thẻ hỏng", "lỗi đầu đọc thẻ", "lỗi máy đọc thẻ", "mất điện"}},
      {CorrectionCause::field_work, "field_work", "làm việc bên ngoài", {"đi thực địa"}},
      {CorrectionCause::other, "other", "lý do khác", {"khác"}},
  };
  return words;
}

std::span<const Word<Decision>> decision_words() {
  static const std::vector<Word<Decision>> words = {
      {Decision::pending, "pending", "chờ duyệt", {"chưa duyệt"}},
      {Decision::approved, "approved", "duyệt", {"đã duyệt", "đồng ý", "chấp thuận"}},
      {Decision::refused, "refused", "không duyệt", {"không đồng ý", "từ chối", "không chấp thuận"}},
  };
  return words;
}

std::span<const Word<CreditKind>> credit_words() {
  static const std::vector<Word<CreditKind>> words = {
      {CreditKind::overtime, "overtime", "làm thêm giờ", {"làm thêm"}},
      {CreditKind::duty, "duty", "trực", {"trực cơ quan"}},
      {CreditKind::saturday_desk, "saturday_desk", "tiếp dân thứ Bảy", {"làm việc thứ Bảy"}},
  };
  return words;
}

std::span<const Word<bool>> badge_kind_words() {
  static const std::vector<Word<bool>> words = {
      {false, "own", "thẻ chính", {"chính"}},
      {true, "temporary", "thẻ tạm", {"tạm"}},
  };
  return words;
}

std::span<const Word<bool>> yes_words() {
  static const std::vector<Word<bool>> words = {
      {true, "yes", "có", {"x", "1", "true"}},
      {false, "no", "không", {"0", "false"}},
  };
  return words;
}

std::vector<std::string_view> parts(std::string_view cell) {
  std::vector<std::string_view> found;
  if (documents::trimmed(cell).empty()) return found;
  for (bool more = true; more;) {
    const auto plus = cell.find('+');
    more = plus != std::string_view::npos;
    found.push_back(documents::trimmed(cell.substr(0, plus)));
    if (more) cell.remove_prefix(plus + 1);
  }
  return found;
}

std::span<const Word<inspection::Indicator>> indicator_words() {
  using enum inspection::Indicator;
  static const std::vector<Word<inspection::Indicator>> words = {
      {tasks_in_time, "tasks_in_time", "nhiệm vụ đúng hạn", {"nhiệm vụ hoàn thành đúng hạn"}},
      {tasks_late, "tasks_late", "nhiệm vụ quá hạn", {"nhiệm vụ hoàn thành quá hạn"}},
      {tasks_not_done, "tasks_not_done", "nhiệm vụ chưa hoàn thành", {}},
      {dossiers_early, "dossiers_early", "hồ sơ trước hạn", {"hồ sơ giải quyết trước hạn"}},
      {dossiers_in_time, "dossiers_in_time", "hồ sơ đúng hạn", {"hồ sơ giải quyết đúng hạn"}},
      {dossiers_late, "dossiers_late", "hồ sơ trễ hạn", {"hồ sơ quá hạn", "hồ sơ giải quyết trễ hạn"}},
      {dossiers_late_without_apology,
       "dossiers_late_without_apology",
       "hồ sơ trễ hạn không có phiếu xin lỗi",
       {"hồ sơ trễ hạn không có thư xin lỗi"}},
      {online_service_percent,
       "online_service_percent",
       "tỷ lệ dịch vụ công trực tuyến",
       {"tỷ lệ hồ sơ trực tuyến"}},
  };
  return words;
}

}  // namespace badge::app
