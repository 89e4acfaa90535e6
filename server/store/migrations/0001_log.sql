-- What the entrances said. Append-only: rows are never changed, and only retention removes a prefix.

-- The writer's own counters; one row.
CREATE TABLE store_state (
  one              INTEGER PRIMARY KEY CHECK (one = 1),
  last_position    INTEGER NOT NULL,  -- the last position given to any fact
  roster_version   INTEGER NOT NULL,  -- the last position given to a fact of the roster
  fold_cursor      INTEGER NOT NULL,  -- taps up to this position are in credential_month
  pending_batch    INTEGER NOT NULL   -- facts being written that are not visible yet; 0: none
) STRICT;
INSERT INTO store_state VALUES (1, 0, 0, 0, 0);

-- A bridge's journal, or an imported file. The mark (seq, digest) changes in the transaction that stores the rows:
-- that is what makes them stored exactly once without an index.
CREATE TABLE stream (
  stream_no        INTEGER PRIMARY KEY,
  name             TEXT NOT NULL UNIQUE,  -- the journal's id, "import:<digest>", or "staged:<number>"
  imported         INTEGER NOT NULL CHECK (imported IN (0, 1)),
  origin           TEXT NOT NULL,         -- name of the bridge or of the file
  seq              INTEGER NOT NULL,
  digest           BLOB NOT NULL CHECK (length(digest) = 32),
  backed_up_seq    INTEGER NOT NULL,
  backed_up_digest BLOB NOT NULL CHECK (length(backed_up_digest) = 32),
  last_heard       INTEGER NOT NULL       -- ms, the server's clock
) STRICT;

CREATE TABLE source (
  source_no INTEGER PRIMARY KEY CHECK (source_no BETWEEN 1 AND 16777215),
  stream_no INTEGER NOT NULL REFERENCES stream,
  reader    TEXT NOT NULL,
  entrance  TEXT NOT NULL,
  direction INTEGER NOT NULL CHECK (direction BETWEEN 0 AND 2),
  UNIQUE (stream_no, reader, entrance, direction)
) STRICT;

-- Every card, or person of an import, that ever made a tap, in the order of their first. A number stands for it in
-- the log: shorter, and taps can be sorted and joined by it.
CREATE TABLE credential (
  credential_no INTEGER PRIMARY KEY,
  key           BLOB NOT NULL UNIQUE  -- TapKey
) STRICT;

-- No secondary index, on purpose: one costs nineteen of twenty rows a second.
-- No foreign keys either: the writer has just looked source and credential up; verify checks them.
CREATE TABLE tap_log (
  position      INTEGER PRIMARY KEY,
  source_no     INTEGER NOT NULL,
  credential_no INTEGER NOT NULL,
  at            INTEGER NOT NULL,  -- ms, the entrance's clock
  clock         INTEGER NOT NULL,
  offset_ms     INTEGER,
  seq           INTEGER NOT NULL,
  monotonic_ms  INTEGER NOT NULL,
  boot          TEXT NOT NULL,
  check_ref     TEXT
) STRICT;

-- listening, deaf and step rows, as they came.
CREATE TABLE reader_event (
  position  INTEGER PRIMARY KEY,
  stream_no INTEGER NOT NULL REFERENCES stream,
  seq       INTEGER NOT NULL,
  kind      TEXT NOT NULL CHECK (kind IN ('listening', 'deaf', 'step')),
  reader    TEXT NOT NULL,
  at        INTEGER NOT NULL,
  step_ms   INTEGER NOT NULL,
  cause     TEXT NOT NULL
) STRICT;

-- Each listening row with how far it reached. `until` grows with every alive.
CREATE TABLE coverage (
  position   INTEGER PRIMARY KEY REFERENCES reader_event,
  stream_no  INTEGER NOT NULL REFERENCES stream,
  reader     TEXT NOT NULL,
  entrance   TEXT NOT NULL,
  direction  INTEGER NOT NULL CHECK (direction BETWEEN 0 AND 2),
  clock      INTEGER NOT NULL,
  from_ms    INTEGER NOT NULL,
  until_ms   INTEGER NOT NULL CHECK (until_ms >= from_ms),
  open       INTEGER NOT NULL CHECK (open IN (0, 1)),
  cause      TEXT NOT NULL
) STRICT;
CREATE INDEX coverage_by_entrance ON coverage (entrance, reader, from_ms);

CREATE TABLE lost_rows (
  position    INTEGER PRIMARY KEY,
  stream_no   INTEGER NOT NULL REFERENCES stream,
  first_seq   INTEGER NOT NULL,
  last_seq    INTEGER NOT NULL CHECK (last_seq >= first_seq),
  from_ms     INTEGER NOT NULL,
  to_ms       INTEGER NOT NULL,
  recorded_at INTEGER NOT NULL
) STRICT;

CREATE TABLE quarantine (
  position    INTEGER PRIMARY KEY,
  stream_no   INTEGER NOT NULL REFERENCES stream,
  seq         INTEGER NOT NULL,
  why         TEXT NOT NULL,
  raw         BLOB NOT NULL,
  received_at INTEGER NOT NULL
) STRICT;

-- Taps of other systems. id = import_no << 32 | row, rows from 1; the position of a row is base_position + row.
CREATE TABLE tap_import (
  import_no     INTEGER PRIMARY KEY,
  stream_no     INTEGER REFERENCES stream,
  state         TEXT NOT NULL CHECK (state IN ('staged', 'visible', 'discarded')),
  author        TEXT NOT NULL,
  rows          INTEGER NOT NULL,
  slices        INTEGER NOT NULL,
  base_position INTEGER NOT NULL,  -- 0 until visible
  at            INTEGER NOT NULL
) STRICT;
CREATE TABLE import_month (
  import_no INTEGER NOT NULL REFERENCES tap_import,
  month     INTEGER NOT NULL,
  taps      INTEGER NOT NULL,
  PRIMARY KEY (import_no, month)
) STRICT, WITHOUT ROWID;
CREATE TABLE imported_tap (
  id            INTEGER PRIMARY KEY,
  source_no     INTEGER NOT NULL,
  credential_no INTEGER NOT NULL,
  at            INTEGER NOT NULL
) STRICT;

-- What changed last in a month, for reports that are kept. month = year * 12 + month - 1, UTC.
CREATE TABLE month_touched (
  month    INTEGER PRIMARY KEY,
  position INTEGER NOT NULL,
  taps     INTEGER NOT NULL  -- of the month itself, without its reach
) STRICT;

-- Derived from the log: each credential's taps of one month together. id = month << 32 | credential_no.
CREATE TABLE credential_month (
  id   INTEGER PRIMARY KEY,
  key  BLOB NOT NULL,
  upto INTEGER NOT NULL,  -- the last position that is in `taps`
  taps BLOB NOT NULL      -- PackedTap, ascending
) STRICT;
