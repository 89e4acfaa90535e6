-- Lists of praise as they were released: who did, on what ground, and what stood on them.
CREATE TABLE praise_release (
  release_no  INTEGER PRIMARY KEY,
  unit_code   TEXT NOT NULL,
  unit_name   TEXT NOT NULL,     -- as it was called then
  first_date  INTEGER NOT NULL,  -- days since 1970-01-01
  last_date   INTEGER NOT NULL,
  period      TEXT NOT NULL,     -- as it was called: "tháng 7/2026"
  rule        TEXT NOT NULL,     -- by which the list was made, as it was printed
  basis       TEXT NOT NULL,     -- the paper or decision that it is released by
  released_by TEXT NOT NULL,
  at          INTEGER NOT NULL   -- milliseconds since 1970-01-01
) STRICT;

-- Its rows. What a row says of somebody goes with them (retention).
CREATE TABLE praise_listed (
  release_no INTEGER NOT NULL REFERENCES praise_release,
  place      INTEGER NOT NULL,
  staff_code TEXT NOT NULL,  -- '': a unit
  name       TEXT NOT NULL,
  position   TEXT NOT NULL,
  unit_name  TEXT NOT NULL,
  reason     TEXT NOT NULL,
  PRIMARY KEY (release_no, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX praise_listed_by_person ON praise_listed (staff_code);
