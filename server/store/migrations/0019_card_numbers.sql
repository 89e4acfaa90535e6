-- Numbers printed on badges. They may hold a citizen id: never in full.
CREATE TABLE card_number (
  position   INTEGER PRIMARY KEY,
  batch      INTEGER NOT NULL REFERENCES fact_batch,
  withdrawn  INTEGER NOT NULL CHECK (withdrawn IN (0, 1)),
  mark       TEXT NOT NULL,     -- hashed with the server's key, which is not in this file
  valid_from INTEGER NOT NULL,
  valid_to   INTEGER NOT NULL,
  staff_code TEXT NOT NULL,
  shown      TEXT NOT NULL      -- "H10.••••••••4321.CC"
) STRICT;
CREATE INDEX card_number_by_key ON card_number (mark, valid_from, position);
