#include "server/attendance/praise.hpp"

namespace badge::attendance {

bool is_without_deviation(const Tally& tally) {
  const bool is_enough = tally.rated() > 0 && std::uint64_t{tally.rated()} * 100 >=
                                                  std::uint64_t{tally.sessions_due} * praise_judged_percent;
  return is_enough && tally.late == 0 && tally.early == 0 && tally.missing == 0 && tally.absent == 0;
}

bool is_praise_candidate(const Tally& tally, const SeenByInspections& seen) {
  return is_without_deviation(tally) && seen.as_prescribed == seen.observed;
}

}  // namespace badge::attendance
