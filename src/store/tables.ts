// The tables as Kysely sees them, for reads. Each room of the house that owns tables describes
// them in an interface of its own; `Tables` is all of them. Nothing here creates anything: the
// files in migrations/ do.

/** An account. better-auth writes it at sign-up; roles, time zone and city are ours. */
export interface PeopleTable {
  id: string;
  name: string;
  email: string;
  email_verified: boolean;
  image: string | null;
  roles: string[];
  time_zone: string;
  city: string | null;
  demo: boolean;
  created_at: Temporal.Instant;
  updated_at: Temporal.Instant;
}

export interface SessionsTable {
  id: string;
  token: string;
  person: string;
  expires_at: Temporal.Instant;
  ip_address: string | null;
  user_agent: string | null;
  created_at: Temporal.Instant;
  updated_at: Temporal.Instant;
}

/** A key for programs. `key` is a hash; the key itself is shown once and kept nowhere. */
export interface ApiKeysTable {
  id: string;
  person: string;
  name: string | null;
  start: string | null;
  key: string;
  enabled: boolean;
  last_used_at: Temporal.Instant | null;
  expires_at: Temporal.Instant | null;
  created_at: Temporal.Instant;
  updated_at: Temporal.Instant;
}

export interface SignInAttemptsTable {
  bucket: string;
  attempts: number;
  since: Temporal.Instant;
}

export interface PeopleTables {
  people: PeopleTable;
  sessions: SessionsTable;
  api_keys: ApiKeysTable;
  sign_in_attempts: SignInAttemptsTable;
}

export interface Tables extends PeopleTables {}
