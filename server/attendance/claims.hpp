#pragma once
#include "server/attendance/claim.hpp"
#include "server/attendance/prepared_day.hpp"

namespace badge::attendance {

/// What taps, and times that corrections state, say of each session that has begun and that somebody has to
/// tap for; of the others the claim stays closed. `claims` is empty at first. Writes the taps that are its
/// ends into the verdict.
void make_claims(const PreparedDay& day, Claims& claims, DayVerdict& verdict);

}  // namespace badge::attendance
