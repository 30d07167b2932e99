-- Who is who: accounts, how they sign in, their sessions and keys. better-auth reads and writes
-- people, credentials, sessions, verifications and api_keys under these names (see src/people);
-- their times are the wall clock's. When somebody joined in business time, their id says.

create table people (
  id text primary key,
  name text not null,
  email text not null,
  email_verified boolean not null default false,
  image text,
  roles jsonb not null,
  time_zone text not null default 'UTC',
  city text,
  -- One-click sign-in, in evaluation mode only.
  demo boolean not null default false,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint people_email_is_unique unique (email),
  constraint people_email_is_lower_case check (email = lower(email)),
  constraint people_roles_are_known check (
    jsonb_typeof(roles) = 'array'
    and roles <@ '["client", "freelancer", "mediator", "moderator", "operator"]'
  )
);

-- One row per way of signing in; a password is the provider `credential`.
create table credentials (
  id text primary key,
  person text not null references people on delete cascade,
  provider text not null,
  account_id text not null,
  password text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint credentials_are_unique unique (provider, account_id)
);
create index credentials_of_person on credentials (person);

create table sessions (
  id text primary key,
  token text not null,
  person text not null references people on delete cascade,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint sessions_token_is_unique unique (token)
);
create index sessions_of_person on sessions (person);
create index sessions_by_expiry on sessions (expires_at);

-- Short-lived secrets: password resets, confirmations of e-mail addresses.
create table verifications (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index verifications_by_identifier on verifications (identifier);

-- Keys for programs; `key` is the hash of the key. The columns about limits and refills belong
-- to the library and are not used.
create table api_keys (
  id text primary key,
  config text not null default 'default',
  person text not null references people on delete cascade,
  name text,
  start text,
  prefix text,
  key text not null,
  enabled boolean not null default true,
  refill_interval integer,
  refill_amount integer,
  last_refill_at timestamptz,
  rate_limit_enabled boolean not null default false,
  rate_limit_window integer,
  rate_limit_max integer,
  request_count integer not null default 0,
  remaining integer,
  last_used_at timestamptz,
  expires_at timestamptz,
  permissions text,
  metadata text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint api_keys_key_is_unique unique (key)
);
create index api_keys_of_person on api_keys (person);

-- Tries to sign in, per account and per network. A bucket is a hash: neither e-mail addresses
-- nor network addresses of strangers are kept. Old rows may be deleted at any time.
create table sign_in_attempts (
  bucket text primary key,
  attempts integer not null,
  since timestamptz not null
);
create index sign_in_attempts_by_age on sign_in_attempts (since);
