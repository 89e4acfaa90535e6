-- The complete rules: heads, regimes, duties, corrections, ledgers of leave; and facts that are withdrawn. Of the rows
-- of one natural key the last is in force, unless it says `withdrawn`.

ALTER TABLE unit ADD COLUMN withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1));
ALTER TABLE posting ADD COLUMN withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1));
ALTER TABLE badge ADD COLUMN withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1));
ALTER TABLE entrance_service ADD COLUMN withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1));
ALTER TABLE schedule ADD COLUMN withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1));
ALTER TABLE assignment ADD COLUMN withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1));
ALTER TABLE completeness ADD COLUMN withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1));

-- Codes of several things in one column are joined by '+'.
ALTER TABLE posting ADD COLUMN works_at TEXT NOT NULL DEFAULT '';
ALTER TABLE posting ADD COLUMN entrances TEXT NOT NULL DEFAULT '';
ALTER TABLE badge ADD COLUMN temporary INTEGER NOT NULL DEFAULT 0 CHECK (temporary IN (0, 1));
ALTER TABLE schedule ADD COLUMN ignores_calendar INTEGER NOT NULL DEFAULT 0 CHECK (ignores_calendar IN (0, 1));
ALTER TABLE schedule ADD COLUMN explanation_days INTEGER NOT NULL DEFAULT 3 CHECK (explanation_days >= 0);
ALTER TABLE season ADD COLUMN flex_earlier_min INTEGER NOT NULL DEFAULT 0;
ALTER TABLE season ADD COLUMN flex_later_min INTEGER NOT NULL DEFAULT 0;

-- A check cannot be widened in place: these two are built anew, with the rows that they hold.
CREATE TABLE calendar_day_anew (
  position     INTEGER PRIMARY KEY,
  batch        INTEGER NOT NULL REFERENCES fact_batch,
  withdrawn    INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  date         INTEGER NOT NULL,
  unit_code    TEXT NOT NULL,  -- empty: everybody
  kind         INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 4),
  name         TEXT NOT NULL,
  works_like   INTEGER CHECK (works_like BETWEEN 0 AND 6),  -- 0 Sunday, as in C
  from_min     INTEGER NOT NULL,
  except_units TEXT NOT NULL,
  except_staff TEXT NOT NULL,
  paper        TEXT NOT NULL
) STRICT;
INSERT INTO calendar_day_anew
  SELECT position, batch, 0, date, '', kind, name, works_like, 0, '', '', '' FROM calendar_day;
DROP TABLE calendar_day;
ALTER TABLE calendar_day_anew RENAME TO calendar_day;
CREATE INDEX calendar_day_by_key ON calendar_day (date, unit_code, position);

CREATE TABLE absence_anew (
  position           INTEGER PRIMARY KEY,
  batch              INTEGER NOT NULL REFERENCES fact_batch,
  withdrawn          INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  staff_code         TEXT NOT NULL,
  first_date         INTEGER NOT NULL,
  sessions           TEXT NOT NULL,     -- names joined by '+'; empty: all
  from_min           INTEGER NOT NULL,  -- of the first day; -1: no times are named
  to_min             INTEGER NOT NULL,  -- of the last day; -1 likewise
  last_date          INTEGER NOT NULL,
  kind               INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 13),
  paper              TEXT NOT NULL,
  reported_at        INTEGER,           -- seconds of the office's wall clock
  weekdays           INTEGER NOT NULL CHECK (weekdays BETWEEN 0 AND 127),  -- bit 0 Monday … bit 6 Sunday
  approved_by        TEXT NOT NULL,
  kept_despite_taps  INTEGER NOT NULL CHECK (kept_despite_taps IN (0, 1))
) STRICT;
INSERT INTO absence_anew
  SELECT position, batch, 0, staff_code, first_date, sessions, -1, -1, last_date, kind, paper, reported_at, 127, '', 0
  FROM absence;
DROP TABLE absence;
ALTER TABLE absence_anew RENAME TO absence;
CREATE INDEX absence_by_key ON absence (staff_code, first_date, sessions, from_min, position);

CREATE TABLE head (
  position   INTEGER PRIMARY KEY,
  batch      INTEGER NOT NULL REFERENCES fact_batch,
  withdrawn  INTEGER NOT NULL CHECK (withdrawn IN (0, 1)),
  unit_code  TEXT NOT NULL,
  staff_code TEXT NOT NULL,
  valid_from INTEGER NOT NULL,
  valid_to   INTEGER NOT NULL,
  role       INTEGER NOT NULL CHECK (role BETWEEN 0 AND 3),
  paper      TEXT NOT NULL
) STRICT;
CREATE INDEX head_by_key ON head (unit_code, staff_code, valid_from, position);

CREATE TABLE reader_end (
  position  INTEGER PRIMARY KEY,
  batch     INTEGER NOT NULL REFERENCES fact_batch,
  withdrawn INTEGER NOT NULL CHECK (withdrawn IN (0, 1)),
  entrance  TEXT NOT NULL,
  reader    TEXT NOT NULL,
  at        INTEGER NOT NULL,  -- seconds of the office's wall clock
  ruled_by  TEXT NOT NULL,
  reason    TEXT NOT NULL
) STRICT;
CREATE INDEX reader_end_by_key ON reader_end (entrance, reader, position);

CREATE TABLE regime (
  position      INTEGER PRIMARY KEY,
  batch         INTEGER NOT NULL REFERENCES fact_batch,
  withdrawn     INTEGER NOT NULL CHECK (withdrawn IN (0, 1)),
  staff_code    TEXT NOT NULL,
  kind          INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 1),
  first_date    INTEGER NOT NULL,
  last_date     INTEGER NOT NULL,
  place         INTEGER NOT NULL CHECK (place BETWEEN 0 AND 4),
  minutes_a_day INTEGER NOT NULL,
  paper         TEXT NOT NULL
) STRICT;
CREATE INDEX regime_by_key ON regime (staff_code, kind, first_date, position);

CREATE TABLE duty (
  position   INTEGER PRIMARY KEY,
  batch      INTEGER NOT NULL REFERENCES fact_batch,
  withdrawn  INTEGER NOT NULL CHECK (withdrawn IN (0, 1)),
  staff_code TEXT NOT NULL,
  date       INTEGER NOT NULL,
  schedule   TEXT NOT NULL,
  unit_code  TEXT NOT NULL,
  paper      TEXT NOT NULL
) STRICT;
CREATE INDEX duty_by_key ON duty (staff_code, date, schedule, position);

CREATE TABLE duty_slot (
  position   INTEGER PRIMARY KEY,
  batch      INTEGER NOT NULL REFERENCES fact_batch,
  withdrawn  INTEGER NOT NULL CHECK (withdrawn IN (0, 1)),
  unit_code  TEXT NOT NULL,
  schedule   TEXT NOT NULL,
  first_date INTEGER NOT NULL,
  last_date  INTEGER NOT NULL,
  weekdays   INTEGER NOT NULL CHECK (weekdays BETWEEN 0 AND 127),
  people_min INTEGER NOT NULL
) STRICT;
CREATE INDEX duty_slot_by_key ON duty_slot (unit_code, schedule, first_date, position);

CREATE TABLE correction (
  position        INTEGER PRIMARY KEY,
  batch           INTEGER NOT NULL REFERENCES fact_batch,
  withdrawn       INTEGER NOT NULL CHECK (withdrawn IN (0, 1)),
  staff_code      TEXT NOT NULL,  -- empty: of the unit
  unit_code       TEXT NOT NULL,
  date            INTEGER NOT NULL,
  session         TEXT NOT NULL,  -- empty: every session of the day
  effect          INTEGER NOT NULL CHECK (effect BETWEEN 0 AND 3),
  at_min          INTEGER NOT NULL,
  outage_from_min INTEGER NOT NULL,  -- -1: no outage
  outage_to_min   INTEGER NOT NULL,
  cause           INTEGER NOT NULL CHECK (cause BETWEEN 0 AND 3),
  explanation     TEXT NOT NULL,
  decision        INTEGER NOT NULL CHECK (decision BETWEEN 0 AND 2),
  decided_by      TEXT NOT NULL,
  decision_reason TEXT NOT NULL,
  paper           TEXT NOT NULL
) STRICT;
CREATE INDEX correction_by_key ON correction (staff_code, unit_code, date, session, effect, position);

CREATE TABLE leave_entitlement (
  position          INTEGER PRIMARY KEY,
  batch             INTEGER NOT NULL REFERENCES fact_batch,
  withdrawn         INTEGER NOT NULL CHECK (withdrawn IN (0, 1)),
  staff_code        TEXT NOT NULL,
  year              INTEGER NOT NULL,
  service_from      INTEGER NOT NULL,
  base_half_days    INTEGER NOT NULL,
  carried_half_days INTEGER NOT NULL,
  carried_until     INTEGER NOT NULL,
  paper             TEXT NOT NULL
) STRICT;
CREATE INDEX leave_entitlement_by_key ON leave_entitlement (staff_code, year, position);

CREATE TABLE credit (
  position    INTEGER PRIMARY KEY,
  batch       INTEGER NOT NULL REFERENCES fact_batch,
  withdrawn   INTEGER NOT NULL CHECK (withdrawn IN (0, 1)),
  staff_code  TEXT NOT NULL,
  date        INTEGER NOT NULL,
  from_min    INTEGER NOT NULL,
  to_min      INTEGER NOT NULL,
  kind        INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 2),
  earns_min   INTEGER NOT NULL,
  expires     INTEGER NOT NULL,
  paper       TEXT NOT NULL,
  approved_by TEXT NOT NULL
) STRICT;
CREATE INDEX credit_by_key ON credit (staff_code, date, from_min, position);
