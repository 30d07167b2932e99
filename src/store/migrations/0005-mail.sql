-- Mail: an outbox in which each mail has a key of its own, so that nothing is told twice, and
-- what finding out whom to tell needs. None of it decides anything about contracts or money.

-- `key` says what is told when to whom. Subject and text are taken away once a mail has left, but
-- for evaluation mode, where the mailbox page shows them.
create table mails (
  id text collate "C" primary key,
  n bigint generated always as identity,
  key text collate "C" not null,
  person text not null references people on delete cascade,
  kind text not null,
  -- The contract that it is about.
  about text collate "C",
  at timestamptz not null,
  subject text,
  body text,
  html text,
  -- A reminder that comes after what it reminds of is not sent any more.
  good_until timestamptz,
  status text not null default 'waiting',
  attempts integer not null default 0,
  next_try_at timestamptz not null,
  problem text,
  constraint mails_have_their_own_keys unique (key),
  constraint mails_kind_is_known check (kind in ('news', 'reminder', 'account')),
  constraint mails_status_is_known
    check (status in ('waiting', 'sent', 'kept', 'dropped', 'failed'))
);
create index mails_waiting on mails (next_try_at, n) where status = 'waiting';
create index mails_of_person on mails (person, at, n);

-- How far in the feed of events news have been told. One row, locked by the worker that tells.
-- What happened before there was mail is not told.
create table mail_cursor (
  only_row boolean primary key default true check (only_row),
  cursor text not null
);
insert into mail_cursor (cursor) select coalesce(
  (select xid::text || ':' || stream || ':' || seq from events
   order by xid desc, stream desc, seq desc limit 1), '0::0');

-- When the reminders of a contract are worth looking at next. Derived from its state whenever that
-- changes, as contracts.next_due_at is; a row too many only costs a look.
create table reminder_looks (
  stream text collate "C" primary key,
  at timestamptz not null
);
create index reminder_looks_by_moment on reminder_looks (at);
insert into reminder_looks (stream, at) select id, latest_at from contracts;

-- Which mails somebody wants: all, only what needs them, or none. No row is all.
create table mail_choices (
  person text primary key references people on delete cascade,
  wants text not null,
  constraint mail_choices_are_known check (wants in ('all', 'needs', 'none'))
);

-- The secret address of somebody's calendar. `digest` is sha256 of the secret, which is shown
-- once and kept nowhere.
create table calendar_addresses (
  person text primary key references people on delete cascade,
  digest bytea not null,
  made_at timestamptz not null,
  constraint calendar_addresses_are_unique unique (digest)
);
