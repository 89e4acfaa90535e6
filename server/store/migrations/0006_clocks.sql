-- What people rule about clocks that could not be believed.
CREATE TABLE clock_ruling (
  position  INTEGER PRIMARY KEY,
  batch     INTEGER NOT NULL REFERENCES fact_batch,
  withdrawn INTEGER NOT NULL CHECK (withdrawn IN (0, 1)),
  stream    TEXT NOT NULL,
  first_seq INTEGER NOT NULL,
  last_seq  INTEGER NOT NULL CHECK (last_seq >= first_seq),
  offset_s  INTEGER NOT NULL,
  ruled_by  TEXT NOT NULL,
  reason    TEXT NOT NULL
) STRICT;
CREATE INDEX clock_ruling_by_key ON clock_ruling (stream, first_seq, position);

-- Taps that a ruling can concern: the clock was not confirmed, or more than a second off. Rows of a good clock are not
-- in it and cost nothing.
CREATE INDEX tap_log_unsure ON tap_log (source_no, seq) WHERE clock <> 0 OR abs(offset_ms) > 1000;
