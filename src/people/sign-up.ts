// Somebody joins: an account with a password and roles, and a first session. The account, its
// password and its session are written in one transaction.
import { isAPIError } from 'better-auth/api';
import type { Database } from '../store/connection.ts';
import type { Auth } from './auth.ts';
import { personByEmail, personById } from './find-people.ts';
import type { Person, PersonRole } from './person.ts';
import { checkCity, checkEmail, checkName, checkPassword, checkTimeZone } from './profile.ts';
import { isRefused, type PeopleRejection, refuse } from './rejections.ts';

export type NewPerson = {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  /** At least one. Who may become a mediator, moderator or operator is the caller's to decide. */
  readonly roles: readonly PersonRole[];
  readonly timeZone?: string | undefined;
  readonly city?: string | undefined;
  readonly demo?: boolean;
};

export type SignedIn = { readonly person: Person; readonly cookies: readonly string[] };

export async function signUp(
  db: Database,
  auth: Auth,
  given: NewPerson,
): Promise<SignedIn | PeopleRejection> {
  const body = checked(given);
  if (isRefused(body)) return body;
  if (await personByEmail(db, body.email)) return refuse('email_taken', {}, 'email');
  try {
    const { headers, response } = await auth.api.signUpEmail({ body, returnHeaders: true });
    const person = await personById(db, response.user.id);
    if (!person) throw new Error(`${response.user.id} signed up and is not there.`);
    return { person, cookies: headers.getSetCookie() };
  } catch (error) {
    // Two at once with one address: the unique constraint has let only one of them through.
    if (isAPIError(error) && (await personByEmail(db, body.email))) {
      return refuse('email_taken', {}, 'email');
    }
    throw error;
  }
}

function checked(given: NewPerson) {
  const name = checkName(given.name);
  if (isRefused(name)) return name;
  const email = checkEmail(given.email);
  if (isRefused(email)) return email;
  const password = checkPassword(given.password);
  if (isRefused(password)) return password;
  const timeZone = checkTimeZone(given.timeZone ?? 'UTC');
  if (isRefused(timeZone)) return timeZone;
  const city = checkCity(given.city ?? '');
  if (isRefused(city)) return city;
  if (given.roles.length === 0) return refuse('field_missing', {}, 'roles');
  const roles = [...new Set(given.roles)];
  // The library's fields are `undefined` or a value, never null.
  const place = city === null ? {} : { city };
  return { name, email, password, timeZone, roles, demo: given.demo ?? false, ...place };
}
