// The room's door: every verb about people, bound to a database. Main calls createPeople once;
// the faces get what it returns.
import type { Database } from '../store/connection.ts';
import type { Limits } from './attempts.ts';
import { type AuthOptions, createAuth } from './auth.ts';
import { changeProfile, type Profile, setRoles } from './change-person.ts';
import {
  countPeople,
  demoPeople,
  findPeople,
  findRecipient,
  personByEmail,
  personById,
} from './find-people.ts';
import { createKey, listKeys, personOfKey, revokeKey } from './keys.ts';
import { type ForgottenForm, forgotPassword, setPassword } from './new-password.ts';
import type { PersonRole } from './person.ts';
import { refuse } from './rejections.ts';
import { personOfRequest, type SignInForm, signIn, signInAsDemo, signOut } from './sign-in.ts';
import { type NewPerson, signUp } from './sign-up.ts';
import { sweep } from './sweep.ts';

export type PeopleOptions = AuthOptions & {
  /** The embedded database: demo people may be signed in as with one click. */
  readonly evaluation?: boolean;
  readonly limits?: Limits;
};

export type People = ReturnType<typeof createPeople>;

export function createPeople(db: Database, options: PeopleOptions) {
  const auth = createAuth(db, options);
  return {
    signUp: (given: NewPerson) => signUp(db, auth, given),
    signIn: (form: SignInForm) => signIn(db, auth, form, options.limits),
    forgotPassword: (form: ForgottenForm) => forgotPassword(db, auth, form, options.limits),
    setPassword: (given: { readonly token: string; readonly password: string }) =>
      setPassword(auth, given),
    signOut: (headers: Headers) => signOut(auth, headers),
    /** Refused with person_not_found outside evaluation mode and for people who are no demo. */
    signInAsDemo: async (id: string) =>
      options.evaluation === true ? signInAsDemo(db, auth, id) : refuse('person_not_found'),
    demoPeople: async () => (options.evaluation === true ? demoPeople(db) : []),
    personOfRequest: (headers: Headers) => personOfRequest(db, auth, headers),
    personOfKey: (bearer: string) => personOfKey(db, bearer),
    createKey: (person: string, name: string) => createKey(db, auth, person, name),
    listKeys: (person: string) => listKeys(db, person),
    revokeKey: (person: string, id: string) => revokeKey(db, person, id),
    findPeople: (ids: readonly string[]) => findPeople(db, ids),
    findRecipient: (to: string) => findRecipient(db, to),
    personById: (id: string) => personById(db, id),
    personByEmail: (email: string) => personByEmail(db, email.trim().toLowerCase()),
    countPeople: () => countPeople(db),
    changeProfile: (id: string, profile: Profile) => changeProfile(db, id, profile),
    setRoles: (id: string, roles: readonly PersonRole[]) => setRoles(db, id, roles),
    sweep: () => sweep(db),
  };
}
