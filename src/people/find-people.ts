// Looking people up: by id, by e-mail address, by what an offer is addressed to. Who may see what
// of them is decided by the caller, with publicPersonOf.
import type { Database } from '../store/connection.ts';
import { isId } from '../store/ids.ts';
import { PERSON_COLUMNS, type Person, type PersonRow, personOf } from './person.ts';
import { checkEmail } from './profile.ts';
import { isRefused } from './rejections.ts';

/** Those that exist, by id. */
export async function findPeople(
  db: Database,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Person>> {
  if (ids.length === 0) return new Map();
  const rows = await select(db, 'where id = any($1)', [[...new Set(ids)]]);
  return new Map(rows.map((row) => [row.id, personOf(row)]));
}

export async function personById(db: Database, id: string): Promise<Person | undefined> {
  const [row] = await select(db, 'where id = $1', [id]);
  return row && personOf(row);
}

/** `email` as it is kept: in small letters. */
export async function personByEmail(db: Database, email: string): Promise<Person | undefined> {
  const [row] = await select(db, 'where email = $1', [email]);
  return row && personOf(row);
}

/** `to` of an offer: an id or an e-mail address. */
export async function findRecipient(db: Database, to: string): Promise<Person | undefined> {
  const text = to.trim();
  if (isId('psn', text)) return personById(db, text);
  const email = checkEmail(text);
  return isRefused(email) ? undefined : personByEmail(db, email);
}

/** Those who can be signed in as with one click, in the order in which they joined. */
export async function demoPeople(db: Database): Promise<Person[]> {
  return (await select(db, 'where demo order by id', [])).map(personOf);
}

/** How many accounts there are; none means that nothing has been seeded yet. */
export async function countPeople(db: Database): Promise<number> {
  const [row] = await db.query<{ people: bigint }>('select count(*) as people from people');
  return Number(row?.people ?? 0n);
}

function select(db: Database, where: string, values: readonly unknown[]): Promise<PersonRow[]> {
  return db.query<PersonRow>(`select ${PERSON_COLUMNS} from people ${where}`, values);
}
