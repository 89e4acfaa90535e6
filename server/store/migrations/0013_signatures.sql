-- Who signed a unit's sheet before it was closed. Nothing is changed here: a signature counts as long as the sheet
-- says what it said.
CREATE TABLE period_signature (
  position       INTEGER PRIMARY KEY,
  unit_code      TEXT NOT NULL,
  first_date     INTEGER NOT NULL,
  last_date      INTEGER NOT NULL,
  step           INTEGER NOT NULL CHECK (step IN (1, 2)),  -- prepared, confirmed
  signed_by      TEXT NOT NULL,                            -- name of the login or token
  staff_code     TEXT NOT NULL,                            -- empty: nobody of the roster
  at             INTEGER NOT NULL,
  facts_position INTEGER NOT NULL,                         -- the last position of what the sheet was judged from
  verdicts       INTEGER NOT NULL,                         -- a mark of its verdicts (attendance/day_mark.hpp)
  digest         BLOB NOT NULL CHECK (length(digest) = 32) -- of the sheet
) STRICT;
CREATE INDEX period_signature_by_days ON period_signature (first_date, last_date);
