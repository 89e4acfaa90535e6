-- Changes that somebody began and that have no row in the audit log yet. What a program that was killed leaves here is
-- noted at its next start, as begun and of unknown outcome: no change goes without a row.
CREATE TABLE audit_begun (
  begun_no   INTEGER PRIMARY KEY,
  at         INTEGER NOT NULL,  -- as the columns of audit
  actor      TEXT NOT NULL,
  address    TEXT NOT NULL,
  action     TEXT NOT NULL,
  target     TEXT NOT NULL,
  staff_code TEXT NOT NULL,
  unit_code  TEXT NOT NULL
) STRICT;
