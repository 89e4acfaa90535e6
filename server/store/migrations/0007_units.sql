-- What becomes of units: when their pay periods begin, and which unit takes over another.
CREATE TABLE pay_period (
  position   INTEGER PRIMARY KEY,
  batch      INTEGER NOT NULL REFERENCES fact_batch,
  withdrawn  INTEGER NOT NULL CHECK (withdrawn IN (0, 1)),
  unit_code  TEXT NOT NULL,
  valid_from INTEGER NOT NULL,
  first_day  INTEGER NOT NULL CHECK (first_day BETWEEN 1 AND 28)
) STRICT;
CREATE INDEX pay_period_by_key ON pay_period (unit_code, valid_from, position);

-- By a decision one unit takes over another, or a part of it.
CREATE TABLE succession (
  position  INTEGER PRIMARY KEY,
  batch     INTEGER NOT NULL REFERENCES fact_batch,
  withdrawn INTEGER NOT NULL CHECK (withdrawn IN (0, 1)),
  from_unit TEXT NOT NULL,
  to_unit   TEXT NOT NULL,
  date      INTEGER NOT NULL,
  paper     TEXT NOT NULL
) STRICT;
CREATE INDEX succession_by_key ON succession (from_unit, to_unit, date, position);
