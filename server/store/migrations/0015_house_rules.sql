-- An office's own rules (nội quy), in dated versions, and who confirmed having read which. Append-only.
CREATE TABLE house_rule (
  rule_no      INTEGER PRIMARY KEY,
  unit_code    TEXT NOT NULL,     -- holds for this unit and all below it; empty: for everybody
  name         TEXT NOT NULL,     -- a later version of the same unit and name takes the place of the earlier
  valid_from   INTEGER NOT NULL,  -- days since 1970-01-01
  paper        TEXT NOT NULL,     -- number and date of the decision; may be empty
  text         TEXT NOT NULL,
  published_by TEXT NOT NULL,     -- name of the login
  at           INTEGER NOT NULL   -- ms
) STRICT;

CREATE TABLE house_rule_reading (
  rule_no    INTEGER NOT NULL REFERENCES house_rule,
  staff_code TEXT NOT NULL,
  at         INTEGER NOT NULL,
  PRIMARY KEY (rule_no, staff_code)
) STRICT, WITHOUT ROWID;

-- A line for every time that somebody reminded a unit, with how many had not read the rule then.
CREATE TABLE house_rule_reminder (
  reminder_no INTEGER PRIMARY KEY,
  rule_no     INTEGER NOT NULL REFERENCES house_rule,
  unit_code   TEXT NOT NULL,
  unread      INTEGER NOT NULL,
  sent_by     TEXT NOT NULL,
  at          INTEGER NOT NULL
) STRICT;
