-- Cards that a guard lends for a day, and to whom each was lent.
CREATE TABLE temporary_card (
  position   INTEGER PRIMARY KEY,
  batch      INTEGER NOT NULL REFERENCES fact_batch,
  withdrawn  INTEGER NOT NULL CHECK (withdrawn IN (0, 1)),
  uid        TEXT NOT NULL,
  valid_from INTEGER NOT NULL,
  valid_to   INTEGER NOT NULL,
  label      TEXT NOT NULL,
  unit_code  TEXT NOT NULL
) STRICT;
CREATE INDEX temporary_card_by_key ON temporary_card (uid, valid_from, position);

-- Seconds of the office's wall clock, whole minutes.
CREATE TABLE card_loan (
  position   INTEGER PRIMARY KEY,
  batch      INTEGER NOT NULL REFERENCES fact_batch,
  withdrawn  INTEGER NOT NULL CHECK (withdrawn IN (0, 1)),
  uid        TEXT NOT NULL,
  from_s     INTEGER NOT NULL,
  until_s    INTEGER NOT NULL,
  staff_code TEXT NOT NULL,
  cause      INTEGER NOT NULL CHECK (cause BETWEEN 0 AND 1),
  label      TEXT NOT NULL,
  returned_s INTEGER         -- NULL: it is still out
) STRICT;
CREATE INDEX card_loan_by_key ON card_loan (uid, from_s, position);
