-- The last position at which somebody became, or ceased to be, a person whose badge opens a check.
ALTER TABLE store_state ADD COLUMN opener_version INTEGER NOT NULL DEFAULT 0;
UPDATE store_state SET opener_version = last_position;

-- What readers saw in check mode: badges that were shown to an inspector, and people who came in without one. A tap at
-- an entrance (kind 0) is a row here and in tap_log, under one position; what a portable reader saw (kind 1), and who
-- came without a badge (kind 2), is a row here alone.
CREATE TABLE badge_check (
  position      INTEGER PRIMARY KEY,
  stream_no     INTEGER NOT NULL REFERENCES stream,
  seq           INTEGER NOT NULL,
  check_ref     TEXT NOT NULL,     -- the inspector's presentation: the stream's first 8 digits, "-", its row
  inspector_no  INTEGER NOT NULL,  -- the credential of that presentation; 0: it never came here
  opened_at     INTEGER NOT NULL,  -- and its time; the first row's own where it never came
  kind          INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 2),
  reader        TEXT NOT NULL,
  entrance      TEXT NOT NULL,     -- '': a portable reader
  credential_no INTEGER NOT NULL,  -- 0 of kind 2
  people        INTEGER NOT NULL CHECK (people BETWEEN -1 AND 1),  -- who came without a badge, or -1: taken back
  at            INTEGER NOT NULL,  -- ms, the entrance's clock
  clock         INTEGER,           -- this and the next three of kind 1 only
  offset_ms     INTEGER,
  monotonic_ms  INTEGER,
  boot          TEXT
) STRICT;
CREATE INDEX badge_check_by_ref ON badge_check (check_ref, reader);
CREATE INDEX badge_check_by_time ON badge_check (at);
