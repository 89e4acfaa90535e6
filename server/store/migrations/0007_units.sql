-- What becomes of units: on which day of the month their pay periods begin.
CREATE TABLE pay_period (
  position   INTEGER PRIMARY KEY,
  batch      INTEGER NOT NULL REFERENCES fact_batch,
  withdrawn  INTEGER NOT NULL CHECK (withdrawn IN (0, 1)),
  unit_code  TEXT NOT NULL,
  valid_from INTEGER NOT NULL,
  first_day  INTEGER NOT NULL CHECK (first_day BETWEEN 1 AND 28)
) STRICT;
CREATE INDEX pay_period_by_key ON pay_period (unit_code, valid_from, position);
