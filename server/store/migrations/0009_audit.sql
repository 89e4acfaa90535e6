-- Who did what, and who read whose records. Append-only; each row's digest is chained over the row before, so that a
-- row that was changed or taken away is found out.
CREATE TABLE audit (
  no         INTEGER PRIMARY KEY,  -- from 1, without a gap
  at         INTEGER NOT NULL,     -- ms, the server's clock
  actor      TEXT NOT NULL,        -- name of the login or token; empty: nobody was signed in
  address    TEXT NOT NULL,
  action     TEXT NOT NULL,        -- "GET /api/v1/why"
  target     TEXT NOT NULL,        -- what the path and the query named: "date=2026-07-09"
  staff_code TEXT NOT NULL,        -- whose record; empty: no single person's
  unit_code  TEXT NOT NULL,
  status     INTEGER NOT NULL,     -- of the answer
  digest     BLOB NOT NULL CHECK (length(digest) = 32)
) STRICT;
CREATE INDEX audit_of_staff ON audit (staff_code, no) WHERE staff_code <> '';
CREATE INDEX audit_of_actor ON audit (actor, no);
