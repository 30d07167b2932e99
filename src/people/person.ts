// A person as the rest of the house knows one: an id, a name, roles, a time zone. Passwords and
// sessions stay in this room. What strangers may see of a person is `PublicPerson`: never the
// e-mail address, never the full name.
import type { Role } from '../domain/people.ts';
import { timeOfId } from '../store/ids.ts';
import type { PeopleTable } from '../store/tables.ts';

export type PersonRole = Exclude<Role, 'clock' | 'payments'>;

export const personRoles: readonly PersonRole[] = [
  'client',
  'freelancer',
  'mediator',
  'moderator',
  'operator',
];

export type PublicPerson = {
  readonly id: string;
  /** "Ada L." */
  readonly shortName: string;
  /** IANA, such as `Europe/Lisbon`. */
  readonly timeZone: string;
  readonly city: string | null;
  /** Business time, which in evaluation mode is the sandbox clock's. */
  readonly joinedAt: Temporal.Instant;
};

export type Person = PublicPerson & {
  readonly name: string;
  readonly email: string;
  readonly roles: readonly PersonRole[];
  /** May be signed in as without a password, in evaluation mode only. */
  readonly demo: boolean;
};

export type PersonRow = Pick<
  PeopleTable,
  'id' | 'name' | 'email' | 'roles' | 'time_zone' | 'city' | 'demo'
>;

export const PERSON_COLUMNS = 'id, name, email, roles, time_zone, city, demo';

export function personOf(row: PersonRow): Person {
  return {
    id: row.id,
    name: row.name,
    shortName: shortName(row.name),
    email: row.email,
    roles: personRoles.filter((role) => row.roles.includes(role)),
    timeZone: row.time_zone,
    city: row.city,
    joinedAt: timeOfId(row.id),
    demo: row.demo,
  };
}

export function publicPersonOf(person: Person): PublicPerson {
  const { id, shortName, timeZone, city, joinedAt } = person;
  return { id, shortName, timeZone, city, joinedAt };
}

/** The first name and the initial of the last: "Ada Lovelace" is "Ada L.", "Ben" stays "Ben". */
export function shortName(name: string): string {
  const [first = '', ...others] = name.trim().split(/\s+/);
  const last = others.at(-1);
  // An initial is what a reader takes for one letter, not one unit of UTF-16.
  const initial = last === undefined ? undefined : [...LETTERS.segment(last)][0]?.segment;
  return initial === undefined ? first : `${first} ${initial.toUpperCase()}.`;
}

const LETTERS = new Intl.Segmenter('en', { granularity: 'grapheme' });
