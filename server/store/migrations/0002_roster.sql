-- What people state. A row is never changed: the row with the highest position of a natural key is in force.
CREATE TABLE fact_batch (
  batch    INTEGER PRIMARY KEY,
  author   TEXT NOT NULL,
  origin   TEXT NOT NULL,
  at       INTEGER NOT NULL,
  position INTEGER NOT NULL,  -- of its last fact; 0 while it is being written
  facts    INTEGER NOT NULL
) STRICT;

-- Dates are days since 1970-01-01.
CREATE TABLE unit (
  position    INTEGER PRIMARY KEY,
  batch       INTEGER NOT NULL REFERENCES fact_batch,
  code        TEXT NOT NULL,
  valid_from  INTEGER NOT NULL,
  valid_to    INTEGER NOT NULL,
  name        TEXT NOT NULL,
  kind        TEXT NOT NULL,
  parent_code TEXT NOT NULL
) STRICT;
CREATE INDEX unit_by_key ON unit (code, valid_from, position);

CREATE TABLE posting (
  position   INTEGER PRIMARY KEY,
  batch      INTEGER NOT NULL REFERENCES fact_batch,
  staff_code TEXT NOT NULL,
  valid_from INTEGER NOT NULL,
  valid_to   INTEGER NOT NULL,
  full_name  TEXT NOT NULL,
  unit_code  TEXT NOT NULL,
  job        TEXT NOT NULL,
  category   TEXT NOT NULL,
  list_order INTEGER NOT NULL
) STRICT;
CREATE INDEX posting_by_key ON posting (staff_code, valid_from, position);

CREATE TABLE badge (
  position   INTEGER PRIMARY KEY,
  batch      INTEGER NOT NULL REFERENCES fact_batch,
  uid        TEXT NOT NULL,
  valid_from INTEGER NOT NULL,
  valid_to   INTEGER NOT NULL,
  staff_code TEXT NOT NULL,
  state      INTEGER NOT NULL CHECK (state BETWEEN 0 AND 4)
) STRICT;
CREATE INDEX badge_by_key ON badge (uid, valid_from, position);

CREATE TABLE entrance_service (
  position   INTEGER PRIMARY KEY,
  batch      INTEGER NOT NULL REFERENCES fact_batch,
  entrance   TEXT NOT NULL,
  unit_code  TEXT NOT NULL,
  valid_from INTEGER NOT NULL,
  valid_to   INTEGER NOT NULL
) STRICT;
CREATE INDEX entrance_service_by_key ON entrance_service (entrance, unit_code, valid_from, position);

CREATE TABLE schedule (
  position            INTEGER PRIMARY KEY,
  batch               INTEGER NOT NULL REFERENCES fact_batch,
  name                TEXT NOT NULL,
  taps                INTEGER NOT NULL CHECK (taps BETWEEN 0 AND 3),
  repeat_quiet_s      INTEGER NOT NULL,
  stay_min            INTEGER NOT NULL,
  lone_tap_reach_min  INTEGER NOT NULL,
  noon_one_tap        INTEGER NOT NULL CHECK (noon_one_tap IN (0, 1)),
  minutes_after_grace INTEGER NOT NULL CHECK (minutes_after_grace IN (0, 1))
) STRICT;
CREATE INDEX schedule_by_key ON schedule (name, position);
CREATE TABLE season (
  schedule   INTEGER NOT NULL REFERENCES schedule,
  place      INTEGER NOT NULL,  -- in the schedule, from 0
  valid_from INTEGER NOT NULL,
  weekdays   INTEGER NOT NULL,
  PRIMARY KEY (schedule, place)
) STRICT, WITHOUT ROWID;
CREATE TABLE session_rule (
  schedule         INTEGER NOT NULL,
  season           INTEGER NOT NULL,
  place            INTEGER NOT NULL,  -- in the season, from 0
  name             TEXT NOT NULL,
  start_min        INTEGER NOT NULL,
  end_min          INTEGER NOT NULL,
  opens_before_min INTEGER NOT NULL,
  closes_after_min INTEGER NOT NULL,
  late_grace_min   INTEGER NOT NULL,
  early_grace_min  INTEGER NOT NULL,
  PRIMARY KEY (schedule, season, place),
  FOREIGN KEY (schedule, season) REFERENCES season (schedule, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE assignment (
  position   INTEGER PRIMARY KEY,
  batch      INTEGER NOT NULL REFERENCES fact_batch,
  unit_code  TEXT NOT NULL,
  staff_code TEXT NOT NULL,
  valid_from INTEGER NOT NULL,
  valid_to   INTEGER NOT NULL,
  schedule   TEXT NOT NULL
) STRICT;
CREATE INDEX assignment_by_key ON assignment (unit_code, staff_code, valid_from, position);

CREATE TABLE calendar_day (
  position   INTEGER PRIMARY KEY,
  batch      INTEGER NOT NULL REFERENCES fact_batch,
  date       INTEGER NOT NULL,
  kind       INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 2),
  name       TEXT NOT NULL,
  works_like INTEGER CHECK (works_like BETWEEN 0 AND 6)  -- 0 Sunday, as in C
) STRICT;
CREATE INDEX calendar_day_by_key ON calendar_day (date, position);

CREATE TABLE absence (
  position    INTEGER PRIMARY KEY,
  batch       INTEGER NOT NULL REFERENCES fact_batch,
  staff_code  TEXT NOT NULL,
  first_date  INTEGER NOT NULL,
  sessions    TEXT NOT NULL,  -- names joined by '+'; empty: all
  last_date   INTEGER NOT NULL,
  kind        INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 9),
  paper       TEXT NOT NULL,
  reported_at INTEGER         -- seconds of the office's wall clock
) STRICT;
CREATE INDEX absence_by_key ON absence (staff_code, first_date, sessions, position);

CREATE TABLE completeness (
  position   INTEGER PRIMARY KEY,
  batch      INTEGER NOT NULL REFERENCES fact_batch,
  unit_code  TEXT NOT NULL,
  first_date INTEGER NOT NULL,
  last_date  INTEGER NOT NULL,
  stated_by  TEXT NOT NULL
) STRICT;
CREATE INDEX completeness_by_key ON completeness (unit_code, first_date, last_date, position);
