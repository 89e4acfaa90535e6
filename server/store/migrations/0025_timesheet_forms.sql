-- What is printed around a unit's timesheets, and how days become figures there. Nobody is judged by it.
CREATE TABLE timesheet_form (
  position      INTEGER PRIMARY KEY,
  batch         INTEGER NOT NULL REFERENCES fact_batch,
  withdrawn     INTEGER NOT NULL CHECK (withdrawn IN (0, 1)),
  unit_code     TEXT NOT NULL,     -- '': for everybody
  valid_from    INTEGER NOT NULL,  -- days since 1970-01-01
  method        INTEGER NOT NULL CHECK (method BETWEEN 0 AND 2),
  half_days     INTEGER NOT NULL CHECK (half_days BETWEEN 0 AND 1),
  body          TEXT NOT NULL,
  budget_code   TEXT NOT NULL,
  form          TEXT NOT NULL,
  issued_by     TEXT NOT NULL,
  timekeeper    TEXT NOT NULL,
  division_head TEXT NOT NULL,
  approver      TEXT NOT NULL
) STRICT;
CREATE INDEX timesheet_form_by_key ON timesheet_form (unit_code, valid_from, position);
