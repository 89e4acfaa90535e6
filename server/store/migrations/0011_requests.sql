-- What people ask for on a page: leave, trips, permissions to go out. Append-only; what became of one is a row of its
-- own. An approved one states its paper (absence) in the same transaction.
CREATE TABLE absence_request (
  request_no INTEGER PRIMARY KEY,
  staff_code TEXT NOT NULL,
  kind       INTEGER NOT NULL,
  first_date INTEGER NOT NULL,
  last_date  INTEGER NOT NULL,
  sessions   TEXT NOT NULL,     -- as in absence
  from_min   INTEGER NOT NULL,  -- likewise; -1: none
  to_min     INTEGER NOT NULL,
  reason     TEXT NOT NULL,
  asked_by   TEXT NOT NULL,     -- name of the login
  asked_at   INTEGER NOT NULL   -- ms
) STRICT;
CREATE INDEX absence_request_of_staff ON absence_request (staff_code, request_no);

CREATE TABLE request_decision (
  request_no INTEGER PRIMARY KEY REFERENCES absence_request,
  outcome    INTEGER NOT NULL CHECK (outcome BETWEEN 1 AND 3),  -- approved, refused, taken back
  decided_by TEXT NOT NULL,  -- as papers name them
  reason     TEXT NOT NULL,
  at         INTEGER NOT NULL
) STRICT;
