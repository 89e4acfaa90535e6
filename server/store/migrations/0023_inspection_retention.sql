-- Files of inspection have a time of their own, and whoever remembers files must learn that something was taken out.
CREATE TABLE erasure_of_more (
  erasure_no INTEGER PRIMARY KEY,
  kind       INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 4),  -- taps, people, requests, audit, inspections
  before     INTEGER NOT NULL,                               -- days since 1970-01-01
  records    INTEGER NOT NULL,
  at         INTEGER NOT NULL                                -- ms
) STRICT;
INSERT INTO erasure_of_more SELECT * FROM erasure;
DROP TABLE erasure;
ALTER TABLE erasure_of_more RENAME TO erasure;

ALTER TABLE store_state ADD COLUMN inspection_erasures INTEGER NOT NULL DEFAULT 0;
