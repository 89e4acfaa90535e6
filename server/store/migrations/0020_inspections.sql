-- Inspections, their plans, and cases of feedback. A file is what people wrote into it, step by step; steps are never
-- changed. Times are seconds of the office's wall clock.
CREATE TABLE inspection_step (
  step_no    INTEGER PRIMARY KEY,
  id         TEXT NOT NULL UNIQUE,  -- drawn by its author: the same step delivered twice is one
  file       TEXT NOT NULL,
  kind       TEXT NOT NULL,
  written_by TEXT NOT NULL,         -- name of the login
  at         INTEGER NOT NULL,      -- by the author's clock
  arrived    INTEGER NOT NULL,
  staff_code TEXT NOT NULL          -- whom it concerns; empty: nobody
) STRICT;
CREATE INDEX inspection_step_by_file ON inspection_step (file);
CREATE INDEX inspection_step_by_person ON inspection_step (staff_code) WHERE staff_code <> '';

-- What a step says beside that. Empty fields are left out.
CREATE TABLE inspection_field (
  step_no INTEGER NOT NULL REFERENCES inspection_step,
  field   TEXT NOT NULL,
  value   TEXT NOT NULL,
  PRIMARY KEY (step_no, field)
) STRICT, WITHOUT ROWID;

-- Who was on the list at the minute of the start, and where they were then.
CREATE TABLE inspection_listed (
  file        TEXT NOT NULL,
  place       INTEGER NOT NULL,  -- in the list, from 0
  staff_code  TEXT NOT NULL,
  full_name   TEXT NOT NULL,
  job         TEXT NOT NULL,
  unit_code   TEXT NOT NULL,
  unit_name   TEXT NOT NULL,
  presence    INTEGER NOT NULL CHECK (presence BETWEEN 0 AND 5),
  first_tap   INTEGER,
  last_tap    INTEGER,
  paper_kind  TEXT NOT NULL,
  paper       TEXT NOT NULL,
  reported_at INTEGER,
  doubt       TEXT NOT NULL,
  PRIMARY KEY (file, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX inspection_listed_by_person ON inspection_listed (staff_code);
