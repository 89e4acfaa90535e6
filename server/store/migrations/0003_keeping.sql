-- Who may speak to the server. A token is kept as its hash only.
CREATE TABLE account (
  account_no INTEGER PRIMARY KEY,
  name       TEXT NOT NULL,
  role       INTEGER NOT NULL CHECK (role BETWEEN 0 AND 2),
  unit_scope TEXT NOT NULL,
  token      BLOB NOT NULL UNIQUE CHECK (length(token) = 32),
  salt       BLOB NOT NULL CHECK (length(salt) = 16),
  created_at INTEGER NOT NULL,
  revoked_at INTEGER
) STRICT;
CREATE UNIQUE INDEX account_in_force ON account (name) WHERE revoked_at IS NULL;
CREATE TABLE account_entrance (
  account_no INTEGER NOT NULL REFERENCES account,
  entrance   TEXT NOT NULL,
  PRIMARY KEY (account_no, entrance)
) STRICT, WITHOUT ROWID;

-- Copies that were made, with the marks inside them. A completed one lets bridges forget what it holds.
CREATE TABLE backup (
  backup_no    INTEGER PRIMARY KEY,
  at           INTEGER NOT NULL,
  bytes        INTEGER NOT NULL,
  completed_at INTEGER
) STRICT;
CREATE TABLE backup_mark (
  backup_no INTEGER NOT NULL REFERENCES backup,
  stream_no INTEGER NOT NULL REFERENCES stream,
  seq       INTEGER NOT NULL,
  digest    BLOB NOT NULL CHECK (length(digest) = 32),
  PRIMARY KEY (backup_no, stream_no)
) STRICT, WITHOUT ROWID;
