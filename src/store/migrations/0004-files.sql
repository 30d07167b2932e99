-- Files that people have sent: who, what, and since which command it is part of a contract. The
-- content lies outside, under its hash. The name stands here only until then; afterwards it is a
-- text of the contract under the same id, so that it is erased like one. What no command has
-- named is swept after a day.
create table files (
  id text collate "C" primary key,
  owner text collate "C" not null,
  sha256 text collate "C" not null,
  bytes integer not null,
  media_type text not null,
  name text,
  at timestamptz not null,
  -- The contract, once a command has named the file there.
  stream text collate "C",
  constraint files_hold_something check (bytes > 0)
);
create index files_unused on files (owner, at) where stream is null;
create index files_of_content on files (sha256);
