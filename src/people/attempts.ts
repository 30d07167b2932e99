// How often somebody may try to sign in: per account from one network, per account from anywhere,
// and per network. A try is counted before the password is looked at, by one statement on rows of
// the database, so a thousand tries at once in ten processes count as a thousand. Time is the
// database's, not the sandbox clock's, which people may move.
import { createHash } from 'node:crypto';
import { isIPv6 } from 'node:net';
import type { Database } from '../store/connection.ts';

export type Limits = {
  readonly window: Temporal.Duration;
  readonly accountFromNetwork: number;
  readonly account: number;
  readonly network: number;
};

/** Generous to somebody who tries all their passwords, useless for guessing. */
export const LIMITS: Limits = {
  window: Temporal.Duration.from({ minutes: 15 }),
  accountFromNetwork: 10,
  account: 50,
  network: 100,
};

type Bucket = { key: string; limit: number; forgiven: boolean };

export type Attempt =
  | { readonly allowed: true; succeeded(): Promise<void> }
  | { readonly allowed: false; readonly retryAt: Temporal.Instant };

// One window per bucket; it begins with its first try. Rows are taken in the order of their keys,
// so that two tries never wait for each other crosswise.
const COUNT = `
  insert into sign_in_attempts as old (bucket, attempts, since)
  select bucket, 1, clock_timestamp() from unnest($1::text[]) bucket order by bucket
  on conflict (bucket) do update set
    attempts = case when old.since + $2::interval > clock_timestamp()
      then old.attempts + 1 else 1 end,
    since = case when old.since + $2::interval > clock_timestamp()
      then old.since else clock_timestamp() end
  returning bucket, attempts, since + $2::interval as ends`;

/** `address` is the network address of the one who tries, as far as it is known. */
export async function countAttempt(
  db: Database,
  email: string,
  address: string,
  limits: Limits = LIMITS,
): Promise<Attempt> {
  const buckets = bucketsOf(email, address, limits);
  const rows = await db.query<{ bucket: string; attempts: number; ends: Temporal.Instant }>(COUNT, [
    buckets.map(({ key }) => key),
    limits.window.toString(),
  ]);
  const over = rows.filter(({ bucket, attempts }) =>
    buckets.some(({ key, limit }) => key === bucket && attempts > limit),
  );
  const ends = over.map((row) => row.ends).sort(Temporal.Instant.compare);
  const retryAt = ends.at(-1);
  if (retryAt !== undefined) return { allowed: false, retryAt };
  // Who knows the password has not been guessing. The network stays counted: it may also be
  // somebody with one password who tries others'.
  const forgiven = buckets.filter((bucket) => bucket.forgiven);
  return { allowed: true, succeeded: () => forget(db, forgiven) };
}

async function forget(db: Database, buckets: readonly Bucket[]): Promise<void> {
  const keys = buckets.map(({ key }) => key);
  await db.query('delete from sign_in_attempts where bucket = any($1)', [keys]);
}

function bucketsOf(email: string, address: string, limits: Limits): Bucket[] {
  const network = networkOf(address);
  const bucket = (limit: number, forgiven: boolean, ...parts: string[]) => {
    return { key: hash(...parts), limit, forgiven };
  };
  return [
    bucket(limits.accountFromNetwork, true, 'account from network', email, network),
    bucket(limits.account, true, 'account', email),
    bucket(limits.network, false, 'network', network),
  ];
}

function hash(...parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('hex');
}

/** IPv6 users have a whole /64 to themselves, so that is what counts as one. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  if (!isIPv6(address)) return address;
  const [head = '', tail] = address.toLowerCase().split('%')[0]?.split('::') ?? [];
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = Array(Math.max(0, 8 - before.length - after.length)).fill('0');
  const groups = [...before, ...(tail === undefined ? [] : zeros), ...after];
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}
