-- What other systems count of units. Nobody is judged by it.
CREATE TABLE indicator (
  position     INTEGER PRIMARY KEY,
  batch        INTEGER NOT NULL REFERENCES fact_batch,
  withdrawn    INTEGER NOT NULL CHECK (withdrawn IN (0, 1)),
  unit_code    TEXT NOT NULL,
  year         INTEGER NOT NULL,
  quarter      INTEGER NOT NULL CHECK (quarter BETWEEN 0 AND 4),   -- 0: not of a quarter
  month        INTEGER NOT NULL CHECK (month BETWEEN 0 AND 12),    -- 0: not of a month
  indicator    TEXT NOT NULL,
  value        INTEGER NOT NULL CHECK (value >= 0),  -- of a rate: tenths of a percent
  source_paper TEXT NOT NULL
) STRICT;
CREATE INDEX indicator_by_key ON indicator (unit_code, year, quarter, month, indicator, position);
