-- What is told to whom, and whether it arrived.

-- Where somebody wants to be told what waits for them.
CREATE TABLE notice_contact (
  login_no INTEGER PRIMARY KEY REFERENCES login,
  address  TEXT NOT NULL,    -- e-mail
  language INTEGER NOT NULL  -- 0: Vietnamese, 1: English
) STRICT;

-- Things that are the matter now, so that each is told once until it is over.
CREATE TABLE notice_item (
  item     TEXT PRIMARY KEY,  -- "reader_silent cong-a"
  began_at INTEGER NOT NULL,  -- ms; when it was first seen
  told     INTEGER NOT NULL CHECK (told IN (0, 1)),
  over_at  INTEGER            -- when it was first seen no more
) STRICT, WITHOUT ROWID;

-- The last day whose digest was made for a receiver, whether or not there was something to tell.
CREATE TABLE notice_digest (
  channel  TEXT NOT NULL,
  receiver TEXT NOT NULL,     -- a login, or what a webhook is told of
  day      INTEGER NOT NULL,  -- days since 1970-01-01
  PRIMARY KEY (channel, receiver)
) STRICT, WITHOUT ROWID;

CREATE TABLE notice_message (
  message_no INTEGER PRIMARY KEY,
  message_id TEXT NOT NULL UNIQUE,  -- the same at every attempt: who gets it twice can tell
  channel    TEXT NOT NULL,         -- "mail", or the name of a webhook
  receiver   TEXT NOT NULL,         -- the address of a mail
  topic      TEXT NOT NULL,         -- "digest" and for whom, or the kind of what is told at once
  title      TEXT NOT NULL,
  body       TEXT NOT NULL,         -- emptied when it has arrived
  made_at    INTEGER NOT NULL,
  state      INTEGER NOT NULL CHECK (state BETWEEN 0 AND 3),  -- waiting, delivered, dead, dropped
  attempts   INTEGER NOT NULL,
  next_at    INTEGER NOT NULL,      -- not before
  error      TEXT NOT NULL          -- of the last attempt
) STRICT;
CREATE INDEX notice_message_due ON notice_message (channel, next_at) WHERE state = 0;

-- Webhooks whose receiver answered that nobody listens any more.
CREATE TABLE notice_closed_channel (
  channel TEXT PRIMARY KEY,
  at      INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
