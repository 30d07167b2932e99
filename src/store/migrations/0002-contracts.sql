-- Contracts and their money. Few and lean tables: what a release writes decides how many of them
-- a second are possible. Times are business time and come as values; the database's own clock is
-- never asked. Ids are compared byte by byte (collation C): faster, and the same on every server.

-- The numbers of the rules, once each. Terms, in states and events, name them by their hash.
create table policies (
  hash text collate "C" primary key,
  policy json not null
);

-- The folded state of each contract, and beside it only what lists filter by. `state` is json and
-- not jsonb because the corridor reads and writes it whole: of a state of 1.6 kB, jsonb cost 19 µs
-- more to write and 8 µs more to read, a quarter of what the database does for a release. No
-- index is on a column that every command changes, except the one that finds what is due;
-- fillfactor leaves room for the next version of a row on its own page.
create table contracts (
  id text collate "C" primary key,
  version integer not null,
  client text collate "C" not null,
  freelancer text collate "C" not null,
  currency text collate "C" not null,
  status text not null,
  title text not null,
  latest_at timestamptz not null,
  -- The earliest deadline. All deadlines are derived from the state; none is scheduled.
  next_due_at timestamptz,
  -- A charge was asked for and the payment provider has not said yet how it went.
  awaiting_provider boolean not null,
  -- How `state` is written down. An older one is folded from the events again when it is locked.
  state_version smallint not null,
  -- The state without the terms, which are a third of it and hardly ever change: what does not
  -- change is neither sent nor parsed again.
  state json not null,
  terms json not null,
  -- The hash of the latest event: the end of this contract's chain.
  head bytea not null
) with (fillfactor = 80);
create index contracts_of_client on contracts (client);
create index contracts_of_freelancer on contracts (freelancer);
create index contracts_due on contracts (next_due_at) where next_due_at is not null;
create index contracts_awaiting_provider on contracts (id) where awaiting_provider;

-- A person's money in one currency: a stream like a contract. There is no row before its first
-- event.
create table wallets (
  id text collate "C" primary key,
  version integer not null,
  person text collate "C" not null,
  currency text collate "C" not null,
  latest_at timestamptz not null,
  next_due_at timestamptz,
  awaiting_provider boolean not null,
  state_version smallint not null,
  state json not null,
  head bytea not null,
  constraint wallets_are_one_per_currency unique (person, currency)
) with (fillfactor = 80);
create index wallets_due on wallets (next_due_at) where next_due_at is not null;
create index wallets_awaiting_provider on wallets (id) where awaiting_provider;

-- What happened, for ever. `data` is json and not jsonb: it keeps the canonical text, over which
-- the hashes are made, byte by byte. `xid` is the transaction's number: the feed reads in its
-- order. It belongs to one database cluster; after a restore into another, feeds begin anew.
create table events (
  stream text collate "C" not null,
  seq integer not null,
  at timestamptz not null,
  by text,
  "as" text not null,
  type text not null,
  data json not null,
  hash bytea not null,
  xid xid8 not null default pg_current_xact_id(),
  primary key (stream, seq)
);
create index events_in_commit_order on events (xid);

-- The movements of money that an event made, `n` counting them from 1. Somebody's statement is
-- read by the streams of their contracts, so that no account needs an index here.
create table postings (
  stream text collate "C" not null,
  seq integer not null,
  n smallint not null,
  from_account text collate "C" not null,
  to_account text collate "C" not null,
  amount bigint not null,
  primary key (stream, seq, n),
  constraint postings_move_something check (amount > 0),
  constraint postings_have_two_ends check (from_account <> to_account)
);

-- Balances in minor units, only of accounts that may never go below zero: those of persons and
-- contracts. The key says it all ("contract.escrow ctr_… USD"). The platform's and the outside
-- world's balances are sums of postings, so that no row is in everybody's way.
create table accounts (
  key text collate "C" primary key,
  balance bigint not null,
  constraint accounts_are_not_below_zero check (balance >= 0)
) with (fillfactor = 80);

-- Which commands were carried out, by the key that their principal gave. The answer is rebuilt
-- from the events; a refusal is not recorded. No event: last_seq is one less than first_seq.
create table commands (
  principal text collate "C" not null,
  key text collate "C" not null,
  body bytea not null,
  stream text collate "C" not null,
  first_seq integer not null,
  last_seq integer not null,
  primary key (principal, key)
);

-- Free text and sealed content. An event holds a commitment to body and salt; erasing both leaves
-- the chain of events whole.
create table texts (
  id text collate "C" primary key,
  stream text collate "C" not null,
  body text,
  salt bytea
);
create index texts_of_stream on texts (stream);

-- Triggers per statement, not per row: they cost nothing where they do not fire.
create function refuse_to_change_history() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'integrity_constraint_violation';
end $$;
create trigger events_are_append_only before update or delete or truncate on events
  for each statement execute function refuse_to_change_history();
create trigger postings_are_append_only before update or delete or truncate on postings
  for each statement execute function refuse_to_change_history();

-- The sandbox payment provider's own books: what a real one would keep on its side.
create table sandbox_transfers (
  reference text collate "C" primary key,
  kind text not null,
  amount bigint not null,
  currency text not null,
  token text not null,
  answers_at timestamptz not null,
  answer text not null
);
