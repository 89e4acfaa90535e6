-- Records whose time is over are erased. What must still be known of them: how far the log was erased, so that nothing
-- is judged by what is gone; sums and a digest, so that the rest can still be verified; and that it was done.
ALTER TABLE store_state ADD COLUMN first_month INTEGER NOT NULL DEFAULT 0;  -- of taps that are kept, UTC; 0: all

-- What a stream's mark counts and the log holds no more.
CREATE TABLE erased_rows (
  stream_no INTEGER PRIMARY KEY REFERENCES stream,
  rows      INTEGER NOT NULL,
  mixed     INTEGER NOT NULL  -- row_sum.hpp
) STRICT;

-- The last row of the audit log that was erased; the chain goes on from it.
CREATE TABLE audit_erased (
  one    INTEGER PRIMARY KEY CHECK (one = 1),
  no     INTEGER NOT NULL,
  digest BLOB NOT NULL CHECK (length(digest) = 32)
) STRICT;

CREATE TABLE erasure (
  erasure_no INTEGER PRIMARY KEY,
  kind       INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 3),  -- taps, people, requests, audit
  before     INTEGER NOT NULL,                               -- days since 1970-01-01
  records    INTEGER NOT NULL,
  at         INTEGER NOT NULL                                -- ms
) STRICT;
