// What can be changed of a person after sign-up: the profile by themselves, the roles by an
// operator. Who may do which is the caller's to decide.
import type { Database } from '../store/connection.ts';
import {
  PERSON_COLUMNS,
  type Person,
  type PersonRole,
  type PersonRow,
  personOf,
} from './person.ts';
import { checkCity, checkName, checkTimeZone } from './profile.ts';
import { isRefused, type PeopleRejection, refuse } from './rejections.ts';

export type Profile = { readonly name: string; readonly timeZone: string; readonly city: string };

export async function changeProfile(
  db: Database,
  id: string,
  profile: Profile,
): Promise<Person | PeopleRejection> {
  const name = checkName(profile.name);
  if (isRefused(name)) return name;
  const timeZone = checkTimeZone(profile.timeZone);
  if (isRefused(timeZone)) return timeZone;
  const city = checkCity(profile.city);
  if (isRefused(city)) return city;
  return update(db, id, 'name = $2, time_zone = $3, city = $4', [name, timeZone, city]);
}

/** Replaces all roles; at least one. */
export async function setRoles(
  db: Database,
  id: string,
  roles: readonly PersonRole[],
): Promise<Person | PeopleRejection> {
  if (roles.length === 0) return refuse('field_missing', {}, 'roles');
  return update(db, id, 'roles = $2::jsonb', [JSON.stringify([...new Set(roles)])]);
}

async function update(db: Database, id: string, set: string, values: readonly unknown[]) {
  const [row] = await db.query<PersonRow>(
    `update people set ${set}, updated_at = clock_timestamp() where id = $1
      returning ${PERSON_COLUMNS}`,
    [id, ...values],
  );
  return row ? personOf(row) : refuse('person_not_found');
}
