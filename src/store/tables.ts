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

/** What contracts and wallets have in common: a stream, its place in the chain, and its state. */
interface StreamTable {
  id: string;
  version: number;
  currency: string;
  latest_at: Temporal.Instant;
  next_due_at: Temporal.Instant | null;
  awaiting_provider: boolean;
  state_version: number;
  /** To be read as text, by codec.ts: amounts and moments are tagged. */
  state: unknown;
  head: Uint8Array;
}

export interface ContractsTable extends StreamTable {
  client: string;
  freelancer: string;
  status: string;
  title: string;
}

export interface WalletsTable extends StreamTable {
  person: string;
}

export interface EventsTable {
  stream: string;
  seq: number;
  at: Temporal.Instant;
  by: string | null;
  as: string;
  type: string;
  /** To be read as text, by codec.ts. */
  data: unknown;
  hash: Uint8Array;
  xid: string;
}

export interface PostingsTable {
  stream: string;
  seq: number;
  n: number;
  from_account: string;
  to_account: string;
  amount: bigint;
}

export interface AccountsTable {
  key: string;
  balance: bigint;
}

export interface CommandsTable {
  principal: string;
  key: string;
  body: Uint8Array;
  stream: string;
  first_seq: number;
  last_seq: number;
}

export interface TextsTable {
  id: string;
  stream: string;
  /** Null, like its salt, once it was erased. */
  body: string | null;
  salt: Uint8Array | null;
}

export interface PoliciesTable {
  hash: string;
  policy: unknown;
}

/** A file that somebody sent. Its name stands here until it is part of a contract. */
export interface FilesTable {
  id: string;
  owner: string;
  sha256: string;
  bytes: number;
  media_type: string;
  name: string | null;
  at: Temporal.Instant;
  stream: string | null;
}

export interface ContractsTables {
  contracts: ContractsTable;
  wallets: WalletsTable;
  events: EventsTable;
  postings: PostingsTable;
  accounts: AccountsTable;
  commands: CommandsTable;
  texts: TextsTable;
  files: FilesTable;
  policies: PoliciesTable;
}

export interface Tables extends PeopleTables, ContractsTables {}
