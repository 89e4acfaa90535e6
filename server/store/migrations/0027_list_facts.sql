-- What offices state about the lists that a head acts on. Nobody is judged by it.

-- Whom the lists of a unit and all below it name.
CREATE TABLE list_rule (
  position   INTEGER PRIMARY KEY,
  batch      INTEGER NOT NULL REFERENCES fact_batch,
  withdrawn  INTEGER NOT NULL CHECK (withdrawn IN (0, 1)),
  unit_code  TEXT NOT NULL,     -- '': for everybody
  valid_from INTEGER NOT NULL,  -- days since 1970-01-01
  late_times INTEGER,           -- NULL: not stated
  away_min   INTEGER,           -- NULL: not stated
  rule       TEXT NOT NULL      -- that says so; '': the house rules in force
) STRICT;
CREATE INDEX list_rule_by_key ON list_rule (unit_code, valid_from, position);

-- The report on somebody's business trip.
CREATE TABLE trip_report (
  position    INTEGER PRIMARY KEY,
  batch       INTEGER NOT NULL REFERENCES fact_batch,
  withdrawn   INTEGER NOT NULL CHECK (withdrawn IN (0, 1)),
  staff_code  TEXT NOT NULL,
  trip_from   INTEGER NOT NULL,  -- the first day of the trip
  reported_on INTEGER NOT NULL,
  paper       TEXT NOT NULL
) STRICT;
CREATE INDEX trip_report_by_key ON trip_report (staff_code, trip_from, position);
