// Keys for programs, sent as bearer tokens. The library makes and hashes them; looking one up is
// ours, because the library's own check writes to the key's row at every request, which makes the
// requests of a busy program wait for each other.
import { defaultKeyHasher } from '@better-auth/api-key';
import type { Database } from '../store/connection.ts';
import { isId } from '../store/ids.ts';
import { type Auth, KEY_NAME_MAX, KEY_PREFIX } from './auth.ts';
import { type Person, type PersonRow, personOf } from './person.ts';
import { checkWords } from './profile.ts';
import { isRefused, type PeopleRejection, refuse } from './rejections.ts';

export type Key = {
  readonly id: string;
  readonly name: string;
  /** The first characters, so that its owner recognises it. */
  readonly start: string;
  readonly createdAt: Temporal.Instant;
  readonly expiresAt: Temporal.Instant | null;
  /** Exact to an hour. */
  readonly lastUsedAt: Temporal.Instant | null;
};

/** `secret` is shown once and kept nowhere. */
export type NewKey = { readonly key: Key; readonly secret: string };

export type PersonWithKey = { readonly person: Person; readonly keyId: string };

const KEY_COLUMNS = `id, name, start, created_at as "createdAt", expires_at as "expiresAt",
  last_used_at as "lastUsedAt"`;

export async function createKey(
  db: Database,
  auth: Auth,
  person: string,
  name: string,
): Promise<NewKey | PeopleRejection> {
  const called = checkWords('name', name, KEY_NAME_MAX);
  if (isRefused(called)) return called;
  const made = await auth.api.createApiKey({ body: { userId: person, name: called } });
  const key = (await listKeys(db, person)).find(({ id }) => id === made.id);
  if (!key) throw new Error(`The key ${made.id} was made and is not there.`);
  return { key, secret: made.key };
}

/** The newest first. */
export function listKeys(db: Database, person: string): Promise<Key[]> {
  const text = `select ${KEY_COLUMNS} from api_keys where person = $1 order by created_at desc, id desc`;
  return db.query<Key>(text, [person]);
}

/** At once and for ever. Somebody else's key is not found. */
export async function revokeKey(
  db: Database,
  person: string,
  id: string,
): Promise<null | PeopleRejection> {
  if (!isId('key', id)) return refuse('key_not_found');
  const text = 'delete from api_keys where person = $1 and id = $2 returning id';
  const gone = await db.query(text, [person, id]);
  return gone.length === 1 ? null : refuse('key_not_found');
}

const BY_KEY = `
  select k.id as key_id,
    coalesce(k.last_used_at < clock_timestamp() - interval '1 hour', true) as stale,
    p.id, p.name, p.email, p.roles, p.time_zone, p.city, p.demo
  from api_keys k join people p on p.id = k.person
  where k.key = $1 and k.enabled and (k.expires_at is null or k.expires_at > clock_timestamp())`;

const USED = `
  update api_keys set last_used_at = clock_timestamp()
  where id = $1 and coalesce(last_used_at < clock_timestamp() - interval '1 hour', true)`;

/** `bearer` is the token, without the word Bearer. */
export async function personOfKey(
  db: Database,
  bearer: string,
): Promise<PersonWithKey | undefined> {
  if (!bearer.startsWith(KEY_PREFIX)) return undefined;
  const hashed = await defaultKeyHasher(bearer);
  const [row] = await db.query<PersonRow & { key_id: string; stale: boolean }>(BY_KEY, [hashed]);
  if (!row) return undefined;
  if (row.stale) await db.query(USED, [row.key_id]);
  return { person: personOf(row), keyId: row.key_id };
}
