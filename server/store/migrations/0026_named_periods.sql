-- Days that the office reports about under a name of its own ("Trước Tết Bính Ngọ"). Nobody is judged by it.
CREATE TABLE named_period (
  position      INTEGER PRIMARY KEY,
  batch         INTEGER NOT NULL REFERENCES fact_batch,
  withdrawn     INTEGER NOT NULL CHECK (withdrawn IN (0, 1)),
  code          TEXT NOT NULL,
  name          TEXT NOT NULL,
  first_date    INTEGER NOT NULL,  -- days since 1970-01-01
  last_date     INTEGER NOT NULL,
  compared_from INTEGER,           -- NULL: with as many days just before
  compared_to   INTEGER
) STRICT;
CREATE INDEX named_period_by_key ON named_period (code, position);
