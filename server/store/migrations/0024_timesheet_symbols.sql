-- Which symbol stands for what on a unit's timesheets, and where it counts. Nobody is judged by it.
CREATE TABLE timesheet_symbol (
  position      INTEGER PRIMARY KEY,
  batch         INTEGER NOT NULL REFERENCES fact_batch,
  withdrawn     INTEGER NOT NULL CHECK (withdrawn IN (0, 1)),
  unit_code     TEXT NOT NULL,     -- '': for everybody
  valid_from    INTEGER NOT NULL,  -- days since 1970-01-01
  meaning       TEXT NOT NULL,
  symbol        TEXT NOT NULL,     -- '': there is none
  name          TEXT NOT NULL,
  column_name   TEXT NOT NULL,     -- '': it counts nowhere
  weight_halves INTEGER NOT NULL CHECK (weight_halves >= 0)
) STRICT;
CREATE INDEX timesheet_symbol_by_key ON timesheet_symbol (unit_code, valid_from, meaning, position);
