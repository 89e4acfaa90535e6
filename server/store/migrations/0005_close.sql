-- Periods that were closed: the sheet as it was signed, frozen. Nothing is changed here; opening again is a row of
-- its own.
CREATE TABLE period_close (
  position       INTEGER PRIMARY KEY,
  unit_code      TEXT NOT NULL,
  first_date     INTEGER NOT NULL,
  last_date      INTEGER NOT NULL,
  preliminary    INTEGER NOT NULL CHECK (preliminary IN (0, 1)),
  closed_by      TEXT NOT NULL,
  at             INTEGER NOT NULL,
  facts_position INTEGER NOT NULL,  -- the last position of what the sheet was judged from
  rule_version   INTEGER NOT NULL,
  inputs         BLOB NOT NULL CHECK (length(inputs) = 32),
  sheet          TEXT NOT NULL,
  digest         BLOB NOT NULL CHECK (length(digest) = 32)
) STRICT;
CREATE INDEX period_close_by_unit ON period_close (unit_code, first_date);

CREATE TABLE period_reopening (
  position    INTEGER PRIMARY KEY,
  closed      INTEGER NOT NULL UNIQUE REFERENCES period_close,
  reopened_by TEXT NOT NULL,
  reason      TEXT NOT NULL CHECK (reason <> ''),
  at          INTEGER NOT NULL
) STRICT;
