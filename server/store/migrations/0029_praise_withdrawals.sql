-- Releases of praise that were taken back. The release and its rows stay; who works in the unit reads them no
-- more.
CREATE TABLE praise_withdrawal (
  release_no   INTEGER PRIMARY KEY REFERENCES praise_release,
  reason       TEXT NOT NULL,
  withdrawn_by TEXT NOT NULL,
  at           INTEGER NOT NULL  -- milliseconds since 1970-01-01
) STRICT;
