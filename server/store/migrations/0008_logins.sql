-- People who sign in with a name and a password.
CREATE TABLE login (
  login_no    INTEGER PRIMARY KEY,
  name        TEXT NOT NULL UNIQUE,
  staff_code  TEXT NOT NULL,  -- empty: nobody of the roster
  password    TEXT NOT NULL,  -- argon2id with salt and parameters; empty: none yet
  created_at  INTEGER NOT NULL,
  disabled_at INTEGER
) STRICT;
CREATE UNIQUE INDEX login_of_staff ON login (staff_code) WHERE staff_code <> '' AND disabled_at IS NULL;

CREATE TABLE login_grant (
  login_no   INTEGER NOT NULL REFERENCES login,
  place      INTEGER NOT NULL,  -- in the list, from 0
  role       INTEGER NOT NULL CHECK (role BETWEEN 1 AND 8),
  unit_scope TEXT NOT NULL,     -- empty: all units
  valid_from INTEGER NOT NULL,  -- days since 1970-01-01
  valid_to   INTEGER NOT NULL,
  PRIMARY KEY (login_no, place)
) STRICT, WITHOUT ROWID;

-- The one that is open, of each login that has one.
CREATE TABLE invitation (
  login_no   INTEGER PRIMARY KEY REFERENCES login,
  token      BLOB NOT NULL UNIQUE CHECK (length(token) = 32),  -- SHA-256
  expires_at INTEGER NOT NULL
) STRICT;
