-- The second factor of the logins that have one: codes of an authenticator app (RFC 6238), and recovery codes.
CREATE TABLE second_factor (
  login_no  INTEGER PRIMARY KEY REFERENCES login,
  secret    BLOB NOT NULL,    -- sealed with the server's key, which is not in this file
  last_step INTEGER NOT NULL  -- of 30 s since 1970, of the last code that was taken: none is taken twice
) STRICT;

-- Those that were not used yet.
CREATE TABLE recovery_code (
  login_no INTEGER NOT NULL REFERENCES login,
  mark     BLOB NOT NULL CHECK (length(mark) = 32),  -- hashed with the server's key
  PRIMARY KEY (login_no, mark)
) STRICT, WITHOUT ROWID;
