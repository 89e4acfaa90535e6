#pragma once
#include <string>

#include "reader-config/tap/tap.hpp"

namespace badge::store {

/// A time during which one reader listened, by a synchronised clock, and said so: [from, until]. It begins
/// with the journal's `listening` row, is drawn on by `alive`, never past its arrival, and ends with `deaf`,
/// with a step of the clock, or with the next `listening`. What no interval covers is silence: a bridge says
/// `listening` again after a step, after rows that were lost, and whenever its clock can be believed anew.
struct CoverageInterval {
  std::string entrance, reader;
  Direction direction = Direction::both;
  Instant from, until;
  bool open = false;  // the reader has not been said to be deaf: `until` may still grow
  std::string cause;  // why it ended, as the bridge put it; empty where open
  std::string bridge;
};

}  // namespace badge::store
